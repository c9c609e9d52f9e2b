// Two stretches of time side by side, and trends.
import { addDays, addMonths, daysBetween, startOf } from '../../base/days.ts';
import type { QueryPlan, Scope, Side } from '../plan/plan.ts';
import { periodWords } from '../plan/words.ts';
import { cueSpans, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { hull, neighbour, oneRange, shiftYears, unite } from '../spans/dates/period.ts';
import type { Period } from '../spans/dates/period.ts';
import { orJoined } from './compare-names.ts';
import { show, valueOf } from './compared-by.ts';
import { amountFlow } from './flows.ts';
import type { Asked, Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';
import { settledPeriods } from './settled-periods.ts';

const periodSide = (period: Period, scope: Scope, today: string): Side => ({
  label: periodWords(period, today),
  scope: { ...scope, period },
});

/** "last month and the month before, separately": each by itself. */
const SEPARATELY = /\b(?:separately|respectively|individually|each (?:by|on) (?:itself|its own))\b/;

const AGAINST = /\b(?:vs|versus|against|compared (?:to|with)|beside|set against)\b/;
const JOINED = /^\s*(?:,\s*)?(?:(?:and|plus)|[+&,])\s*(?:in |for |of )?(?:the )?\s*$/;

/** "January to June against July and August": what stands on either side of the word between them is one side. */
function sidesAbout({ periods: spans, said: { said } }: Reading, periods: readonly Period[]): [Period, Period] | null {
  if (spans.length !== periods.length || spans.some(({ value }) => value.relative !== undefined)) return null;
  const gaps = spans.slice(1).map((span, at) => said.slice(spans[at]?.end ?? 0, span.start));
  const [cut, ...more] = gaps.flatMap((gap, at) => (AGAINST.test(gap) ? [at + 1] : []));
  if (cut === undefined || more.length > 0 || gaps.some((gap, at) => at + 1 !== cut && !JOINED.test(gap))) return null;
  const values = spans.map(({ value }) => value);
  const side = (some: readonly Period[]): Period | undefined => (some.length === 1 ? some[0] : unite(some));
  const [one, other] = [side(values.slice(0, cut)), side(values.slice(cut))];
  return one && other ? [one, other] : null;
}

const TRIGGERS = ['compare', 'more', 'less', 'difference', 'percent-change', 'trend'] as const;

export const comparePeriods: Intent = {
  name: 'compare-periods',
  read(asked) {
    const { reading, ledger, today } = asked;
    const subtracts = subtractsStretch(reading);
    const separately = hears(reading, 'each') && SEPARATELY.test(reading.said.said);
    if (!(subtracts || separately || hears(reading, ...TRIGGERS)) || hears(reading, 'largest', 'smallest', 'median')) return null;
    const periods = sameStretches(settledPeriods(reading));
    const [a, b] = periods;
    const echoed = echoedStretch(asked);
    const base = scopeFrom(reading, ledger, { flow: amountFlow(reading, valueOf(reading)) });
    const named = settledNames(reading).filter(({ not, value }) => !not && value.is === 'subject');
    if (named.length > 1 && orJoined(reading, named) && periods.length < 2) return null;
    const compared = (sides: Side[]) => ({
      ask: 'compare' as const,
      sides,
      value: valueOf(reading),
      show: subtracts ? ('difference' as const) : show(reading),
    });
    const sidesOf = (stretches: readonly Period[]): Side[] => stretches.map((period) => periodSide(period, base, today));
    if (echoed) return compared(sidesOf(echoed));
    const groups = periods.length > 2 ? sidesAbout(reading, periods) : null;
    if (groups) return compared(sidesOf(groups));
    // Three stretches that share days are no sides of one comparison.
    if (periods.length > 2 && overlapping(periods))
      return { refuse: 'clarify', why: 'unheard', words: reading.periods.map(({ text }) => text) };
    if (a && b) {
      const sides = sidesOf(periods);
      const changes =
        (/\bfrom\b/.test(reading.said.said)
          ? hears(reading, 'trend', 'percent-change', 'price-change')
          : /\bbetween\b/.test(reading.said.said) && hears(reading, 'percent-change')) && hull(a).from < hull(b).from;
      // What rises or falls does so with time: the later against the earlier, however they were said.
      const against = /\b(?:more|less|higher|lower|dearer|cheaper|pricier|costlier|bigger|worse|better) (?:\w+ )?(?:than|as)\b/.test(
        reading.said.said,
      );
      const rising = !against && hears(reading, 'trend', 'price-change') && sides.length === 2;
      return compared(rising ? orderSides(sides) : changes ? [...sides].reverse() : sides);
    }
    if (hears(reading, 'trend') && !hears(reading, 'compare', 'difference', 'percent-change') && !a) return trendPlan(asked, base);
    if (!a) return null;
    // "has eating out gone up since last year": from a day on there is no stretch of the same length before it that anybody means.
    if (a.open && !b && !hears(reading, 'how-much') && hears(reading, 'trend', 'price-change') && /\bsince\b/.test(reading.said.said))
      return { refuse: 'clarify', why: 'unheard', words: reading.periods.map(({ text }) => text) };
    const ends = b ? null : endYears(a, reading.said.said);
    if (ends) return compared(sidesOf(ends));
    const toBefore = reading.periods.some(({ value }) => value.relative === 'before');
    if (toBefore || hears(reading, 'percent-change', 'trend') || /\b(?:than|compared|usual|normal)\b/.test(reading.said.said)) {
      // "more than we made in May": what it is held against was said, and is no other stretch of time.
      const against = AGAINST_OTHER.exec(reading.said.said)?.[1];
      if (against !== undefined && !toBefore) return { refuse: 'clarify', why: 'unheard', words: [against] };
      const soFar = b ? null : soFarOf(reading, today);
      if (soFar) return compared(sidesOf([soFar, a]));
      const months = toBefore || periods.length > 1 ? null : endMonths(reading, a);
      if (months) return compared(sidesOf([months.last, months.first]));
      const other = toBefore
        ? a.grain === 'year' || isYearly(reading, a)
          ? shiftYears(a, -1)
          : neighbour(a, -1, today)
        : a.grain === 'year' || /\blast year\b/.test(reading.said.said)
          ? currentAgainst(a, today)
          : isPastUnit(reading, a, today)
            ? null
            : neighbour(a, -1, today);
      if (/\b(?:usual|normal|average)\b/.test(reading.said.said)) return null;
      if (other) return compared(orderSides(sidesOf([a, other])));
      // "am I spending more than last month": this month against it.
      return compared(sidesOf([isYearly(reading, a) ? shiftYears(a, 1) : neighbour(a, 1, today), a]));
    }
    return null;
  },
};

/** "more than at this point last month": this month so far against it. */
function soFarOf({ periods }: Reading, today: string): Period | null {
  const same = periods.find(({ by }) => by === 'same-days-before');
  const unit = /\b(week|month|quarter)\b/.exec(same?.text ?? '')?.[1] as 'week' | 'month' | 'quarter' | undefined;
  return unit === undefined ? null : oneRange(startOf(today, unit, 1), addDays(today, 1), unit);
}

/** "DoorDash 2025 minus DoorDash 2024": one stretch of time taken from another. */
function subtractsStretch(reading: Reading): boolean {
  const taken = cueSpans(reading, 'except').find(({ text }) => text === 'minus' || text === 'less');
  return (
    taken !== undefined &&
    reading.periods.some(({ end }) => end <= taken.start) &&
    reading.periods.some(({ start }) => start >= taken.end) &&
    settledNames(reading).every(({ not }) => !not)
  );
}

/** "January to May, this year against last year": a year beside a part of another stands for that part of it. */
function sameStretches(periods: Period[]): Period[] {
  const [a, b] = periods;
  if (!a || !b || periods.length > 2 || (a.grain === 'year') === (b.grain === 'year')) return periods;
  const yearIn = (period: Period) => Number(hull(period).from.slice(0, 4));
  const part = a.grain === 'year' ? b : a;
  const year = a.grain === 'year' ? a : b;
  if (yearIn(part) === yearIn(year) || Number(hull(part).until.slice(0, 4)) > yearIn(part) + 1) return periods;
  const moved = shiftYears(part, yearIn(year) - yearIn(part));
  return a.grain === 'year' ? [moved, b] : [a, moved];
}

const AGAINST_OTHER =
  /\bthan (?:what )?((?:i|we|my|our) (?!(?:did|do|does|had|have|was|were|used|usually|normally|typically|spend|spent|paid|pay|would|average|usual|normal|last|previous)\b)[a-z]+)/;

const ECHO =
  /\b(?:the )?same (?:(?:\d+|few|two|three|exact) )?(?:months?|weeks?|period|stretch|time|days|quarters?|dates)(?: (?:of|in|from))?(?: the)? (?:last year|year before|previous year|a year (?:ago|earlier|before))\b/;

/** "March and April this year than the same two months last year": what was said before it, and that a year earlier. */
function echoedStretch({ reading }: Asked): Period[] | null {
  const echo = ECHO.exec(reading.said.said);
  if (!echo) return null;
  const before = reading.periods.filter(({ start, end, value }) => end <= echo.index && start < echo.index && !value.relative);
  const narrow = before.filter(({ value }) => value.grain !== 'year');
  const said = (narrow.length > 0 ? narrow : before).map(({ value }) => value);
  const [one] = said;
  if (!one || (said.length < 2 && daysBetween(hull(one).from, hull(one).until) < 45)) return null; // a single month is held against its own of last year elsewhere
  const stretch = unite(said);
  return [stretch, shiftYears(stretch, -1)];
}

const overlapping = (periods: readonly Period[]): boolean =>
  periods.some((one, at) =>
    periods.some((other, place) => place > at && hull(one).from < hull(other).until && hull(other).from < hull(one).until),
  );

/** "from 2024 to 2025" beside a change is two years, the later first, and no stretch of both. */
function endYears(period: Period, said: string): Period[] | null {
  const { from, until } = hull(period);
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4)) - 1];
  if (!from.endsWith('-01-01') || !until.endsWith('-01-01') || last <= first) return null;
  if (!new RegExp(`\\b${String(first)}\\b.{1,12}\\b${String(last)}\\b`).test(said)) return null;
  return [last, first].map((year) => ({ ranges: [{ from: `${String(year)}-01-01`, until: `${String(year + 1)}-01-01` }], grain: 'year' }));
}

