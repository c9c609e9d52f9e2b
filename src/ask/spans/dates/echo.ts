// Words that repeat what a date before them is of: "the first quarter against the second", "this month than last".
import { addMonths, monthOf, toDay, unitRange, yearOf } from '../../../base/days.ts';
import type { Unit } from '../../../base/days.ts';
import type { DateRefiner } from './period.ts';
import { hull, oneRange } from './period.ts';

const ECHO =
  /^\s*(?:against|vs|and|or|than|to|with|compared (?:to|with))\s+the\s+(first|second|third|fourth|other)\b(?!\s+(?:quarter|half|week|month|of|time))/;

/** "the first quarter against the second": the ordinal alone repeats what stood before it. */
export const echoOrdinals: DateRefiner = (spans, said, { today }) =>
  spans.flatMap((span) => {
    const match = span.value.grain === 'quarter' || span.value.grain === 'half' ? ECHO.exec(said.slice(span.end)) : null;
    if (!match) return [span];
    const months = span.value.grain === 'quarter' ? 3 : 6;
    const word = match[1] ?? 'second';
    const index =
      word === 'other' ? (monthOf(hull(span.value).from) === 1 ? 2 : 1) : ['first', 'second', 'third', 'fourth'].indexOf(word) + 1;
    const year = yearOf(hull(span.value).from);
    const at = toDay(year, (index - 1) * months + 1, 1);
    const from = at > today ? toDay(year - 1, (index - 1) * months + 1, 1) : at;
    const start = span.end + match[0].length - word.length;
    return [
      span,
      {
        start,
        end: start + word.length,
        text: word,
        by: 'echo-ordinal',
        value: oneRange(from, addMonths(from, months), span.value.grain, { yearless: true }),
      },
    ];
  });

const LAST_ALONE =
  /^\s*(?:,\s*)?(?:\w+\s+){0,3}?(?:than|vs|or|and|to|with|against|compared to|compared with|as)\s+(?:in\s+|on\s+|for\s+)?(?:the\s+)?(last)(?:\s+one)?(?=\s*(?:[?.,!]|$|(?:at|on|for|in)\s))(?!\s+in\s+\d)/;

/** "this month than last", "compare this quarter with last": what the last one is of was said before it. */
export const lastAlone: DateRefiner = (spans, said, context) =>
  spans.flatMap((span) => {
    const unit = span.by === 'this-unit' ? /\b(week|month|quarter|year)\b/.exec(span.text)?.[1] : undefined;
    const yearly =
      (span.by === 'month-name' || span.by === 'season') &&
      /\bthis\b/.test(`${said.slice(Math.max(0, span.start - 5), span.start)}${span.text}`);
    const match = unit === undefined && !yearly ? null : LAST_ALONE.exec(said.slice(span.end));
    if (match && yearly) {
      const end = span.end + match[0].length;
      const start = end - (/\bone$/.test(match[0]) ? 'last one' : 'last').length;
      const { from, until } = hull(span.value);
      const value = oneRange(addMonths(from, -12), addMonths(until, -12), span.value.grain);
      return [span, { start, end, text: said.slice(start, end), by: span.by, value }];
    }
    if (unit === undefined || !match) return [span];
    const end = span.end + match[0].length;
    const range = unitRange(context.today, unit as Unit, -1, context.weekStart);
    const start = end - (/\bone$/.test(match[0]) ? 'last one' : 'last').length;
    return [span, { start, end, text: said.slice(start, end), by: 'last-alone', value: oneRange(range.from, range.until, unit as Unit) }];
  });
