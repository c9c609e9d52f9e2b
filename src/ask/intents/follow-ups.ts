// Turns that ask about the turns before them: "both together", "which was more?", "how does that compare to April?",
// "what day was that?", "undo that". What only changes a slot is not here: see plan/merge.ts.
import { changesOf } from '../conversation.ts';
import { mergedScope } from '../plan/merge.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import { hull, neighbour, shiftYears } from '../spans/dates/period.ts';
import { asksWhatItCost } from './bare.ts';
import { CARRIED_SCOPE } from './carried-scope.ts';
import { hasOwnSlots, type FollowUp } from './follow-up.ts';
import type { Asked, Refusal } from './intent.ts';
import { onePeriod, settledPeriods } from './settled-periods.ts';
import { nameConditions } from './name-conditions.ts';
import { settledNames } from './settled-names.ts';
import { NET_OF_THAT } from './net-of-that.ts';
import { shareOfThat } from './share-of-that.ts';
import { key, ofTheTwo, rose, scopesBefore, sidesOf, together, whichTwo } from './the-two.ts';

/** The turns that still hold: one that repeats the turn but one before it went back, and took the one between with it. */
function standing(before: readonly QueryPlan[]): QueryPlan[] {
  const held: QueryPlan[] = [];
  for (const plan of before)
    if (held.length > 1 && JSON.stringify(held.at(-2)) === JSON.stringify(plan)) held.pop();
    else held.push(plan);
  return held;
}

const undo: FollowUp = ({ reading, before }) => {
  if (
    !/^(?:please |ok |no |oh |sorry |actually |wait |, )*(?:undo|go back|back|take that back|previous answer|scratch that|strike that|never mind that|revert|revert that)(?: that| it| this| one| a step| to (?:the )?(?:previous|last) (?:one|answer))?(?: please)?\s*[.!]?$/.test(
      reading.said.said,
    )
  )
    return null;
  const held = standing(before);
  return held.at(-2) ?? held.at(-1) ?? null;
};

/** "the other one": of two that were asked about, the one before; with nothing to point to, it is asked back. */
const theOther: FollowUp = (asked, last) => {
  if (
    hasOwnSlots(asked) ||
    !/^(?:and |no |what about |how about |ok |i meant |show me |just |, )*(?:the )?other (?:one|1)\s*[?.!]?$/.test(asked.reading.said.said)
  )
    return null;
  const [other] = scopesBefore(asked.before).slice(-2, -1);
  if (!other || last.ask === 'compare' || last.ask === 'share') return { refuse: 'clarify', why: 'what-about' };
  return { ...last, scope: other };
};

const MOST_OF_THEM =
  /^(?:and |so |ok |but )*(?:(?:which|what)(?: one| of (?:them|those|these))? (?:was|is|were|came out|comes out) (?:the )?|the )?(?:very )?(?:(?<most>highest|biggest|largest|most|dearest|most expensive|priciest|worst|top)|lowest|smallest|least|cheapest)(?: one| of (?:them|those|these|all))?\s*[?.!]*$/;

/** "split it monthly", "which was the highest?": of the parts it was laid out in. */
const ofTheParts: FollowUp = (asked, last) => {
  const match = MOST_OF_THEM.exec(asked.reading.said.said);
  if (!match || last.ask !== 'breakdown' || hasOwnSlots(asked)) return null;
  return { ...last, order: match.groups?.['most'] ? 'most' : 'least', limit: 1 };
};

/** "the mortgage" after its lender: nothing is set against itself. */
function areOneThing(a: Scope, b: Scope): boolean {
  const payees = ({ where }: Scope) =>
    where.flatMap((one) => (one.by === 'subject' && !one.not ? one.any.flatMap((subject) => [...subject.payees, ...subject.loose]) : []));
  const [ours, theirs] = [payees(a), payees(b)];
  return (
    JSON.stringify(a.period?.ranges) === JSON.stringify(b.period?.ranges) &&
    ours.length > 0 &&
    theirs.length > 0 &&
    (ours.every((id) => theirs.includes(id)) || theirs.every((id) => ours.includes(id)))
  );
}

