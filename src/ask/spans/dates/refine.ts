// What single parsers cannot see: "March to May", "since June", "before Easter", "May and June 2025", a season explained by its months.
import { addDays, addMonths, daysBetween, monthOf, toDay, unitRange, yearOf } from '../../../base/days.ts';
import { matchesOf } from '../../../base/matches.ts';
import { isSized } from '../size-words.ts';
import type { Span } from '../span.ts';
import type { DateRefiner, Period } from './period.ts';
import { hull, oneRange, shiftYears, tomorrow, unite } from './period.ts';
import { WEEKDAY } from './words.ts';

const between = (said: string, a: Span<Period>, b: Span<Period>) => said.slice(a.end, b.start);
const replaced = <T>(list: readonly T[], at: number, count: number, item: T): T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at + count),
];

/** "purchases over 2000": a figure behind a word of size that is no year of the statements is none. */
export const withoutSizes: DateRefiner = (spans, said, { firstDay, today }) =>
  spans.filter(
    ({ by, value, start }) =>
      by !== 'year-name' ||
      !isSized(said.slice(0, start)) ||
      (hull(value).from.slice(0, 4) >= firstDay.slice(0, 4) && hull(value).from <= today),
  );

/** "May and June 2025": the year said once counts for its neighbours. */
const JOINS = /^[\s,]*(?:(?:and|to|until|through|or|vs|with|against|than|from|-|in|of)\s*)?(?:in\s+|the\s+)?$/;

/** The span in the year of its neighbour, where it has none itself and the two stand together. */
function lent(span: Span<Period>, lender: Span<Period> | undefined, said: string): Span<Period> {
  const year = lender?.value.year;
  if (!span.value.yearless || lender === undefined || year === undefined) return span;
  const after = lender.start >= span.end;
  const gap = after ? between(said, span, lender) : between(said, lender, span);
  if (!JOINS.test(gap)) return span;
  const { from, until } = hull(span.value);
  const crosses = after && monthOf(from) > monthOf(hull(lender.value).from) && /to|until|through/.test(gap);
  const moved = year - (crosses ? 1 : 0) - yearOf(from);
  const shift = (day: string) => toDay(yearOf(day) + moved, monthOf(day), Math.min(Number(day.slice(8)), 28)).slice(0, 8) + day.slice(8);
  return { ...span, value: oneRange(shift(from), shift(until), span.value.grain, { year }) };
}

export const lendYears: DateRefiner = (spans, said) => {
  const backward = spans.reduceRight<Span<Period>[]>((kept, span) => [lent(span, kept[0], said), ...kept], []);
  return backward.reduce<Span<Period>[]>((kept, span) => [...kept, lent(span, kept.at(-1), said)], []);
};

/** "this August than last August", "this summer or last summer": beside that of this year the last one is the year before's. */
export const lastBesideThis: DateRefiner = (spans) =>
  spans.map((span) => {
    const yearly = span.value.grain === 'month' || span.by === 'season';
    const isSame = ({ value, by }: Span<Period>) =>
      by === span.by && value.grain === span.value.grain && hull(value).from === hull(span.value).from;
    const beside = spans.some((other) => other !== span && isSame(other) && /^(?:(?:in|for|over|during) )?this\b/.test(other.text));
    if (!yearly || !/^(?:(?:in|for|over|during) )?last\b/.test(span.text) || !beside) return span;
    const { from, until } = hull(span.value);
    return { ...span, value: oneRange(addMonths(from, -12), addMonths(until, -12), span.value.grain) };
  });

const DAY_OF_WEEK = `(?:(?:${WEEKDAY})\\s*,?\\s+)?`;
const DAY_RUN = new RegExp(
  `\\b(?:from\\s+|between\\s+)?${DAY_OF_WEEK}(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\s*(?:to|through|until|-|and)\\s*${DAY_OF_WEEK}(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+of)`,
  'g',
);
/** A named stretch of days says its month, too. */
const NAMED = /^(?:holiday|nth-weekday|week-of-day)$/;

