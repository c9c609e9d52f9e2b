// The lock as the page sees it: whether the ledger waits for its passphrase, and the acts that lock and unlock. Locking loads every
// page anew, so that nothing that was read stays in a page's memory.
import type { Secret } from '../ledger/lock/lock.ts';
import { AppError } from '../base/errors.ts';
import type { LockState } from './engine/locking.ts';
import type { LedgerCall } from './ledger-link.ts';

export interface LockParts {
  call: LedgerCall;
  /** Told once the ledger is unlocked, here or in another tab. */
  onunlocked(): void;
  /** Told when an open ledger was locked. */
  onlocked(): void;
}

/** Milliseconds between two notes that somebody is there. */
const NOTE_EVERY = 20_000;

export class Lock {
  readonly #parts: LockParts;
  #state = $state.raw<LockState | null>(null);
  #isLocked = $state(false);
  #noted = 0;

  constructor(parts: LockParts) {
    this.#parts = parts;
  }

  /** Null until it is known. */
  get state(): LockState | null {
    return this.#state;
  }
  /** Whether the ledger waits for its passphrase. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** Takes an error that says so; tells whether it was one. */
  takes(error: unknown, wasOpen: boolean): boolean {
    if (!(error instanceof AppError) || error.code !== 'ledger-locked') return false;
    if (wasOpen) this.#parts.onlocked();
    else if (!this.#isLocked) {
      this.#isLocked = true;
      void this.#waitForOthers();
    }
    return true;
  }

  async look(): Promise<void> {
    this.#state = await this.#parts.call('lockState', null);
  }

  /** Each throws what went wrong. */
  async unlock(secret: Secret): Promise<void> {
    await this.#parts.call('unlock', secret);
    this.#open();
  }

  async lockNow(): Promise<void> {
    await this.#parts.call('lockNow', null);
  }

  async prepare(passphrase: string): Promise<string> {
    return (await this.#parts.call('prepareLock', { passphrase })).recoveryKey;
  }

  async turnOn(): Promise<void> {
    this.#state = await this.#parts.call('turnLockOn', null);
  }

  async turnOff(secret: Secret): Promise<void> {
    this.#state = await this.#parts.call('turnLockOff', secret);
  }

  async changePassphrase(secret: Secret, next: string): Promise<void> {
    await this.#parts.call('changePassphrase', { secret, next });
  }

  async autoLock(minutes: number): Promise<void> {
    this.#state = await this.#parts.call('autoLock', { minutes });
  }

  /** Everything is gone, the lock too. */
  forget(): void {
    this.#isLocked = false;
    this.#state = null;
  }

  /** Notes, now and then, that somebody is there; `now` in milliseconds. */
  note(now: number): void {
    if (!this.#state?.isOn || this.#isLocked || now - this.#noted < NOTE_EVERY) return;
    this.#noted = now;
    this.#parts.call('stay', null).catch((error: unknown) => this.takes(error, true));
  }

  /** Another tab may unlock it. */
  async #waitForOthers(): Promise<void> {
    try {
      await this.#parts.call('untilUnlocked', null);
      if (this.#isLocked) this.#open();
    } catch (error) {
      if (!(error instanceof AppError)) throw error; // it stays locked here until this tab unlocks it or is loaded again
    }
  }

  #open(): void {
    this.#isLocked = false;
    this.#parts.onunlocked();
  }
}
