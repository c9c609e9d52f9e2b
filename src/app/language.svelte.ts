// The language model as the page has it: started with the first question that may need it, told to stop, let go when the tab is
// hidden for long. Nothing waits for it that the rules can answer.
import { AppError } from '../base/errors.ts';
import type { Completed, CompleteOrder } from '../language/llm-api.ts';
import type { ModelOffer } from './ledger-api.ts';
import type { LanguageModels } from './language-models.svelte.ts';
import { toTrouble, type Trouble } from './trouble.ts';
import type { StartedLlm } from './workers.ts';

export type LanguageState =
  | { kind: 'unloaded' }
  | { kind: 'loading'; share: number }
  | { kind: 'ready' }
  | { kind: 'working' }
  | { kind: 'failed'; trouble: Trouble };

export interface LanguageParts {
  models: LanguageModels;
  startWorker(): StartedLlm;
}

/** Milliseconds. Loading reads a gigabyte or more; a completion of a small model takes seconds on any real graphics. */
export const LIMITS = { load: 180_000, complete: 60_000, settle: 3_000, hidden: 300_000 };

/** With these another try would end in the same way until the person changes something. */
const LASTING = new Set([
  'language-no-webgpu',
  'language-no-library',
  'language-no-memory',
  'model-damaged',
  'model-altered',
  'model-missing',
]);

export class Language {
  readonly #parts: LanguageParts;
  #worker: StartedLlm | null = null;
  #loaded: { model: string; done: Promise<void> } | null = null;
  #state = $state.raw<LanguageState>({ kind: 'unloaded' });
  /** The model that will not run as things are, and why. */
  #refused: { id: string; trouble: Trouble } | null = null;
  #hiding: ReturnType<typeof setTimeout> | null = null;
  /** Why the worker was stopped under a question, where it was not the question's own doing. */
  #stopping: AppError | null = null;

  constructor(parts: LanguageParts) {
    this.#parts = parts;
  }

  get models(): LanguageModels {
    return this.#parts.models;
  }
  get state(): LanguageState {
    return this.#state;
  }

  /** What a question may be told of: null when no model is here, allowed and able to run. */
  offer(): ModelOffer | null {
    const { allowed, entry } = this.models;
    return allowed && entry && entry.id !== this.#refused?.id ? { id: entry.id, contextTokens: entry.contextTokens } : null;
  }

  /** Why a model that is here and allowed is not asked; null where none is, or it will be. */
  setAside(): Trouble | null {
    const { allowed, entry } = this.models;
    return allowed && entry && entry.id === this.#refused?.id ? this.#refused.trouble : null;
  }

  /** Rejects with an AppError, or with the signal's reason at once. */
  async complete(order: CompleteOrder, signal: AbortSignal): Promise<Completed> {
    signal.throwIfAborted();
    try {
      const wasReady = this.#state.kind === 'ready';
      try {
        return await this.#attempt(order, signal);
      } catch (error) {
        if (!wasReady || !isLostDevice(error) || signal.aborted) throw error;
        this.letGo(); // most are lost while nobody asks anything, in a sleep: loaded afresh, the model is asked once more
        return await this.#attempt(order, signal);
      }
    } catch (error) {
      throw this.#ended(error, signal);
    }
  }

  async #attempt(order: CompleteOrder, signal: AbortSignal): Promise<Completed> {
    await this.#load(signal);
    const worker = this.#started();
    this.#state = { kind: 'working' };
    const limit = AbortSignal.timeout(LIMITS.complete);
    const done = await worker.call('complete', order, { signal: AbortSignal.any([signal, limit]) });
    this.#state = { kind: 'ready' };
    return done;
  }

  /** Another try is worth making: something was chosen, brought or allowed. */
  reconsider(): void {
    this.#refused = null;
    if (this.#state.kind === 'failed') this.letGo();
  }

  /** Gives back the memory. The next question loads the model again. */
  letGo(): void {
    this.#worker?.stop();
    this.#worker = null;
    this.#loaded = null;
    this.#state = { kind: 'unloaded' };
  }

  /** A tab that nobody looks at for five minutes needs no gigabytes. */
  hide(hidden: boolean): void {
    if (this.#hiding) clearTimeout(this.#hiding);
    this.#hiding = hidden ? setTimeout(() => this.#retire(), LIMITS.hidden) : null;
  }

  #retire(): void {
    if (this.#state.kind === 'failed') return;
    this.#stopping = new AppError('language-hidden', `hidden for ${LIMITS.hidden} ms`);
    this.letGo();
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { entry } = this.models;
    if (!entry) throw new AppError('model-missing', 'no language model is on this device');
    if (this.#loaded && this.#loaded.model !== entry.id) this.letGo();
    this.#loaded ??= { model: entry.id, done: this.#begin(entry.id) };
    await until(this.#loaded.done, signal); // whoever stops waiting leaves it loading for the next
  }

  async #begin(model: string): Promise<void> {
    this.#state = { kind: 'loading', share: 0 };
    const onNote = (share: number) => {
      if (this.#state.kind === 'loading') this.#state = { kind: 'loading', share };
    };
    try {
      await this.#started().call('load', { model }, { onNote, signal: AbortSignal.timeout(LIMITS.load) });
      this.#state = { kind: 'ready' };
    } catch (error) {
      this.#loaded = null;
      throw error;
    }
  }

  #started(): StartedLlm {
    if (!this.#worker) {
      this.#stopping = null;
      this.#worker = this.#parts.startWorker();
    }
    return this.#worker;
  }

  /** What the caller is told, and what becomes of the worker. */
  #ended(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) {
      if (this.#state.kind === 'working') void this.#settle();
      return signal.reason;
    }
    const trouble = (isDead(error) ? this.#stopping : null) ?? asTrouble(error);
    const { entry } = this.models;
    if (LASTING.has(trouble.code) && entry) this.#refused = { id: entry.id, trouble: toTrouble(trouble) };
    this.letGo();
    this.#state = { kind: 'failed', trouble: toTrouble(trouble) };
    return trouble;
  }

  /** A stopped engine ends before its next token; one that does not is stopped whole. */
  async #settle(): Promise<void> {
    const worker = this.#worker;
    try {
      await worker?.call('settle', null, { signal: AbortSignal.timeout(LIMITS.settle) });
      if (this.#worker === worker && this.#state.kind === 'working') this.#state = { kind: 'ready' };
    } catch {
      if (this.#worker === worker) this.letGo(); // it hangs, or it is gone
    }
  }
}

const isLostDevice = (error: unknown): boolean => error instanceof AppError && error.code === 'language-lost-device';
const isDead = (error: unknown): boolean => error instanceof AppError && error.code === 'worker-died';

const asTrouble = (error: unknown): AppError => {
  if (error instanceof DOMException) return new AppError('language-slow', `the time was over: ${error.name}`);
  if (!(error instanceof AppError)) return new AppError('language-failed', String(error), undefined, { cause: error });
  return error.code === 'worker-died' || error.code === 'unexpected'
    ? new AppError('language-failed', error.message, undefined, { cause: error })
    : error;
};

/** The promise, or the signal's reason, whichever is first. */
function until<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    promise.then(done, fail);
  });
}
