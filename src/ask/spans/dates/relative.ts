// Stretches named by another one: "this time last year", "the month before", "the same months last year", "the following week".
// Which stretch is meant is settled by the plan: the one said beside it, or the one of the question before.
import { addDays, addMonths, daysBetween, startOf, unitRange, yearOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { latestWeekend } from './near-days.ts';
import { hull, oneRange, shiftYears } from './period.ts';

export const sameLastYear: DateParser = {
  name: 'same-last-year',
  pattern:
    /\b(?:(?:at|in|over|during|by)\s+)?(?:(?:the\s+)?same\s+(?:time|period|months?|weeks?|weekends?|days?|stretch|point|quarter|part)|this (?:time|point))\s+(?:(?:of\s+|in\s+|the\s+)?(?:last|the previous|previous|the) year(?: before)?|(?:(?:of|in)\s+)?(?<year>20\d\d)|(?:a|one|1)\s+year\s+(?:ago|earlier|before|prior))\b|\ba year (?:ago|earlier|before)\b(?=\s*(?:[?.]|$))|\b(?:the\s+)?year before(?= that|\s*[?.]|\s*$)/g,
  read({ year }, { today, weekStart }, text) {
    if (year !== undefined && Number(year) !== yearOf(today) - 1) return null;
    const unit = /\b(?:week|weekend|quarter|day)(?= )/.exec(text)?.[0] as 'week' | 'weekend' | 'quarter' | 'day' | undefined;
    const relative =
      /^(?:the )?year before|year (?:earlier|before)$/.test(text) && !/same|this/.test(text)
        ? ('before' as const)
        : ('year-before' as const);
    if (unit === undefined || relative === 'before') {
      const from = addMonths(startOf(today, 'month'), -12);
      return oneRange(from, addMonths(from, 1), 'month', { relative, assumed: `I took ${text} as ${from.slice(0, 7)}` });
    }
    const here = unit === 'weekend' ? latestWeekend(today) : unitRange(today, unit, 0, weekStart);
    const { from, until } = hull(shiftYears(oneRange(here.from, here.until, unit), -1));
    return oneRange(from, until, unit, {
      relative,
      assumed: `I took ${text} as ${from}${unit === 'day' ? '' : ` to ${addDays(until, -1)}`}`,
    });
  },
};

/** "on this day last year", "a year ago today". */
export const sameDayLastYear: DateParser = {
  name: 'same-day-last-year',
  pattern:
    /\b(?:on\s+)?(?:(?:this|the same|that)\s+(?:very\s+|exact\s+)?(?:day|date)\s+(?:last year|(?:a|one|1) year ago)|(?:a|one|1) year ago today|today last year)\b/g,
  read(_groups, { today }, text) {
    const day = addMonths(today, -12);
    return oneRange(day, addDays(day, 1), 'day', { assumed: `I took “${text}” as ${day}` });
  },
};

/** "the same time last month", "this point last week": as many days of it as have gone of this one. */
export const sameDaysBefore: DateParser = {
  name: 'same-days-before',
  pattern:
    /\b(?:(?:at|in|over|during|by)\s+)?(?:(?:the\s+)?same\s+(?:time|point|stage|days|period)|this (?:time|point|stage))\s+(?:of\s+|in\s+)?(?:last|the previous|previous|the last)\s+(?<unit>week|month|quarter)\b/g,
  read({ unit = 'month' }, { today, weekStart }, text) {
    const of = unit as 'week' | 'month' | 'quarter';
    const { from, until } = unitRange(today, of, -1, weekStart);
    const gone = addDays(from, daysBetween(startOf(today, of, weekStart), today) + 1);
    const end = gone < until ? gone : until;
    return oneRange(from, end, 'other', { assumed: `I took “${text}” as ${from} to ${addDays(end, -1)}` });
  },
};

export const unitBefore: DateParser = {
  name: 'unit-before',
  pattern:
    /(?<!\b(?:last|this|past|next|per|each|every|previous|a) )\b(?:the\s+)?(?:(?<unit>day|week|month|quarter|year|weekend|one|period)\s+(?<side>before|after|prior|earlier|following)(?:\s+(?:that one|that|it|this|then))?|(?:previous|prior|preceding)\s+(?:one|period)|(?<next>following|next)\s+(?<unit2>day|week|month|quarter|year|one)|(?:1|one|a)\s+(?:day|week|month|quarter|year)\s+(?:earlier|before)|(?:go\s+)?back\s+(?:1|one|a|another)\s+(?:more\s+)?(?:day|week|month|quarter|year)|before that(?: one)?|before then|(?<=\b(?:spring|summer|autumn|fall|winter|christmas|easter|thanksgiving|january|february|march|april|may|june|july|august|september|october|november|december)\s+)(?:before|prior))\b(?=\s*(?:$|[?.,!]|and|at|on|in|for|too|instead))(?!\s+(?:last|yesterday|the|i|we|my|our|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|christmas|easter|thanksgiving))/g,
  read({ side, next }, { today }, text) {
    if (text === 'next month' || text === 'next week' || text === 'next year' || text === 'next quarter') return null; // the future: see intents
    const day = addDays(today, 0);
    return oneRange(
      day,
      addDays(day, 1),
      /day/.test(text)
        ? 'day'
        : /week/.test(text)
          ? 'week'
          : /month/.test(text)
            ? 'month'
            : /quarter/.test(text)
              ? 'quarter'
              : /year/.test(text)
                ? 'year'
                : 'other',
      {
        relative: side === 'after' || side === 'following' || next !== undefined ? 'after' : 'before',
      },
    );
  },
};
