// The store as one tab has it. When the tab dies, what it had not given to the store never comes there, what it had given is there
// whole, and no answer reaches it any more.
import type { StoredBatch } from '../../src/ledger/store/coder.ts';
import type { RecordBase } from '../../src/ledger/store/record-page-store.ts';

export class MortalRecords implements RecordBase {
  isDead = false;

  constructor(private readonly records: RecordBase) {}

  read = () => this.#whileAlive(() => this.records.read());
  readHead = () => this.#whileAlive(() => this.records.readHead());
  readSince = (generation: number) => this.#whileAlive(() => this.records.readSince(generation));
  readPatches = () => this.#whileAlive(() => this.records.readPatches());
  readLock = () => this.#whileAlive(() => this.records.readLock());
  writeLock = (lock: unknown) => this.#whileAlive(() => this.records.writeLock(lock));
  write = (batch: StoredBatch, isLatest: (head: unknown) => boolean) => this.#whileAlive(() => this.records.write(batch, isLatest));
  erase = () => this.#whileAlive(() => this.records.erase());
  close = () => undefined;

  /** On either side of the store some turns pass, as between processes. */
  async #whileAlive<T>(work: () => Promise<T>): Promise<T> {
    await aTurn();
    if (this.isDead) return silence();
    const done = await work();
    await aTurn();
    return this.isDead ? silence() : done;
  }
}

const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const silence = () => new Promise<never>(() => undefined);
