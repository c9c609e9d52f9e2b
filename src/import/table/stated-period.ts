// The period that a letterhead states ("01 Mar 2024 - 31 Mar 2024", "Von: 2024-03-01" over "Bis: 2024-03-31") as bounds of the rows: an
// order of day and month that puts rows outside of it is none. Day numbers, both ends within; what stands beside it is not believed.
import { dayNumber, type Day } from '../../base/days.ts';
import { fold } from '../../base/text.ts';
import { dayUnder, type DateParts } from '../dates.ts';
import type { DateOrder } from '../reading.ts';
import type { Row } from './find-tables.ts';
import { datePartsOf } from './profile.ts';

/** Rows may be booked a little before the period or after it. */
const SLACK = 3;
/** A period longer than this was not asked for as one, and decides nothing. */
const LONGEST = 800;

const NUMERIC = /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}/g;
const NAMED = /\d{1,2}(?:st|nd|rd|th)?[ .-]{1,2}\p{L}{3,10}\.?[ -]\d{4}|\p{L}{3,10}\.? \d{1,2},? \d{4}/gu;
const FROM = /^[^\p{L}]*(?:from|start|since|von|ab|du|date de debut|debut|desde|dal|da|van|od|fra|fran|de|data de inicio|inicio)(?!\p{L})/u;
const TO = /^[^\p{L}]*(?:to|until|end|bis|au|date de fin|fin|hasta|al|a|tot|t\/m|do|til|till|ate|data de fim|fim)(?!\p{L})/u;

export class StatedPeriod {
  private constructor(
    readonly line: number,
    private readonly from: DateParts,
    private readonly until: DateParts,
    private readonly thisYear: number,
  ) {}

  /** Null where the letterhead states none, or several. */
  static find(preamble: readonly Row[], thisYear: number): StatedPeriod | null {
    const found: StatedPeriod[] = [];
    let opened: { row: number; parts: DateParts } | null = null;
    for (const [at, { cells, line }] of preamble.entries()) {
      const text = cells.join(' ').slice(0, 300);
      const dates = datesIn(text, thisYear);
      const [first, second] = dates;
      if (dates.length === 2 && first && second) found.push(new StatedPeriod(line, first, second, thisYear));
      if (dates.length !== 1 || !first) continue;
      if (opened && opened.row === at - 1 && TO.test(fold(text))) found.push(new StatedPeriod(line, opened.parts, first, thisYear));
      opened = FROM.test(fold(text)) ? { row: at, parts: first } : null;
    }
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** Whether days from `lowest` to `highest` lie in the period, itself read in that order; null where it says nothing of the kind. */
  holds(order: DateOrder, lowest: number, highest: number): boolean | null {
    const [from, until] = [this.#dayOf(this.from, order), this.#dayOf(this.until, order)];
    // A month of 31: with this order the letterhead would have no sense.
    if (from === null || until === null) return order === 'ymd' ? null : false;
    const [first, last] = [dayNumber(from), dayNumber(until)];
    if (last <= first || last - first > LONGEST) return null;
    return lowest >= first - SLACK && highest <= last + SLACK;
  }

  #dayOf(parts: DateParts, order: DateOrder): Day | null {
    return 'fixed' in parts ? parts.fixed : dayUnder(parts, order, this.thisYear);
  }
}

function datesIn(text: string, thisYear: number): DateParts[] {
  const numeric = [...text.matchAll(NUMERIC)];
  const found = numeric.length > 0 ? numeric : [...text.matchAll(NAMED)];
  return found.flatMap(([date]) => datePartsOf(date, thisYear) ?? []);
}
