// A plan in words: how the card says what it understood, and how sentences name periods and filters.
import type { Day } from '../../base/days.ts';
import { addDays, addMonths, dateOf, daysInMonth, monthOf, yearOf } from '../../base/days.ts';
import { hull } from '../spans/dates/period.ts';
import type { Period } from '../spans/dates/period.ts';
import type { Condition, Dimension, Flow, Scope } from './plan.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const monthWords = (day: Day): string => `${MONTHS[monthOf(day) - 1] ?? ''} ${yearOf(day)}`;
export const dayWords = (day: Day): string => `${dateOf(day)} ${MONTHS[monthOf(day) - 1] ?? ''} ${yearOf(day)}`;

/** A stretch of time as an answer laid out by it labels it (2026-05, 2026-Q2, the first day of a week), in words. */
export function stretchWords(label: string, by: Dimension): string {
  if (by === 'month' && /^\d{4}-\d\d$/.test(label)) return monthWords(`${label}-01`);
  if (by === 'quarter') return label.replace(/^(\d{4})-(Q\d)$/, '$2 $1');
  if (!/^\d{4}-\d\d-\d\d$/.test(label)) return label;
  if (by === 'day') return dayWords(label);
  if (by === 'week') return `the week of ${dayWords(label)}`;
  return by === 'weekend' ? `the weekend of ${dayWords(label)}` : label;
}

/** Days written YYYY-MM-DD and months written YYYY-MM, in words. */
export const writtenDays = (text: string): string =>
  text.replace(/\b\d{4}-\d\d-\d\d\b/g, dayWords).replace(/\b\d{4}-\d\d\b(?!-)/g, (month) => monthWords(`${month}-01`));

function rangeWords({ ranges }: Pick<Period, 'ranges'>, today: Day): string {
  return ranges
    .map(({ from, until }) => {
      const last = addDays(until, -1);
      if (from.startsWith('0001')) return `up to ${dayWords(last)}`;
      if (from === last) return dayWords(from);
      const wholeMonths = dateOf(from) === 1 && dateOf(last) === daysInMonth(yearOf(last), monthOf(last));
      const soFar = today !== '' && from <= today && last > today ? ' so far' : '';
      if (wholeMonths && addMonths(from, 1) === until) return `${monthWords(from)}${soFar}`;
      if (wholeMonths && addMonths(from, 12) === until && monthOf(from) === 1) return `${yearOf(from)}${soFar}`;
      if (wholeMonths)
        return yearOf(from) === yearOf(last)
          ? `${MONTHS[monthOf(from) - 1] ?? ''} to ${monthWords(last)}`
          : `${monthWords(from)} to ${monthWords(last)}`;
      if (today !== '' && last === today)
        return dateOf(from) === 1 && monthOf(from) === 1 && yearOf(from) === yearOf(today)
          ? `${yearOf(from)} so far`
          : dateOf(from) === 1 && from.slice(0, 7) === today.slice(0, 7)
            ? `${monthWords(from)} so far`
            : `${dayWords(from)} to today`;
      if (yearOf(from) !== yearOf(last)) return `${dayWords(from)} to ${dayWords(last)}`;
      return `${dateOf(from)}${monthOf(from) === monthOf(last) ? '' : ` ${MONTHS[monthOf(from) - 1] ?? ''}`} to ${dayWords(last)}`;
    })
    .join(' and ');
}

export const periodWords = (period: Period, today: Day): string => rangeWords(period, today);

/** "in May 2026", "on 6 June 2026", "from 3 to 9 June 2026". */
export function whenWords(period: Period | null, today: Day): string {
  if (!period) return '';
  const words = rangeWords(period, today);
  const { from, until } = hull(period);
  if (words.startsWith('up to')) return words;
  if (addDays(from, 1) === until && period.ranges.length === 1) return `on ${words}`;
  return / to /.test(words) && /^\d{1,2} /.test(words) ? `from ${words}` : `in ${words}`;
}

export function conditionWords(condition: Condition): string {
  switch (condition.by) {
    case 'subject': {
      const names = condition.any.map(({ words }) => words).join(' and ');
      return condition.not ? `without ${names}` : condition.any.some(({ what }) => what === 'payee') ? `at ${names}` : `on ${names}`;
    }
    case 'account':
      return condition.not ? `not ${condition.words}` : condition.into ? `from ${condition.words}` : `with ${condition.words}`;
    case 'amount':
      return condition.words;
    case 'weekday':
      return `on ${condition.words.replace(/\b(?:sun|mon|tues|wednes|thurs|fri|satur)days?\b/g, (name) => name.charAt(0).toUpperCase() + name.slice(1))}`;
    case 'paid-by':
      return condition.words;
    case 'uncategorised':
      return 'without a category';
    case 'place':
      return `in ${condition.words}`;
  }
}

/** Money moved goes into an account or out of it; money in comes from somebody. */
function directed(condition: Condition, flow: Flow): string {
  if (condition.by === 'account' && !condition.not && !condition.into && (flow === 'transfers-in' || flow === 'transfers-out'))
    return `${flow === 'transfers-in' ? 'into' : 'out of'} ${condition.words}`;
  if (condition.by === 'subject' && !condition.not && flow === 'income') return conditionWords(condition).replace(/^(?:at|on) /, 'from ');
  return conditionWords(condition);
}

/** "at Costco, with credit card, in May 2026"; of transfers "into savings". */
export const scopeWords = (scope: Scope, today: Day): string =>
  [...scope.where.map((condition) => directed(condition, scope.flow)), whenWords(scope.period, today)].filter(Boolean).join(' ');

const bareWords = (one: Condition) => (one.by === 'subject' ? one.any.map(({ words }) => words).join(' and ') : conditionWords(one));

/** What sets one scope apart from another: "groceries", "May 2026". */
export function apartWords(scope: Scope, other: Scope, today: Day): string {
  const apart = scope.where.filter((one) => !other.where.some((each) => JSON.stringify(each) === JSON.stringify(one))).map(bareWords);
  const when =
    scope.period && JSON.stringify(scope.period.ranges) !== JSON.stringify(other.period?.ranges) ? periodWords(scope.period, today) : '';
  return [...apart, when].filter(Boolean).join(', ') || (scope.period ? periodWords(scope.period, today) : 'all');
}

/** "categories", "shops" as we call them: payees. */
export const pluralOf = (by: Dimension): string =>
  by === 'category' ? 'categories' : by === 'currency' ? 'currencies' : by === 'day-kind' ? 'kinds of day' : `${by}s`;
