// The ledger's file in IndexedDB. Large changes are written as 64 KiB chunks, small ones as one patch record with just their
// pages; patches are folded into chunks when they have grown. Each commit is one transaction of strict durability that first
// looks at the generation. Every record carries a checksum, so damage is told at loading.
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { AppError } from '../../base/errors.ts';
import { checksum, PAGE_SIZE, type Change, type PageStore, type StoredImage } from './page-store.ts';

export const CHUNK_SIZE = 16 * PAGE_SIZE;
/** A change of more pages than this goes into chunks at once. */
const LARGEST_PATCH = 256;
/** Pages that may lie in patches before they are folded. */
const MOST_PATCHED = 2048;

interface Block {
  bytes: Uint8Array<ArrayBuffer>;
  sum: number;
}

interface Patch extends Block {
  /** Numbers of the pages in `bytes`, in their order. */
  pages: number[];
}

interface Head {
  generation: number;
  /** Bytes of the file. */
  size: number;
  /** Pages in patches. */
  patched: number;
}

interface Layout extends DBSchema {
  chunk: { key: number; value: Block };
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
    const db = await this.#database();
    const reading = db.transaction(ALL, 'readonly');
    const [head, chunks, keys, patches] = await Promise.all([
      reading.objectStore('head').get('head'),
      reading.objectStore('chunk').getAll(),
      reading.objectStore('chunk').getAllKeys(),
      reading.objectStore('patch').getAll(),
    ]);
    await reading.done;
    if (!head) {
      if (keys.length || patches.length) throw damaged('its head is missing');
      return null;
    }
    return { generation: head.generation, bytes: assemble(head, chunks, keys, patches) };
  }

  async commit(change: Change): Promise<void> {
    const db = await this.#database();
    const writing = db.transaction(ALL, 'readwrite', { durability: 'strict' });
    try {
      await write(writing, change);
      await writing.done;
    } catch (error) {
      await abandon(writing);
      throw toAppError(error);
    }
  }

  async erase(): Promise<void> {
    await this.#close();
    await deleteDB(this.name, { blocked: () => undefined });
  }

  close(): void {
    void this.#close();
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    (await open)?.close();
  }

  #database(): Promise<IDBPDatabase<Layout>> {
    this.#open ??= openDB<Layout>(this.name, 1, {
      upgrade(db) {
        db.createObjectStore('chunk');
        db.createObjectStore('patch');
        db.createObjectStore('head');
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

async function write(writing: Writing, { generation, image, pages }: Change): Promise<void> {
  const head = (await writing.objectStore('head').get('head')) ?? { generation: 0, size: 0, patched: 0 };
  if (generation !== head.generation + 1) {
    throw new AppError('ledger-in-use', `the store is at ${head.generation}, not before ${generation}`);
  }
  const fits = pages.length <= LARGEST_PATCH && head.patched + pages.length <= MOST_PATCHED && image.length >= head.size && head.size > 0;
  const patched = fits ? head.patched + pages.length : 0;
  const puts = fits ? [putPatch(writing, generation, image, pages)] : await putChunks(writing, head, image, pages);
  puts.push(writing.objectStore('head').put({ generation, size: image.length, patched }, 'head'));
  await Promise.all(puts);
}

function putPatch(writing: Writing, generation: number, image: Uint8Array, pages: readonly number[]): Promise<unknown> {
  const bytes = new Uint8Array(pages.length * PAGE_SIZE);
  for (const [at, page] of pages.entries()) bytes.set(image.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), at * PAGE_SIZE);
  return writing.objectStore('patch').put({ pages: [...pages], bytes, sum: checksum(bytes) }, generation);
}

/** Writes the chunks of the changed pages and of all pages in patches, and drops the patches. */
async function putChunks(writing: Writing, head: Head, image: Uint8Array, pages: readonly number[]): Promise<Promise<unknown>[]> {
  const perChunk = CHUNK_SIZE / PAGE_SIZE;
  const chunks = new Set(pages.map((page) => Math.floor(page / perChunk)));
  const patches = head.patched ? await writing.objectStore('patch').getAll() : [];
  for (const patch of patches) for (const page of patch.pages) chunks.add(Math.floor(page / perChunk));
  const last = Math.ceil(image.length / CHUNK_SIZE) - 1;
  if (head.size !== image.length) {
    chunks.add(Math.min(last, Math.max(0, Math.ceil(head.size / CHUNK_SIZE) - 1))); // a short last chunk grows or is cut
    chunks.add(last);
  }
  const store = writing.objectStore('chunk');
  const puts: Promise<unknown>[] = [...chunks]
    .filter((chunk) => chunk <= last)
    .map((chunk) => {
      const bytes = image.slice(chunk * CHUNK_SIZE, (chunk + 1) * CHUNK_SIZE);
      return store.put({ bytes, sum: checksum(bytes) }, chunk);
    });
  puts.push(store.delete(IDBKeyRange.lowerBound(last, true)), writing.objectStore('patch').clear());
  return puts;
}

function assemble(head: Head, chunks: readonly Block[], keys: readonly number[], patches: readonly Patch[]): Uint8Array {
  const image = new Uint8Array(head.size);
  const isWritten = new Uint8Array(head.size / PAGE_SIZE);
  const put = (page: number, bytes: Uint8Array) => {
    if ((page + 1) * PAGE_SIZE > head.size) throw damaged(`page ${page} lies outside`);
    image.set(bytes, page * PAGE_SIZE);
    isWritten[page] = 1;
  };
  for (const [at, { bytes, sum }] of chunks.entries()) {
    const first = ((keys[at] ?? 0) * CHUNK_SIZE) / PAGE_SIZE;
    if (checksum(bytes) !== sum) throw damaged(`chunk ${keys[at]} is not what was written`);
    for (let page = 0; page * PAGE_SIZE < bytes.length; page += 1) {
      put(first + page, bytes.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE));
    }
  }
  for (const { pages, bytes, sum } of patches) {
    if (checksum(bytes) !== sum || bytes.length !== pages.length * PAGE_SIZE) throw damaged('a patch is not what was written');
    for (const [at, page] of pages.entries()) put(page, bytes.subarray(at * PAGE_SIZE, (at + 1) * PAGE_SIZE));
  }
  const missing = isWritten.indexOf(0);
  if (missing >= 0) throw damaged(`page ${missing} is missing`);
  return image;
}

const damaged = (what: string) => new AppError('ledger-damaged', `the stored ledger is damaged: ${what}`);

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
  if (name === 'QuotaExceededError') return new AppError('storage-full', message, undefined, { cause: error });
  return new AppError('storage-failed', `${name}: ${message}`, undefined, { cause: error });
}
