// "this month", "last week", "last 3 months", "the week before last", "two months ago", "so far this year", "the first five months of this year".
// One unit is the calendar unit ("last month"); several are counted back from today ("last 3 months" begins the day after this day three months ago).
import type { Day, Unit } from '../../../base/days.ts';
import { addDays, addUnits, startOf, unitRange, yearOf } from '../../../base/days.ts';
import { HOLIDAY } from './holiday.ts';
import type { DateContext, DateParser, Grain, Period } from './period.ts';
import { addSaid, hull, oneRange, tomorrow } from './period.ts';
import { countOf, MONTH, monthNumber, UNIT, WEEKDAY, YEAR, YEAR_TAIL, yearSaid } from './words.ts';
import { toDay, monthOf } from '../../../base/days.ts';

const plain = (unit: string): Unit => (unit === 'fortnight' ? 'week' : (unit as Unit));
const grainOf = (unit: string): Grain => (unit === 'fortnight' ? 'other' : (unit as Grain));

function calendar(unit: string, offset: number, { today, weekStart }: DateContext): Period {
  if (unit === 'fortnight') return oneRange(addDays(today, -13), addDays(today, 1), 'other');
  const range = unitRange(today, plain(unit), offset, weekStart);
  if (offset === 0) return oneRange(range.from, addDays(today, 1), grainOf(unit));
  return oneRange(range.from, range.until, grainOf(unit));
}

/** The first day of so many units up to today, which is the last day of them. */
const countedBack = (context: DateContext, count: number, unit: string): Day => addDays(addSaid(context.today, -count, unit), 1);

/** "this month", "the current quarter", "month to date", "so far this year". */
export const thisUnit: DateParser = {
  name: 'this-unit',
  pattern: new RegExp(
    `\\b(?:(?:so far|until now|up to now|to date)\\s+)?(?:(?:in\\s+|during\\s+)?(?:this|the current|current|the present)\\s+(?:calendar\\s+)?(?<unit>${UNIT})(?:'s|s(?=\\s+[a-z]))?\\b(?:\\s+(?:so far|to date|up to now|until now))?|(?<!\\b(?:each|every|per|by|a|monthly|month by|week by) )(?:the\\s+)?(?<unit2>week|month|quarter|year) (?:to date|so far)(?! (?:this|in|of (?:this|the)) (?:week|month|quarter|year|20\\d\\d)))`,
    'g',
  ),
  read: ({ unit, unit2 }, context) => calendar(unit ?? unit2 ?? 'month', 0, context),
};

/** "The smallest shop of the year", "our priciest meal of the month": the running one. Not "the start of the year", nor "my priciest day of the week". */
export const mostOfYear: DateParser = {
  name: 'most-of-year',
  pattern: new RegExp(
    `(?<=\\b(?:\\w{3,}(?<!\\b(?:first|last|latest|best|next|pre|re|inter)\\w*)est|most \\w+|least \\w+) (?:\\w+ ){1,3}(?<!\\b(?:day|weekday|month|week|quarter|weekend|time|part|season) ))of the (?<unit>year|month|quarter|week)\\b(?! (?:before|ago|after|20))`,
    'g',
  ),
  read: ({ unit }, context) => calendar(unit ?? 'year', 0, context),
};

/** "last month", "the previous quarter", "the month just gone". */
export const lastUnit: DateParser = {
  name: 'last-unit',
  pattern: new RegExp(
    `\\b(?:(?:the\\s+)?(?:last|past|previous|prior|preceding)\\s+(?:calendar\\s+|full\\s+|complete\\s+|whole\\s+)?(?<unit>${UNIT})s?(?:'s)?\\b(?:(?<=year)\\s*,?\\s+(?<said>20\\d{2})\\b)?(?!\\s+(?:to date|so far))|(?:the\\s+)?(?<unit2>${UNIT}) (?:just gone|just past|that just ended))`,
    'g',
  ),
  read({ unit, unit2, said }, context, text) {
    const name = unit ?? unit2 ?? 'month';
    if (said !== undefined) return oneRange(toDay(Number(said), 1, 1), toDay(Number(said) + 1, 1, 1), 'year', { year: Number(said) });
    if (/\bpast\b/.test(text) && name !== 'day') {
      return oneRange(countedBack(context, 1, name), tomorrow(context), 'other', {
        assumed: `I took the past ${name} as the one up to today`,
      });
    }
    return name === 'day' ? calendar('day', -1, context) : calendar(name, -1, context);
  },
};

