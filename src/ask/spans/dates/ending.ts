// Stretches told by where they end, and parts of a month: "the half year ended 30 June 2025", "12 months to 31 May", "week ending 7 June",
// "the second half of April". And a year of two figures at the end of a terse question: "verizon 24", "q1 26".
import { addDays, addUnits, toDay, unitRange, yearOf } from '../../../base/days.ts';
import { matchesOf } from '../../../base/matches.ts';
import type { Unit } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { addSaid, hull, oneRange } from './period.ts';
import { dayMonth, monthDay } from './month-day.ts';
import { monthName } from './month.ts';
import { DATE, MONTH, monthNumber, YEAR_TAIL, yearSaid } from './words.ts';

/** The years are counted back from the day after the last one, so that month ends stay month ends. */
export const stretchEnding: DateParser = {
  name: 'stretch-ending',
  pattern: new RegExp(
    `(?<!\\b(?:last|this|previous|past|next|each|every|per|an?) )\\b(?:the\\s+)?(?:(?<count>\\d{1,2})\\s+)?(?<unit>day|week|fortnight|month|quarter|half|year)s?(?<half>[ -]year)?\\s+(?:ended|ending|to|up to)\\s+(?:on\\s+)?(?<end>(?:the\\s+)?(?:${DATE}\\s+(?:of\\s+)?(?:${MONTH})|(?:${MONTH})(?:\\s+(?:the\\s+)?${DATE})?)\\b(?:(?:\\s*,)?\\s+(?:of\\s+)?(?:(?:19|20)\\d{2}|last year|this year))?)`,
    'g',
  ),
  read({ count = '1', unit = 'month', half, end = '' }, context) {
    if ((unit === 'half') !== (half !== undefined)) return null;
    const found = [dayMonth, monthDay, monthName].flatMap(({ pattern, read }) =>
      matchesOf(end, pattern).flatMap((match) => read(match.groups ?? {}, context, match[0]) ?? []),
    )[0];
    if (!found) return null;
    const { until } = hull(found);
    const from = addSaid(until, -Number(count), unit);
    const year = found.year;
    return oneRange(from, until, 'other', year === undefined ? { yearless: true } : { year });
  },
};

/** "the second half of April", "first half of last month": up to the 15th, or from the 16th. */
export const halfOfMonth: DateParser = {
  name: 'half-of-month',
  pattern: new RegExp(
    `\\b(?:in\\s+|during\\s+|over\\s+)?(?:the\\s+)?(?<which>first|1st|second|2nd|latter|other|last)\\s+half\\s+of\\s+(?:(?:the\\s+)?month\\s+of\\s+)?(?:(?<month>${MONTH})\\b${YEAR_TAIL}|(?<rel2>this|last|the)\\s+month\\b)`,
    'g',
  ),
  read({ which = '', month, year, rel, rel2 }, { today }) {
    const said = yearSaid(year, rel, yearOf(today));
    const latest = (number: number) => (toDay(yearOf(today), number, 1) <= today ? yearOf(today) : yearOf(today) - 1);
    const { from, until } =
      month === undefined
        ? unitRange(today, 'month' satisfies Unit, rel2 === 'last' ? -1 : 0)
        : unitRange(toDay(said ?? latest(monthNumber(month)), monthNumber(month), 1), 'month');
    const middle = addDays(from, 15);
    const more = month === undefined ? {} : said === null ? { yearless: true } : { year: said };
    return /^(?:first|1st)$/.test(which) ? oneRange(from, middle, 'other', more) : oneRange(middle, until, 'other', more);
  },
};

/** Only a year of the statements, and only where nothing else stands than what it was asked of. */
export const yearOfTwo: DateParser = {
  name: 'year-of-two',
  pattern:
    /(?<=^(?:[a-z][a-z'&.-]*\s+){1,3}|\b(?:q[1-4]|h[12]|spring|summer|autumn|fall|winter|christmas)\s)(?<!\b(?:top|last|first|past|latest|biggest|largest|over|under|than|about|is|was|bus|route|line|check|number|no|motel|pier|studio)\s)(?<short>[12]\d)(?=\s*(?:totals?|spend|spending)?\s*[?.!]*$)/g,
  read({ short = '' }, { firstDay, today }, _text) {
    const year = 2000 + Number(short);
    if (year < yearOf(firstDay) || year > yearOf(today)) return null;
    const from = toDay(year, 1, 1);
    return oneRange(from, addUnits(from, 1, 'year'), 'year', { year, assumed: `I took ${short} as ${String(year)}` });
  },
};
