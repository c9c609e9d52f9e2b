// Records in IndexedDB. Each batch is one transaction of strict durability that first looks at the head, so it is whole or absent,
// and two writers cannot mix.
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { AppError } from '../../base/errors.ts';
import type { StoredBatch } from './coder.ts';
import { eraseDatabase } from './erase-database.ts';
import type { RecordBase, StoredRecords } from './record-page-store.ts';

interface Layout extends DBSchema {
  chunk: { key: number; value: unknown };
  /** By generation. */
  patch: { key: number; value: unknown };
  head: { key: 'head' | 'lock'; value: unknown };
}

type Stores = ('chunk' | 'patch' | 'head')[];
const ALL: Stores = ['chunk', 'patch', 'head'];
type Writing = IDBPTransaction<Layout, Stores, 'readwrite'>;

export class IndexedDbRecords implements RecordBase {
  #open: Promise<IDBPDatabase<Layout>> | null = null;

  constructor(private readonly name: string) {}

  read(): Promise<StoredRecords> {
    return this.#reading(async (db) => {
      const reading = db.transaction(ALL, 'readonly');
      const [chunk, patch] = [reading.objectStore('chunk'), reading.objectStore('patch')];
      const [head, chunkKeys, chunks, patchKeys, patches] = await Promise.all([
        reading.objectStore('head').get('head'),
        chunk.getAllKeys(),
        chunk.getAll(),
        patch.getAllKeys(),
        patch.getAll(),
      ]);
      await reading.done;
      return { head: head ?? null, chunks: pairs(chunkKeys, chunks), patches: pairs(patchKeys, patches) };
    });
  }

  readHead(): Promise<unknown> {
    return this.#reading(async (db) => (await db.get('head', 'head')) ?? null);
  }

  readLock(): Promise<unknown> {
    return this.#reading(async (db) => (await db.get('head', 'lock')) ?? null);
  }

  readSince(generation: number): Promise<Omit<StoredRecords, 'chunks'>> {
    return this.#reading(async (db) => {
      const reading = db.transaction(['patch', 'head'], 'readonly');
      const [patch, later] = [reading.objectStore('patch'), IDBKeyRange.lowerBound(generation, true)];
      const [head, keys, patches] = await Promise.all([
        reading.objectStore('head').get('head'),
        patch.getAllKeys(later),
        patch.getAll(later),
      ]);
      await reading.done;
      return { head: head ?? null, patches: pairs(keys, patches) };
    });
  }

  readPatches(): Promise<[number, unknown][]> {
    return this.#reading(async (db) => {
      const patch = db.transaction('patch', 'readonly').store;
      const [keys, patches] = await Promise.all([patch.getAllKeys(), patch.getAll()]);
      return pairs(keys, patches);
    });
  }

  async writeLock(lock: unknown): Promise<void> {
    await this.#writing((writing) => writing.objectStore('head').put(lock, 'lock'));
  }

  async write(batch: StoredBatch, isLatest: (head: unknown) => boolean): Promise<void> {
    await this.#writing(async (writing) => {
      const head = (await writing.objectStore('head').get('head')) ?? null;
      if (!isLatest(head)) throw new AppError('ledger-in-use', 'somebody else wrote to the store meanwhile');
      await put(writing, batch);
    });
  }

  async erase(): Promise<void> {
    await this.#close();
    await eraseDatabase(this.name);
  }

  close(): void {
    void this.#close();
  }

  async #reading<T>(read: (db: IDBPDatabase<Layout>) => Promise<T>): Promise<T> {
    const db = await this.#database();
    try {
      return await read(db);
    } catch (error) {
      throw toAppError(error);
    }
  }

  async #writing(write: (writing: Writing) => Promise<unknown>): Promise<void> {
    const db = await this.#database();
    const writing = db.transaction(ALL, 'readwrite', { durability: 'strict' });
    try {
      await write(writing);
      await writing.done;
    } catch (error) {
      await abandon(writing);
      throw toAppError(error);
    }
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    (await open)?.close();
  }

  #database(): Promise<IDBPDatabase<Layout>> {
    this.#open ??= openDB<Layout>(this.name, 1, {
      upgrade(db) {
        for (const name of ALL) db.createObjectStore(name);
      },
      blocking: () => this.close(), // another tab erases everything
      terminated: () => (this.#open = null),
    }).catch((error: unknown) => {
      this.#open = null;
      throw toAppError(error);
    });
    return this.#open;
  }
}

const pairs = <T>(keys: readonly number[], values: readonly T[]): [number, T][] =>
  values.map((value, at) => [keys[at] ?? Number.NaN, value]);

async function put(writing: Writing, { head, chunks, patches, chunksUntil, folds, lock }: StoredBatch): Promise<void> {
  const [chunkStore, patchStore, headStore] = [writing.objectStore('chunk'), writing.objectStore('patch'), writing.objectStore('head')];
  const doing: Promise<unknown>[] = [];
  if (folds) doing.push(patchStore.clear(), chunkStore.delete(IDBKeyRange.lowerBound(chunksUntil)));
  for (const [number, chunk] of chunks) doing.push(chunkStore.put(chunk, number));
  for (const [generation, patch] of patches) doing.push(patchStore.put(patch, generation));
  doing.push(headStore.put(head, 'head'));
  if (lock !== undefined) doing.push(headStore.put(lock, 'lock'));
  await Promise.all(doing);
}

async function abandon(writing: Writing): Promise<void> {
  try {
    writing.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // it had ended already
  }
  await writing.done.catch(() => undefined); // its reason is the one being thrown
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  const code = name === 'QuotaExceededError' ? 'storage-full' : 'storage-failed';
  return new AppError(code, `${name}: ${message}`, undefined, { cause: error });
}
