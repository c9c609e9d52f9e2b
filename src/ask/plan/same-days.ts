// Like with like: "this year than last" sets a year that is not over against a whole one. What the other had come to by the same day
// is told beside it.
import { addDays, addMonths, daysBetween, monthOf, yearOf } from '../../base/days.ts';
import type { Day } from '../../base/days.ts';
import { hull, oneRange } from '../spans/dates/period.ts';
import type { Period } from '../spans/dates/period.ts';
import type { QueryPlan, Side } from './plan.ts';
import { dayWords } from './words.ts';

const monthsOf = (day: Day): number => yearOf(day) * 12 + monthOf(day);

/** It has begun, and its last day is still to come. */
const isRunning = ({ ranges, grain }: Period, today: Day): boolean => {
  const [range, ...more] = ranges;
  if (!range || more.length > 0 || !/^(?:week|month|quarter|year)$/.test(grain)) return false;
  return range.from <= today && range.until > today;
};

/** The whole side of two up to the day that the running one has come to; null where neither runs, or they are not of one size. */
export function toSameDay(plan: QueryPlan, { firstDay, today }: { firstDay: Day; today: Day }): Side | null {
  if (plan.ask !== 'compare' || plan.sides.length !== 2 || plan.value === 'average') return null;
  const running = plan.sides.find(({ scope: { period } }) => period !== null && isRunning(period, today));
  const whole = plan.sides.find((side) => side !== running);
  if (!running?.scope.period || !whole?.scope.period || whole.scope.period.ranges.length !== 1) return null;
  if (running.scope.period.grain !== whole.scope.period.grain || running.scope.flow !== whole.scope.flow) return null;
  const [now, then] = [hull(running.scope.period), hull(whole.scope.period)];
  const next = addDays(today, 1);
  const until =
    whole.scope.period.grain === 'week'
      ? addDays(then.from, daysBetween(now.from, next))
      : addMonths(next, monthsOf(then.from) - monthsOf(now.from));
  // Where the statements begin within it, what it had come to is not known.
  if (then.from < firstDay || then.until > today || until >= then.until || until <= then.from) return null;
  return {
    label: `up to ${dayWords(addDays(until, -1))}`,
    scope: { ...whole.scope, period: oneRange(then.from, until, 'other') },
  };
}