/** "last 3 months", "the past 30 days", "previous two weeks", "last 6 complete months". */
export const lastUnits: DateParser = {
  name: 'last-units',
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?:last|past|previous|prior|preceding|trailing|most recent)\\s+(?<count>\\d{1,4}|few|several)\\s+(?<full>full\\s+|complete\\s+|whole\\s+|calendar\\s+)?(?<unit>${UNIT})s?\\b`,
    'g',
  ),
  read({ count = '1', full, unit = 'day' }, context) {
    const number = countOf(count);
    if (full !== undefined) {
      const until = startOf(context.today, plain(unit), context.weekStart);
      return oneRange(addSaid(until, -number, unit), until, 'other');
    }
    return oneRange(countedBack(context, number, unit), tomorrow(context), 'other', {
      assumed: `I counted back ${number} ${unit}${number === 1 ? '' : 's'} from today`,
    });
  },
};

/** "the last month and a half", "past two and a half years": half a month is 15 days, half a week 4. */
export const unitsAndHalf: DateParser = {
  name: 'units-and-half',
  pattern:
    /\b(?:(?:over|in|for|within|during)\s+)?(?:the\s+)?(?:last|past|previous)\s+(?:(?:(?<count>\d{1,2}|a)\s+)?(?<unit>week|month|year)s?\s+and\s+a\s+half|(?<count2>\d{1,2})\s+and\s+a\s+half\s+(?<unit2>week|month|year)s)\b/g,
  read({ count, unit, count2, unit2 }, { today }, text) {
    const number = countOf(count ?? count2 ?? '1');
    const of = unit ?? unit2;
    const from =
      of === 'year'
        ? addUnits(today, -(12 * number + 6), 'month')
        : of === 'month'
          ? addDays(addUnits(today, -number, 'month'), -15)
          : addDays(today, -(7 * number + 4));
    const words = text.replace(/^(?:over|in|for|within|during) /, '');
    return oneRange(addDays(from, 1), addDays(today, 1), 'other', { assumed: `I took “${words}” as since ${addDays(from, 1)}` });
  },
};

/** "the last half year": six months up to today. */
export const halfYear: DateParser = {
  name: 'half-year',
  pattern: /\b(?:(?:over|in|for|within|during)\s+)?(?:the\s+)?(?:last|past)\s+half(?:[ -]a)?[ -]year\b/g,
  read: (_groups, context) =>
    oneRange(countedBack(context, 1, 'half'), tomorrow(context), 'other', {
      assumed: 'I counted back 6 months from today',
    }),
};

/** "Safeway 12 months", "over 6 months": so many units up to today. */
export const bareUnits: DateParser = {
  name: 'bare-units',
  pattern: new RegExp(
    `(?<!\\b(?:between|between the|all|all the|these|those|first|final|next|every|opening|top|biggest|dearest|priciest|costliest|worst|best|cheapest|highest|lowest|most expensive|least expensive) )\\b(?:(?:over|in|for|within|across)\\s+)?(?:the\\s+)?(?<count>\\d{1,3})\\s+(?<unit>day|week|month|year)s\\b(?!\\s+(?:ago|of|in|back|earlier|since|before|after|in a row|did|do|have|has|were|are|with|without|on|i|we))`,
    'g',
  ),
  read: ({ count = '1', unit = 'month' }, context) =>
    oneRange(countedBack(context, Number(count), unit), tomorrow(context), 'other', {
      assumed: `I counted back ${count} ${unit}s from today`,
    }),
};

/** "since one year", "since two months": as people say it whose own language has no word for "for". */
export const sinceUnits: DateParser = {
  name: 'since-units',
  pattern: new RegExp(
    `\\bsince\\s+(?:about\\s+)?(?<count>\\d{1,3}|an?)\\s+(?<unit>${UNIT})s?\\b(?!\\s+(?:ago|back|earlier|before|after))`,
    'g',
  ),
  read({ count = '1', unit = 'month' }, context) {
    const number = countOf(count);
    return oneRange(countedBack(context, number, unit), tomorrow(context), 'other', {
      open: true,
      assumed: `I counted back ${number} ${unit}${number === 1 ? '' : 's'} from today`,
    });
  },
};

/** "the week before last", "month before last". */
export const beforeLast: DateParser = {
  name: 'before-last',
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?<unit>week|month|quarter|year|weekend) before (?:last|the last(?: one)?)\\b(?!\\s+(?:${MONTH}|${WEEKDAY}|${HOLIDAY})\\b)`,
    'g',
  ),
  read({ unit = 'month' }, context) {
    if (unit !== 'weekend') return calendar(unit, -2, context);
    const saturday = addDays(startOf(context.today, 'week', 1), -9);
    return oneRange(saturday, addDays(saturday, 2), 'weekend');
  },
};

