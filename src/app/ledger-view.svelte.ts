// The rows of the ledger as the Ledger screen scrolls through them: only the pages near the window are fetched and kept.
// They are all rows, narrowed by search and account, or the very rows of one answer.
import type { SqlValue } from '../ledger/database.ts';
import type { LedgerRow, TransactionPage } from '../ledger/ledger.ts';
import type { LedgerCall } from './ledger-link.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export const PAGE = 100;
const MOST_PAGES = 60;

/** The rows of one answer, and the question they answer. */
export interface RowsOf {
  question: string;
  sql: string;
  params: SqlValue[];
}

interface Page {
  nth: number;
  rows: readonly LedgerRow[];
}

export class LedgerView {
  readonly #call: LedgerCall;
  readonly #rowsOf: RowsOf | null;
  #search = $state('');
  #accountId = $state<number | null>(null);
  #total = $state(0);
  #sums = $state.raw<readonly { currency: string; minor: number }[]>([]);
  #pages = $state.raw<readonly Page[]>([]);
  #ready = $state(false);
  #trouble = $state.raw<Trouble | null>(null);
  #asked: readonly number[] = [];
  #turn = 0;

  constructor(call: LedgerCall, rowsOf: RowsOf | null = null) {
    this.#call = call;
    this.#rowsOf = rowsOf;
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

  async #page(offset: number): Promise<TransactionPage> {
    const limit = PAGE;
    if (!this.#rowsOf) return this.#call('transactions', { search: this.#search, accountId: this.#accountId, offset, limit });
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
