// "on Fridays", "every Monday", "at weekends", "on weekdays", "Friday to Sunday": which days of the week count.
import type { Parser, Span } from './span.ts';
import { findSpans, keepLongest } from './span.ts';
import type { Period } from './dates/period.ts';
import { WEEKDAY, weekdayNumber } from './dates/words.ts';

export interface Weekdays {
  /** 0 Sunday to 6 Saturday, sorted. */
  days: number[];
  words: string;
  /** Days in the singular, that follow each other: "Thursday to Sunday" may be one such run. */
  once?: { first: number; length: number };
}

const plural = `(?:${WEEKDAY})s`;
const sorted = (days: number[]) => [...new Set(days)].sort((a, b) => a - b);

const named: Parser<Weekdays> = {
  name: 'weekdays',
  pattern: new RegExp(
    `\\b(?:on\\s+|every\\s+|each\\s+)?(?:(?:all|any|a)\\s+)?(?<list>${plural}(?:(?:\\s*,\\s*|\\s+(?:and|or)\\s+)${plural})*)\\b`,
    'g',
  ),
  read({ list = '' }) {
    const words = list.split(/\s*,\s*|\s+(?:and|or)\s+/);
    return { days: sorted(words.map((word) => weekdayNumber(word.replace(/s$/, '')))), words: list };
  },
};

const every: Parser<Weekdays> = {
  name: 'every-weekday',
  pattern: new RegExp(
    `\\b(?:every|each|on an?|an? (?:typical|average|usual|normal)|the (?:average|typical)|typical|average)\\s+(?<day>${WEEKDAY})\\b|\\b(?<=\\bdoes )an?\\s+(?<costs>${WEEKDAY})(?=\\s+(?:cost|set)\\b)`,
    'g',
  ),
  read: ({ costs, day = costs ?? '' }) => ({ days: [weekdayNumber(day)], words: `${day}s` }),
};

/** "all Friday spending in May", "Saturday shopping this year": such days of a stretch, no one Friday. */
const spendingOn: Parser<Weekdays> = {
  name: 'weekday-spending',
  pattern: new RegExp(
    `\\b(?:(?:all|every|any)\\s+(?:of\\s+)?(?:my\\s+|our\\s+|the\\s+)?(?<all>${WEEKDAY})(?=\\s+(?:spending|spend|purchases|shopping|outgoings|expenses|transactions|charges)\\b)|(?<day>${WEEKDAY})(?=\\s+(?:spending|spend|shopping|outgoings)\\s+(?:in|during|for|over|across|this year|last year|since)\\b))`,
    'g',
  ),
  read: ({ all, day = all ?? '' }) => ({ days: [weekdayNumber(day)], words: `${day}s` }),
};

const run: Parser<Weekdays> = {
  name: 'weekday-run',
  pattern: new RegExp(
    `\\b(?:(?:from|on|over)\\s+)?(?:the\\s+)?(?<a>${WEEKDAY})(?<as>s?)\\s+(?<to>to|through|until|and)\\s+(?<b>${WEEKDAY})(?<bs>s?)\\b`,
    'g',
  ),
  read({ a = '', as, to, b = '', bs }, _context, text) {
    const [first, last] = [weekdayNumber(a), weekdayNumber(b)];
    if (first < 0 || last < 0) return null;
    const length = ((last - first + 7) % 7) + 1;
    // "Saturday and Sunday" follow each other; "Monday and Friday" do not.
    if (to === 'and')
      return { days: sorted([first, last]), words: text, ...(length === 2 && !as && !bs ? { once: { first, length } } : {}) };
    const days = Array.from({ length }, (_, at) => (first + at) % 7);
    return { days: sorted(days), words: text, ...(as || bs ? {} : { once: { first, length } }) };
  },
};

const weekends: Parser<Weekdays> = {
  name: 'weekends',
  pattern:
    /\b(?:(?:on|at|over|during)\s+)?(?:the\s+)?(?:every\s+|each\s+)?(?:weekends|saturdays and sundays)\b|\b(?:every|each|per|(?:on |over )?an? (?:typical|average|usual|normal)|typical|average|(?:on|over)\s+an?)\s+weekend\b|\ba weekend(?=\s+(?:cost|costs|set)\b)|\bweekend(?=\s+(?:spending|spend|spends|days|purchases|transactions|shopping|total|expenses|vs|or|days))/g,
  read: () => ({ days: [0, 6], words: 'weekends' }),
};

const workdays: Parser<Weekdays> = {
  name: 'workdays',
  pattern:
    /\b(?:(?:on|during)\s+)?(?:the\s+)?(?:every\s+|each\s+|on an?\s+)?(?:weekdays|work ?days|working days|business days|school days|week days)\b|\bon an?\s+(?:weekday|week day|work ?day|working day)\b|\bweekday(?=\s+(?:spending|spend|purchases|transactions|total|expenses|vs|or))|\b(?:during|in) the week\b/g,
  read: () => ({ days: [1, 2, 3, 4, 5], words: 'weekdays' }),
};

export const findWeekdays = (said: string): Span<Weekdays>[] =>
  findSpans(said, [run, named, every, spendingOn, weekends, workdays], [(spans) => keepLongest(spans)], null);

/** "what do I spend at the weekend on average": any weekend, and not the last one. */
export const usualWeekends = (said: string, periods: readonly Span<Period>[]): Span<Weekdays>[] =>
  /\b(?:usually|normally|typically|generally|on average|average|tend to)\b/.test(said)
    ? periods.flatMap(({ by, text, start, end }) =>
        by === 'weekend' && /^(?:(?:at|on|over|during|for|in) )?the weekend$/.test(text)
          ? [{ start, end, text, by: 'usual-weekends', value: { days: [0, 6], words: 'weekends' } }]
          : [],
      )
    : [];