/** "two months ago" is that calendar month; "three days ago" that day. */
export const unitsAgo: DateParser = {
  name: 'units-ago',
  pattern: new RegExp(`\\b(?<count>\\d{1,3}|a|an)\\s+(?<unit>${UNIT})s?\\s+(?:ago|back|earlier)\\b`, 'g'),
  read({ count = '1', unit = 'day' }, context, text) {
    const number = countOf(count);
    if (number === 1 && text.endsWith('earlier')) return null; // than another one: relative.ts
    const range = calendar(unit === 'fortnight' ? 'week' : unit, unit === 'fortnight' ? -2 * number : -number, context);
    // Some mean the day, some that month of the year.
    return unit === 'year' ? { ...range, assumed: `I took “${text}” as ${String(yearOf(hull(range).from))}` } : range;
  },
};

const AGO = /\b(?<count>\d{1,3}|an?|one) (?<unit>day|week|month|year)s? (?:ago|back|earlier)\b/;

/** "a year ago": of what was held or cost then, the day, and no year or month around it. */
export function dayAgo(said: string, today: Day): Day | null {
  const { count, unit } = AGO.exec(said)?.groups ?? {};
  return count === undefined ? null : addUnits(today, -countOf(count), unit as Unit);
}

/** Beyond the first. */
const NTH = '(?:second|third|fourth|fifth|2nd|3rd|4th|5th)';
const nthOf = (word: string): number => ['second', 'third', 'fourth', 'fifth', '2nd', '3rd', '4th', '5th'].indexOf(word) % 4;

const SIZES = ['day', 'week', 'month', 'quarter', 'year'];

