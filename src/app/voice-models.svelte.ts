// The voice models of this device, the one to offer first, and what trials found about where they run fastest.
import { AppError } from '../base/errors.ts';
import { catalogue, voiceModelsOf, type DeviceKind, type VoiceModel } from '../models/catalogue.ts';
import { findOnnxModel, ModelRows, type ModelParts } from './model-rows.svelte.ts';

const CHOSEN = 'sotto-voice-model';
const TRIALS = 'sotto-voice-trials';

export class VoiceModels extends ModelRows<VoiceModel> {
  constructor(parts: ModelParts) {
    super(parts, {
      models: voiceModelsOf(catalogue),
      chosen: CHOSEN,
      find: findOnnxModel,
    });
  }

  /** The model to offer first, by what the browser tells of the memory in gigabytes. */
  offer(memory: number | null): VoiceModel {
    const wanted = memory !== null && memory < 4 ? 'whisper-tiny' : 'whisper-base';
    const models = this.rows.map(({ model }) => model);
    const model = models.find(({ id }) => id === wanted) ?? models[0];
    if (!model) throw new AppError('unexpected', 'the catalogue is empty');
    return model;
  }

  override async forgetAll(): Promise<void> {
    this.parts.shelf.removeItem(TRIALS);
    await super.forgetAll();
  }

  /** What a trial on this device found, by its key. */
  trial(key: string): DeviceKind | null {
    return this.#trials()[key] ?? null;
  }
  rememberTrial(key: string, device: DeviceKind): void {
    this.parts.shelf.setItem(TRIALS, JSON.stringify({ ...this.#trials(), [key]: device }));
  }

  #trials(): Record<string, DeviceKind> {
    return JSON.parse(this.parts.shelf.getItem(TRIALS) ?? '{}') as Record<string, DeviceKind>;
  }
}
