// Two things side by side: periods, payees, categories, accounts, weekdays with weekends, income with spending; and shares of a whole.
import { addMonths, startOf } from '../../base/days.ts';
import type { NameSpan } from './settled-names.ts';
import { amountFlow } from './flows.ts';
import type { Period } from '../spans/dates/period.ts';
import { hull, neighbour, oneRange, shiftYears } from '../spans/dates/period.ts';
import type { QueryPlan, Scope, Side, Value } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { periodWords } from '../plan/words.ts';
import { cueSpan, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Asked, Intent } from './intent.ts';
import { flowOf } from './flows.ts';
import { nameConditions } from './name-conditions.ts';
import { onePeriod, settledPeriods } from './settled-periods.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';

type Show = Extract<QueryPlan, { ask: 'compare' }>['show'];

/** "which do I visit more": how often, not how much. */
const goesMore = ({ said: { said } }: Reading): boolean =>
  /\b(?:visit|visits|visited|go to|goes to|went to|been to|frequent|frequented|shop at|shopped at|eat at|order from)\b[^?]*\b(?:more|most|less|least|often)\b/.test(
    said,
  );

const valueOf = (reading: Reading): Value =>
  (hears(reading, 'count') || goesMore(reading)) &&
  !hears(reading, 'how-much', 'spend', 'cost', 'money') &&
  !/\bhow many (?:per ?cent|percentage points|%)/.test(reading.said.said)
    ? 'count'
    : hears(reading, 'average')
      ? 'average'
      : 'sum';

function show(reading: Reading): Show {
  const { said } = reading.said;
  if (hears(reading, 'percent-change') || /\bper ?cent|%/.test(said)) return 'percent';
  if (hears(reading, 'difference')) return 'difference';
  if (/^(?:and |so |but |ok |well )*(?:did|do|does|am|are|is|have|has|was|were)\b/.test(said) || hears(reading, 'trend')) {
    const less =
      (hears(reading, 'less') && !hears(reading, 'more')) ||
      /\b(?:less|lower|fewer|down|decreas\w*|falling|dropp\w+|cheaper|smaller|fallen|fell|shrink\w*|reduc\w+|under|lighter|leaner|lower|thinner)\b/.test(
        said,
      );
    return less ? 'less' : 'more';
  }
  return 'sides';
}

const periodSide = (period: Period, scope: Scope, today: string): Side => ({
  label: periodWords(period, today),
  scope: { ...scope, period },
});

const TRIGGERS = ['compare', 'more', 'less', 'difference', 'percent-change', 'trend'] as const;

export const compareFlows: Intent = {
  name: 'compare-flows',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const both = hears(reading, 'income') && hears(reading, 'spend');
    if (
      !both ||
      !(
        hears(reading, 'more', 'less', 'compare') ||
        /\bincome (?:and|vs|versus|against) (?:spending|expenses|outgoings)|\b(?:spending|expenses) (?:and|vs|versus|against) income/.test(
          said,
        )
      ) ||
      reading.names.some(({ value }) => value.is === 'subject')
    )
      return null;
    if (!ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
    const base = scopeFrom(reading, ledger, { flow: 'spending' });
    const spent: Side = { label: 'spending', scope: base };
    const earned: Side = { label: 'income', scope: { ...base, flow: 'income' } };
    const spendFirst =
      said.search(/\b(?:spen[dt]|spending|expenses|outgoings)\b/) <
      said.search(/\b(?:income|earn\w*|made|make|brought|bring|came|come|took|take)\b/);
    return { ask: 'compare', sides: spendFirst ? [spent, earned] : [earned, spent], value: 'sum', show: show(reading) };
  },
};

export const comparePeriods: Intent = {
  name: 'compare-periods',
  read(asked) {
    const { reading, ledger, today } = asked;
    if (!hears(reading, ...TRIGGERS) || hears(reading, 'largest', 'smallest', 'median')) return null;
    const periods = settledPeriods(reading);
    const [a, b] = periods;
    const base = scopeFrom(reading, ledger, { flow: amountFlow(reading, valueOf(reading)) });
    const named = settledNames(reading).filter(({ not, value }) => !not && value.is === 'subject');
    if (named.length > 1 && orJoined(reading, named) && periods.length < 2) return null;
    if (a && b) {
      const sides = periods.map((period) => periodSide(period, base, today));
      const changes =
        /\bfrom\b/.test(reading.said.said) && hears(reading, 'trend', 'percent-change', 'price-change') && hull(a).from < hull(b).from;
      // What rises or falls does so with time: the later against the earlier, however they were said.
      const rising = hears(reading, 'trend', 'price-change') && sides.length === 2;
      return {
        ask: 'compare',
        sides: rising ? orderSides(sides) : changes ? [...sides].reverse() : sides,
        value: valueOf(reading),
        show: show(reading),
      };
    }
    if (hears(reading, 'trend') && !hears(reading, 'compare', 'difference', 'percent-change') && !a) return trendPlan(asked, base);
    if (!a) return null;
    const ends = b ? null : endYears(a, reading.said.said);
    if (ends)
      return {
        ask: 'compare',
        sides: ends.map((year) => periodSide(year, base, today)),
        value: valueOf(reading),
        show: show(reading),
      };
    const toBefore = reading.periods.some(({ value }) => value.relative === 'before');
    if (toBefore || hears(reading, 'percent-change', 'trend') || /\b(?:than|compared|usual|normal)\b/.test(reading.said.said)) {
      const months = toBefore || periods.length > 1 ? null : endMonths(reading, a);
      if (months)
        return {
          ask: 'compare',
          sides: [periodSide(months.last, base, today), periodSide(months.first, base, today)],
          value: valueOf(reading),
          show: show(reading),
        };
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
      if (other)
        return {
          ask: 'compare',
          sides: orderSides([periodSide(a, base, today), periodSide(other, base, today)]),
          value: valueOf(reading),
          show: show(reading),
        };
      // "am I spending more than last month": this month against it.
      return {
        ask: 'compare',
        sides: [periodSide(neighbour(a, 1, today), base, today), periodSide(a, base, today)],
        value: valueOf(reading),
        show: show(reading),
      };
    }
    return null;
  },
};

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

