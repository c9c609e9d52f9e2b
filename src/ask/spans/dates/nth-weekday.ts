// "the second Friday of June", "the last Saturday of the month", "first weekend in May 2025": a weekday or a weekend counted in its month.
import type { Day } from '../../../base/days.ts';
import { addDays, addMonths, startOf, toDay, weekdayOf, yearOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';
import { MONTH, monthNumber, WEEKDAY, weekdayNumber, YEAR_TAIL, yearSaid } from './words.ts';

const COUNT: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
  final: -1,
};
const SATURDAY = 6;

/** The n-th such weekday of the month that begins on `start`, -1 the last; null where the month has none. */
function nthOf(start: Day, weekday: number, nth: number): Day | null {
  const until = addMonths(start, 1);
  const first = addDays(start, (weekday - weekdayOf(start) + 7) % 7);
  const last = addDays(until, -1 - ((weekdayOf(addDays(until, -1)) - weekday + 7) % 7));
  const day = nth < 0 ? last : addDays(first, (nth - 1) * 7);
  return day < until ? day : null;
}

export const nthWeekday: DateParser = {
  name: 'nth-weekday',
  pattern: new RegExp(
    `\\b(?:(?:on|over|for)\\s+)?(?:the\\s+)?(?<count>${Object.keys(COUNT).join('|')})\\s+(?<day>${WEEKDAY}|weekend)\\s+(?:of|in)\\s+(?:(?<month>${MONTH})\\b${YEAR_TAIL}|(?<which>the|this|last)\\s+month\\b)`,
    'g',
  ),
  read({ count = '', day = '', month, year, rel, which }, { today }) {
    const nth = COUNT[count];
    if (nth === undefined) return null;
    const weekday = day === 'weekend' ? SATURDAY : weekdayNumber(day);
    const said = yearSaid(year, rel, yearOf(today));
    const inMonth = (chosen: number) => nthOf(toDay(chosen, monthNumber(month ?? ''), 1), weekday, nth);
    let found: Day | null;
    if (month === undefined) found = nthOf(addMonths(startOf(today, 'month'), which === 'last' ? -1 : 0), weekday, nth);
    else {
      found = inMonth(said ?? yearOf(today));
      if (said === null && found !== null && found > today) found = inMonth(yearOf(today) - 1);
    }
    if (found === null) return null;
    const source = month === undefined ? {} : said === null ? { yearless: true } : { year: said };
    return day === 'weekend'
      ? oneRange(found, addDays(found, 2), 'weekend', { ...source, assumed: `I took that weekend as ${found} and ${addDays(found, 1)}` })
      : oneRange(found, addDays(found, 1), 'day', source);
  },
};
