// The ledger's file in IndexedDB, laid out as records.ts says. Each commit is one transaction of strict durability that first
// looks at the generation, so it is whole or absent, and two writers cannot mix.
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { AppError } from '../../base/errors.ts';
import type { Change, PageStore, StoredImage } from './page-store.ts';
import { assemble, damaged, planCommit, salvage, type Batch, type Chunk, type Head, type Patch } from './records.ts';

interface Layout extends DBSchema {
  chunk: { key: number; value: Chunk };
  /** By generation. */
  patch: { key: number; value: Patch };
  head: { key: 'head'; value: Head };
}

type Stores = ('chunk' | 'patch' | 'head')[];
const ALL: Stores = ['chunk', 'patch', 'head'];
type Writing = IDBPTransaction<Layout, Stores, 'readwrite'>;

export class IndexedDbStore implements PageStore {
  #open: Promise<IDBPDatabase<Layout>> | null = null;

  constructor(private readonly name = 'sotto-ledger') {}

  async load(): Promise<StoredImage | null> {
    const { head, chunks, patches } = await this.#read();
    if (head) return assemble(head, chunks, patches);
    if (chunks.length || patches.length) throw damaged('its head is missing');
    return null;
  }

  async salvage(): Promise<StoredImage | null> {
    const { head, chunks, patches } = await this.#read();
    return salvage(head, chunks, patches);
  }

  async commit(change: Change): Promise<void> {
    const db = await this.#database();
    const writing = db.transaction(ALL, 'readwrite', { durability: 'strict' });
    try {
      const head = (await writing.objectStore('head').get('head')) ?? null;
      const patchedPages = async () => (await writing.objectStore('patch').getAll()).flatMap(({ pages }) => pages);
      await write(writing, await planCommit(head, change, patchedPages));
      await writing.done;
    } catch (error) {
      await abandon(writing);
      throw toAppError(error);
    }
  }

  async erase(): Promise<void> {
    await this.#close();
    await deleteDB(this.name);
  }

  close(): void {
    void this.#close();
  }

  async #read(): Promise<{ head: Head | null; chunks: [number, Chunk][]; patches: [number, Patch][] }> {
    const db = await this.#database();
    try {
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
    } catch (error) {
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

async function write(writing: Writing, { head, chunks, patches, chunksUntil, folds }: Batch): Promise<void> {
  const [chunkStore, patchStore] = [writing.objectStore('chunk'), writing.objectStore('patch')];
  const doing: Promise<unknown>[] = [];
  if (folds) doing.push(patchStore.clear(), chunkStore.delete(IDBKeyRange.lowerBound(chunksUntil)));
  for (const [number, chunk] of chunks) doing.push(chunkStore.put(chunk, number));
  for (const [generation, patch] of patches) doing.push(patchStore.put(patch, generation));
  doing.push(writing.objectStore('head').put(head, 'head'));
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

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  const code = name === 'QuotaExceededError' ? 'storage-full' : 'storage-failed';
  return new AppError(code, `${name}: ${message}`, undefined, { cause: error });
}
