// "2026-03-15", "3/15/2026", "15.03.26", "2026-03". Which of 3/4 is the month follows the country of the home currency.
import { addMonths, isRealDay, addDays, toDay, yearOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';

export const isoDay: DateParser = {
  name: 'iso-day',
  pattern: /\b(?<y>(?:19|20)\d{2})[-/.](?<m>\d{1,2})(?:[-/.](?<d>\d{1,2}))?\b/g,
  read({ y, m, d }) {
    const [year, month] = [Number(y), Number(m)];
    if (d === undefined)
      return isRealDay(year, month, 1) ? oneRange(toDay(year, month, 1), addMonths(toDay(year, month, 1), 1), 'month') : null;
    if (!isRealDay(year, month, Number(d))) return null;
    const day = toDay(year, month, Number(d));
    return oneRange(day, addDays(day, 1), 'day');
  },
};

/** "05/2026". */
export const slashMonth: DateParser = {
  name: 'slash-month',
  pattern: /(?<![\d$£€./-])(?<m>0?[1-9]|1[0-2])[/.-](?<y>(?:19|20)\d{2})\b(?![/.-]\d)/g,
  read({ m, y }) {
    const from = toDay(Number(y), Number(m), 1);
    return oneRange(from, addMonths(from, 1), 'month');
  },
};

export const slashDay: DateParser = {
  name: 'slash-day',
  pattern: /(?<![\d$£€.])(?<a>\d{1,2})[/.-](?<b>\d{1,2})(?:[/.-](?<y>\d{4}|\d{2}))?\b(?![/-])/g,
  read({ a, b, y }, { today, dayFirst }, text) {
    if (y === undefined && !text.includes('/')) return null;
    const [one, two] = [Number(a), Number(b)];
    const [month, date] = (dayFirst && two <= 12) || one > 12 ? [two, one] : [one, two];
    let year = y === undefined ? yearOf(today) : Number(y.length === 2 ? `20${y}` : y);
    if (!isRealDay(year, month, date)) return null;
    if (y === undefined && toDay(year, month, date) > today) year -= 1;
    const day = toDay(year, month, date);
    return oneRange(day, addDays(day, 1), 'day', { assumed: `I took ${text} as ${day}` });
  },
};
