// A ledger in memory with its durable copy. What `change` and `commit` resolved is in the store; what they rejected is
// neither in the store nor in memory, which goes back to the last durable state. A damaged store opens for reading only.
import { AppError } from '../../base/errors.ts';
import { openSchema } from '../migrations/open-schema.ts';
import { SqlJsDatabase, type SqlEngine } from '../sql-js-database.ts';
import { openFile, proveBackup } from './open-file.ts';
import type { ReadAhead } from './read-ahead.ts';
import { changedPages, PAGE_SIZE, type Change, type PageStore, type StoredImage } from './page-store.ts';

export interface CommitFigures {
  generation: number;
  pages: number;
  bytes: number;
}

export interface StepOptions<S> {
  signal?: AbortSignal | undefined;
  onStep?: (step: S) => void;
  onSaving?: () => void;
  /** For work that proves the references of what it writes, all at its end: SQLite does not look them up row by row. */
  provesReferences?: boolean;
}

export interface OpenOptions {
  /** With SQLite's own look at the file. */
  check?: boolean;
  /** What was read of this store before. */
  ahead?: ReadAhead | undefined;
}

export class KeptLedger {
  #db: SqlJsDatabase;
  #durable: Uint8Array | null;
  #generation: number;
  /** What `changesOf` said when memory and store were last the same. */
  #durableChanges: string;
  /** What the last commit wrote. */
  lastCommit: CommitFigures | null = null;

  private constructor(
    private readonly engine: SqlEngine,
    private store: PageStore,
    stored: StoredImage | null,
    /** Why nothing can be changed: the store is damaged, and memory holds what could be saved. */
    private damage: AppError | null = null,
    /** Of the very bytes of `stored`. */
    opened: SqlJsDatabase | null = null,
  ) {
    this.#durable = stored?.bytes ?? null;
    this.#generation = stored?.generation ?? 0;
    this.#db = opened ?? openFile(engine, this.#durable);
    this.#durableChanges = changesOf(this.#db);
  }

