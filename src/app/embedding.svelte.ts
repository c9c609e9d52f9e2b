// The embedding model as the page has it: started when names or words are to be placed among meanings, let go when nobody looks. It keeps
// the ledger's index up to date in the background; no question waits for that.
import type { EmbeddingFacts, Placed } from '../ask/model/by-meaning.ts';
import { AppError } from '../base/errors.ts';
import type { NamedVector } from '../ledger/name-vectors.ts';
import { loadedKey } from '../models/store.ts';
import type { EmbeddingModels } from './embedding-models.svelte.ts';
import type { LedgerCall } from './ledger-link.ts';
import { isAbort, toTrouble, type Trouble } from './trouble.ts';
import type { StartedEmbedding } from './workers.ts';

export interface EmbeddingParts {
  models: EmbeddingModels;
  call: LedgerCall;
  startWorker(): StartedEmbedding;
  /** Milliseconds. */
  clock(): number;
}

/** Names placed at once: the worker is free for a question's words in between. */
const AT_ONCE = 16;
/** Names kept at once: each keeping is a durable change, which takes a large ledger its time. */
const KEPT_AT_ONCE = 256;

export class Embedding {
  readonly #parts: EmbeddingParts;
  #worker: StartedEmbedding | null = null;
  #loaded: { key: string; done: Promise<unknown> } | null = null;
  #keeping: Promise<void> | null = null;
  #isStale = false;
  #trouble = $state.raw<Trouble | null>(null);
  /** Whether names are being placed. */
  #placing = $state(false);

  constructor(parts: EmbeddingParts) {
    this.#parts = parts;
  }

  get models(): EmbeddingModels {
    return this.#parts.models;
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }
  get placing(): boolean {
    return this.#placing;
  }

  /** What a question may be told of: null when no model is here, or the one that is did not run. */
  offer(): EmbeddingFacts | null {
    const { entry } = this.models;
    return entry && !this.#trouble ? { id: entry.id, alikeFrom: entry.alikeFrom } : null;
  }

  /** Rejects with an AppError, or with the signal's reason. */
  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Placed> {
    const { clock } = this.#parts;
    const began = clock();
    const worker = await this.#load();
    const vectors = await worker.call('embed', { texts }, signal ? { signal } : {});
    return { vectors, took: clock() - began };
  }

  /** Places every name that has no vector yet, a few at a time. Called whenever names or the model may have changed. */
  keepUp(): Promise<void> {
    this.#isStale = true;
    this.#keeping ??= this.#keepUp();
    return this.#keeping;
  }

  /** Another try is worth making: a model was brought, removed or chosen. */
  reconsider(): void {
    this.#trouble = null;
    if (!this.models.active) this.letGo();
    void this.keepUp();
  }

  /** Gives back the memory. */
  letGo(): void {
    this.#worker?.stop();
    this.#worker = null;
    this.#loaded = null;
  }

  async #keepUp(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#placeAll();
      }
    } catch (error) {
      if (!isAbort(error) && !isPassing(error)) this.#trouble = toTrouble(error);
    } finally {
      this.#placing = false;
      this.#keeping = null; // at once, not a turn later: whoever calls next begins anew
    }
  }

  async #placeAll(): Promise<void> {
    const { call } = this.#parts;
    let before = '';
    for (;;) {
      const model = this.offer()?.id;
      if (model === undefined) return;
      const texts = await call('withoutVector', { model, most: KEPT_AT_ONCE });
      const [first] = texts;
      if (first === undefined || first === before) return; // all are placed, or this one went while it was
      before = first;
      this.#placing = true;
      await call('keepVectors', { model, vectors: await this.#vectorsOf(texts) });
    }
  }

  async #vectorsOf(texts: readonly string[]): Promise<NamedVector[]> {
    const found: NamedVector[] = [];
    for (let at = 0; at < texts.length; at += AT_ONCE) {
      const some = texts.slice(at, at + AT_ONCE);
      const { vectors } = await this.embed(some);
      found.push(...some.flatMap((text, nth) => (vectors[nth] ? [{ text, vector: vectors[nth] }] : [])));
    }
    return found;
  }

  async #load(): Promise<StartedEmbedding> {
    const { active } = this.models;
    if (!active) throw new AppError('model-missing', 'no embedding model is on this device');
    const key = loadedKey(active);
    if (this.#loaded?.key !== key) this.letGo(); // another model, or other files
    const worker = (this.#worker ??= this.#parts.startWorker());
    this.#loaded ??= { key, done: worker.call('load', { model: active.id, dtype: active.dtype }) };
    try {
      await this.#loaded.done;
      return worker;
    } catch (error) {
      if (this.#worker === worker) this.letGo();
      throw error;
    }
  }
}

/** Let go while it worked, or the ledger is shut: the next call goes on. */
const isPassing = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'worker-died' || error.code === 'ledger-locked');
