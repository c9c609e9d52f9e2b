// Which number of a date is the day: judged from every row of the column, from the other date columns, the period lines of the
// letterhead, the order of the rows, and today. Dates of one shape share one order; a fixed date (2024-01-31) needs none.
import { addDays, dayNumber, type Day } from '../../base/days.ts';
import { dayUnder, type DateParts } from '../dates.ts';
import type { DateOrder, Reason, Source } from '../reading.ts';
import type { StatedPeriod } from './stated-period.ts';

export const DATE_ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

interface Tally {
  valid: number;
  invalid: number;
  firstInvalidLine: number;
  firstInvalidText: string;
  future: number;
  rising: number;
  falling: number;
  last: number;
  lowest: number;
  highest: number;
}

const newTally = (): Tally => ({
  valid: 0,
  invalid: 0,
  firstInvalidLine: 0,
  firstInvalidText: '',
  future: 0,
  rising: 0,
  falling: 0,
  last: NaN,
  lowest: Infinity,
  highest: -Infinity,
});

export interface OrderVerdict {
  order: DateOrder;
  source: Source;
  reason: Reason;
  /** Orders that nothing speaks against, the assumed one first. */
  open: DateOrder[];
}

/** Collects what the dates of one shape say, and decides. */
export class OrderEvidence {
  readonly #tallies: readonly Tally[] = DATE_ORDERS.map(newTally);
  readonly #thisYear: number;
  /** Day numbers under each order, by the date as written: dates repeat. */
  readonly #numbers = new Map<string, (number | null)[]>();
  readonly #soon: number;
  rows = 0;
  sample = '';

  constructor(today: Day) {
    this.#thisYear = Number(today.slice(0, 4));
    this.#soon = dayNumber(addDays(today, 3));
  }