  /** Loads, checks what `check` asks for, and brings the schema up to date, durably. Throws `ledger-newer`. */
  static async open(engine: SqlEngine, store: PageStore, { check = false, ahead }: OpenOptions = {}): Promise<KeptLedger> {
    try {
      const { stored, db } = ahead ? await ahead.take() : { stored: await store.load(), db: null };
      const ledger = new KeptLedger(engine, store, stored, null, db);
      if (check) ledger.check();
      openSchema(ledger.#db);
      await ledger.commit();
      return ledger;
    } catch (error) {
      if (error instanceof AppError && error.code === 'ledger-damaged') return openSalvaged(engine, store, error);
      throw error;
    }
  }

  /** For reading only, from `salvaged` or empty. */
  static damaged(engine: SqlEngine, store: PageStore, salvaged: StoredImage | null, damage: AppError): KeptLedger {
    const ledger = new KeptLedger(engine, store, salvaged, damage);
    openSchema(ledger.#db);
    return ledger;
  }

  /** True when the store is damaged: what could be saved can be read, nothing can be changed but by `erase`. */
  get isDamaged(): boolean {
    return this.damage !== null;
  }

  /** Another object after a commit that failed: ask for it each time. */
  get db(): SqlJsDatabase {
    return this.#db;
  }

  /** Of the file as it is durable, in bytes. */
  get size(): number {
    return this.#durable?.length ?? 0;
  }

  /** A copy of a part of the durable file. */
  part(from: number, until: number): Uint8Array<ArrayBuffer> {
    return (this.#durable ?? new Uint8Array()).slice(from, until) as Uint8Array<ArrayBuffer>;
  }

  get generation(): number {
    return this.#generation;
  }

  /** SQLite's own look at its file. Throws `ledger-damaged`. */
  check(): void {
    const answer = this.#db.query('PRAGMA quick_check(1)').rows[0]?.[0];
    if (answer !== 'ok') throw new AppError('ledger-damaged', `the ledger's file is damaged: ${String(answer)}`);
  }

  /** Runs `work` as one transaction and makes it durable. */
  async change<T>(work: (db: SqlJsDatabase) => T): Promise<T> {
    if (this.damage) throw this.damage;
    const result = this.#db.transaction(() => work(this.#db));
    this.#compact();
    await this.commit();
    return result;
  }

  /**
   * The same for work in steps: between two of them, now and then, other events of this thread get their turn. `signal` stops
   * it until the saving begins; then nothing was changed.
   */
  async changeInSteps<S, T>(
    work: (db: SqlJsDatabase) => Generator<S, T>,
    { signal, onStep, onSaving, provesReferences = false }: StepOptions<S> = {},
  ): Promise<T> {
    if (this.damage) throw this.damage;
    const db = this.#db;
    const steps = work(db);
    const left = provesReferences ? db.leaveReferences() : null;
    db.execute('SAVEPOINT steps');
    let result: T;
    try {
      result = await inTime(steps, onStep, signal);
      db.execute('RELEASE steps');
    } catch (error) {
      db.execute('ROLLBACK TO steps; RELEASE steps');
      throw error;
    } finally {
      left?.checkAgain();
    }
    onSaving?.();
    await this.commit();
    return result;
  }

  /** Makes durable what memory holds; no transaction may be open. */
  async commit(): Promise<void> {
    const changes = changesOf(this.#db);
    if (this.#durable && changes === this.#durableChanges) return;
    try {
      const image = this.#db.export();
      const pages = changedPages(this.#durable, image);
      this.#durableChanges = changes;
      if (!pages.length && image.length === this.#durable?.length) return;
      const generation = this.#generation + 1;
      await this.#write({ generation, image, pages });
      this.#durable = image;
      this.#generation = generation;
      this.lastCommit = { generation, pages: pages.length, bytes: pages.length * PAGE_SIZE };
    } catch (error) {
      if (error instanceof AppError && error.code === 'ledger-in-use') await this.#reload(); // somebody else wrote meanwhile
      this.#forget(); // whatever was thrown, memory must not run ahead of the disk
      throw error;
    }
  }

  /** A store that fails may have written all the same, and only its answer was lost; then it is there, and that is what counts. */
  async #write(change: Change): Promise<void> {
    try {
      await this.store.commit(change);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'storage-failed' || !(await this.#holds(change))) throw error;
    }
  }

  async #holds({ generation, image }: Change): Promise<boolean> {
    try {
      const stored = await this.store.load();
      return stored?.generation === generation && stored.bytes.length === image.length && changedPages(stored.bytes, image).length === 0;
    } catch (error) {
      if (error instanceof AppError) return false; // it does not read either: what it failed with first is told
      throw error;
    }
  }

  /** The whole ledger as a SQLite file. */
  backup(): Uint8Array {
    return this.#db.export();
  }

  /**
   * Puts a backup in the place of everything, in one commit, after it was proved: SQLite finds it whole, its schema is known
   * and its references hold. Throws `ledger-damaged` or `ledger-newer`, and then nothing was changed.
   */
  async restore(backup: Uint8Array): Promise<void> {
    const restored = proveBackup(this.engine, backup);
    if (this.damage) await this.#clear();
    this.#db.close();
    this.#db = restored;
    this.#durableChanges = ''; // unlike anything that was
    await this.commit();
  }

  /** Leaves nothing behind, and begins anew. */
  async erase(): Promise<void> {
    await this.#clear();
    this.#forget();
    openSchema(this.#db);
    await this.commit();
  }

  /**
   * Everything as it is into `store`, in one commit; what was there goes. `settle` makes that one the ledger; if it fails, this
   * one stays it.
   */
  async moveTo(store: PageStore, settle: () => Promise<void> = async () => undefined): Promise<void> {
    if (this.damage) throw this.damage;
    await store.erase();
    const image = this.#db.export();
    const changes = changesOf(this.#db);
    await store.commit({ generation: 1, image, pages: changedPages(null, image) });
    await settle();
    this.store = store;
    this.#durable = image;
    this.#generation = 1;
    this.#durableChanges = changes;
  }

  /** Memory is let go of; of the copy of the file nothing is left in it. */
  close(): void {
    this.#db.close();
    this.#durable?.fill(0);
    this.#durable = null;
    this.store.close();
  }

  async #clear(): Promise<void> {
    await this.store.erase();
    this.damage = null;
    this.#durable = null;
    this.#generation = 0;
  }

  async #reload(): Promise<void> {
    const stored = await this.store.load();
    this.#durable = stored?.bytes ?? null;
    this.#generation = stored?.generation ?? 0;
  }

  /** Gives room back when most of the file is free, as after a large import was undone. */
  #compact(): void {
    const count = (pragma: string) => Number(this.#db.query(`PRAGMA ${pragma}`).rows[0]?.[0]);
    const free = count('freelist_count');
    if (free < FREE_PAGES || free * 2 < count('page_count')) return;
    this.#db.execute('VACUUM');
  }

  #forget(): void {
    this.#db.close();
    this.#db = openFile(this.engine, this.#durable);
    this.#durableChanges = changesOf(this.#db);
    if (!this.#durable) openSchema(this.#db);
  }
}

/** SQLite itself may refuse what the store could save; then nothing was saved. */
async function openSalvaged(engine: SqlEngine, store: PageStore, damage: AppError): Promise<KeptLedger> {
  const salvaged = await store.salvage();
  try {
    return KeptLedger.damaged(engine, store, salvaged, damage);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ledger-newer') throw error;
    return KeptLedger.damaged(engine, store, null, damage);
  }
}

/** Free pages that are no bother. */
const FREE_PAGES = 256;

/** Grows with every change through this connection, so that a commit of nothing costs nothing. */
const changesOf = (db: SqlJsDatabase): string =>
  ['SELECT total_changes()', 'PRAGMA schema_version', 'PRAGMA user_version'].map((sql) => String(db.query(sql).rows[0]?.[0])).join(' ');

/** Milliseconds of work between two looks at the events of this thread. */
const TURN = 60;

async function inTime<S, T>(steps: Generator<S, T>, onStep: ((step: S) => void) | undefined, signal: AbortSignal | undefined): Promise<T> {
  let rested = performance.now();
  try {
    for (let step = steps.next(); ; step = steps.next()) {
      signal?.throwIfAborted();
      if (step.done) return step.value;
      if (performance.now() - rested < TURN) continue;
      onStep?.(step.value);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      rested = performance.now();
    }
  } finally {
    steps.return(undefined as T); // closes what it has open; without effect when it ended by itself
  }
}
