// A PageStore over records that are written in whole batches: read the head, plan the writes, code them, and write them only if the
// head is still that one. Coding may take its time (encryption does); the transaction that writes does not wait for it.
import { AppError } from '../../base/errors.ts';
import type { Coder, StoredBatch } from './coder.ts';
import type { Change, PageStore, StoredImage } from './page-store.ts';
import { advance } from './advance.ts';
import { assemble, damaged, planCommit, salvage, type Head } from './records.ts';

export interface StoredRecords {
  /** Null where there is none. */
  head: unknown;
  /** By their keys, ascending. */
  chunks: [number, unknown][];
  patches: [number, unknown][];
}

/** Where records lie. */
export interface RecordBase {
  read(): Promise<StoredRecords>;
  readHead(): Promise<unknown>;
  /** The head with the patches of generations above this one, of one moment. */
  readSince(generation: number): Promise<Omit<StoredRecords, 'chunks'>>;
  readPatches(): Promise<[number, unknown][]>;
  /** Null where the ledger is not locked. */
  readLock(): Promise<unknown>;
  writeLock(lock: unknown): Promise<void>;
  /** Whole or absent. Throws `ledger-in-use`, and changes nothing, when `isLatest` denies the head that is there. */
  write(batch: StoredBatch, isLatest: (head: unknown) => boolean): Promise<void>;
  /** Leaves nothing behind. */
  erase(): Promise<void>;
  close(): void;
}

/** Records coded at a time: enough to keep the cores busy, few enough to bound the memory. */
const AT_ONCE = 64;

export class RecordPageStore implements PageStore {
  /** What the files that were given lay under. */
  readonly #heads = new WeakMap<StoredImage, Head>();

  constructor(
    private readonly base: RecordBase,
    private readonly coder: Coder,
  ) {}

  async load(): Promise<StoredImage | null> {
    const { head: storedHead, chunks, patches } = await this.base.read();
    if (storedHead === null) {
      if (chunks.length || patches.length) throw damaged('its head is missing');
      return null;
    }
    const head = await this.coder.openHead(storedHead);
    const image = assemble(
      head,
      await each(chunks, (stored, number) => this.coder.openChunk(stored, number, head)),
      await each(patches, (stored, generation) => this.coder.openPatch(stored, generation)),
    );
    this.#heads.set(image, head);
    return image;
  }

  async follow(before: StoredImage | null, largest: number): Promise<StoredImage | null> {
    const known = before && this.#heads.get(before);
    const { head: storedHead, patches } = await this.base.readSince(known?.generation ?? Infinity);
    if (storedHead === null) return this.load(); // which tells an empty store from one that lost its head
    const head = await this.coder.openHead(storedHead);
    if (head.size > largest) return null;
    if (!before || !known) return this.load();
    const since = await each(patches, (stored, generation) => this.coder.openPatch(stored, generation));
    const image = advance(before, { known, head, since });
    if (!image) return this.load();
    this.#heads.set(image, head);
    return image;
  }

  async salvage(): Promise<StoredImage | null> {
    const { head: storedHead, chunks, patches } = await this.base.read();
    const head = await sound(() => this.coder.openHead(storedHead));
    if (!head) return null;
    const chunk = (stored: unknown, number: number) => sound(() => this.coder.openChunk(stored, number, head));
    const patch = (stored: unknown, generation: number) => sound(() => this.coder.openPatch(stored, generation));
    return salvage(head, whole(await each(chunks, chunk)), whole(await each(patches, patch)));
  }

  async commit(change: Change): Promise<void> {
    const storedHead = await this.base.readHead();
    const head = storedHead === null ? null : await this.coder.openHead(storedHead);
    const batch = await planCommit(head, change, () => this.#patchedPages());
    const mark = this.coder.markOf(storedHead);
    await this.base.write(await this.coder.encode(batch, head), (latest) => this.coder.markOf(latest) === mark);
  }

  erase(): Promise<void> {
    return this.base.erase();
  }

  close(): void {
    this.base.close();
  }

  async #patchedPages(): Promise<number[]> {
    const patches = await each(await this.base.readPatches(), (stored, generation) => this.coder.openPatch(stored, generation));
    return patches.flatMap(([, { pages }]) => pages);
  }
}

export async function each<T, U>(records: readonly [number, T][], work: (record: T, key: number) => Promise<U>): Promise<[number, U][]> {
  const done: [number, U][] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const some = records.slice(from, from + AT_ONCE).map(async ([key, record]): Promise<[number, U]> => [key, await work(record, key)]);
    done.push(...(await Promise.all(some)));
  }
  return done;
}

const whole = <T>(records: readonly [number, T | null][]): [number, T][] =>
  records.flatMap(([key, record]): [number, T][] => (record === null ? [] : [[key, record]]));

/** Null in the place of what is damaged. */
async function sound<T>(open: () => Promise<T>): Promise<T | null> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof AppError && error.code === 'ledger-damaged') return null;
    throw error;
  }
}
