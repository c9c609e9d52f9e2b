// Stretches told by a date beside them: "the week before Christmas", "the day after Boxing Day", "two days before 1 May", "the Friday before Easter",
// "in the run-up to Christmas", "around the 10th of March". What was chosen is said, for people mean it in more ways than one.
import type { Day, DayRange } from '../../../base/days.ts';
import { addDays, weekdayOf, yearOf } from '../../../base/days.ts';
import { matchesOf } from '../../../base/matches.ts';
import type { Span } from '../span.ts';
import { holiday } from './holiday.ts';
import type { DateContext, DateRefiner, Grain, Period } from './period.ts';
import { addSaid, hull, neighbour, oneRange, shiftYears } from './period.ts';
import { countOf, UNIT, WEEKDAY, weekdayNumber } from './words.ts';

const LEAD = '(?:(?:in|on|over|during|for|from|within)\\s+)?';
const BESIDE = new RegExp(
  `(?<!\\b(?:each|every|per|any|some|which|what|that|this|same|other|next|second|third|fourth|2nd|3rd|most|many|of) )\\b${LEAD}(?<the>the\\s+)?(?:(?<edge>first|last|final|very)\\s+)?(?:(?<count>\\d{1,2}|a|few)\\s+)?(?<unit>${UNIT}|weekend|night|${WEEKDAY})(?<plural>s?)\\s+(?:just\\s+|right\\s+|immediately\\s+|directly\\s+|straight\\s+)?(?<side>before|after|following|preceding|prior to|leading up to|running up to|leading into|leading to|up to)\\s+(?:the\\s+)?$`,
);
const RUN_UP = /\b(?:in |during |over |for )?(?:the )?(?:run|lead|build)[ -]?up to (?:the )?$/;
const AROUND = /\b(?:on or )?(?:around|round about|round) (?:about )?(?:the )?$/;

/** Saturday and Sunday that lie wholly before the first day, or from the day after the last. */
function weekendBeside({ from, until }: DayRange, before: boolean): DayRange {
  const saturday = before ? addDays(from, -2 - weekdayOf(addDays(from, -1))) : addDays(until, (6 - weekdayOf(until) + 7) % 7);
  return { from: saturday, until: addDays(saturday, 2) };
}

function weekdayBeside({ from, until }: DayRange, before: boolean, weekday: number): DayRange {
  const day = before
    ? addDays(from, -1 - ((weekdayOf(addDays(from, -1)) - weekday + 7) % 7))
    : addDays(until, (weekday - weekdayOf(until) + 7) % 7);
  return { from: day, until: addDays(day, 1) };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The stretch beside `anchor`; null where the words leave open whether one day or all days up to it are meant ("a week before Christmas"). */
function besides(
  { the, edge, count, unit = 'day', plural, side = 'before' }: Groups,
  anchor: Period,
  today: Day,
): (DayRange & { grain: Grain }) | null {
  const range = hull(anchor);
  const before = !/^(?:after|following)$/.test(side);
  const number = countOf(count ?? '1');
  if (edge !== undefined && edge !== 'very' && (edge === 'first') === before) return null;
  // "the weeks before Christmas": how many, nobody said.
  if (plural === 's' && count === undefined) return null;
  const weekday = weekdayNumber(unit);
  if (unit === 'weekend' || weekday >= 0) {
    if (count !== undefined || side === 'up to') return null;
    return unit === 'weekend'
      ? { ...weekendBeside(range, before), grain: 'weekend' }
      : { ...weekdayBeside(range, before, weekday), grain: 'day' };
  }
  const size = unit === 'night' ? 'day' : unit;
  if (side === 'up to' && (size === 'day' || the === undefined)) return null;
  if (size === 'day' && the === undefined && count !== undefined) {
    if (count === 'few') return null;
    const day = before ? addDays(range.from, -number) : addDays(range.until, number - 1);
    return { from: day, until: addDays(day, 1), grain: 'day' };
  }
  if (the === undefined && count !== undefined) return null;
  if (anchor.grain === size && number === 1 && size !== 'day')
    return { ...hull(neighbour(anchor, before ? -1 : 1, today)), grain: anchor.grain };
  const last = side === 'up to' ? range.until : range.from;
  const stretch = before
    ? { from: addSaid(last, -number, size), until: last }
    : { from: range.until, until: addSaid(range.until, number, size) };
  return { ...stretch, grain: number === 1 && size === 'day' ? 'day' : 'other' };
}

/** The date a year on, where it was said without one. */
function nextOf(span: Span<Period>, context: DateContext): Period | null {
  if (!span.value.yearless || !/^(?:holiday|month-day|day-month)$/.test(span.by)) return null;
  if (span.by !== 'holiday') return { ...shiftYears(span.value, 1), yearless: true };
  const year = yearOf(hull(span.value).from) + 1;
  const [match] = matchesOf(`${span.text} ${String(year)}`, holiday.pattern);
  const read = match ? holiday.read(match.groups ?? {}, context, match[0]) : null;
  return read === null ? null : { ranges: read.ranges, grain: read.grain, yearless: true };
}

const said = ({ from, until }: DayRange): string => (until === addDays(from, 1) ? from : `${from} to ${addDays(until, -1)}`);

/** Without what a longer one holds: "the Friday before Easter" is no Friday of this week. */
const withoutHeld = (spans: Span<Period>[]): Span<Period>[] =>
  spans.filter(
    (span) => !spans.some((other) => other.by === 'beside-day' && other !== span && other.start <= span.start && span.end <= other.end),
  );

export const besideDay: DateRefiner = (spans, text, context) =>
  withoutHeld(
    spans.map((span) => {
      const { value } = span;
      if (value.open || value.relative || value.ranges.length !== 1) return span;
      const lead = text.slice(0, span.start);
      const beside = BESIDE.exec(lead);
      const runUp = beside ? null : RUN_UP.exec(lead);
      const around =
        beside || runUp || !/^(?:holiday|month-day|day-month|day-only)$/.test(span.by) || value.grain !== 'day' ? null : AROUND.exec(lead);
      const match = beside ?? runUp ?? around;
      if (!match) return span;
      const stretchOf = (anchor: Period): (DayRange & { grain: Grain }) | null => {
        const { from, until } = hull(anchor);
        if (runUp) return { from: addDays(from, -28), until: from, grain: 'other' };
        if (around) return { from: addDays(from, -3), until: addDays(until, 3), grain: 'other' };
        return besides(beside?.groups ?? {}, anchor, context.today);
      };
      const next = nextOf(span, context);
      const ahead = next && stretchOf(next);
      const stretch = ahead && ahead.from <= context.today ? ahead : stretchOf(value);
      if (!stretch) return span;
      const words = text.slice(match.index, span.end).replace(/^(?:on or |(?:in|on|over|during|for|from|within) )/, '');
      return {
        ...span,
        start: match.index,
        text: text.slice(match.index, span.end),
        by: 'beside-day',
        value: oneRange(stretch.from, stretch.until, stretch.grain, { assumed: `I took “${words}” as ${said(stretch)}` }),
      };
    }),
  );