/** "how does that compare to the month before", "is that more than last year". */
const againstAnother: FollowUp = (asked, last) => {
  const { reading, ledger, today } = asked;
  const own = settledPeriods(reading);
  // "Shell or Sainsbury's, which is cheaper": of the two that are named, and not against what went before.
  if (reading.names.length > 1 && /\b(?:or|vs|versus)\b/.test(reading.said.said)) return null;
  if (!hears(reading, 'compare', 'more', 'less', 'difference', 'trend', 'percent-change') || own.length > 1) return null;
  // What an account holds is set against no spending.
  if (last.ask === 'balance' && !hears(reading, 'balance')) return { refuse: 'clarify', why: 'what-about' };
  const { said } = reading.said;
  const scope = scopeOf(last);
  const changes = changesOf(reading, ledger, null, last);
  if (!changes.period && !changes.relative && changes.conditions.length === 0) return null;
  // "since we started", of a sum of all the days there are.
  if (scope.period === null && reading.periods.some(({ by }) => by === 'all-time')) return null;
  let other = mergedScope(scope, changes, today);
  if (
    /\b(?:last|previous|the year before)\b.*\byear\b|\ba year (?:ago|earlier|before)\b/.test(said) &&
    scope.period &&
    scope.period.grain !== 'year'
  )
    other = { ...other, period: shiftYears(scope.period, -1) };
  if (changes.relative === 'before' && scope.period) other = { ...other, period: neighbour(scope.period, -1, today) };
  if (key(other) === key(scope) || areOneThing(scope, other)) return null;
  const less = /\b(?:less|lower|fewer|down|cheaper|smaller)\b/.test(said);
  const verdict = /^(?:and |so |but |ok )*(?:is|was|are|were|did|do)\b/.test(said);
  const show =
    hears(reading, 'percent-change') || /\bper ?cent|%/.test(said)
      ? 'percent'
      : hears(reading, 'difference')
        ? 'difference'
        : verdict
          ? less
            ? 'less'
            : 'more'
          : 'sides';
  return { ask: 'compare', sides: sidesOf(scope, other, today), value: last.ask === 'count' ? 'count' : 'sum', show };
};

const HOW_MUCH_THEN =
  /^(?:and |so |ok |but )*(?:how much|what)(?: money)?(?: (?:was|is|did|were|it|that|this|we|i|spend|pay|cost|come|to|us|me|be))* ?(?:(?:on |at )?(?:that|the) (?:time|day|visit|occasion|trip|one))?(?: cost| come to)?\s*[?.!]*$/;

/** "what day was that?", "who was it?", "where was that", and of the last time "how much was it then": the row itself says. */
const thatRow: FollowUp = (asked, last) => {
  const { said } = asked.reading.said;
  if (last.ask === 'edge' && !hasOwnSlots(asked) && hears(asked.reading, 'them', 'cost', 'pay', 'spend') && HOW_MUCH_THEN.test(said))
    return last;
  if (
    hasOwnSlots(asked) ||
    !/\b(?:that|it|this|from)\b|^(?:and )?(?:when|who|where|which (?:day|one|shop|store|place)|what (?:day|date|shop|store|place))\??$/.test(
      said,
    ) ||
    !/\b(?:who did (?:i|we)|when|who|where|what day|what date|which day|which date|which shop|which store|what was (?:it|that)|what shop|what store|what place|whom)\b/.test(
      said,
    )
  )
    return null;
  if (/\b(?:last|first)\b/.test(said)) return null;
  if (
    last.ask === 'extreme' ||
    last.ask === 'edge' ||
    last.ask === 'unusual' ||
    last.ask === 'price-change' ||
    last.ask === 'duplicates' ||
    (last.ask === 'list' && last.limit !== null)
  )
    return last;
  return null;
};

const ORDINALS: Readonly<Record<string, number>> = {
  second: 1,
  '2nd': 1,
  third: 2,
  '3rd': 2,
  fourth: 3,
  '4th': 3,
  fifth: 4,
  '5th': 4,
  next: 1,
};

