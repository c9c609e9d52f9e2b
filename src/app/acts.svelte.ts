// What the person does to the ledger, and its history as the page shows it. Each act is durable once its promise resolves; each can be
// undone at any time. Undo by key or by voice takes back the newest act of this visit and none before it.
import type { Act } from '../ledger/acts/acts.ts';
import type { ActSummary } from '../ledger/acts/history.ts';
import type { LedgerCall } from './ledger-link.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export interface Doing {
  call: LedgerCall;
  /** Milliseconds since 1970. */
  now(): number;
  /** The ledger changed; resolves once the page has its new state. */
  onchanged(): Promise<void>;
}

/** How many acts of a visit are looked through for one to undo. */
const LOOKED = 200;

export class Acts {
  readonly #doing: Doing;
  readonly #since: number;
  #all = $state.raw<readonly ActSummary[]>([]);
  #total = $state(0);
  #newest = $state.raw<ActSummary | null>(null);
  #undone = $state.raw<ActSummary | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  #undoing: Promise<unknown> = Promise.resolve();

  constructor(doing: Doing) {
    this.#doing = doing;
    this.#since = doing.now();
  }

  /** Newest first, as far as they were looked for. */
  get all(): readonly ActSummary[] {
    return this.#all;
  }
  get total(): number {
    return this.#total;
  }
  /** What was done last on this visit, as long as it stands. */
  get newest(): ActSummary | null {
    return this.#newest;
  }
  /** What was taken back last. */
  get undone(): ActSummary | null {
    return this.#undone;
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  async look(limit: number): Promise<void> {
    await this.#attempt(async () => {
      const { acts, total } = await this.#doing.call('acts', { offset: 0, limit });
      this.#all = acts;
      this.#total = total;
    });
  }

  /** What was done; null when it was so already, or when it could not be done: `trouble` says why. */
  async do(act: Act): Promise<ActSummary | null> {
    return this.#attempt(async () => {
      const done = await this.#doing.call('act', act);
      if (!done) return null;
      this.#newest = done;
      await this.#doing.onchanged();
      return done;
    });
  }

  async undo(actId: number): Promise<ActSummary | null> {
    return this.#attempt(async () => {
      const undone = await this.#doing.call('undoAct', { actId });
      if (this.#newest?.id === actId) this.#newest = null;
      this.#undone = undone;
      await this.#doing.onchanged();
      return undone;
    });
  }

  /**
   * Takes back the newest act of this visit that stands; null when there is none, none is newer than `after`, or it failed. Asked twice
   * in a row it takes back two: one after the other.
   */
  undoNewest(after = 0): Promise<ActSummary | null> {
    const undone = this.#undoing.then(() => this.#undoNewest(after));
    this.#undoing = undone;
    return undone;
  }

  async #undoNewest(after: number): Promise<ActSummary | null> {
    const page = await this.#attempt(() => this.#doing.call('acts', { offset: 0, limit: LOOKED }));
    const newest = page?.acts.find(({ at, undoneAt }) => undoneAt === null && Date.parse(at) >= Math.max(this.#since, after));
    return newest ? this.undo(newest.id) : null;
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const done = await work();
      this.#trouble = null;
      return done;
    } catch (error) {
      this.#trouble = toTrouble(error);
      return null;
    }
  }

  forget(): void {
    this.#all = [];
    this.#total = 0;
    this.#newest = null;
  }
}