const orJoined = (reading: Reading, names: readonly NameSpan[]): boolean => {
  const [a, b] = names;
  return a !== undefined && b !== undefined && /\b(?:or|vs|against|than|and|to|with)\b/.test(reading.said.said.slice(a.end, b.start));
};

/** "Whole Foods vs Trader Joe's", "more on clothing or electronics", "which of the two". */
export const compareNames: Intent = {
  name: 'compare-names',
  read({ reading, ledger, before }) {
    const { said } = reading.said;
    if (reading.limit !== null) return null;
    const names = settledNames(reading).filter(({ not }) => !not);
    const named = names.filter(({ value }) => value.is === 'subject');
    const shops = named.filter(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
    // "which fuel place takes more, Circle K or Applegreen": the two that "or" joins.
    const subjects = shops.length > 1 && shops.length < named.length && orJoined(reading, shops) ? shops : named;
    // Two stretches of time and names that nothing sets against each other: the times are compared.
    const against = named.some((span, at) => /\b(?:or|vs|against|than|and)\b/.test(said.slice(span.end, named[at + 1]?.start ?? span.end)));
    if (settledPeriods(reading).length > 1 && !against) return null;
    const accounts = names.filter(({ value }) => value.is === 'account');
    const several = subjects.length > 1 ? subjects : accounts.length > 1 && subjects.length === 0 ? accounts : [];
    const asks =
      hears(reading, 'compare', 'more', 'less', 'difference') ||
      (hears(reading, 'which') && /\bor\b/.test(said)) ||
      /^(?:so |and )?(?:is|was) it\b[^?]*\bor\b/.test(said) ||
      /\b(?:who|which)(?: one)? (?:is|was|are|were|comes?|came|wins|won|got|gets|came out) (?:winning|ahead|more|most|on top|bigger|dearer|the bigger)|\bwho (?:wins|won)\b/.test(
        said,
      ) ||
      (/\b(?:which|who) (?:one )?of\b/.test(said) && hears(reading, 'more', 'less', 'most', 'least')) ||
      (hears(reading, 'most', 'largest', 'least') && / or /.test(said));
    if (
      several.length > 1 &&
      asks &&
      !hears(reading, 'except') &&
      /\b(?:or|vs|against|than|compare\w*|difference|between|which of|which one of|who of)\b/.test(said) &&
      !/\b(?:together|combined|in total)\b/.test(said)
    ) {
      const others = subjects.length > 1 ? accounts : [];
      const sides = several.map((span): Side => ({
        label: labelOf(span),
        scope: scopeFrom(reading, ledger, {
          flow: amountFlow(reading, valueOf(reading)),
          names: [span, ...others, ...settledNames(reading).filter(({ not }) => not)],
        }),
      }));
      return { ask: 'compare', sides, value: valueOf(reading), show: hears(reading, 'difference') ? 'difference' : 'sides' };
    }
    if (
      several.length === 0 &&
      /\b(?:which|who) of (?:the 2|them|those|these|the 3)\b|\bwhich (?:one )?(?:was|is|got|cost|costs|gets|of)\b|\bwhich one\b/.test(
        said,
      ) &&
      before.length > 1 &&
      reading.groupings.every(({ value }) => value.style !== 'which' || value.by === 'payee')
    ) {
      const [earlier, last] = before.slice(-2);
      if (!earlier || !last) return null;
      const sides = [earlier, last].map((plan): Side => ({
        label: differing(scopeOf(plan), scopeOf(plan === last ? earlier : last)),
        scope: scopeOf(plan),
      }));
      return { ask: 'compare', sides, value: 'sum', show: 'sides' };
    }
    return null;
  },
};

const labelOf = ({ value, text }: NameSpan): string =>
  value.is === 'subject' ? value.subject.words : value.is === 'account' ? value.words : text;

function differing(scope: Scope, other: Scope): string {
  const words = (one: Scope) =>
    one.where.flatMap((condition) =>
      condition.by === 'subject' ? condition.any.map((subject) => subject.words) : condition.by === 'account' ? [condition.words] : [],
    );
  const own = words(scope).filter((word) => !words(other).includes(word));
  return own[0] ?? (scope.period ? periodWords(scope.period, '') : 'all');
}

export const compareDayKinds: Intent = {
  name: 'compare-day-kinds',
  read({ reading, ledger }) {
    if (reading.weekdays.length < 2 || !/\b(?:vs|or|than|compare\w*|against|and)\b/.test(reading.said.said)) return null;
    const days = reading.weekdays.map(({ value }) => value);
    const kinds = days.some(({ days: list }) => list.length === 5) && days.some(({ days: list }) => list.join() === '0,6');
    const asks = hears(reading, 'compare', 'more', 'less', 'which', 'difference', 'breakdown');
    const scope = scopeFrom({ ...reading, weekdays: [] }, ledger, { flow: amountFlow(reading, valueOf(reading)) });
    if (kinds) return { ask: 'breakdown', scope, by: 'day-kind', value: valueOf(reading), order: 'natural', limit: null };
    if (!asks) return null;
    return {
      ask: 'compare',
      sides: days.map((value): Side => ({
        label: value.words,
        scope: { ...scope, where: [...scope.where, { by: 'weekday', days: value.days, words: value.words }] },
      })),
      value: valueOf(reading),
      show: 'sides',
    };
  },
};

/** "What percentage of my food spending is delivery": the whole stands after "of", up to the verb. */
export const share: Intent = {
  name: 'share',
  read({ reading, ledger }) {
    const cue = cueSpan(reading, 'share');
    const { said } = reading.said;
    const ofIncome =
      /\b(?:how much|what part|how big a part) of (?:my|our|the) (?:income|pay|paychecks?|salary|wages|earnings|take.home pay)\b/.test(
        said,
      );
    const howMuchOf = /\bhow much of (?:my|our|the|that|all)\b/.test(said) && !cue && !ofIncome;
    if (ofIncome && /\b(?:save|saved|keep|kept|put aside)\b/.test(said))
      return { ask: 'savings-rate', scope: scopeFrom(reading, ledger, { flow: 'net', names: [] }) };
    // "of our eating out money, what percent is Deliveroo": the whole is said first.
    const wholeFirst =
      /^(?:so |and |ok )?(?:out )?of (?:all |my |our |the |everything )/.test(said) && (cue !== null || hears(reading, 'percent-change'));
    if ((!cue && !howMuchOf && !ofIncome && !wholeFirst) || hears(reading, 'trend') || (hears(reading, 'percent-change') && !wholeFirst))
      return null;
    const names = settledNames(reading).filter(({ value }) => value.is !== 'unknown' && value.is !== 'ambiguous');
    const begins = said.includes('how much of') ? said.indexOf('how much of') : wholeFirst ? -1 : (cue?.start ?? 0);
    const verb = /\b(?:is|was|were|are|goes?|went|going|gets?|got|did|does|do|on|comes?|came|makes?|made|represents?|accounts?)\b/g;
    verb.lastIndex = begins + 8;
    const turn = wholeFirst ? ((cue ?? cueSpan(reading, 'percent-change'))?.start ?? said.length) : (verb.exec(said)?.index ?? said.length);
    const own = names.filter(({ value }) => value.is === 'subject');
    if (!own.length) return null;
    // "the proportion of Aldi in the groceries": the part first, then what it is a part of.
    const [first, second] = own;
    const inside =
      first !== undefined &&
      second !== undefined &&
      own.length === 2 &&
      second.start < turn &&
      /^\s*(?:purchases |spending |spend )?(?:in|within|out of|as (?:a )?(?:share|part|percentage|proportion) of)\b/.test(
        said.slice(first.end, second.start),
      );
    const wholeNames = inside ? [second] : own.length > 1 ? own.filter(({ start }) => start > begins && start < turn) : [];
    const after = own.filter((span) => !wholeNames.includes(span));
    const partNames = after.length ? after : own;
    const accounts = names.filter(({ value }) => value.is === 'account');
    const flow = flowOf(reading) === 'income' ? 'income' : 'spending';
    const scope = scopeFrom(reading, ledger, { flow, names: [...(after.length ? wholeNames : []), ...accounts] });
    const part: Scope = {
      ...scope,
      flow: flow === 'income' && !/\bfrom\b/.test(said) ? 'spending' : scope.flow,
      where: [...scope.where, ...nameConditions(reading, partNames)],
    };
    return howMuchOf && flow === 'spending'
      ? { ask: 'total', scope: part }
      : { ask: 'share', part, scope: { ...scope, period: onePeriod(settledPeriods(reading)) } };
  },
};
