// WebLLM, reading its files from this device's shelf and from nowhere else. Only the llm worker imports it: it is 6 MB of script.
// Every failure is an AppError with words of its own; nothing is left waiting for a device that is gone.
import { MLCEngine, type AppConfig, type ModelRecord as WebLlmRecord } from '@mlc-ai/web-llm';
import { AppError } from '../base/errors.ts';
import { catalogue, languageModelsOf, type LanguageModelEntry } from '../models/catalogue.ts';
import { CONFIG, LIBRARY, TOKENIZER } from '../models/language-catalogue.ts';
import type { ModelRecord, ModelStore } from '../models/store.ts';
import { toLanguageError, type Moment } from './engine-trouble.ts';
import type { CompleteOrder, Completed } from './llm-api.ts';
import { addressOf, folderOf, shelfCaches } from './shelf-caches.ts';
import { watchDevices } from './watch-devices.ts';

/** What WebLLM puts before the answer of a model that is told not to think. */
const THOUGHT = /^\s*<think>[\s\S]*?<\/think>\s*/;

export class WebLlmEngine {
  readonly #store: ModelStore;
  #loaded: { entry: LanguageModelEntry; engine: MLCEngine } | null = null;
  /** What became of a model that was loaded, while nothing was asked of it. */
  #gone: AppError | null = null;
  /** The model that is loaded, or on its way. */
  #wanted: string | null = null;
  #work: Promise<unknown> = Promise.resolve();
  /** Ends what is under way when the device does. */
  #breaking: (trouble: AppError) => void = () => undefined;

  constructor(store: ModelStore) {
    this.#store = store;
    Object.defineProperty(globalThis, 'caches', { value: shelfCaches(store, () => this.#wanted) });
    watchDevices({
      onlost: (message) => this.#break(new AppError('language-lost-device', message)),
      onfull: (message) => this.#break(new AppError('language-no-memory', message)),
    });
  }

  load(model: string, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
    return this.#inTurn('loading', signal, async () => {
      if (this.#loaded?.entry.id === model) return;
      await this.#letGo();
      const entry = languageModelsOf(catalogue).find(({ id }) => id === model);
      const record = await this.#store.record(model);
      if (!entry || !record?.ready) throw new AppError('model-missing', `${model} is not on this device`);
      if (!('gpu' in navigator)) throw new AppError('language-no-webgpu', 'navigator has no gpu');
      this.#wanted = model;
      const engine = new MLCEngine({
        appConfig: configFor(entry, record),
        initProgressCallback: ({ progress }) => onProgress(progress),
        logLevel: 'WARN',
      });
      const stop = () => void engine.unload();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await engine.reload(model);
        signal.throwIfAborted(); // WebLLM ends quietly when it was stopped
        this.#loaded = { entry, engine };
        this.#gone = null;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    });
  }

  complete({ system, user, grammar, maxTokens }: CompleteOrder, signal: AbortSignal): Promise<Completed> {
    return this.#inTurn('working', signal, async () => {
      if (!this.#loaded) throw this.#gone ?? new AppError('model-missing', 'no language model is loaded');
      const { engine, entry } = this.#loaded;
      const began = performance.now();
      const stop = () => engine.interruptGenerate();
      signal.addEventListener('abort', stop, { once: true });
      try {
        const { choices, usage } = await engine.chat.completions.create({
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          temperature: 0,
          max_tokens: maxTokens,
          response_format: { type: 'grammar', grammar },
          ...(entry.thinks ? { extra_body: { enable_thinking: false } } : {}), // else it thinks aloud for minutes first
        });
        signal.throwIfAborted();
        return {
          text: (choices[0]?.message.content ?? '').replace(THOUGHT, ''),
          tokens: usage?.completion_tokens ?? 0,
          read: usage?.prompt_tokens ?? 0,
          took: performance.now() - began,
        };
      } finally {
        signal.removeEventListener('abort', stop);
      }
    });
  }

  async settle(): Promise<void> {
    await this.#work;
  }

  async unload(): Promise<void> {
    await this.#work;
    await this.#letGo();
  }

  async #letGo(): Promise<void> {
    const before = this.#loaded;
    this.#loaded = null;
    await before?.engine.unload();
  }

  /** One thing at a time. Ends with the work or with the device, whichever is first; a signal ends the work. */
  #inTurn<T>(moment: Moment, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#work;
    const run = (async () => {
      await before;
      signal.throwIfAborted();
      try {
        return await Promise.race([work(), this.#breaks()]);
      } catch (error) {
        signal.throwIfAborted();
        const trouble = toLanguageError(error, moment);
        if (trouble.code !== 'model-missing') this.#loaded = null; // whatever it was, the next question begins afresh
        throw trouble;
      }
    })();
    this.#work = run.catch(() => undefined);
    return run;
  }

  #breaks(): Promise<never> {
    return new Promise((_, fail) => {
      this.#breaking = fail;
    });
  }

  #break(trouble: AppError): void {
    if (this.#loaded) this.#gone = trouble;
    this.#loaded = null;
    this.#breaking(trouble);
  }
}

/** What WebLLM is told: addresses on our shelf, and the hashes that the shelf recorded, which it checks again as it loads. */
function configFor({ id, overrides, dtype }: LanguageModelEntry, { files }: Pick<ModelRecord, 'files'>): AppConfig {
  const integrityOf = (path: string) => {
    const sha256 = files.find((file) => file.path === path)?.sha256;
    return sha256 ? `sha256-${toBase64(sha256)}` : null;
  };
  const [config, library, tokenizer] = [CONFIG, LIBRARY, TOKENIZER].map(integrityOf);
  const record: WebLlmRecord = {
    model: folderOf(id),
    model_id: id,
    model_lib: addressOf(id, LIBRARY),
    overrides,
    integrity: {
      ...(config ? { config } : {}),
      ...(library ? { model_lib: library } : {}),
      ...(tokenizer ? { tokenizer: { [TOKENIZER]: tokenizer } } : {}),
    },
    ...(dtype === 'q4f16' ? { required_features: ['shader-f16'] } : {}),
  };
  return { model_list: [record], cacheBackend: 'cache' };
}

const toBase64 = (hex: string): string => btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16))));
