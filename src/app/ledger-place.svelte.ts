// What the Ledger screen is opened on: all rows, narrowed or not, or the very rows of an answer.
import { EVERYTHING, type Narrowed } from './row-filter.ts';
import type { RowsOf } from './rows-of.ts';

export class LedgerPlace {
  readonly #go: () => void;
  #rowsOf = $state.raw<RowsOf | null>(null);
  #narrowed = $state.raw<Narrowed>(EVERYTHING);

  /** `go` leads to the screen. */
  constructor(go: () => void) {
    this.#go = go;
  }

  /** The answer whose rows are shown; null for all rows. */
  get rowsOf(): RowsOf | null {
    return this.#rowsOf;
  }
  /** What it is narrowed to where it does not show the rows of an answer. */
  get narrowed(): Narrowed {
    return this.#narrowed;
  }

  /** Opens it on the very rows of an answer, or on all of them. */
  showRows(rowsOf: RowsOf | null): void {
    this.#rowsOf = rowsOf;
    this.#go();
  }

  /** A new object each time: whoever watches it hears of every act, also of one that changes nothing. */
  narrow(narrowed: Narrowed): void {
    this.#narrowed = { ...narrowed };
  }

  /** Opens it narrowed to this and nothing else. */
  showNarrowed(to: Partial<Narrowed>): void {
    this.#narrowed = { ...EVERYTHING, ...to };
    this.showRows(null);
  }

  forget(): void {
    this.#rowsOf = null;
    this.#narrowed = EVERYTHING;
  }
}
