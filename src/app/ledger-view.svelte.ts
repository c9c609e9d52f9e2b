// The rows of the ledger as the Ledger screen scrolls through them: only the pages near the window are fetched and kept.
// They are all rows, narrowed by a filter, or the very rows of one answer.
import type { LedgerRow, RowFilter, TransactionPage } from '../ledger/find-rows.ts';
import type { LedgerCall } from './ledger-link.ts';
import type { RowsOf } from './rows-of.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export const PAGE = 100;
const MOST_PAGES = 60;

interface Page {
  nth: number;
  rows: readonly LedgerRow[];
}

function pagesOf(from: number, until: number): number[] {
  const first = Math.floor(from / PAGE);
  return Array.from({ length: Math.floor(Math.max(from, until - 1) / PAGE) - first + 1 }, (_, nth) => first + nth);
}

export class LedgerView {
  readonly #call: LedgerCall;
  readonly #rowsOf: RowsOf | null;
  #filter: RowFilter;
  #total = $state(0);
  #sums = $state.raw<readonly { currency: string; minor: number }[]>([]);
  #pages = $state.raw<readonly Page[]>([]);
  #ready = $state(false);
  #trouble = $state.raw<Trouble | null>(null);
  #asked: readonly number[] = [];
  #turn = 0;
  /** The rows that are looked at, half-open. */
  #window: readonly [number, number] = [0, 1];

  constructor(call: LedgerCall, rowsOf: RowsOf | null = null, filter: RowFilter = { search: '', accountId: null }) {
    this.#call = call;
    this.#filter = filter;
    this.#rowsOf = rowsOf;
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

  /** Narrows to other rows, and looks at the first of them. */
  filter(filter: RowFilter): Promise<void> {
    this.#filter = filter;
    this.#window = [0, 1];
    return this.refresh();
  }

  /** Reads afresh what is looked at, for a new filter or a changed ledger; what was shown stays until the new rows have come. */
  async refresh(): Promise<void> {
    this.#turn += 1;
    const pages = pagesOf(...this.#window);
    this.#asked = pages;
    await Promise.all(pages.map((nth, at) => this.#fetch(nth, at === 0)));
  }

  /** Makes sure that the rows of a window are there or on their way. */
  async need(from: number, until: number): Promise<void> {
    this.#window = [from, until];
    const missing = pagesOf(from, until).filter(
      (nth) => nth * PAGE < this.#total && !this.#asked.includes(nth) && !this.#pages.some((page) => page.nth === nth),
    );
    this.#asked = [...this.#asked, ...missing];
    await Promise.all(missing.map((nth) => this.#fetch(nth, false)));
  }

  async #page(offset: number): Promise<TransactionPage> {
    const limit = PAGE;
    if (!this.#rowsOf) return this.#call('transactions', { ...this.#filter, offset, limit });
    const { sql, params } = this.#rowsOf;
    return (await this.#call('evidence', { sql, params, offset, limit })) ?? { rows: [], total: 0, sums: [] };
  }

  async #fetch(nth: number, afresh: boolean): Promise<void> {
    const turn = this.#turn;
    try {
      const { rows, total, sums } = await this.#page(nth * PAGE);
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
