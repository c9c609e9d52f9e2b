// One weekday, today or before: "on Monday", "last Friday", "two Fridays ago", "Friday two weeks ago", "a week ago Tuesday",
// "the Saturday before last"; and several of them: "the last 3 Fridays", "the past two weekends".
import { addDays, startOf, weekdayOf } from '../../../base/days.ts';
import type { Day } from '../../../base/days.ts';
import type { DateParser, Period } from './period.ts';
import { oneRange } from './period.ts';
import { countOf, WEEKDAY, weekdayNumber } from './words.ts';

const asDay = (day: Day, text: string): Period =>
  oneRange(day, addDays(day, 1), 'day', { assumed: `I took ${text.replace(/^on /, '')} as ${day}` });

/** The latest such weekday before today. */
const latest = (today: Day, weekday: number): Day => addDays(today, -((weekdayOf(today) - weekday + 6) % 7) - 1);

/** That weekday of the calendar week, Monday to Sunday, so many weeks before this one. */
const ofWeekAgo = (today: Day, weekday: number, weeks: number): Day => addDays(startOf(today, 'week', 1), ((weekday + 6) % 7) - 7 * weeks);

/** One weekday is the latest one before today; "Friday last week" is that of the calendar week before. */
export const weekdayAsDay: DateParser = {
  name: 'weekday-as-day',
  pattern: new RegExp(
    `(?<!(?:${WEEKDAY})s? (?:to|through|until|and|or) )\\b(?:(?:on|since|from|until|by)\\s+)?(?:(?:last|this past|this|past|previous)\\s+)?(?<day>${WEEKDAY})(?:'s)?\\b(?:\\s+(?<week>last week|this week|the week before last|of last week|of this week))?(?!\\s+(?:to|through|until|and|or)\\s+(?:${WEEKDAY})s?\\b)`,
    'g',
  ),
  read({ day = '', week }, { today }, text) {
    const wanted = weekdayNumber(day);
    const isToday = weekdayOf(today) === wanted && /^this\b/.test(text);
    const weeks = week === undefined ? null : week.includes('before') ? 2 : week.includes('last') ? 1 : 0;
    const found = weeks !== null ? ofWeekAgo(today, wanted, weeks) : isToday ? today : latest(today, wanted);
    return /^(since|from)\b/.test(text) ? oneRange(found, addDays(today, 1), 'other', { open: true }) : asDay(found, text);
  },
};

export const weekdayOfWeekAgo: DateParser = {
  name: 'weekday-of-week-ago',
  pattern: new RegExp(
    `\\b(?:on\\s+)?(?:the\\s+)?(?<day>${WEEKDAY})\\s+(?:of\\s+)?(?<count>\\d{1,2}|a)\\s+weeks?\\s+(?:ago|back|earlier)\\b`,
    'g',
  ),
  read: ({ day = '', count = '1' }, { today }, text) => asDay(ofWeekAgo(today, weekdayNumber(day), countOf(count)), text),
};

export const weekdaysAgo: DateParser = {
  name: 'weekdays-ago',
  pattern: new RegExp(`\\b(?:on\\s+)?(?<count>\\d{1,2}|a)\\s+(?<day>${WEEKDAY})s?\\s+(?:ago|back)\\b`, 'g'),
  read: ({ day = '', count = '1' }, { today }, text) => asDay(addDays(latest(today, weekdayNumber(day)), -7 * (countOf(count) - 1)), text),
};

/** "a week ago Tuesday": that much before the latest Tuesday. */
export const weeksAgoWeekday: DateParser = {
  name: 'weeks-ago-weekday',
  pattern: new RegExp(`\\b(?<count>\\d{1,2}|a)\\s+weeks?\\s+(?:ago|back)\\s+(?:on\\s+|last\\s+)*(?<day>${WEEKDAY})\\b(?!s)`, 'g'),
  read: ({ day = '', count = '1' }, { today }, text) => asDay(addDays(latest(today, weekdayNumber(day)), -7 * countOf(count)), text),
};

export const weekdayBeforeLast: DateParser = {
  name: 'weekday-before-last',
  pattern: new RegExp(`\\b(?:on\\s+)?(?:the\\s+)?(?<day>${WEEKDAY})\\s+before\\s+last\\b`, 'g'),
  read: ({ day = '' }, { today }, text) => asDay(addDays(latest(today, weekdayNumber(day)), -7), text),
};

/** "the last 3 Fridays": as many, the latest before today; of weekends the latest that has begun. */
export const lastWeekdays: DateParser = {
  name: 'last-weekdays',
  pattern: new RegExp(
    `\\b(?:(?:on|over|for|in)\\s+)?(?:the\\s+|my\\s+|our\\s+)?(?:last|past|previous|latest|most recent)\\s+(?<count>\\d{1,2}|few)\\s+(?<day>${WEEKDAY}|weekend)s\\b(?!\\s+(?:of|in)\\b)`,
    'g',
  ),
  read({ count = '1', day = '' }, { today }, text) {
    const isWeekend = day === 'weekend';
    const last = isWeekend ? latest(addDays(today, 1), 6) : latest(today, weekdayNumber(day));
    const days = Array.from({ length: countOf(count) }, (_, at) => addDays(last, -7 * at)).reverse();
    const [first] = days;
    if (first === undefined) return null;
    return {
      ranges: days.map((from) => ({ from, until: addDays(from, isWeekend ? 2 : 1) })),
      grain: 'other',
      assumed: `I took “${text.replace(/^(?:on|over|for|in) /, '')}” as ${isWeekend ? 'those that began on ' : ''}${days.join(', ')}`,
    };
  },
};
