// The one worker that writes speech down: started when it is needed, its model loaded once, on the device that a trial found faster.
import type { DeviceKind } from '../models/catalogue.ts';
import { loadedKey, type ModelRecord } from '../models/store.ts';
import { candidates, trialKey, winner, type Adapter } from '../voice/whisper/choose-device.ts';
import type { Transcript } from '../voice/whisper/whisper-api.ts';
import type { VoiceModels } from './voice-models.svelte.ts';
import type { StartedWhisper } from './workers.ts';

export interface TranscriberParts {
  models: VoiceModels;
  startWorker(): StartedWhisper;
  adapter(): Promise<Adapter | null>;
}

export class Transcriber {
  readonly #parts: TranscriberParts;
  #loading = $state(false);
  #worker: StartedWhisper | null = null;
  #loaded: Promise<unknown> | null = null;
  #loadedKey = '';

  constructor(parts: TranscriberParts) {
    this.#parts = parts;
  }

  /** Whether the model is being loaded for the first time. */
  get loading(): boolean {
    return this.#loading;
  }

  async transcribe(model: ModelRecord, samples: Float32Array, signal: AbortSignal, onNote: (words: string) => void): Promise<Transcript> {
    const worker = await this.load(model);
    return worker.call('transcribe', { samples, language: 'en' }, { signal, onNote });
  }

  /** Loads the model once; a worker that died is replaced at the next call. */
  async load(model: ModelRecord): Promise<StartedWhisper> {
    const key = loadedKey(model);
    if (this.#worker && this.#loaded && key === this.#loadedKey) {
      await this.#loaded;
      return this.#worker;
    }
    if (this.#worker && key !== this.#loadedKey) {
      this.#worker.stop(); // another model, or other files: a fresh worker gives back all of its memory
      this.#worker = null;
    }
    const worker = (this.#worker ??= this.#parts.startWorker());
    this.#loadedKey = key;
    this.#loading = true;
    this.#loaded = this.#choose(worker, model)
      .then((device) => worker.call('load', { model: model.id, dtype: model.dtype, device }))
      .finally(() => (this.#loading = false));
    try {
      await this.#loaded;
      return worker;
    } catch (error) {
      worker.stop();
      if (this.#worker === worker) [this.#worker, this.#loaded, this.#loadedKey] = [null, null, ''];
      throw error;
    }
  }

  /** Gives its memory back. */
  letGo(): void {
    this.#worker?.stop();
    this.#worker = null;
    this.#loaded = null;
    this.#loadedKey = '';
  }

  async #choose(worker: StartedWhisper, { id, dtype }: ModelRecord): Promise<DeviceKind> {
    if (dtype === 'q8') return 'wasm';
    const { models } = this.#parts;
    const adapter = await this.#parts.adapter();
    const devices = candidates(dtype, adapter);
    if (devices.length === 1) return 'wasm';
    const key = trialKey(id, dtype, adapter);
    const known = models.trial(key);
    if (known) return known;
    const device = winner(await worker.call('trial', { model: id, dtype, devices }));
    models.rememberTrial(key, device);
    return device;
  }
}
