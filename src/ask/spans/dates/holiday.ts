// Holidays of the US and the UK from a data file: fixed days, n-th weekdays of a month, days counted from Easter.
// Easter by the Gregorian computus (Anonymous / Meeus). Without a year: the most recent that has come.
import type { Day } from '../../../base/days.ts';
import { addDays, addMonths, toDay, unitRange, weekdayOf, yearOf } from '../../../base/days.ts';
import table from '../../lexicon/holidays.json';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';
import { YEAR_TAIL, yearSaid } from './words.ts';

interface Rule {
  month?: number;
  date?: number;
  weekday?: number;
  nth?: number;
  easter?: number;
  shift?: number;
  days?: number;
}
interface Holiday extends Rule {
  name: string;
  words: string[];
  uk?: Rule;
  /** As Canada keeps it. */
  ca?: Rule;
  /** What more than the day is meant by some of its words: "over Easter", "the Easter holidays", "what did Christmas cost". */
  wide?: { words: string[]; over?: Stretch; holidays?: Stretch; cost?: Stretch };
}
/** Days counted from the day itself, the weekend about it, or its month. */
type Stretch = { shift: number; days: number } | 'weekend' | 'month';

export const holidays: readonly Holiday[] = table.holidays as readonly Holiday[];

export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return toDay(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

export function holidayIn({ month, date, weekday, nth, easter, shift = 0 }: Rule, year: number): Day | null {
  if (easter !== undefined) return addDays(easterSunday(year), easter);
  if (month === undefined) return null;
  if (date !== undefined) return toDay(year, month, date);
  if (weekday === undefined || nth === undefined) return null;
  if (nth < 0) {
    const end = addDays(addMonths(toDay(year, month, 1), 1), -1);
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7) + shift);
  }
  const start = toDay(year, month, 1);
  return addDays(start, ((weekday - weekdayOf(start) + 7) % 7) + (nth - 1) * 7 + shift);
}

const byWord = new Map(holidays.flatMap((holiday) => holiday.words.map((word) => [word, holiday] as const)));
/** Every way of saying a holiday, longest first. */
export const HOLIDAY = [...byWord.keys()].sort((a, b) => b.length - a.length).join('|');

/** Saturday and Sunday about the day, from Friday or to Monday when the day itself is one. */
function weekendAbout(day: Day): { from: Day; until: Day } {
  const weekday = weekdayOf(day);
  if (weekday === 5) return { from: day, until: addDays(day, 3) };
  if (weekday === 1) return { from: addDays(day, -2), until: addDays(day, 1) };
  if (weekday === 4) return { from: day, until: addDays(day, 4) };
  const saturday = addDays(day, weekday === 0 ? -1 : 6 - weekday);
  return weekday === 6 || weekday === 0
    ? { from: saturday, until: addDays(saturday, 2) }
    : { from: weekday === 2 ? addDays(day, -3) : day, until: weekday === 2 ? addDays(day, 1) : addDays(saturday, 2) };
}

function stretched(day: Day, stretch: Stretch): { from: Day; until: Day } {
  if (stretch === 'weekend') return weekendAbout(day);
  if (stretch === 'month') return unitRange(day, 'month');
  const from = addDays(day, stretch.shift);
  return { from, until: addDays(from, stretch.days) };
}

export const holiday: DateParser = {
  name: 'holiday',
  pattern: new RegExp(
    `\\b(?:on\\s+|(?<over>over)\\s+|for\\s+|at\\s+|in\\s+)?(?<of>(?:the\\s+)?week\\s+of\\s+)?(?:the\\s+)?(?:(?<which>this|last)\\s+)?(?<word>${HOLIDAY})\\b(?:'s)?(?<span>\\s+(?:(?:long |bank holiday )?weekend|week|season|period|holidays?|day))?(?:(?<!(?:christmas|xmas|christmas eve))\\s+(?:shopping|sales?|spree)(?= *(?:[?.!,]|$|in |on |20|total|spend|this|last)))?${YEAR_TAIL}(?<span2>\\s+(?:long )?weekend)?(?:(?=(?<cost>\\s+(?:cost|costs|set (?:us|me|you) back|come to|came to|add up|end up costing|work out at)\\b))|)`,
    'g',
  ),
  read({ which, word = '', of, over, span, span2, year, rel, cost }, { today, british, canadian }, text) {
    const rule = byWord.get(word);
    if (!rule) return null;
    const settled = (british ? rule.uk : canadian ? rule.ca : undefined) ?? rule;
    const said = yearSaid(year, rel, yearOf(today));
    const here = holidayIn(settled, said ?? yearOf(today));
    const day =
      said === null && here !== null && (here > today || (which === 'last' && here === today))
        ? holidayIn(settled, yearOf(today) - 1)
        : here;
    if (day === null) return null;
    const source = said === null ? { yearless: true, assumed: `I took ${rule.name} as ${day}` } : { year: said };
    if (/weekend/.test(`${span ?? ''}${span2 ?? ''}`) && !/weekend/.test(word)) {
      const about = weekendAbout(day);
      return oneRange(about.from, about.until, 'other', source);
    }
    if (span?.trim() === 'week' || of !== undefined)
      return oneRange(addDays(day, -((weekdayOf(day) + 6) % 7)), addDays(day, 7 - ((weekdayOf(day) + 6) % 7)), 'week', source);
    const wide = rule.wide?.words.includes(word) ? rule.wide : undefined;
    const isHolidays = /season|period|holidays/.test(span ?? '');
    const stretch = isHolidays
      ? wide?.holidays
      : span !== undefined
        ? undefined
        : cost !== undefined
          ? (wide?.cost ?? wide?.over)
          : over !== undefined
            ? wide?.over
            : undefined;
    // "the Halloween season": of which days nobody knows.
    if (isHolidays && !stretch) return null;
    if (stretch) {
      const { from, until } = stretched(day, stretch);
      const words = cost === undefined ? `“${text.trim()}”` : `what ${word} cost`;
      const alone = cost === undefined ? '' : `; ${rule.name} alone is ${day}`;
      return oneRange(from, until, 'other', { ...source, assumed: `I took ${words} as ${from} to ${addDays(until, -1)}${alone}` });
    }
    return oneRange(day, addDays(day, rule.days ?? 1), (rule.days ?? 1) === 1 ? 'day' : 'other', source);
  },
};
