// The ledger as it stands: how much is in it and what it can be asked. It follows what another tab does to it.
import { AppError } from '../base/errors.ts';
import type { LedgerState } from '../ledger/ledger.ts';
import type { LedgerCall } from './ledger-link.ts';
import type { Shelf } from './settings.svelte.ts';
import { toTrouble, type Trouble } from './trouble.ts';

/** A mark that the ledger had rows when it was last open; it says nothing else. */
const HAS_ROWS = 'sotto-has-rows';

export interface LedgerNowParts {
  call: LedgerCall;
  /** Where the mark is kept. */
  shelf: Shelf;
  today(): string;
  /** Told of each state, for what is read from the rows. */
  onrows(): void;
  onemptied(): void;
  /** Whether what went wrong is that the ledger was locked. */
  onlocked(error: unknown): boolean;
  ontrouble(trouble: Trouble): void;
}

/** Milliseconds until another key is told of. */
const HUSH_AGAIN = 250;

export class LedgerNow {
  readonly #parts: LedgerNowParts;
  readonly #hadRows: boolean;
  #state = $state.raw<LedgerState | null>(null);
  #suggestions = $state.raw<readonly string[]>([]);
  #isFollowing = false;
  #isRehearsed = false;
  #isHushed = false;

  constructor(parts: LedgerNowParts) {
    this.#parts = parts;
    this.#hadRows = parts.shelf.getItem(HAS_ROWS) !== null;
  }

  /** Null until the ledger is open. */
  get state(): LedgerState | null {
    return this.#state;
  }
  get suggestions(): readonly string[] {
    return this.#suggestions;
  }
  /** Before the ledger is open, what the last visit left: a first visit is greeted at once. */
  get isEmpty(): boolean {
    return this.#state ? this.#state.transactions === 0 : !this.#hadRows;
  }
  /** Grows with every change of rows. */
  get revision(): number {
    return this.#state?.revision ?? 0;
  }

  settle(state: LedgerState): void {
    const { shelf, onrows, onemptied } = this.#parts;
    this.#state = state;
    if (state.transactions > 0) {
      shelf.setItem(HAS_ROWS, 'yes');
      void this.#suggest();
      onrows();
    } else {
      shelf.removeItem(HAS_ROWS);
      this.#suggestions = [];
      onemptied();
    }
  }

  /** Waits for as long as the page lives for what another tab changes. A worker that died is asked anew. */
  async follow(): Promise<void> {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      for (;;) {
        const state = await this.#parts.call('watch', { revision: this.revision });
        if (state.revision !== this.revision) this.settle(state);
      }
    } catch (error) {
      this.#isFollowing = false;
      if (this.#parts.onlocked(error)) return;
      if (error instanceof AppError && error.code === 'worker-died') setTimeout(() => void this.follow(), 1_000);
    }
  }

  /** A key was pressed in the question box: what is read for nobody rests, so that the question meets none of it. */
  async hush(): Promise<void> {
    if (this.#isHushed || !this.#state) return;
    this.#isHushed = true;
    setTimeout(() => (this.#isHushed = false), HUSH_AGAIN);
    try {
      await this.#parts.call('hush', null);
    } catch (error) {
      if (!this.#parts.onlocked(error)) this.#parts.ontrouble(toTrouble(error));
    }
  }

  async #suggest(): Promise<void> {
    try {
      const today = this.#parts.today();
      this.#suggestions = await this.#parts.call('suggestions', { today });
      if (this.#isRehearsed) return;
      this.#isRehearsed = true;
      await this.#parts.call('rehearse', { today });
    } catch (error) {
      if (!this.#parts.onlocked(error)) this.#parts.ontrouble(toTrouble(error));
    }
  }
}