/** "How did it change from March to May": the first and the last month of the stretch. */
function endMonths(reading: Reading, period: Period): { first: Period; last: Period } | null {
  if (!hears(reading, 'percent-change', 'trend') || period.ranges.length !== 1 || period.open) return null;
  const { said } = reading.said;
  const span = reading.periods.find(({ value }) => !value.relative);
  const words = span ? said.slice(span.start, span.end) : '';
  const join = /\b(?:to|until|till|and)\b|[-–→]/.exec(words);
  if (!join || /\bthan\b/.test(said)) return null;
  const { from, until } = hull(period);
  const wholeMonths = from.endsWith('-01') && until.endsWith('-01') && !/\b\d{1,2}(?:st|nd|rd|th)?\b/.test(words);
  return wholeMonths && addMonths(from, 1) < until
    ? { first: oneRange(from, addMonths(from, 1), 'month'), last: oneRange(addMonths(until, -1), until, 'month') }
    : null;
}

/** "This winter versus the one before": what comes once a year is held against that of the year before. */
const isYearly = (reading: Reading, period: Period): boolean =>
  reading.periods.some(({ value, by }) => value === period && /^(?:season|holiday|month-name|explain-seasons)$/.test(by));

const orderSides = (sides: Side[]): Side[] =>
  [...sides].sort((a, b) => (a.scope.period && b.scope.period && hull(a.scope.period).from < hull(b.scope.period).from ? 1 : -1));