  /** `main`: a date of the column that counts; others (value dates, period lines) prove the order but not the row order. */
  add(parts: DateParts, text: string, line: number, main: boolean): void {
    if ('fixed' in parts) return;
    this.rows += 1;
    if (this.sample === '') this.sample = text;
    const numbers = this.#numbersOf(parts, text);
    for (let at = 0; at < DATE_ORDERS.length; at += 1) {
      const tally = this.#tallies[at];
      const number = numbers[at] ?? null;
      if (!tally) continue;
      if (number === null) {
        tally.invalid += 1;
        if (tally.firstInvalidLine === 0) [tally.firstInvalidLine, tally.firstInvalidText] = [line, text];
        continue;
      }
      tally.valid += 1;
      if (!main) continue;
      if (number > this.#soon) tally.future += 1;
      if (number > tally.last) tally.rising += 1;
      else if (number < tally.last) tally.falling += 1;
      tally.last = number;
      if (number < tally.lowest) tally.lowest = number;
      if (number > tally.highest) tally.highest = number;
    }
  }

  #numbersOf(parts: DateParts, text: string): (number | null)[] {
    const known = this.#numbers.get(text);
    if (known) return known;
    const numbers = DATE_ORDERS.map((order) => {
      const day = dayUnder(parts, order, this.#thisYear);
      return day === null ? null : dayNumber(day);
    });
    if (this.#numbers.size > 20_000) this.#numbers.clear();
    this.#numbers.set(text, numbers);
    return numbers;
  }

  /** `locale`: the order that language, currency and marks of the file suggest, or null. `period`: the one the letterhead states. */
  decide(locale: DateOrder | null, period: StatedPeriod | null = null): OrderVerdict {
    const rows = this.rows;
    const all = DATE_ORDERS.map((order, at): [DateOrder, Tally] => [order, this.#tallies[at] ?? newTally()]).filter(
      ([, { valid }]) => valid > 0,
    );
    let whole = all.filter(([, { invalid }]) => invalid === 0);
    // Two digits of a year first ("24/01/05") are rare: they count where nothing else fits, or where the country writes so.
    if (locale !== 'ymd' && whole.some(([order]) => order !== 'ymd') && !isFarNearer(whole))
      whole = whole.filter(([order]) => order !== 'ymd');
    if (whole.length === 0) return this.#decideBroken(all, locale);
    if (whole.length === 1) {
      const order = whole[0]?.[0] ?? 'dmy';
      const against = this.#tallies[order === 'dmy' ? 1 : 0];
      return {
        order,
        source: 'proved',
        reason: {
          code: order === 'ymd' ? 'year-first' : 'day-over-12',
          line: against?.firstInvalidLine ?? 0,
          text: against?.firstInvalidText ?? '',
          count: against?.invalid ?? 0,
          of: rows,
        },
        open: [order],
      };
    }
    let open = whole;
    const notFuture = open.filter(([, { future }]) => future === 0);
    if (notFuture.length === 1 && notFuture[0])
      return { order: notFuture[0][0], source: 'proved', reason: { code: 'future', of: rows }, open: [notFuture[0][0]] };
    if (notFuture.length > 0) open = notFuture;
    const within = period ? open.map(([order, { lowest, highest }]) => period.holds(order, lowest, highest)) : [];
    const [held] = open.filter((_, at) => within[at]);
    if (period && held && within.filter((each) => each === false).length === open.length - 1)
      return { order: held[0], source: 'proved', reason: { code: 'period-line', line: period.line, of: rows }, open: [held[0]] };
    const inOrder = open.filter(([, tally]) => isMonotone(tally));
    const notInOrder = open.filter(([, tally]) => isJumbled(tally));
    if (inOrder.length === 1 && inOrder[0] && notInOrder.length === open.length - 1)
      return { order: inOrder[0][0], source: 'proved', reason: { code: 'row-order', of: rows }, open: [inOrder[0][0]] };
    const ranked = open.map(([order, tally]) => ({ order, weight: this.#weigh(order, tally, locale) })).sort((a, b) => b.weight - a.weight);
    const order = ranked[0]?.order ?? 'dmy';
    const orders = ranked.map((each) => each.order);
    return { order, source: 'asked', reason: { code: 'both-readings', text: this.sample }, open: orders };
  }

  /** Some dates fit no order or each order lacks some: the order of the most, asked when that is no clear majority. */
  #decideBroken(all: [DateOrder, Tally][], locale: DateOrder | null): OrderVerdict {
    const ranked = all.sort(([, a], [, b]) => b.valid - a.valid);
    const [best, next] = ranked;
    if (!best) return { order: locale ?? 'dmy', source: 'guessed', reason: { code: 'shape' }, open: [locale ?? 'dmy'] };
    const clear =
      !next || next[1].invalid > best[1].invalid * 4 + 1 || (next[1].invalid > best[1].invalid && best[1].invalid * 20 <= this.rows);
    const reason: Reason = {
      code: 'day-over-12',
      line: next?.[1].firstInvalidLine ?? 0,
      text: next?.[1].firstInvalidText ?? '',
      count: next?.[1].invalid ?? 0,
      of: this.rows,
    };
    if (clear) return { order: best[0], source: 'proved', reason, open: [best[0]] };
    const tied = ranked.filter(([, { valid }]) => valid * 2 > best[1].valid).map(([order]) => order);
    const assumed = locale && tied.includes(locale) && next[1].valid === best[1].valid ? locale : best[0];
    return {
      order: assumed,
      source: 'asked',
      reason: { code: 'both-readings', text: this.sample },
      open: [assumed, ...tied.filter((order) => order !== assumed)],
    };
  }

  /** For the guess only: rows near together in time, sorted, and the habit of the country. */
  #weigh(order: DateOrder, tally: Tally, locale: DateOrder | null): number {
    let weight = order === locale ? 4 : 0;
    if (order === 'ymd') weight -= 3;
    const span = tally.highest - tally.lowest;
    if (Number.isFinite(span)) weight -= Math.log2(span + 2);
    if (isMonotone(tally)) weight += 3;
    return weight;
  }
}

/** With the year first all rows lie together, with any other order they lie years apart: "24-01-15", "24-01-17". */
function isFarNearer(orders: readonly [DateOrder, Tally][]): boolean {
  const spans = orders.map(([order, { lowest, highest }]): [DateOrder, number] => [order, highest - lowest]);
  const yearFirst = spans.find(([order]) => order === 'ymd')?.[1];
  return yearFirst !== undefined && spans.every(([order, span]) => order === 'ymd' || (span > 700 && span > yearFirst * 8));
}

/** Days only rise or only fall, over at least four moves. */
const isMonotone = ({ rising, falling }: Tally): boolean => Math.min(rising, falling) === 0 && rising + falling >= 3;
/** Days go up and down more than a few late rows would explain. */
const isJumbled = ({ rising, falling }: Tally): boolean =>
  Math.min(rising, falling) >= 2 && Math.min(rising, falling) * 8 >= rising + falling;