/** "the first five months of this year", "last two weeks of May", "first week of June 2025". */
export const unitsOf: DateParser = {
  name: 'units-of',
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?<edge>first|last|final|opening|${NTH})\\s+(?:(?<count>\\d{1,2})\\s+)?(?<unit>day|week|month|quarter)s?\\s+(?:of|in)\\s+(?:(?<month>${MONTH})${YEAR_TAIL}|(?:the\\s+)?(?:year\\s+)?(?<only>${YEAR})|(?<rel2>this|last|the)\\s+(?<whole>year|month|quarter))\\b`,
    'g',
  ),
  read({ edge = 'first', count = '1', unit = 'month', month, year, rel, only, rel2, whole }, context, text) {
    const { today } = context;
    // "the last quarter of the month": a fourth of it, which is no unit of days.
    if (SIZES.indexOf(unit) >= SIZES.indexOf(month !== undefined ? 'month' : only !== undefined ? 'year' : (whole ?? 'year'))) return null;
    let base: Period;
    if (month !== undefined) {
      const said = yearSaid(year, rel, yearOf(today)) ?? (monthNumber(month) <= monthOf(today) ? yearOf(today) : yearOf(today) - 1);
      base = oneRange(toDay(said, monthNumber(month), 1), addUnits(toDay(said, monthNumber(month), 1), 1, 'month'), 'month');
    } else if (only !== undefined) base = oneRange(toDay(Number(only), 1, 1), toDay(Number(only) + 1, 1, 1), 'year');
    else {
      const range = unitRange(today, (whole ?? 'year') as Unit, rel2 === 'last' ? -1 : 0, context.weekStart);
      base = oneRange(range.from, range.until, 'other');
    }
    const range = base.ranges[0];
    if (!range) return null;
    if (edge === 'first' || edge === 'opening') return oneRange(range.from, addUnits(range.from, Number(count), plain(unit)), 'other');
    const before = nthOf(edge) + 1;
    if (before > 0) {
      // "the third quarter of 2025" has its own pattern, "the second day of May" is a date.
      if (Number(count) !== 1 || (unit !== 'week' && unit !== 'month')) return null;
      const from = addUnits(range.from, before, unit);
      if (from >= range.until) return null;
      const next = addUnits(from, 1, unit);
      const until = next < range.until ? next : range.until;
      const words = text.replace(/^in /, '');
      return unit === 'month'
        ? oneRange(from, until, 'month')
        : oneRange(from, until, 'other', { assumed: `I took “${words}” as ${from} to ${addDays(until, -1)}` });
    }
    return oneRange(addUnits(range.until, -Number(count), plain(unit)), range.until, 'other');
  },
};

/** "July's final ten days", "May 2025's first week": the same with its owner before it. */
export const ownersUnits: DateParser = {
  name: 'owners-units',
  pattern: new RegExp(
    `\\b(?:(?<month>${MONTH})(?:'s)?${YEAR_TAIL}|(?<only>${YEAR}))\\s+(?<edge>first|last|final|opening|closing)\\s+(?:(?<count>\\d{1,2})\\s+)?(?<unit>day|week|month|quarter)s?\\b`,
    'g',
  ),
  read: (groups, context, text) => unitsOf.read({ ...groups, ...(groups['edge'] === 'closing' ? { edge: 'last' } : {}) }, context, text),
};

/** "the start of the year", "end of June": as a point to count from; `since` turns it into a stretch. */
export const edgeOf: DateParser = {
  name: 'edge-of',
  pattern: new RegExp(
    `\\b(?:the\\s+)?(?<edge>start|beginning|begin|turn|top|end)\\s+of\\s+(?:(?<month>${MONTH})${YEAR_TAIL}|(?<only>${YEAR})|(?:the|this)\\s+(?<whole>year|month|quarter|week)|last\\s+(?<past>year|month|quarter|week)|time)\\b`,
    'g',
  ),
  read({ edge, month, year, rel, only, whole, past }, context) {
    const { today } = context;
    const atEnd = edge === 'end';
    const range =
      month !== undefined
        ? unitRange(
            toDay(
              yearSaid(year, rel, yearOf(today)) ?? (monthNumber(month) <= monthOf(today) ? yearOf(today) : yearOf(today) - 1),
              monthNumber(month),
              1,
            ),
            'month',
          )
        : only !== undefined
          ? unitRange(toDay(Number(only), 1, 1), 'year')
          : whole !== undefined || past !== undefined
            ? unitRange(today, (whole ?? past) as Unit, past === undefined ? 0 : -1, context.weekStart)
            : { from: context.firstDay, until: addDays(context.firstDay, 1) };
    const day = atEnd ? addDays(range.until, -1) : range.from;
    return oneRange(day, addDays(day, 1), 'day');
  },
};
