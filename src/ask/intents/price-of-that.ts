// Of what was just asked about, its price: now, before, at the start, when it moved; what is paid for it still; what an account held then.
import { addDays, addMonths } from '../../base/days.ts';
import { scopeOf, withScope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import { oneRange } from '../spans/dates/period.ts';
import { dayAgo } from '../spans/dates/units.ts';
import { hasOwnSlots, leads, named, payeesOf, WHICH_MEANT, type FollowUp } from './follow-up.ts';
import { BEGAN, openFrom } from './recurring.ts';
import { isMonthly, isSteady, movesSaid } from './steady-payees.ts';

/** "when did that go up?", "by how much?" of a payee paid at a steady pace; of anything else a rise is no price. */
const priceMoved: FollowUp = (asked, last) => {
  const { reading, ledger } = asked;
  // "how much has it risen since we started": that is all the days there are, and no other stretch.
  const sinceBegan = reading.periods.length > 0 && reading.periods.every(({ by }) => by === 'all-time') && reading.names.length === 0;
  if (hasOwnSlots(asked) && !sinceBegan) return null;
  const { said } = reading.said;
  const scope = scopeOf(last);
  const byHowMuch = leads(
    '(?:by )?how much(?: (?:more|less|by|did (?:it|that|they) (?:go (?:up|down)|rise|change|increase)(?: by)?))?\\s*\\??$',
  ).test(said);
  if (last.ask === 'price-change' && byHowMuch) return { ...last, want: 'how-much' };
  if (last.ask === 'compare' && byHowMuch) return { ...last, show: 'difference' };
  const changed = leads('(?:did|has|have|does) (?:it|that|they|the price) (?:ever )?changed?\\s*[?.!]*$').test(said);
  const whenChanged = leads('when (?:did|has|have|does) (?:it|that|they|the price) (?:last )?(?:changed?|drop(?:ped)?)\\s*[?.!]*$').test(
    said,
  );
  if (!(hears(reading, 'price-change') || changed || whenChanged) || hears(reading, 'spend', 'list', 'why')) return null;
  const ids = payeesOf(scope);
  const comesIn = scope.flow === 'income' && ids.length > 0 && ids.every((id) => ledger.givers.has(id));
  const steady = comesIn || (ids.length > 0 && ids.every((id) => ledger.steady.has(id)));
  if (!steady && last.ask !== 'price' && last.ask !== 'price-change' && !(hears(reading, 'when') && isMonthly(scope, ledger))) return null;
  if (changed || sinceBegan)
    return {
      ask: 'price-change',
      scope: openFrom(ledger.firstDay ?? asked.today, { ...scope, flow: 'purchases' }, asked.today),
      want: 'how-much',
    };
  const want =
    byHowMuch || /\bhow much\b/.test(said) ? 'how-much' : /\bhow (?:often|many times)\b|\beach time\b/.test(said) ? 'list' : 'when';
  return {
    ask: 'price-change',
    scope: { ...scope, flow: comesIn ? 'income' : 'purchases', period: null },
    want,
    ...movesSaid(said),
    ...(steady || last.ask === 'price' ? {} : { standing: true as const }),
  };
};

/** "what was it when we started", "what did it start at": the price that what was just asked about began with. */
const beganAt: FollowUp = (asked, last) => {
  const { said } = asked.reading.said;
  const scope = scopeOf(last);
  if (hasOwnSlots(asked) || !BEGAN.test(said) || hears(asked.reading, 'spend', 'count', 'total')) return null;
  if (last.ask !== 'price' && !isSteady(scope, asked.ledger)) return null;
  if (!leads('(?:what|how much)\\b').test(said)) return null;
  return { ask: 'price', scope: { ...scope, flow: scope.flow === 'income' ? 'income' : 'purchases', period: null }, at: 'first' };
};

/** "how much is all that a month" after the subscriptions: what those that are still paid come to. */
const regularTotal: FollowUp = (asked, last) => {
  const { reading } = asked;
  if (last.ask !== 'subscriptions' || last.scope.period !== null || hasOwnSlots(asked)) return null;
  const unit = reading.groupings.find(({ value }) => value.style === 'per' || value.style === 'adverb' || value.style === 'each')?.value.by;
  const asks = hears(reading, 'how-much', 'total', 'cost') || (last.want === 'total' && unit !== undefined);
  if (!asks || hears(reading, 'largest', 'smallest', 'average', 'count')) return null;
  const per = unit === 'week' || unit === 'month' || unit === 'quarter' || unit === 'year' ? unit : 'month';
  return { ask: 'subscriptions', scope: last.scope, want: 'total', per };
};

/** "price now", "what is it now" after a sum: the latest amount of what is paid at a steady pace. */
const priceNow: FollowUp = (asked, last) => {
  const { said } = asked.reading.said;
  const scope = scopeOf(last);
  if (hasOwnSlots(asked) || last.ask === 'price' || last.ask === 'edge' || named(scope).length === 0 || scope.flow === 'income')
    return null;
  if (
    !leads(
      '(?:(?:what|how much) (?:is|are) (?:it|the price|they|that) (?:now|these days|currently)|(?:the )?(?:current )?price(?: now| today)?|now\\??|what does it cost(?: now)?)\\s*[?.!]*$',
    ).test(said)
  )
    return null;
  return payeesOf(scope).length > 0 ? { ask: 'price', scope: { ...scope, flow: 'purchases', period: null } } : WHICH_MEANT;
};

/** "what was it before that" of a price: the rise that made it, which tells the price before. */
const priceBefore: FollowUp = (asked, last) =>
  (last.ask === 'price' || (last.ask === 'price-change' && last.want !== 'list')) &&
  asked.reading.names.length === 0 &&
  leads(
    '(?:what|how much) (?:was|were|did) (?:it|they|that|the price|i paying|we paying|i pay|we pay)(?: cost)? (?:before|previously)(?: (?:that|then|this|the (?:last |latest )?(?:increase|rise|hike|change)))?\\s*[?.!]*$|(?:and )?before that\\s*[?.!]*$',
  ).test(asked.reading.said.said)
    ? last.ask === 'price-change'
      ? { ...last, want: 'when' }
      : { ask: 'price-change', scope: last.scope, want: 'when', either: true }
    : null;

/** "what was it a year ago", "and this time last year" of what an account holds, or what something costs: on that day. */
const asItWas: FollowUp = ({ reading, ledger, today }, last) => {
  const [period, ...more] = reading.periods;
  if ((last.ask !== 'balance' && last.ask !== 'price') || !period || more.length > 0 || reading.names.length > 0) return null;
  const then = period.by === 'same-last-year' ? addMonths(today, -12) : dayAgo(period.text, today);
  if (then === null || (ledger.firstDay ?? today) > then) return null;
  // What something cost then is what was last paid for it.
  const from = last.ask === 'price' ? (ledger.firstDay ?? then) : then;
  return withScope(last, (scope) => ({ ...scope, period: oneRange(from, addDays(then, 1), last.ask === 'price' ? 'other' : 'day') }));
};

/** "are we still paying for it?" of what was just asked about, whatever the days. */
const stillPaid: FollowUp = (asked, last) =>
  hears(asked.reading, 'still') &&
  leads('(?:is|are|am|do|does)\\b.*\\b(?:still|any ?more|any longer)\\b').test(asked.reading.said.said) &&
  !hasOwnSlots(asked) &&
  payeesOf(scopeOf(last)).length > 0
    ? { ask: 'exists', scope: { ...scopeOf(last), flow: 'purchases', period: null }, still: true }
    : null;

export const PRICE_OF_THAT: readonly FollowUp[] = [stillPaid, regularTotal, priceNow, priceBefore, asItWas, priceMoved, beganAt];