/** "than last month": the stretch said is the one compared with. */
const isPastUnit = (reading: Reading, period: Period, today: string): boolean =>
  hull(period).until <= today &&
  /\b(?:than|compared (?:to|with)|against|vs|from|over|on)\s+(?:in\s+|during\s+|the\s+)?(?:last|the previous|previous)\b/.test(
    reading.said.said,
  );

function currentAgainst(period: Period, today: string): Period {
  return hull(period).until <= today ? shiftYears(period, 1) : shiftYears(period, -1);
}

/** "Is our dining out going up?" asks for a verdict: the last three whole months against the three before. Otherwise month by month. */
function trendPlan({ reading, today }: Asked, scope: Scope): QueryPlan {
  const unit = reading.groupings.find(
    ({ value }) => value.by === 'week' || value.by === 'quarter' || value.by === 'year' || value.by === 'month',
  )?.value.by;
  if (unit || !/^(?:and |so |but |ok |well )*(?:is|are|am|do|does|has|have)\b/.test(reading.said.said))
    return { ask: 'breakdown', scope, by: unit ?? 'month', value: valueOf(reading), order: 'natural', limit: null };
  const until = startOf(today, 'month');
  const recent: Period = { ranges: [{ from: addMonths(until, -3), until }], grain: 'other' };
  return {
    ask: 'compare',
    sides: [periodSide(recent, scope, today), periodSide(neighbour(recent, -1, today), scope, today)],
    value: valueOf(reading),
    show: show(reading),
  };
}