/** "and the second largest?", "the next one". */
const nextOne: FollowUp = ({ reading }, last) => {
  const match =
    /\b(second|2nd|third|3rd|fourth|4th|fifth|5th|next)\b(?: (?:biggest|largest|highest|most expensive|priciest|one|smallest|cheapest|place))?/.exec(
      reading.said.said,
    );
  if (
    !match ||
    last.ask !== 'extreme' ||
    reading.periods.some(({ value, text }) => !value.relative || /day|week|month|quarter|year/.test(text))
  )
    return null;
  const step = ORDINALS[match[1] ?? ''] ?? 1;
  return { ...last, limit: 1, skip: match[1] === 'next' ? (last.skip ?? 0) + 1 : step };
};

/** "per week?" after a total. */
const spread: FollowUp = ({ reading }, last) => {
  const unit = reading.groupings.find(({ value }) => value.style === 'per' || (value.style === 'adverb' && hears(reading, 'average')))
    ?.value.by;
  if (!unit || (last.ask !== 'total' && last.ask !== 'average' && last.ask !== 'count') || reading.names.length > 0) return null;
  if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'year' && unit !== 'quarter') return null;
  const period = onePeriod(settledPeriods(reading)) ?? last.scope.period;
  return {
    ask: 'average',
    scope: { ...last.scope, period },
    per: unit,
    ...(last.ask === 'count' && !hears(reading, 'spend', 'cost') ? { count: true } : {}),
  };
};

/** "is that more than usual": what the same filters come to in a usual month, week, or whatever was asked. */
const usual: FollowUp = ({ reading }, last) => {
  const scope = scopeOf(last);
  if (
    !/\b(?:usual|usually|normal|normally|average|typical)\b/.test(reading.said.said) ||
    !hears(reading, 'more', 'less', 'exists', 'compare') ||
    /\bon average\b|\bper visit\b/.test(reading.said.said) ||
    !scope.period ||
    reading.names.length > 0
  )
    return null;
  const { grain } = scope.period;
  const per = grain === 'day' || grain === 'week' || grain === 'month' || grain === 'quarter' || grain === 'year' ? grain : 'month';
  return hull(scope.period).from ? { ask: 'average', scope: { ...scope, period: null }, per } : null;
};

/** "who did I buy it from?", "which shops was that at": the payees of a sum. */
const whose: FollowUp = (asked, last) => {
  const { reading } = asked;
  const asksWho =
    /^(?:and |so |ok |okay |but )*(?:(?:from |to )?who(?:m)?|where|which (?:shops?|stores?|places?|companies|merchants?)|what (?:shops?|stores?|places?))\b/.test(
      reading.said.said,
    );
  // "which stores was that, and how much at each"
  const ofEach = /\bhow much (?:was )?(?:at|in|on|for|from|to|with) each\b/.test(reading.said.said);
  if (!asksWho || hasOwnSlots(asked) || hears(reading, 'most', 'largest', 'when', 'often') || (hears(reading, 'how-much') && !ofEach))
    return null;
  return last.ask === 'total' || last.ask === 'count'
    ? { ask: 'breakdown', scope: last.scope, by: 'payee', value: last.ask === 'count' ? 'count' : 'sum', order: 'most', limit: null }
    : null;
};

/** "since when?" of a price: the day on which it began. */
const sinceWhen: FollowUp = ({ reading }, last) =>
  (last.ask === 'price' || last.ask === 'price-change') &&
  /^(?:and |so |ok )?(?:since|from) when(?: (?:(?:is|was|has|have|at|do|did) .{0,30}|(?:that|this|the) (?:price|amount|rate)))?\s*[?.!]?$/.test(
    reading.said.said,
  )
    ? { ask: 'price-change', scope: last.scope, want: 'when', either: true }
    : null;

const ALTOGETHER = /\b(?:altogether|in all|all in all|in total|all told|all in|overall|so far)\b/;

/** "cost?", "for how much", "what did that lot come to then": of one row its own price, of several their sum. */
const itsCost: FollowUp = (asked, last) => {
  if (hasOwnSlots(asked) || !asksWhatItCost(asked.reading)) return null;
  const inAll = ALTOGETHER.test(asked.reading.said.said);
  if (last.ask === 'extreme' || (last.ask === 'edge' && !inAll)) return last;
  return last.ask === 'edge' || last.ask === 'count' || last.ask === 'total' || last.ask === 'exists'
    ? { ask: 'total', scope: last.scope }
    : null;
};

