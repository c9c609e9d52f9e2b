// Records in memory, whole batches at a time, copied as IndexedDB copies them; a test may look at them and change them.
import { AppError } from '../../../src/base/errors.ts';
import type { StoredBatch } from '../../../src/ledger/store/coder.ts';
import type { RecordBase, StoredRecords } from '../../../src/ledger/store/record-page-store.ts';
import { stepsOf as plainSteps, type Step as StepOf } from '../store/record-store.ts';

export class MemoryRecords implements RecordBase {
  head: unknown = null;
  lock: unknown = null;
  chunks = new Map<number, unknown>();
  patches = new Map<number, unknown>();

  async read(): Promise<StoredRecords> {
    return structuredClone({ head: this.head, chunks: sorted(this.chunks), patches: sorted(this.patches) });
  }
  async readHead(): Promise<unknown> {
    return structuredClone(this.head);
  }
  async readSince(generation: number): Promise<Omit<StoredRecords, 'chunks'>> {
    return structuredClone({ head: this.head, patches: sorted(this.patches).filter(([each]) => each > generation) });
  }
  async readPatches(): Promise<[number, unknown][]> {
    return structuredClone(sorted(this.patches));
  }
  async readLock(): Promise<unknown> {
    return structuredClone(this.lock);
  }
  async writeLock(lock: unknown): Promise<void> {
    this.lock = structuredClone(lock);
  }
  async write(batch: StoredBatch, isLatest: (head: unknown) => boolean): Promise<void> {
    if (!isLatest(this.head)) throw new AppError('ledger-in-use', 'another head');
    for (const step of stepsOf(batch)) step(this);
  }
  async erase(): Promise<void> {
    this.head = null;
    this.lock = null;
    this.chunks.clear();
    this.patches.clear();
  }
  close(): void {
    // nothing is held open
  }

  copy(): MemoryRecords {
    const copy = new MemoryRecords();
    Object.assign(copy, structuredClone({ head: this.head, lock: this.lock, chunks: this.chunks, patches: this.patches }));
    return copy;
  }

  /** Maps of its own over the same records: whoever changes one copies it first. */
  shallow(): MemoryRecords {
    const copy = new MemoryRecords();
    return Object.assign(copy, { head: this.head, lock: this.lock, chunks: new Map(this.chunks), patches: new Map(this.patches) });
  }
}

/** One write of a batch. */
export type Step = StepOf<MemoryRecords>;

/** The writes of a batch in the order in which IndexedDB is given them. */
export function stepsOf(batch: StoredBatch): Step[] {
  const { lock, ...rest } = structuredClone(batch);
  return [...plainSteps(rest), ...(lock === undefined ? [] : [(records: MemoryRecords) => void (records.lock = lock)])];
}

/** A stored record with one field, deep within, made another: a bit turned, bytes cut off, a number one higher. */
export function spoilt(record: unknown, below: (limit: number) => number): unknown {
  const copy = structuredClone(record) as Record<string, unknown>;
  const names = Object.keys(copy);
  const name = names[below(names.length)] ?? '';
  const value = copy[name];
  if (value instanceof Uint8Array || value instanceof Uint32Array) {
    if (below(4) === 0) copy[name] = value.slice(0, below(value.length));
    else {
      const at = below(value.length);
      value[at] = (value[at] ?? 0) ^ (1 << below(8));
    }
  } else if (Array.isArray(value)) copy[name] = value.slice(1);
  else if (typeof value === 'number') copy[name] = value + 1;
  return copy;
}

const sorted = (map: Map<number, unknown>): [number, unknown][] => [...map].sort(([a], [b]) => a - b);
