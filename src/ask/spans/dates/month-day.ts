// "June 6th", "the 6th of June 2025", "December first last year"; "the 15th" alone is the latest one that has come.
import { addDays, addMonths, isRealDay, monthOf, startOf, toDay, yearOf } from '../../../base/days.ts';
import type { DateContext, DateParser, Period } from './period.ts';
import { oneRange } from './period.ts';
import { DATE, dateNumber, MONTH, monthNumber, WEEKDAY, YEAR_TAIL, yearSaid } from './words.ts';

function readDay(month: number, date: number, year: number | null, { today }: DateContext): Period | null {
  const chosen = year ?? (toDay(yearOf(today), month, date) > today ? yearOf(today) - 1 : yearOf(today));
  if (!isRealDay(chosen, month, date)) return null;
  const day = toDay(chosen, month, date);
  return oneRange(day, addDays(day, 1), 'day', year === null ? { yearless: true } : { year });
}

export const monthDay: DateParser = {
  name: 'month-day',
  pattern: new RegExp(
    `\\b(?<month>${MONTH})\\s+(?:the\\s+)?(?<date>${DATE})\\b(?!\\s*(?:%|dollars|bucks|pounds|quid|euros|purchases|transactions))${YEAR_TAIL}`,
    'g',
  ),
  read: ({ month = '', date = '', year, rel }, context) =>
    readDay(monthNumber(month), dateNumber(date), yearSaid(year, rel, yearOf(context.today)), context),
};

/** "June 6 purchases", said first: that day's; elsewhere six purchases in June. */
export const monthDayRows: DateParser = {
  name: 'month-day-rows',
  pattern: new RegExp(
    `(?<=^(?:(?:all|my|our|the|show|me|list)\\s+)*)(?<month>${MONTH})\\s+(?<date>${DATE})(?=\\s+(?:purchases|transactions)\\b)`,
    'g',
  ),
  read: ({ month = '', date = '' }, context) => readDay(monthNumber(month), dateNumber(date), null, context),
};

export const dayMonth: DateParser = {
  name: 'day-month',
  pattern: new RegExp(`\\b(?:the\\s+)?(?<date>${DATE})\\s+(?:of\\s+)?(?<month>${MONTH})\\b${YEAR_TAIL}`, 'g'),
  read: ({ month = '', date = '', year, rel }, context) =>
    readDay(monthNumber(month), dateNumber(date), yearSaid(year, rel, yearOf(context.today)), context),
};

/** "on the sixth of this month", "the 3rd of last month". */
export const dayOfMonth: DateParser = {
  name: 'day-of-month',
  pattern: new RegExp(`\\b(?:on\\s+)?(?:the\\s+)?(?<date>${DATE})\\s+(?:day\\s+)?of\\s+(?<which>this|last)\\s+month\\b`, 'g'),
  read({ date = '', which }, { today }) {
    const first = addMonths(startOf(today, 'month'), which === 'last' ? -1 : 0);
    const [year, month, number] = [yearOf(first), monthOf(first), dateNumber(date)];
    if (!isRealDay(year, month, number)) return null;
    const day = toDay(year, month, number);
    return oneRange(day, addDays(day, 1), 'day');
  },
};

/** "the week of the 5th of May" is the calendar week around it; "week beginning 5 October" is the seven days from it. */
export const weekOfDay: DateParser = {
  name: 'week-of-day',
  pattern: new RegExp(
    `\\b(?:in\\s+|during\\s+|for\\s+|over\\s+|on\\s+)?(?:the\\s+)?week(?<end>end)?\\s+(?<how>of|beginning|starting|commencing|from|including|around)(?:\\s+on)?\\s+(?:(?:${WEEKDAY})\\s*,?\\s+)?(?:the\\s+)?(?:(?<date>${DATE})\\s+(?:of\\s+)?(?<month>${MONTH})|(?<month2>${MONTH})\\s+(?:the\\s+)?(?<date2>${DATE}))\\b${YEAR_TAIL}`,
    'g',
  ),
  read({ end, how = '', month, date, month2, date2, year, rel }, context) {
    const found = readDay(
      monthNumber(month ?? month2 ?? ''),
      dateNumber(date ?? date2 ?? ''),
      yearSaid(year, rel, yearOf(context.today)),
      context,
    );
    const day = found?.ranges[0]?.from;
    if (!found || day === undefined) return null;
    if (end !== undefined) {
      const saturday = addDays(startOf(day, 'week', 1), 5);
      return { ...found, ranges: [{ from: saturday, until: addDays(saturday, 2) }], grain: 'weekend' };
    }
    const from = /^(?:of|including|around)$/.test(how) ? startOf(day, 'week', context.weekStart) : day;
    return { ...found, ranges: [{ from, until: addDays(from, 7) }], grain: 'week' };
  },
};

export const dayOnly: DateParser = {
  name: 'day-only',
  pattern: new RegExp(
    `\\b(?:on|since|from|until|to|by|before|after)\\s+the\\s+(?<date>\\d{1,2}(?:st|nd|rd|th)|${DATE.replace('\\d{1,2}(?:st|nd|rd|th)?', '\\d{1,2}(?:st|nd|rd|th)')})\\b(?!\\s+(?:of|quarter|half|week|day|month|time|year|cheque|check|salary|pay))`,
    'g',
  ),
  read({ date = '' }, { today }, text) {
    const number = dateNumber(date);
    const here = isRealDay(yearOf(today), monthOf(today), number) ? toDay(yearOf(today), monthOf(today), number) : null;
    const before = addMonths(toDay(yearOf(today), monthOf(today), 1), -1);
    const day =
      here !== null && here <= today
        ? here
        : isRealDay(yearOf(before), monthOf(before), number)
          ? toDay(yearOf(before), monthOf(before), number)
          : null;
    if (day === null) return null;
    if (/^(since|from|after)\b/.test(text))
      return oneRange(text.startsWith('after') ? addDays(day, 1) : day, addDays(today, 1), 'other', { open: true });
    if (!text.startsWith('on')) return null;
    return oneRange(day, addDays(day, 1), 'day', { assumed: `I took the ${date} as ${day}` });
  },
};
