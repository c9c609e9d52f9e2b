// Models of one kind as the page shows them: which are here, which is coming, which is in use. Downloads go on while screens change.
import { AppError } from '../base/errors.ts';
import { downloadSize, type CatalogueModel, type Dtype, type ModelKind } from '../models/catalogue.ts';
import type { Progress } from '../models/download.ts';
import type { Brought } from '../models/own-files.ts';
import { heldBytes, type ModelRecord, type ModelStore } from '../models/store.ts';
import { isAbort, toTrouble, type Trouble } from './trouble.ts';

export interface ModelRow<M extends CatalogueModel = CatalogueModel> {
  model: M;
  record: ModelRecord | null;
  work: { kind: 'rest' } | { kind: 'downloading'; progress: Progress | null } | { kind: 'checking' };
  trouble: Trouble | null;
}

export interface ModelParts {
  store: ModelStore;
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Resolves once the service worker answers for this page. */
  porter(): Promise<void>;
  locks: Pick<LockManager, 'request'>;
  shelf: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  clock(): number;
  /** Asks the browser to keep what is stored. */
  keep(): Promise<void>;
  /** Told when what is stored has changed. */
  onstored(): void;
  onready(name: string): void;
}

export interface Kind<M extends CatalogueModel> {
  models: readonly M[];
  /** The name under which the choice is kept. */
  chosen: string;
  /** Finds the model's files among those chosen from disk. */
  find(chosen: readonly File[], model: M): Promise<Brought>;
}

export class ModelRows<M extends CatalogueModel = CatalogueModel> {
  protected readonly parts: ModelParts;
  readonly #kind: Kind<M>;
  #running: Readonly<Record<string, AbortController>> = {};
  /** How many pieces of work on a model have ended. */
  #ended: Readonly<Record<string, number>> = {};
  #rows = $state.raw<readonly ModelRow<M>[]>([]);
  #chosen = $state<string | null>(null);
  #known = $state(false);

  constructor(parts: ModelParts, kind: Kind<M>) {
    this.parts = parts;
    this.#kind = kind;
    this.#rows = kind.models.map((model) => ({ model, record: null, work: { kind: 'rest' }, trouble: null }));
    this.#chosen = parts.shelf.getItem(kind.chosen);
  }

