// The ledger read before it is needed, by who may have to take it over: only in memory, nothing is written and nothing brought up to
// date. What it holds is used when the store says, at that moment, that it is what is stored; else what was committed since is read.
import { NEWEST_VERSION, schemaVersion } from '../migrations/open-schema.ts';
import type { SqlEngine, SqlJsDatabase } from '../sql-js-database.ts';
import { openFile } from './open-file.ts';
import type { PageStore, StoredImage } from './page-store.ts';

export interface Ahead {
  /** Null while nothing was ever committed. */
  stored: StoredImage | null;
  /** Of these very bytes, and of the newest schema. */
  db: SqlJsDatabase | null;
}

export class ReadAhead {
  #image: StoredImage | null = null;
  #db: SqlJsDatabase | null = null;

  constructor(
    private readonly engine: SqlEngine,
    readonly store: PageStore,
    /** A file of more bytes is left until it is needed: two copies of it would crowd the memory. */
    private readonly largest: number,
  ) {}

  /** Reads what the store holds now. The database is another one when that has changed, and null where there is none to have. */
  async look(): Promise<SqlJsDatabase | null> {
    const image = (await this.store.follow?.(this.#image, this.largest)) ?? null;
    if (image !== this.#image) this.drop();
    if (image && !this.#db) {
      this.#image = image;
      this.#db = openFile(this.engine, image.bytes);
      if (schemaVersion(this.#db) !== NEWEST_VERSION) this.#close(); // its steps are for the owner to take
    }
    return this.#db;
  }

  /** What the store holds at this moment, whatever its size. From then on it is the caller's. */
  async take(): Promise<Ahead> {
    const stored = this.store.follow ? await this.store.follow(this.#image, Infinity) : await this.store.load();
    if (stored !== this.#image) this.drop();
    const db = this.#db;
    this.#image = null;
    this.#db = null;
    return { stored, db };
  }

  /** Of the ledger nothing is left in memory. */
  drop(): void {
    this.#close();
    this.#image?.bytes.fill(0);
    this.#image = null;
  }

  #close(): void {
    this.#db?.close();
    this.#db = null;
  }
}
