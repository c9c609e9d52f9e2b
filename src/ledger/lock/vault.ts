// Where the ledger lies: in the open, or locked in a database of its own. The locked one is the ledger as long as the record with its
// wrapped key is there; that record comes with the transaction that writes everything and goes with the whole database, so a kill at any moment
// leaves one whole ledger and at most a copy in the open, which the next opening sweeps away.
import { AppError } from '../../base/errors.ts';
import type { PageStore } from '../store/page-store.ts';
import { RecordPageStore, type RecordBase } from '../store/record-page-store.ts';
import { readLock, type HeldKey, type Lock } from './lock.ts';
import { sealedCoder } from './sealed-coder.ts';

export class Vault {
  constructor(
    readonly plain: PageStore,
    /** Without it a ledger cannot be locked, as in Node. */
    private readonly base?: RecordBase | undefined,
  ) {}

  get canLock(): boolean {
    return this.base !== undefined;
  }

  /** Null while the ledger lies open. Throws `ledger-damaged`. */
  async lock(): Promise<Lock | null> {
    if (!this.base) return null;
    const stored = await this.base.readLock();
    if (stored !== null) return readLock(stored);
    if ((await this.base.readHead()) === null) return null;
    throw new AppError('ledger-damaged', 'the ledger is locked, and the record that holds its wrapped key is missing');
  }

  locked(held: HeldKey, lock: Lock): PageStore {
    return new RecordPageStore(this.#base, sealedCoder(held, lock));
  }

  /** One record; everything else stays as it is. */
  rewrap(lock: Lock): Promise<void> {
    return this.#base.writeLock(lock);
  }

  /** What an act that was cut off left in the open. A locked ledger leaves no remains: it is written and deleted whole. */
  async sweep(isLocked: boolean): Promise<void> {
    if (isLocked) await this.plain.erase();
  }

  /** From then on the ledger is the one in the open. */
  eraseLocked(): Promise<void> {
    return this.#base.erase();
  }

  async erase(): Promise<void> {
    await this.base?.erase();
    await this.plain.erase();
  }

  get #base(): RecordBase {
    if (!this.base) throw new AppError('unexpected', 'this ledger cannot be locked');
    return this.base;
  }
}
