// One weekday counted back: "two Fridays ago", "Friday two weeks ago", "a week ago Tuesday", "the Saturday before last".
import { addDays, startOf, weekdayOf } from '../../../base/days.ts';
import type { Day } from '../../../base/days.ts';
import type { DateParser, Period } from './period.ts';
import { oneRange } from './period.ts';
import { WEEKDAY, weekdayNumber } from './words.ts';

const numberOf = (count: string): number => (/^an?$/.test(count) ? 1 : Number(count));

const asDay = (day: Day, text: string): Period =>
  oneRange(day, addDays(day, 1), 'day', { assumed: `I took ${text.replace(/^on /, '')} as ${day}` });

/** The latest such weekday before today. */
const latest = (today: Day, weekday: number): Day => addDays(today, -((weekdayOf(today) - weekday + 6) % 7) - 1);

/** Of the calendar week, Monday to Sunday, so many weeks before this one. */
export const weekdayOfWeekAgo: DateParser = {
  name: 'weekday-of-week-ago',
  pattern: new RegExp(
    `\\b(?:on\\s+)?(?:the\\s+)?(?<day>${WEEKDAY})\\s+(?:of\\s+)?(?<count>\\d{1,2}|a)\\s+weeks?\\s+(?:ago|back|earlier)\\b`,
    'g',
  ),
  read: ({ day = '', count = '1' }, { today }, text) =>
    asDay(addDays(startOf(today, 'week', 1), ((weekdayNumber(day) + 6) % 7) - 7 * numberOf(count)), text),
};

export const weekdaysAgo: DateParser = {
  name: 'weekdays-ago',
  pattern: new RegExp(`\\b(?:on\\s+)?(?<count>\\d{1,2}|a)\\s+(?<day>${WEEKDAY})s?\\s+(?:ago|back)\\b`, 'g'),
  read: ({ day = '', count = '1' }, { today }, text) => asDay(addDays(latest(today, weekdayNumber(day)), -7 * (numberOf(count) - 1)), text),
};

/** "a week ago Tuesday": that much before the latest Tuesday. */
export const weeksAgoWeekday: DateParser = {
  name: 'weeks-ago-weekday',
  pattern: new RegExp(`\\b(?<count>\\d{1,2}|a)\\s+weeks?\\s+(?:ago|back)\\s+(?:on\\s+|last\\s+)*(?<day>${WEEKDAY})\\b(?!s)`, 'g'),
  read: ({ day = '', count = '1' }, { today }, text) => asDay(addDays(latest(today, weekdayNumber(day)), -7 * numberOf(count)), text),
};

export const weekdayBeforeLast: DateParser = {
  name: 'weekday-before-last',
  pattern: new RegExp(`\\b(?:on\\s+)?(?:the\\s+)?(?<day>${WEEKDAY})\\s+before\\s+last\\b`, 'g'),
  read: ({ day = '' }, { today }, text) => asDay(addDays(latest(today, weekdayNumber(day)), -7), text),
};
