// The rows of the ledger as the Ledger screen scrolls through them: only the pages near the window are fetched and kept.
import type { LedgerRow } from '../ledger/ledger.ts';
import type { LedgerCall } from './ledger-link.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export const PAGE = 100;
const MOST_PAGES = 60;

interface Page {
  nth: number;
  rows: readonly LedgerRow[];
}

export class LedgerView {
  readonly #call: LedgerCall;
  #search = $state('');
  #accountId = $state<number | null>(null);
  #total = $state(0);
  #sums = $state.raw<readonly { currency: string; minor: number }[]>([]);
  #pages = $state.raw<readonly Page[]>([]);
  #ready = $state(false);
  #trouble = $state.raw<Trouble | null>(null);
  #asked: readonly number[] = [];
  #turn = 0;

  constructor(call: LedgerCall) {
    this.#call = call;
  }

  get search(): string {
    return this.#search;
  }
  get accountId(): number | null {
    return this.#accountId;
  }
  get total(): number {
    return this.#total;
  }
  get sums(): readonly { currency: string; minor: number }[] {
    return this.#sums;
  }
  /** Whether the first page has come. */
  get ready(): boolean {
    return this.#ready;
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  rowAt(index: number): LedgerRow | null {
    const nth = Math.floor(index / PAGE);
    return this.#pages.find((page) => page.nth === nth)?.rows[index % PAGE] ?? null;
  }

  /** Narrows to rows that hold every word, in one account or in all. */
  filter(search: string, accountId: number | null): Promise<void> {
    this.#search = search;
    this.#accountId = accountId;
    return this.refresh();
  }

  /** Reads afresh from the top, for a new filter or a changed ledger; what was shown stays until the new rows have come. */
  async refresh(): Promise<void> {
    this.#turn += 1;
    this.#asked = [0];
    await this.#fetch(0, true);
  }

  /** Makes sure that the rows of a window are there or on their way. */
  async need(from: number, until: number): Promise<void> {
    const first = Math.floor(from / PAGE);
    const count = Math.floor(Math.max(from, until - 1) / PAGE) - first + 1;
    const missing = Array.from({ length: count }, (_, nth) => first + nth).filter(
      (nth) => nth * PAGE < this.#total && !this.#asked.includes(nth) && !this.#pages.some((page) => page.nth === nth),
    );
    this.#asked = [...this.#asked, ...missing];
    await Promise.all(missing.map((nth) => this.#fetch(nth, false)));
  }

  async #fetch(nth: number, afresh: boolean): Promise<void> {
    const turn = this.#turn;
    try {
      const input = { search: this.#search, accountId: this.#accountId, offset: nth * PAGE, limit: PAGE };
      const { rows, total, sums } = await this.#call('transactions', input);
      if (turn !== this.#turn) return; // overtaken by another filter
      this.#pages = [...(afresh ? [] : this.#pages.slice(1 - MOST_PAGES)), { nth, rows }];
      this.#total = total;
      this.#sums = sums;
      this.#ready = true;
      this.#trouble = null;
    } catch (error) {
      this.#trouble = toTrouble(error);
    } finally {
      if (turn === this.#turn) this.#asked = this.#asked.filter((asked) => asked !== nth);
    }
  }
}
