// Records in memory, whole batches at a time, copied as IndexedDB copies them; a test may look at them and change them.
import { AppError } from '../../../src/base/errors.ts';
import type { StoredBatch } from '../../../src/ledger/store/coder.ts';
import type { RecordBase, StoredRecords } from '../../../src/ledger/store/record-page-store.ts';

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
    const { head, chunks, patches, chunksUntil, folds, lock } = structuredClone(batch);
    if (folds) {
      this.patches.clear();
      for (const number of [...this.chunks.keys()]) if (number >= chunksUntil) this.chunks.delete(number);
    }
    for (const [number, chunk] of chunks) this.chunks.set(number, chunk);
    for (const [generation, patch] of patches) this.patches.set(generation, patch);
    this.head = head;
    if (lock !== undefined) this.lock = lock;
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
}

const sorted = (map: Map<number, unknown>): [number, unknown][] => [...map].sort(([a], [b]) => a - b);
