// Days close by: today, yesterday, the day before yesterday, "on Monday", "last Friday", the weekend.
import { addDays, startOf, weekdayOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';
import { WEEKDAY, weekdayNumber } from './words.ts';

export const nearDay: DateParser = {
  name: 'near-day',
  pattern:
    /\b(?:(?<two>(?:the\s+)?day before yesterday)|(?<one>yesterday|last night)(?:'s)?|(?<!\bas of )(?<zero>today|tonight|this morning|this afternoon|this evening)(?:'s)?)\b/g,
  read({ two, one }, { today }) {
    const day = addDays(today, two !== undefined ? -2 : one !== undefined ? -1 : 0);
    return oneRange(day, addDays(day, 1), 'day');
  },
};

/** "lately", "recently": no stretch is said, so one is taken and said. */
export const lately: DateParser = {
  name: 'lately',
  pattern: /(?<!\b(?:most|more|how) )\b(?:just\s+)?(?:lately|recently|of late|in recent (?:days|weeks))\b/g,
  read: (_groups, { today }, text) =>
    oneRange(addDays(today, -29), addDays(today, 1), 'other', { assumed: `I took ${text} as the past 30 days` }),
};

/** One weekday is the latest one before today; "Friday last week" is that of the calendar week before. */
export const weekdayAsDay: DateParser = {
  name: 'weekday-as-day',
  pattern: new RegExp(
    `(?<!(?:${WEEKDAY})s? (?:to|through|until|and|or) )\\b(?:(?:on|since|from|until|by)\\s+)?(?:(?<which>last|this past|this|past|previous)\\s+)?(?<day>${WEEKDAY})(?:'s)?\\b(?:\\s+(?<week>last week|this week|the week before last|of last week|of this week))?(?!\\s+(?:to|through|until|and|or)\\s+(?:${WEEKDAY})s?\\b)`,
    'g',
  ),
  read({ day = '', week, which }, { today }, text) {
    const wanted = weekdayNumber(day);
    const monday = startOf(today, 'week', 1);
    let found = addDays(today, -((weekdayOf(today) - wanted + 7) % 7));
    if (found === today && (which === 'last' || !/^(?:this|today)/.test(text))) found = addDays(found, -7);
    if (week !== undefined) found = addDays(monday, ((wanted + 6) % 7) + (week.includes('before') ? -14 : week.includes('last') ? -7 : 0));
    if (/^(since|from)\b/.test(text)) return oneRange(found, addDays(today, 1), 'other', { open: true });
    return oneRange(found, addDays(found, 1), 'day', { assumed: `I took ${text.replace(/^on /, '')} as ${found}` });
  },
};

export const weekend: DateParser = {
  name: 'weekend',
  pattern:
    /\b(?:(?:over|on|at|during|for)\s+)?(?:(?<which>last|this|this past|the past|past|the previous|previous|the)\s+)weekend(?:'s)?\b(?!\s+(?:before|of))/g,
  read({ which = 'the' }, { today }) {
    const saturday = addDays(startOf(today, 'week', 1), 5);
    const begun = saturday <= today;
    const now = which === 'this' ? begun : begun && which !== 'last' && !which.includes('previous');
    const from = now ? saturday : addDays(saturday, -7);
    const past = from > today ? addDays(from, -7) : from;
    return oneRange(past, addDays(past, 2), 'weekend', { assumed: 'I took the weekend as Saturday and Sunday' });
  },
};