/** "between the 1st and the 15th", no month said: the latest that has begun. */
function latestRun(said: string, today: string): Span<Period>[] {
  const [match, ...more] = matchesOf(said, DAY_RUN).filter(([text]) => /^(?:from|between)\b/.test(text));
  if (!match || more.length) return [];
  const here = unitRange(today, 'month');
  const month = addDays(here.from, Number(match[1]) - 1) <= today ? here : unitRange(today, 'month', -1);
  const [from, until] = [addDays(month.from, Number(match[1]) - 1), addDays(month.from, Number(match[2]))];
  if (from >= until || until > month.until) return [];
  const value = oneRange(from, until, 'other', { assumed: `I took “${match[0]}” as ${from} to ${addDays(until, -1)}` });
  return [{ start: match.index, end: match.index + match[0].length, text: match[0], by: 'bare-day-run', value }];
}

/** "two weeks in May, the 9th through the 22nd": ordinals take the month said beside them. */
export const bareDayRuns: DateRefiner = (spans, said, { today }) => {
  const dated = spans.filter(({ by }) => by !== 'weekday-as-day');
  const months = dated.filter(({ value }) => value.grain === 'month');
  // "the August bank holiday, 29th to 31st": a single day says its month as well.
  const month = months[0] ?? (dated.length === 1 && NAMED.test(dated[0]?.by ?? '') ? dated[0] : undefined);
  if (dated.every(({ by }) => by === 'day-only')) {
    const [latest] = latestRun(said, today);
    return latest ? [...spans.filter(({ start, end }) => end <= latest.start || latest.end <= start), latest] : spans;
  }
  if (months.length > 1 || !month) return spans;
  const { from } = unitRange(hull(month.value).from, 'month');
  const until = unitRange(addDays(hull(month.value).until, -1), 'month').until;
  const meets = (start: number, end: number) => (span: Span<Period>) => span.start < end && start < span.end;
  const runs = matchesOf(said, DAY_RUN).flatMap((match): Span<Period>[] => {
    const [first, last] = [addDays(from, Number(match[1]) - 1), addDays(from, Number(match[2]))];
    const start = match.index;
    const end = start + match[0].length;
    if (first >= last || last > until || dated.some(meets(start, end))) return [];
    return [
      {
        start,
        end,
        text: match[0],
        by: 'bare-day-run',
        value: oneRange(first, last, 'other', month.value.year === undefined ? {} : { year: month.value.year }),
      },
    ];
  });
  const [run] = runs;
  if (!run || runs.length > 1) return spans;
  const kept = spans.filter((span) => dated.includes(span) || !meets(run.start, run.end)(span));
  return [...kept, run].sort((a, b) => a.start - b.start);
};

/** "in 2025 ... in March": a bare month inside a said year takes that year wherever it stands, unless it has one. */
export const joinRanges: DateRefiner = (spans, said) => {
  let kept = [...spans];
  for (let at = 0; at + 1 < kept.length; at += 1) {
    const a = kept[at];
    const b = kept[at + 1];
    if (!a || !b) continue;
    const gap = between(said, a, b).trim();
    const lead = said.slice(0, a.start);
    const joinedByAnd =
      gap === 'and' &&
      /\bbetween\s+(?:the\s+)?$/.test(lead) &&
      !/\b(?:differ|differs|difference|compare|change|changed|split|go up|went up|rise|rose|grow|grew)\b[^?]*\bbetween\s+(?:the\s+)?$/.test(
        lead,
      );
    const joinedByTo =
      /^(?:-|to|until|through|up to|up to and including|to and including|until and including|till|and up to|through to|and ending(?: in)?)(?: the)?$/.test(
        gap,
      ) && !/\b(?:compare|compared|change|changed|difference|(?:went|go|gone) (?:up|down)|grew|rise|rose)\b[^?]*\bfrom\s+$/.test(lead);
    // "over Christmas and New Year": the days between them too.
    const joinedByOver =
      gap === 'and' &&
      a.by === 'holiday' &&
      b.by === 'holiday' &&
      /^over\b/.test(a.text) &&
      hull(a.value).until <= hull(b.value).from &&
      daysBetween(hull(a.value).until, hull(b.value).from) < 10;
    // "compare the gas this summer to last summer": two of them, and no third to hold a range against.
    const heldAgainst = gap === 'to' && kept.length === 2 && /\bcompar(?:e|es|ed|ing)\b/.test(lead) && !/\bfrom\s+$/.test(lead);
    if (heldAgainst || (!joinedByAnd && !joinedByTo && !joinedByOver)) continue;
    let until = hull(b.value).until;
    // "from the 3rd up to May 9": the month of the first day is that of the last.
    const date = a.by === 'day-only' && b.value.grain === 'day' ? hull(a.value).from.slice(8) : null;
    const from = date !== null && date < hull(b.value).from.slice(8) ? hull(b.value).from.slice(0, 8) + date : hull(a.value).from;
    let value = oneRange(from, until, 'other');
    if (until <= from && a.value.yearless) {
      const start = toDay(yearOf(from) - 1, monthOf(from), Number(from.slice(8)));
      value = oneRange(start, until, 'other');
    } else if (until <= from) {
      until = toDay(yearOf(until) + 1, monthOf(until), Number(until.slice(8)));
      value = oneRange(from, until, 'other');
    }
    const lentYear = b.value.year ?? a.value.year;
    const begin = joinedByAnd
      ? a.start - (/\bbetween\s+(?:the\s+)?$/.exec(lead)?.[0].length ?? 0)
      : a.start - (/\bfrom\s+(?:the\s+)?$/.exec(lead)?.[0].length ?? 0);
    const span: Span<Period> = {
      start: begin,
      end: b.end,
      text: said.slice(begin, b.end),
      by: 'join-ranges',
      value: { ...value, ...(lentYear === undefined ? { yearless: true } : { year: lentYear }) },
    };
    kept = replaced(kept, at, 2, span);
    at -= 1;
  }
  return kept;
};

