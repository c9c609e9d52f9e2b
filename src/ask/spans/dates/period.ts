// A stretch of time as a question means it: one or more half-open ranges, its size, and what was chosen for the person.
import type { Day, DayRange, Unit, WeekStart } from '../../../base/days.ts';
import { addDays, addMonths, addUnits, dateOf, daysBetween, monthOf, startOf, toDay, yearOf } from '../../../base/days.ts';
import type { Parser, Refiner } from '../span.ts';

export type Grain = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'year' | 'other';

export interface Period {
  /** Sorted, not touching, at least one. */
  ranges: DayRange[];
  grain: Grain;
  /** "I took 'May' as May 2026." without the full stop; absent when nothing was chosen. */
  assumed?: string;
  /** A month, day or season without a year: another date in the sentence may lend it one. */
  yearless?: boolean;
  /** The year was said here, so it can be lent. */
  year?: number;
  /** 'since' and friends: the range ends with today because nothing else was said. */
  open?: boolean;
  /** The words mean another stretch than the one asked about before, or beside it: how to find it from that one. */
  relative?: 'before' | 'after' | 'year-before' | 'same' | 'year-of';
}

/** From that day on, up to today. */
export const openPeriod = (from: Day, today: Day): Period => ({
  ranges: [{ from, until: addDays(today, 1) }],
  grain: 'other',
  open: true,
});

export interface DateContext {
  today: Day;
  weekStart: WeekStart;
  /** 3/4/2026 is 3 April. */
  dayFirst: boolean;
  /** Mother's Day in March, and the like. */
  british: boolean;
  /** Thanksgiving in October. */
  canadian?: boolean;
  /** Month and date on which the country's tax and financial year begins, where it is neither the British nor the calendar one. */
  financialYear?: readonly [number, number];
  /** Summer is from December to February. */
  southern?: boolean;
  firstDay: Day;
  lastDay: Day;
  /** The latest day on which pay came in, and the one before; asked only when said. */
  payday: (back: number) => Day | null;
}

export type DateParser = Parser<Period, DateContext>;
export type DateRefiner = Refiner<Period, DateContext>;

export const oneRange = (from: Day, until: Day, grain: Grain, more: Partial<Period> = {}): Period => ({
  ranges: [{ from, until }],
  grain,
  ...more,
});

export const tomorrow = ({ today }: DateContext): Day => addDays(today, 1);

/** Moves by units as they are said, half years and fortnights too. */
export const addSaid = (day: Day, count: number, unit: string): Day =>
  unit === 'fortnight' ? addDays(day, 14 * count) : unit === 'half' ? addMonths(day, 6 * count) : addUnits(day, count, unit as Unit);

/** From the first range's start to the last one's end. */
export function hull({ ranges }: Pick<Period, 'ranges'>): DayRange {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) throw new RangeError('a period without a range');
  return { from: first.from, until: last.until };
}

/** Both periods as one: sorted, touching ranges joined. */
export function unite(periods: readonly Period[]): Period {
  const sorted = periods.flatMap(({ ranges }) => ranges).sort((a, b) => (a.from < b.from ? -1 : 1));
  const ranges: DayRange[] = [];
  for (const range of sorted) {
    const last = ranges.at(-1);
    if (last && range.from <= last.until) last.until = range.until > last.until ? range.until : last.until;
    else ranges.push({ ...range });
  }
  const assumed = periods.flatMap((period) => period.assumed ?? []);
  return { ranges, grain: 'other', ...(assumed.length ? { assumed: assumed.join('; ') } : {}) };
}

const isMonthStart = (day: Day) => dateOf(day) === 1;

/** The stretch of equal size just before (or after): calendar units stay calendar units. */
export function neighbour(period: Period, step: -1 | 1, today: Day): Period {
  const { from, until } = hull(period);
  const stretch = step < 0 ? -1 : 1;
  const months = (yearOf(until) - yearOf(from)) * 12 + monthOf(until) - monthOf(from);
  if (period.grain === 'day' || period.grain === 'week') {
    const size = period.grain === 'day' ? 1 : 7;
    const start = period.grain === 'week' ? startOf(from, 'week') : from;
    return oneRange(addDays(start, stretch * size), addDays(start, stretch * size + size), period.grain);
  }
  if (period.grain === 'weekend') return oneRange(addDays(from, stretch * 7), addDays(until, stretch * 7), 'weekend');
  const unit = { month: 1, quarter: 3, half: 6, year: 12, other: 0 }[period.grain];
  if (unit > 0) {
    const start = toDay(yearOf(from), monthOf(from), dateOf(from));
    return oneRange(addMonths(start, stretch * unit), addMonths(start, stretch * unit + unit), period.grain);
  }
  if (isMonthStart(from) && (isMonthStart(until) || until === addDays(today, 1))) {
    const size = isMonthStart(until) ? months : months + 1;
    return oneRange(addMonths(from, stretch * size), addMonths(from, stretch * size + size), 'other');
  }
  const days = daysBetween(from, until);
  return oneRange(addDays(from, stretch * days), addDays(until, stretch * days), 'other');
}

/** The same days so many years on; weeks and weekends stay whole ones, of the same part of the year. */
export function shiftYears({ ranges, grain }: Period, years: number): Period {
  const byWeeks = grain === 'week' || grain === 'weekend';
  const moved = (day: Day) => (byWeeks ? addDays(day, 7 * Math.round((years * DAYS_OF_YEAR) / 7)) : addMonths(day, years * 12));
  return { ranges: ranges.map(({ from, until }) => ({ from: moved(from), until: moved(until) })), grain };
}
const DAYS_OF_YEAR = 365.25;
