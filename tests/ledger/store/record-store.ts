// IndexedDB without the browser: records in memory that take whole batches, and let a test tear them.
import {
  assemble,
  damaged,
  planCommit,
  salvage,
  type Batch,
  type Chunk,
  type Head,
  type Patch,
} from '../../../src/ledger/store/records.ts';
import type { Change, PageStore, StoredImage } from '../../../src/ledger/store/page-store.ts';

export class Records {
  head: Head | null = null;
  chunks = new Map<number, Chunk>();
  patches = new Map<number, Patch>();

  copy(): Records {
    const copy = new Records();
    copy.head = this.head;
    copy.chunks = new Map(this.chunks);
    copy.patches = new Map(this.patches);
    return copy;
  }
}

/** One write of a batch. */
export type Step<R = Records> = (records: R) => void;

interface Held<H, C, P> {
  head: H | null;
  chunks: Map<number, C>;
  patches: Map<number, P>;
}
interface Writes<H, C, P> {
  head: H;
  chunks: readonly [number, C][];
  patches: readonly [number, P][];
  chunksUntil: number;
  folds: boolean;
}

/** The writes of a batch in the order in which IndexedDB is given them. */
export function stepsOf<H, C, P>({ head, chunks, patches, chunksUntil, folds }: Writes<H, C, P>): Step<Held<H, C, P>>[] {
  const steps: Step<Held<H, C, P>>[] = [];
  if (folds) {
    steps.push((records) => records.patches.clear());
    steps.push((records) => {
      for (const number of [...records.chunks.keys()]) if (number >= chunksUntil) records.chunks.delete(number);
    });
  }
  for (const [number, chunk] of chunks) steps.push((records) => void records.chunks.set(number, chunk));
  for (const [generation, patch] of patches) steps.push((records) => void records.patches.set(generation, patch));
  steps.push((records) => void (records.head = head));
  return steps;
}

const sorted = <T>(map: Map<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

export function loadRecords({ head, chunks, patches }: Records): StoredImage | null {
  if (head) return assemble(head, sorted(chunks), sorted(patches));
  if (chunks.size || patches.size) throw damaged('its head is missing');
  return null;
}

export const salvageRecords = ({ head, chunks, patches }: Records): StoredImage | null => salvage(head, sorted(chunks), sorted(patches));

export const planFor = (records: Records, change: Change): Promise<Batch> =>
  planCommit(records.head, change, async () => [...records.patches.values()].flatMap(({ pages }) => pages));

export class RecordStore implements PageStore {
  #records = new Records();
  /** For a test to damage. */
  get records(): Records {
    return this.#records;
  }

  async load(): Promise<StoredImage | null> {
    return loadRecords(this.#records);
  }
  async salvage(): Promise<StoredImage | null> {
    return salvageRecords(this.#records);
  }
  async commit(change: Change): Promise<void> {
    for (const step of stepsOf(await planFor(this.#records, change))) step(this.#records);
  }
  async erase(): Promise<void> {
    this.#records = new Records();
  }
  close(): void {
    // nothing is held open
  }
}