  get rows(): readonly ModelRow<M>[] {
    return this.#rows;
  }
  /** Whether it is known by now what is on this device. */
  get known(): boolean {
    return this.#known;
  }
  /** The model in use: the one chosen, else any that is here; null when none is. */
  get active(): ModelRecord | null {
    const ready = this.#rows.flatMap(({ record }) => (record?.ready ? [record] : []));
    return ready.find(({ id }) => id === this.#chosen) ?? ready[0] ?? null;
  }
  /** The catalogue's entry of the model in use. */
  get entry(): M | null {
    const { active } = this;
    return this.#rows.find(({ model }) => model.id === active?.id)?.model ?? null;
  }
  /** The row that is on its way, if one is. */
  get coming(): ModelRow<M> | null {
    return this.#rows.find(({ work }) => work.kind !== 'rest') ?? null;
  }

  /** Reads what is on this device. */
  async look(): Promise<void> {
    for (const { id } of this.#kind.models) {
      const before = this.#ended[id];
      const record = await this.parts.store.record(id);
      const isOld = this.#running[id] !== undefined || this.#ended[id] !== before; // work on it meanwhile tells its own, which is newer
      if (!isOld) this.#set(id, { record });
    }
    this.#known = true;
  }

  /** Downloads, or goes on with a download. Resolves when it has ended, however it ended. */
  download(id: string, dtype: Dtype): Promise<void> {
    return this.#work(id, async (model, signal) => {
      this.#set(id, { work: { kind: 'downloading', progress: null } });
      await this.parts.keep();
      await this.parts.porter();
      const { downloadModel } = await import('../models/download.ts'); // not a first visit's
      const record = await downloadModel(model, dtype, {
        store: this.parts.store,
        fetch: (path, init) => this.parts.fetch(path, init),
        clock: () => this.parts.clock(),
        signal,
        onProgress: (progress) => this.#set(id, { work: { kind: 'downloading', progress } }),
      });
      this.#made(record);
    });
  }

  pause(id: string): void {
    this.#running[id]?.abort();
  }

  /** Takes model files from disk in place of a download. */
  take(id: string, chosen: readonly File[]): Promise<void> {
    return this.#work(id, async (model) => {
      this.#set(id, { work: { kind: 'checking' } });
      await this.parts.keep();
      const found = await this.#kind.find(chosen, model);
      const { keepOwn } = await import('../models/own-files.ts'); // opens archives, so it is loaded only now
      this.#made(await keepOwn(id, found, this.parts.store));
    });
  }

  remove(id: string): Promise<void> {
    return this.#work(id, async () => {
      await this.parts.store.remove(id);
    });
  }

  choose(id: string): void {
    this.#chosen = id;
    this.parts.shelf.setItem(this.#kind.chosen, id);
  }

  /** Removes every model and every hash seen: for erasing all. */
  async forgetAll(): Promise<void> {
    for (const controller of Object.values(this.#running)) controller.abort();
    await this.parts.store.forgetAll();
    this.parts.shelf.removeItem(this.#kind.chosen);
    this.#chosen = null;
    await this.look();
  }

  #made(record: ModelRecord): void {
    this.choose(record.id);
    this.parts.onready(this.#row(record.id).model.name);
  }

  /** One piece of work on a model at a time, over all tabs. */
  async #work(id: string, act: (model: M, signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#running[id]) return;
    const controller = new AbortController();
    this.#running = { ...this.#running, [id]: controller };
    this.#set(id, { trouble: null });
    try {
      await this.parts.locks.request(`sotto-model-${id}`, { ifAvailable: true }, async (lock) => {
        if (!lock) throw new AppError('model-busy', `another tab holds ${id}`);
        await act(this.#row(id).model, controller.signal);
      });
    } catch (error) {
      if (!isAbort(error)) this.#set(id, { trouble: toTrouble(error) });
    } finally {
      const record = await this.parts.store.record(id); // while it counts as running still: the next work finds it told
      this.#running = Object.fromEntries(Object.entries(this.#running).filter(([each]) => each !== id));
      this.#ended = { ...this.#ended, [id]: (this.#ended[id] ?? 0) + 1 };
      this.#set(id, { work: { kind: 'rest' }, record });
      this.parts.onstored();
    }
  }

  #row(id: string): ModelRow<M> {
    const row = this.#rows.find(({ model }) => model.id === id);
    if (!row) throw new AppError('unexpected', `no model "${id}" in the catalogue`);
    return row;
  }

  #set(id: string, changes: Partial<ModelRow<M>>): void {
    this.#rows = this.#rows.map((row) => (row.model.id === id ? { ...row, ...changes } : row));
  }
}

/** Finds an ONNX model's files among those chosen from disk: the `find` of every kind that transformers.js runs. */
export async function findOnnxModel(chosen: readonly File[], { kind }: { kind: ModelKind }): Promise<Brought> {
  const { findModel, openChosen } = await import('../models/own-files.ts'); // not a first visit's
  return findModel(await openChosen(chosen), kind);
}

/** Bytes here, and bytes in all as far as they are known. */
export function sizesOf({ model, record }: ModelRow): { here: number; total: number; exact: boolean } {
  const here = record?.files.reduce((sum, file) => sum + heldBytes(file), 0) ?? 0;
  const { bytes, exact } = downloadSize(model, record?.dtype ?? model.weights[0]?.dtype ?? 'q8');
  return { here, total: record?.ready ? here : Math.max(here, bytes), exact };
}
