// What the cells of a file say, remembered: most cells of a column repeat, and a million rows come through. Each memory is
// bounded, so that a column of cells that never repeat does not fill it.
import type { Day } from '../../base/days.ts';
import { dayUnder } from '../dates.ts';
import { currencyNamed } from '../words/name-currency.ts';
import { stateOf, type State } from '../words/row-words.ts';
import { isBlank } from './cell-text.ts';
import type { Columns } from './plan-columns.ts';
import type { Plan } from './plan-table.ts';
import { datePartsOf } from './profile.ts';

const MOST_DAYS = 50_000;
const MOST_WORDS = 1000;
const MOST_SHARED = 20_000;

/** What `read` says of a cell; of the first so many different ones it is read once. */
function remembered<Said>(known: Map<string, Said>, cell: string, read: (cell: string) => Said): Said {
  const before = known.get(cell);
  if (before !== undefined) return before;
  const said = read(cell);
  if (known.size < MOST_WORDS) known.set(cell, said);
  return said;
}

export class CellMemory {
  readonly #thisYear: number;
  readonly #texts = new Map<string, string>();
  readonly #states = new Map<string, State | null>();
  readonly #currencies = new Map<string, string | null>();

  constructor(thisYear: number) {
    this.#thisYear = thisYear;
  }

  /** One copy of a text that many rows have, so that who looks it up for each of them finds it by its place and not by its letters. */
  shared<Text extends string | null>(text: Text): Text {
    if (text === null) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known as Text;
    if (this.#texts.size < MOST_SHARED) this.#texts.set(text, text);
    return text;
  }

  /** The day of a row, by the first of the plan's columns of days that is filled; null where that one holds none. */
  dayOf(plan: Plan, days: Columns['days'], cells: readonly string[]): Day | null {
    for (const column of plan.days) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      let day = days.get(cell);
      if (day === undefined) {
        day = this.#parseDay(plan, cell.trim());
        if (days.size > MOST_DAYS) days.clear();
        days.set(cell, day);
      }
      if (day !== null) return day;
      if (!isBlank(cell)) return null;
    }
    return null;
  }

  stateOf(cell: string): State | null {
    return remembered(this.#states, cell, stateOf);
  }

  currencyOf(cell: string): string | null {
    return remembered(this.#currencies, cell, currencyNamed);
  }

  #parseDay(plan: Plan, cell: string): Day | null {
    if (cell === '') return null;
    const parts = datePartsOf(cell, this.#thisYear);
    if (!parts) return null;
    if ('fixed' in parts) return parts.fixed;
    const verdict = plan.facts.orders.get(parts.shape);
    return dayUnder(parts, verdict?.order ?? 'dmy', this.#thisYear);
  }
}
