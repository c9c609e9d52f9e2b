// How many days, weeks, months or years a scope has: what an average is divided by.
import type { DayRange } from '../../base/days.ts';
import { addDays, daysBetween, monthOf, weekdayOf, yearOf } from '../../base/days.ts';
import type { Per, Scope } from '../plan/plan.ts';
import { hull } from '../spans/dates/period.ts';
import type { Span } from './compile.ts';

/** How many of a unit a stretch holds: calendar months touched, weeks and days by length. */
export function unitsIn(scope: Scope, per: Exclude<Per, 'purchase'>, { firstDay, today }: Span): number {
  const whole = scope.period ? hull(scope.period) : { from: firstDay, until: addDays(today, 1) };
  const from = whole.from < firstDay ? firstDay : whole.from;
  const until = whole.until > addDays(today, 1) ? addDays(today, 1) : whole.until;
  const ranges = scope.period && scope.period.ranges.length > 1 ? scope.period.ranges : [{ from, until }];
  const days = Math.max(
    1,
    ranges.reduce((sum, range) => sum + daysBetween(range.from, range.until), 0),
  );
  if (per === 'day') return Math.max(1, daysKept(scope, ranges) ?? days);
  if (per === 'week') return days / 7;
  const last = addDays(until, -1);
  const months = (yearOf(last) - yearOf(from)) * 12 + monthOf(last) - monthOf(from) + 1;
  if (per === 'month') return months;
  // "The last twelve months" begin and end within a month: a year, though thirteen months are touched.
  const exact = from.slice(8) === until.slice(8) && from.slice(8) !== '01' ? months - 1 : months;
  return per === 'quarter' ? exact / 3 : exact / 12;
}

/** "a day on weekdays": of the days of a stretch those that are asked about; null where all are. */
function daysKept({ where }: Scope, ranges: readonly DayRange[]): number | null {
  const kept = where.flatMap((one) => (one.by === 'weekday' ? [one.days] : []));
  if (!kept.length) return null;
  const asked = [0, 1, 2, 3, 4, 5, 6].filter((day) => kept.every((days) => days.includes(day)));
  return ranges.reduce((sum, { from, until }) => {
    const length = daysBetween(from, until);
    const inRest = asked.filter((day) => (day - weekdayOf(from) + 7) % 7 < length % 7);
    return sum + asked.length * Math.floor(length / 7) + inRest.length;
  }, 0);
}
