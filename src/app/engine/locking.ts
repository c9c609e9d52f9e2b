// Locked at rest: opens the ledger from wherever it lies, turns the lock on and off, and forgets the key when asked to or when nobody
// was there for a while. What a person reads of it is in src/strings/lock.ts.
import { AppError } from '../../base/errors.ts';
import { changePassphrase, makeLock, unlock, type HeldKey, type Lock, type Secret } from '../../ledger/lock/lock.ts';
import type { Cost } from '../../ledger/lock/stretch.ts';
import type { PageStore } from '../../ledger/store/page-store.ts';
import type { Vault } from '../../ledger/lock/vault.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { SqlEngine, SqlJsDatabase } from '../../ledger/sql-js-database.ts';
import { KeptLedger } from '../../ledger/store/kept-ledger.ts';
import { ReadAhead } from '../../ledger/store/read-ahead.ts';

/** Minutes without a person until an unlocked ledger locks itself, unless they choose others; 0 is never. */
const USUAL_MINUTES = 10;

export interface LockState {
  /** Whether a ledger can be locked here at all. */
  canLock: boolean;
  isOn: boolean;
  minutes: number;
}

/** The key of an unlocked ledger, for whichever worker owns it next. */
export interface KeyShare {
  current(): Promise<HeldKey | null>;
  put(held: HeldKey | null): void;
}

/** For one worker alone. */
export function ownKey(): KeyShare {
  let mine: HeldKey | null = null;
  return { current: async () => mine, put: (held) => void (mine = held) };
}

/** Bytes of a ledger that a second tab holds too, so as to take over at once: some 100,000 rows. */
const LARGEST_AHEAD = 32 * 1024 * 1024;

interface Pending {
  lock: Lock;
  held: HeldKey;
}

export class Locking {
  #pending: Pending | null = null;
  #isOn = false;
  /** With the key that opens it; null in the open. */
  #ahead: { keyId: string | null; read: ReadAhead } | null = null;
  /** Milliseconds when somebody was last there. */
  #seen = 0;

  constructor(
    private readonly vault: Vault,
    private readonly keys: KeyShare,
    private readonly clock: () => number,
    /** What a passphrase costs; measured on this device where it is not said. */
    private readonly cost?: Cost,
  ) {}

  get isOn(): boolean {
    return this.#isOn;
  }

  /** The key of a locked ledger that is open; null where it lies in the open. */
  async held(): Promise<HeldKey | null> {
    return this.#isOn ? this.keys.current() : null;
  }

  /** Throws `ledger-locked` while nobody has unlocked it. */
  async open(loadSql: () => Promise<SqlEngine>): Promise<KeptLedger> {
    const lock = await this.vault.lock();
    this.#isOn = lock !== null;
    if (!lock) return this.#keptIn(await loadSql(), null, this.vault.plain);
    const held = await this.#keyOf(lock);
    if (!held) throw new AppError('ledger-locked', 'nobody has unlocked the ledger yet');
    const kept = await this.#keptIn(await loadSql(), lock.keyId, this.vault.locked(held, lock));
    await this.vault.sweep(true);
    this.stay();
    return kept;
  }

  /** Reads the ledger before it is this worker's to open, and writes nothing. Null where there is none, or none to have yet. */
  async lookAhead(loadSql: () => Promise<SqlEngine>): Promise<SqlJsDatabase | null> {
    try {
      const lock = await this.vault.lock();
      const held = lock && (await this.#keyOf(lock));
      const keyId = lock?.keyId ?? null;
      if (this.#ahead?.keyId !== keyId || (lock && !held)) this.#dropAhead();
      if (lock && !held) return null;
      const engine = await loadSql();
      this.#ahead ??= {
        keyId,
        read: new ReadAhead(engine, lock && held ? this.vault.locked(held, lock) : this.vault.plain, LARGEST_AHEAD),
      };
      return await this.#ahead.read.look();
    } catch (error) {
      this.#dropAhead(); // what is wrong with the store is met again, and told, by who opens it
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  async #keyOf({ keyId }: Lock): Promise<HeldKey | null> {
    const held = await this.keys.current();
    return held?.id === keyId ? held : null;
  }

  /** From what was read ahead, if it was read from there. */
  #keptIn(engine: SqlEngine, keyId: string | null, store: PageStore): Promise<KeptLedger> {
    const read = this.#ahead?.keyId === keyId ? this.#ahead.read : undefined;
    if (!read) this.#dropAhead();
    this.#ahead = null;
    return KeptLedger.open(engine, read?.store ?? store, { ahead: read });
  }

  #dropAhead(): void {
    this.#ahead?.read.drop();
    this.#ahead = null;
  }

  /** Throws `passphrase-wrong` or `recovery-wrong`. */
  async unlock(secret: Secret): Promise<void> {
    const lock = await this.vault.lock();
    if (lock) this.keys.put(await unlock(lock, secret));
  }

  /** The key of `kept` is forgotten, and it is closed. */
  lockNow(kept: KeptLedger | null): void {
    this.keys.put(null);
    this.#pending = null;
    kept?.close();
  }

  /** A lock that is not on yet: its recovery key is kept by the person first. */
  async prepare(passphrase: string): Promise<string> {
    if (!this.vault.canLock) throw new AppError('unexpected', 'this ledger cannot be locked');
    const { lock, held, recoveryKey } = await makeLock(passphrase, this.cost);
    this.#pending = { lock, held };
    return recoveryKey;
  }

  /** Everything is written again, sealed, in one act; then what lay in the open goes. */
  async turnOn(kept: KeptLedger): Promise<void> {
    const pending = this.#pending;
    if (!pending) throw new AppError('unexpected', 'no lock was prepared, or another tab took over meanwhile');
    const { lock, held } = pending;
    if (this.#isOn) throw new AppError('unexpected', 'the ledger is locked at rest already');
    await kept.moveTo(this.vault.locked(held, lock));
    this.#isOn = true;
    this.#pending = null;
    this.keys.put(held);
    this.stay();
    await this.vault.sweep(true);
  }

  async turnOff(kept: KeptLedger, secret: Secret): Promise<void> {
    const lock = await this.vault.lock();
    if (!lock) return;
    await unlock(lock, secret); // who sits there may not be who locked it
    await kept.moveTo(this.vault.plain, () => this.vault.eraseLocked());
    this.#isOn = false;
    this.keys.put(null);
  }

  async change(secret: Secret, next: string): Promise<void> {
    const lock = await this.vault.lock();
    if (!lock) throw new AppError('unexpected', 'the ledger is not locked at rest');
    await this.vault.rewrap(await changePassphrase(lock, secret, next, this.cost));
  }

  /** The ledger is gone, and its lock with it. */
  forget(): void {
    this.#isOn = false;
    this.#pending = null;
    this.keys.put(null);
  }

  state(kept: KeptLedger | null): LockState {
    return { canLock: this.vault.canLock, isOn: this.#isOn, minutes: minutesOf(kept) };
  }

  /** Somebody is there. */
  stay(): void {
    this.#seen = this.clock();
  }

  isIdle(kept: KeptLedger): boolean {
    const minutes = minutesOf(kept);
    return this.#isOn && minutes > 0 && this.clock() - this.#seen >= minutes * 60_000;
  }
}

function minutesOf(kept: KeptLedger | null): number {
  const minutes = kept ? readSetting(kept.db, 'auto-lock') : null;
  return typeof minutes === 'number' && minutes >= 0 ? minutes : USUAL_MINUTES;
}
