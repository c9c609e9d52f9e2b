// Days close by: today, yesterday, the day before yesterday, the weekend.
import type { Day, DayRange } from '../../../base/days.ts';
import { addDays, startOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';

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

/** Saturday and Sunday of the weekend that has begun last. */
export function latestWeekend(today: Day): DayRange {
  const saturday = addDays(startOf(today, 'week', 1), 5);
  const from = saturday <= today ? saturday : addDays(saturday, -7);
  return { from, until: addDays(from, 2) };
}

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
