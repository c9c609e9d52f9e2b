// Days of one month said together: "from the 3rd to the 17th of May", "3-9 May", "May 3 to 9", "between the 1st and the 10th of June 2025".
import { addDays, addMonths, isRealDay, monthOf, startOf, toDay, yearOf } from '../../../base/days.ts';
import type { DateContext, DateParser, Period } from './period.ts';
import { oneRange } from './period.ts';
import { DATE, dateNumber, MONTH, monthNumber, WEEKDAY, YEAR_TAIL, yearSaid } from './words.ts';

/** The day of the week beside a date says nothing that the date does not. */
const NAMED = `(?:(?:${WEEKDAY})\\s*,?\\s+)?(?:the\\s+)?`;
const LEAD = `(?:(?:from|between)\\s+)?${NAMED}`;
const TO = `\\s*(?:(?:up to|to|until) and including|to|and|through|until|-|up to)\\s*${NAMED}`;
const A = `(?<a>${DATE})`;
const B = `(?<b>${DATE})`;

function run(month: number, a: string, b: string, year: number | null, { today }: DateContext): Period | null {
  const [first, last] = [dateNumber(a), dateNumber(b)];
  if (!(first < last)) return null;
  const chosen = year ?? (toDay(yearOf(today), month, first) > today ? yearOf(today) - 1 : yearOf(today));
  if (!isRealDay(chosen, month, first) || !isRealDay(chosen, month, last)) return null;
  return oneRange(
    toDay(chosen, month, first),
    addDays(toDay(chosen, month, last), 1),
    'other',
    year === null ? { yearless: true } : { year },
  );
}

export const daysThenMonth: DateParser = {
  name: 'days-then-month',
  pattern: new RegExp(`\\b${LEAD}${A}${TO}${B}\\s+(?:of\\s+)?(?<month>${MONTH})\\b${YEAR_TAIL}`, 'g'),
  read: ({ a = '', b = '', month = '', year, rel }, context) =>
    run(monthNumber(month), a, b, yearSaid(year, rel, yearOf(context.today)), context),
};

/** "Between the 1st and the 10th of this month". */
export const daysOfThisMonth: DateParser = {
  name: 'days-of-this-month',
  pattern: new RegExp(`\\b${LEAD}${A}${TO}${B}\\s+(?:of\\s+)?(?<which>this|the current|last|the previous) month\\b`, 'g'),
  read({ a = '', b = '', which = '' }, context) {
    const day = addMonths(startOf(context.today, 'month'), /this|current/.test(which) ? 0 : -1);
    return run(monthOf(day), a, b, yearOf(day), context);
  },
};

export const monthThenDays: DateParser = {
  name: 'month-then-days',
  pattern: new RegExp(
    `\\b(?:(?:from|between)\\s+)?(?<month>${MONTH})\\s+(?:the\\s+)?${A}${TO}${B}\\b(?!\\s*(?:${MONTH}))${YEAR_TAIL}`,
    'g',
  ),
  read: ({ a = '', b = '', month = '', year, rel }, context) =>
    run(monthNumber(month), a, b, yearSaid(year, rel, yearOf(context.today)), context),
};

/** "from the 5th of September to the 18th": the month said once, after the first day. */
export const dayThenDate: DateParser = {
  name: 'day-then-date',
  pattern: new RegExp(
    `\\b${LEAD}${A}\\s+(?:of\\s+)?(?<month>${MONTH})${TO}(?<b>\\d{1,2}(?:st|nd|rd|th))\\b(?!\\s+(?:of\\s+)?(?:${MONTH}))${YEAR_TAIL}`,
    'g',
  ),
  read: ({ a = '', b = '', month = '', year, rel }, context) =>
    run(monthNumber(month), a, b, yearSaid(year, rel, yearOf(context.today)), context),
};
