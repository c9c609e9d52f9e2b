// The stretches of time that are meant: of all dates that were said those that count, one, or several that stay apart to be compared.
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { hull, neighbour, shiftYears, unite } from '../spans/dates/period.ts';
import type { Period } from '../spans/dates/period.ts';
import type { Span } from '../spans/span.ts';
import { corrected } from './corrected.ts';

const BEGINS = '(?:begins?|began|beginning|starts?|started|starting|opened|kicks off|kicked off|runs? from|ran from)';
const BEGAN = new RegExp(`\\b${BEGINS}\\b`);
/** "..., the one that began in" */
const SAYS_OF_IT = new RegExp(`\\b(?:the|that) (?:one|year)?\\s*(?:that|which)?\\s*(?:${BEGINS}\\s*(?:in|on|from)?)?\\s*(?:the\\s*)?$`);

const WHOLE = /\b(?:the (?:whole|entire|full)(?: (?:month|week|year))? of|all of|all through|right through)(?: the)?\s*$/;

const isWhole = (said: string, { start, end }: Span<Period>): boolean =>
  WHOLE.test(said.slice(0, start)) || /^(?:in |during |over )?(?:the (?:whole|entire|full)|all) /.test(said.slice(start, end));

/** The stretches of time meant: one, or several that stay apart for a comparison. */
export function settledPeriods(reading: Reading, carried: Period | null = null): Period[] {
  const settled = corrected(reading, reading.periods, () => 'period');
  const kept = settled.filter(({ value }) => !value.relative);
  const relative = settled.filter(({ value }) => value.relative);
  const { said } = reading.said;
  const joined: Span<Period>[] = [];
  for (const span of kept) {
    const last = joined.at(-1);
    if (!last) {
      joined.push(span);
      continue;
    }
    const gap = said.slice(last.end, span.start);
    // "this financial year, the one that began in April": when it began is told, and the whole of it meant.
    if (SAYS_OF_IT.test(gap) && BEGAN.test(said.slice(last.end, span.end))) continue;
    const restates =
      /^\s*(?:[,:?.(-]|that ran|which ran|running|i mean|i meant|meaning|that is|so|namely)/.test(gap) &&
      !/\b(?:and|or|vs|against|than|to|with|compared)\b/.test(gap);
    // "December, January and February" is a list; "last spring, so March to May" says the same stretch again.
    const explains =
      restates && (meet(last.value, span.value) || /\b(?:i mean|i meant|meaning|that ran|which ran|running|that is|namely)\b/.test(gap));
    const named = /^(?:holiday|season|explain-seasons|nth-weekday|weekend|beside-day|part-of|edge-of)$/.test(last.by);
    const counted = /^(?:days-then-month|month-then-days|bare-day-run)$/.test(span.by) || (span.by === 'join-ranges' && restates);
    const apart = hears(reading, 'compare', 'more', 'less', 'difference', 'percent-change') || /\b(?:and|or|vs)\b/.test(gap);
    const inside = contains(last.value, span.value) && !apart;
    // "around Christmas? say December": what is said for it instead is what is meant.
    if (/^\s*[,;:?.]+ ?(?:say|so say|let us say|i mean|make that|or rather|well)\b\s*(?:in |for |over )?$/.test(gap) && !apart) {
      joined[joined.length - 1] = span;
      continue;
    }
    // "Christmas week, the 20th to the 26th": the days that are counted out are the ones meant.
    if (named && counted && meet(last.value, span.value) && !apart) {
      joined[joined.length - 1] = span;
      continue;
    }
    // "Christmas, the whole of December": the whole is what is meant.
    if (isWhole(said, span) && contains(span.value, last.value) && !apart) {
      joined[joined.length - 1] = span;
      continue;
    }
    const outside = contains(span.value, last.value) && !apart;
    if (outside) continue;
    if (explains || inside) joined[joined.length - 1] = span;
    else joined.push(span);
  }
  const rejected = joined[0];
  // "and the December before that": the last one of that name that was over when the stretch of the turn before began.
  const isBefore = ({ value, start }: Span<Period>) => value.relative === 'before' && /^\s*$/.test(said.slice(rejected?.end, start));
  if (rejected?.value.yearless && carried && joined.length === 1 && relative.some(isBefore)) return [lastBefore(rejected.value, carried)];
  // "not last week but the one before": what was rejected only says where to count from.
  if (
    rejected &&
    joined.length === 1 &&
    relative.some(({ value, start }) => value.relative === 'before' && /\bbut\b/.test(said.slice(rejected.end, start))) &&
    /\bnot (?:for |in |of )?$/.test(said.slice(0, rejected.start))
  )
    return [neighbour(rejected.value, -1, reading.today)];
  const periods = inSaidYear(reading, joined).map(({ value }) => value);
  const beside = periods[0] ?? carried;
  for (const { value } of relative) {
    if (value.relative === 'year-before' && beside) periods.push(shiftYears(beside, -1));
    else if (value.relative === 'year-before') periods.push({ ...value });
  }
  return bothYears(reading, periods);
}

function lastBefore(named: Period, stretch: Period): Period {
  const begins = hull(stretch).from;
  let earlier = named;
  while (hull(earlier).until > begins) earlier = shiftYears(earlier, -1);
  return { ranges: earlier.ranges, grain: earlier.grain };
}

/** "Labor Day weekend ... last year": a date without a year takes the year that is said elsewhere, unless the two are compared. */
function inSaidYear(reading: Reading, spans: Span<Period>[]): Span<Period>[] {
  const year = spans.find(({ value }) => value.grain === 'year');
  const free = spans.filter((span) => span !== year);
  if (!year || free.length === 0 || hears(reading, 'both-years')) return spans;
  if (free.every(({ value }) => contains(year.value, value) && value.year !== undefined)) return free;
  if (!free.every(({ value }) => value.yearless)) return spans;
  const { said } = reading.said;
  const lead = said.slice(0, year.start);
  const beside = spans[0] === year ? said.slice(year.end, free[0]?.start) : lead.slice(free.at(-1)?.end ?? 0);
  if (
    /\b(?:and|or|vs|than|against|with|to|compared)\s*(?:in\s+|the\s+)?$/.test(beside) ||
    (free.length === 1 && hears(reading, 'compare', 'more', 'less', 'difference', 'trend', 'percent-change') && !/^\s*,?\s*$/.test(beside))
  )
    return spans;
  const wanted = Number(hull(year.value).from.slice(0, 4));
  return free.map((span) => ({ ...span, value: shiftYears(span.value, wanted - Number(hull(span.value).from.slice(0, 4))) }));
}

const meet = (one: Period, other: Period) => hull(one).from < hull(other).until && hull(other).from < hull(one).until;

const contains = (outer: Period, inner: Period) => hull(outer).from <= hull(inner).from && hull(inner).until <= hull(outer).until;

/** "less than last year? Jan to May both years": the months count in each year. */
function bothYears(reading: Reading, periods: Period[]): Period[] {
  // "this year than the same stretch last year, May to October": the months are those of both.
  const asBoth =
    periods.length === 3 &&
    reading.periods.some(({ value }) => value.relative === 'year-before') &&
    hears(reading, 'compare', 'more', 'less', 'difference', 'trend', 'percent-change');
  if (!hears(reading, 'both-years') && !asBoth) return periods;
  const months = periods.find(({ grain, yearless }) => grain !== 'year' && yearless);
  const years = periods.filter((period) => period !== months && (period.grain === 'year' || period.relative));
  if (!months) return periods;
  const base = Number(hull(months).from.slice(0, 4));
  const wanted =
    years.length > 1
      ? years.map((year) => Number(hull(year).from.slice(0, 4)))
      : [base, years[0] ? Number(hull(years[0]).from.slice(0, 4)) : base - 1];
  return [...new Set(wanted)].sort((a, b) => b - a).map((year) => shiftYears(months, year - base));
}

export const onePeriod = (periods: readonly Period[]): Period | null =>
  periods.length === 0 ? null : periods.length === 1 ? (periods[0] ?? null) : unite(periods);
