// Parts of a month or a year that have no set days: "early September", "mid-July", "late last month", "towards the end of 2025". A third of it
// is taken, of a year's ends one month, and the card says so. "Earlier this year" is what has gone of it.
import type { Day, DayRange } from '../../../base/days.ts';
import { addDays, addMonths, startOf, toDay, unitRange, yearOf } from '../../../base/days.ts';
import type { Span } from '../span.ts';
import type { DateParser, Period } from './period.ts';
import { hull, oneRange } from './period.ts';
import { MONTH, monthNumber, YEAR, YEAR_TAIL, yearSaid } from './words.ts';

const stretch = (words: string, { from, until }: DayRange): Period =>
  oneRange(from, until, 'other', { assumed: `I took “${words}” as ${from} to ${addDays(until, -1)}` });

/** The first, second or last third of a month, its days counted by ten, or of a year, by four months. */
function third(which: number, { from, until }: DayRange, unit: 'month' | 'year'): DayRange {
  const at = (step: number): Day => (unit === 'month' ? addDays(from, 10 * step) : addMonths(from, 4 * step));
  return { from: at(which), until: which === 2 ? until : at(which + 1) };
}

export const partOf: DateParser = {
  name: 'part-of',
  pattern: new RegExp(
    `\\b(?:in\\s+|during\\s+)?(?:the\\s+)?(?<part>early|mid|late|(?:early|middle|latter|late) part of|middle of)\\s*-?\\s*(?:(?:on )?in\\s+)?(?:(?<month>${MONTH})\\b${YEAR_TAIL}|(?<only>${YEAR})\\b|(?<rel2>this|last|the)\\s+(?<whole>year|month)\\b)`,
    'g',
  ),
  read({ part = '', month, year, rel, only, rel2, whole }, { today }, text) {
    const which = part.startsWith('early') ? 0 : part.startsWith('mid') ? 1 : 2;
    const thisYear = yearOf(today);
    const words = text.replace(/^(?:in|during) /, '');
    if (month !== undefined) {
      const number = monthNumber(month);
      const first = (chosen: number) => unitRange(toDay(chosen, number, 1), 'month');
      const said = yearSaid(year, rel, thisYear);
      const here = third(which, first(said ?? thisYear), 'month');
      return stretch(words, said === null && here.from > today ? third(which, first(thisYear - 1), 'month') : here);
    }
    const unit = only !== undefined || whole === 'year' ? 'year' : 'month';
    const range = only !== undefined ? unitRange(toDay(Number(only), 1, 1), 'year') : unitRange(today, unit, rel2 === 'last' ? -1 : 0);
    return stretch(words, third(which, range, unit));
  },
};

/** "earlier this year", "earlier on in the month". */
export const earlierIn: DateParser = {
  name: 'earlier-in',
  pattern: /\bearlier\s+(?:on\s+)?(?:this|in the|in this)\s+(?<unit>year|month|week)\b/g,
  read: ({ unit = 'year' }, { today, weekStart }) =>
    oneRange(startOf(today, unit as 'year' | 'month' | 'week', weekStart), addDays(today, 1), unit as 'year' | 'month' | 'week'),
};

const EDGE =
  /^(?:(?:in|on|at|around|during|over|for)\s+)?(?:the\s+)?(?:very\s+)?(?<edge>start|beginning|begin|turn|top|end)\s+of\s+(?<of>.*)$/;

/**
 * "At the end of last month" is a day to count from, or to tell a balance of; of what was paid then it is a stretch: ten days of a month,
 * of a quarter or a year a month.
 */
export function edgeAsStretch(span: Span<Period>): Span<Period> {
  const match = span.by === 'edge-of' ? EDGE.exec(span.text) : null;
  if (!match) return span;
  const { from } = hull(span.value);
  const { edge, of = '' } = match.groups ?? {};
  const words = span.text.replace(/^(?:in|on|at|around|during|over|for) /, '');
  const atEnd = edge === 'end';
  if (/week$|^time$/.test(of)) return { ...span, value: { ...span.value, assumed: `I took “${words}” as ${from}` } };
  const month = unitRange(from, 'month');
  // A month that is said by its name or as one: all others are told by the month they begin or end with.
  const ofMonth = /month$/.test(of) || new RegExp(`^(?:${MONTH})\\b`).test(of);
  return { ...span, value: stretch(words, ofMonth ? third(atEnd ? 2 : 0, month, 'month') : month) };
}