const NTH_MOST =
  /^(?:(?:and|so|ok|but|what is|what was|which is|which was|the|then) )*(?<nth>second|2nd|third|3rd|fourth|4th|fifth|5th|next)(?: (?:most|biggest|largest|highest|dearest|on the list|place|one))?(?: (?:most|after that))?\s*[?.!]*$/;
const TOP = /^(?:(?:and|so|ok|but|what is|what are|show me|give me|the|just) )*top (?<n>\d{1,2})\s*[?.!]*$/;

/** "top 5", "second most?" after "which supermarket do we spend most in": of the same groups. */
const ofTheRanked: FollowUp = (asked, last) => {
  if (last.ask !== 'breakdown' || last.limit === null || last.order === 'natural' || asked.reading.names.length > 0) return null;
  const { said } = asked.reading.said;
  const top = TOP.exec(said)?.groups?.['n'];
  if (top !== undefined) return { ...last, limit: Number(top) };
  const nth = NTH_MOST.exec(said)?.groups?.['nth'];
  return nth === undefined ? null : { ...last, limit: nth === 'next' ? last.limit + 1 : (ORDINALS[nth] ?? 1) + 1 };
};

const EITHER = /^(?:(?:and|so|ok|but|is it|was it|mostly|more at|at|in|on|from) )*[^?.!,;]+ or (?:at |in |on )?[^?.!,;]+\??$/;

/** "Tincan or Boston Tea Party" after a sum: which of the two took more of it. */
const either: FollowUp = ({ reading }, last) => {
  const named = settledNames(reading).filter(({ value, not }) => !not && (value.is === 'subject' || value.is === 'account'));
  if (named.length < 2 || named.length < reading.names.length || !EITHER.test(reading.said.said) || reading.unheard.length > 0) return null;
  if ((last.ask !== 'total' && last.ask !== 'count') || reading.periods.length + reading.amounts.length > 0) return null;
  if (hears(reading, 'how-much', 'count', 'spend', 'average', 'when', 'list', 'except')) return null;
  const kept = last.scope.where.filter(({ by }) => by !== 'subject' && by !== 'account');
  const sides = named.map((name) => ({
    label: name.value.is === 'subject' ? name.value.subject.words : name.text,
    scope: { ...last.scope, where: [...kept, ...nameConditions(reading, [name])] },
  }));
  return { ask: 'compare', sides, value: last.ask === 'count' ? 'count' : 'sum', show: 'sides' };
};

/** "list them" after how many direct debits there are: those. */
const listsRegular: FollowUp = (asked, last) =>
  last.ask === 'subscriptions' &&
  (last.want === 'count' || last.want === 'total') &&
  !hasOwnSlots(asked) &&
  /^(?:(?:and|so|ok|please|can you|could you) )*(?:list|show|name|tell me|give me|what|which)(?: me)?(?: (?:are|is|were))?(?: (?:them|those|they|these|all of (?:them|those)|it))?(?: all)?\s*[?.!]*$/.test(
    asked.reading.said.said,
  )
    ? { ask: 'subscriptions', scope: last.scope, want: 'list' }
    : null;

/** "and the smallest" after the biggest bill. */
const otherEnd: FollowUp = ({ reading }, last) => {
  const match =
    last.ask === 'subscriptions' && (last.want === 'largest' || last.want === 'smallest') ? MOST_OF_THEM.exec(reading.said.said) : null;
  return match && last.ask === 'subscriptions' ? { ...last, want: match.groups?.['most'] ? 'largest' : 'smallest' } : null;
};

const FOLLOW_UPS: readonly FollowUp[] = [
  undo,
  shareOfThat,
  either,
  rose,
  ofTheRanked,
  listsRegular,
  theOther,
  ...CARRIED_SCOPE,
  usual,
  itsCost,
  thatRow,
  nextOne,
  ofTheParts,
  together,
  ofTheTwo,
  againstAnother,
  spread,
  whose,
  sinceWhen,
  ...NET_OF_THAT,
  otherEnd,
  whichTwo,
];

export function followUp(asked: Asked): QueryPlan | Refusal | null {
  const last = asked.before.at(-1);
  if (!last) return null;
  for (const read of FOLLOW_UPS) {
    const plan = read(asked, last);
    if (plan) return plan;
  }
  return null;
}
