// Weekdays as a stretch of time ("Thursday to Sunday") or as a filter inside one.
import { addDays, daysBetween, weekdayOf } from '../../base/days.ts';
import type { Reading } from '../reading.ts';
import { hull } from '../spans/dates/period.ts';
import type { Period } from '../spans/dates/period.ts';
import type { Span } from '../spans/span.ts';
import type { Weekdays } from '../spans/weekdays.ts';

/**
 * "Thursday to Sunday" without a period is the latest such run; beside a single day ("Thanksgiving, Thursday to Sunday") it says how long
 * that lasts; inside a longer period it picks days.
 */
export function settledWeekdays(
  { weekdays, today }: Reading,
  period: Period | null,
): { period: Period | null; filters: readonly Span<Weekdays>[] } {
  const [one] = weekdays;
  if (weekdays.length !== 1 || !one?.value.once) return { period, filters: weekdays };
  const { first, length } = one.value.once;
  const range = period ? hull(period) : null;
  if (range && daysBetween(range.from, range.until) === 1 && weekdayOf(range.from) === first) {
    return { period: { ranges: [{ from: range.from, until: addDays(range.from, length) }], grain: 'other' }, filters: [] };
  }
  // "Memorial Day weekend, Saturday through Monday" counts its own days out.
  if (period && range && range.until <= addDays(range.from, 5)) {
    const from = addDays(range.from, (first - weekdayOf(range.from) + 7) % 7);
    if (from < range.until) return { period: { ...period, ranges: [{ from, until: addDays(from, length) }] }, filters: [] };
  }
  if (period) return { period, filters: weekdays };
  const last = addDays(today, -((weekdayOf(today) - first + 7) % 7));
  const from = addDays(last, length - 1) > today ? addDays(last, -7) : last;
  return {
    period: {
      ranges: [{ from, until: addDays(from, length) }],
      grain: 'other',
      assumed: `I took ${one.text} as ${from} to ${addDays(from, length - 1)}`,
    },
    filters: [],
  };
}