const ONWARDS =
  /^\s+(?:onwards?|forward|on(?=\s*(?:[?.,:;!]|$))|and after|till now|until now|up to now|to now|to today|to date|until today|to present|and later)\b/;

/** "since school started, so September 2nd", "since we moved in, that was 3 May": the day of what began is said behind it. */
const SINCE_EVENT =
  /\bsince\s+(?:[a-z'-]+\s+){1,6}(?:,\s*)?(?:(?:so|that is|that was|which was|i mean|meaning|namely|say|about|around|roughly|back)\s+|(?<=,\s*))(?:(?:on|in|from|since)\s+)?(?:the\s+)?$/;

/** "since March", "from June onwards", "after Easter", "until Friday", "before July", "up to May". */
export const openEnds: DateRefiner = (spans, said, context) =>
  spans.map((span) => {
    if (span.value.open || span.value.relative) return span;
    const lead = said.slice(0, span.start);
    const tail = said.slice(span.end);
    const { from, until } = hull(span.value);
    const opens =
      /\b(?:ever since|since|starting(?: in| from| on)?|beginning(?: in)?)\s+(?:the\s+|about\s+)?$/.exec(lead) ??
      (spans.length === 1 ? SINCE_EVENT.exec(lead) : null) ??
      (ONWARDS.exec(tail) ? /(?:\bfrom\s+(?:the\s+)?)?$/.exec(lead) : null) ??
      (/^\s+to (?:now|today|date)\b/.test(tail) ? /\bfrom\s+$/.exec(lead) : null);
    if (opens) {
      const more = ONWARDS.exec(tail);
      return {
        ...span,
        start: opens.index,
        end: span.end + (more?.[0].length ?? 0),
        by: 'open-ends',
        value: {
          ...oneRange(from, tomorrow(context), 'other', { open: true }),
          ...(span.value.assumed ? { assumed: span.value.assumed } : {}),
        },
      };
    }
    // "how much have we spent from January": what has gone on since.
    // "since last summer, so from June 1st": what goes on already, said again.
    const isSaidAgain = /\bsince\b/.test(lead) && spans.some((other) => other.end < span.start && span.start - other.end < 20);
    const goesOn =
      (spans.length === 1 || isSaidAgain) &&
      from < context.today &&
      // "from the new year": a holiday begins what goes on, a month where the verb says so.
      (isSaidAgain ||
        span.by === 'holiday' ||
        (span.value.grain === 'month' && /\b(?:have|has|been)\b/.test(lead)) ||
        // "what did we spend from the 1st of March": of a day long past, not "the charges from Tuesday".
        (/^(?:month-day|day-month)$/.test(span.by) &&
          (from.endsWith('-01') || /\b(?:spen[dt]|spending|paid|how much|total)\b/.test(lead)))) &&
      !/^\s*(?:to|till|until|through|and|or|-|,)(?![\w])/.test(tail)
        ? /\bfrom\s+(?:the\s+)?$/.exec(lead)
        : null;
    if (goesOn) return { ...span, start: goesOn.index, by: 'open-ends', value: oneRange(from, tomorrow(context), 'other', { open: true }) };
    const fromEdge = span.by === 'edge-of' && from.slice(8) === '01' ? /\bfrom\s+(?:the\s+)?$/.exec(lead) : null;
    if (fromEdge)
      return { ...span, start: fromEdge.index, by: 'open-ends', value: oneRange(from, tomorrow(context), 'other', { open: true }) };
    const after = /\b(?:after|subsequent to|(?<!\b(?:the|days?|weeks?|months?|years?) )following)\s+(?:the\s+)?$/.exec(lead);
    if (after) return { ...span, start: after.index, by: 'open-ends', value: oneRange(until, tomorrow(context), 'other', { open: true }) };
    const before = /\b(?:before|prior to|earlier than|ahead of|(?<!\bthe )preceding)\s+(?:the\s+)?$/.exec(lead);
    if (before)
      return {
        ...span,
        start: before.index,
        by: 'open-ends',
        value: oneRange(context.firstDay < from ? context.firstDay : '0001-01-01', from, 'other', { open: true }),
      };
    const upTo =
      /\b(?:until|(?<!\b(?:adds?|added|adding|tots?|totted|sums?|stacks?|amounts?|get|got|gets|been) )up to|up until|(?<!\b(?:get|got|go|going|went|burn|burned|burnt|getting|gone) )through|by the end of)\s+(?:the\s+end of\s+|the\s+)?$/.exec(
        lead,
      ) ?? (span.by === 'edge-of' ? /(?<!\b(?:cost|costing|was|were|is|going|worth) )\bby\s+$/.exec(lead) : null);
    if (upTo) {
      // "up to March this year": of that year, and none before it.
      const ofYear = /\b(?:this|last) year$/.test(span.text) && span.value.grain !== 'year' ? `${from.slice(0, 4)}-01-01` : null;
      const first = context.firstDay < from ? context.firstDay : '0001-01-01';
      return {
        ...span,
        start: upTo.index,
        by: 'open-ends',
        value: oneRange(ofYear ?? first, until, 'other', ofYear === null ? { open: true } : { year: Number(from.slice(0, 4)) }),
      };
    }
    return span;
  });

/** Months without a year that explain a season are those of that season: "last winter, December to February". */
function inSeason(months: Period, season: Period): Period {
  const shares = (one: Period) => hull(one).from < hull(season).until && hull(season).from < hull(one).until;
  if (!months.yearless || shares(months)) return months;
  const moved = [-1, 1].map((years) => shiftYears(months, years)).find(shares);
  return moved ?? months;
}

/** "last winter? December through February", "the summer months July and August": what follows says what was meant. */
export const explainSeasons: DateRefiner = (spans, said) => {
  const kept: Span<Period>[] = [];
  for (let at = 0; at < spans.length; at += 1) {
    const span = spans[at];
    if (!span) continue;
    if (span.by !== 'season') {
      kept.push(span);
      continue;
    }
    const parts: Span<Period>[] = [];
    let last = span;
    for (const next of spans.slice(at + 1)) {
      const gap = between(said, last, next).trim();
      const first = parts.length === 0;
      if (!(first ? /^[,:?.(]?(?: ?(?:so|i mean|that is|meaning|ie|i e|namely|from))?$/.test(gap) : /^(?:,|and|, and)$/.test(gap))) break;
      parts.push({ ...next, value: inSeason(next.value, span.value) });
      last = next;
    }
    if (!parts.length) {
      kept.push(span);
      continue;
    }
    const united = parts.length === 1 && parts[0] ? parts[0].value : unite(parts.map(({ value }) => value));
    kept.push({ ...span, end: last.end, text: said.slice(span.start, last.end), by: 'explain-seasons', value: united });
    at += parts.length;
  }
  return kept;
};

/** "in", "on", "during", "for", "of", "the" before a date belong to it. */
export const takePrepositions: DateRefiner = (spans, said) =>
  spans.map((span) => {
    const lead =
      /(?:\b(?:in|on|during|over|for|of|from|at|within|throughout|across|as of|just|only|by|that|back in|back on|the whole of|all of|the months of|dated)\s+)?(?:the\s+)?(?:(?:public|bank|national|federal|statutory)\s+holiday\s+(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri)day\s+(?:the\s+)?)?)?$/.exec(
        said.slice(0, span.start),
      );
    return lead?.[0] ? { ...span, start: span.start - lead[0].length } : span;
  });

export const dayAfter = (day: string): string => addDays(day, 1);
