// What is left of what was just asked about: after refunds, after what was spent, of what somebody paid and was paid.
import { scopeOf } from '../plan/plan.ts';
import { UP_OR_DOWN } from './cash-flow.ts';
import { hasOwnSlots, WHICH_MEANT, type FollowUp } from './follow-up.ts';

/** "so net?" after what one shop took and gave back: what it took less that. */
const netOf: FollowUp = ({ reading }, last) => {
  const scope = scopeOf(last);
  return /^(?:and |so |ok |but )*(?:(?:what is |what was )?(?:that |the )?net(?: of (?:that|it|(?:the )?refunds?|(?:the )?returns?)| total| cost| spend| spending)?|net ?,? (?:what|how much) (?:did|have|do|was) (?:i|we|it) (?:actually |really )?(?:pay|paid|spend|spent|cost)?)\s*[?.!]*$/.test(
    reading.said.said,
  ) && scope.where.some((one) => one.by === 'subject' && !one.not)
    ? { ask: 'total', scope: { ...scope, flow: 'spending' } }
    : null;
};

/** "so am I up or down", "in and out" after what somebody was paid or paid. */
const upOrDown: FollowUp = (asked, last) => {
  const scope = scopeOf(last);
  return !hasOwnSlots(asked) &&
    UP_OR_DOWN.test(asked.reading.said.said) &&
    (last.ask === 'total' || last.ask === 'list' || last.ask === 'count') &&
    scope.where.some((one) => one.by === 'subject' && !one.not && one.any.every(({ what }) => what === 'payee'))
    ? { ask: 'total', scope: { ...scope, flow: 'net' } }
    : null;
};

/** "so what did we add on net" after what was moved in or out: what was moved back is in no plan of one direction. */
const netMoved: FollowUp = (asked, last) =>
  scopeOf(last).flow.startsWith('transfers') && !hasOwnSlots(asked) && /\bnet\b|\bactually add(?:ed)?\b/.test(asked.reading.said.said)
    ? WHICH_MEANT
    : null;

/** "minus what we spent" after what came in: what was left of it. */
const lessSpent: FollowUp = ({ reading }, last) =>
  last.ask === 'total' &&
  last.scope.flow === 'income' &&
  last.scope.where.every(({ by }) => by === 'account') &&
  /^(?:and |so |now |then |ok )*(?:minus|less|take (?:away|off)|after|subtract)\b[^?]*\b(?:spen[dt]|spending|outgoings|went out|expenses|expenditure)\b/.test(
    reading.said.said,
  ) &&
  reading.names.length === 0
    ? { ask: 'total', scope: { ...last.scope, flow: 'net' } }
    : null;

export const NET_OF_THAT: readonly FollowUp[] = [netOf, upOrDown, netMoved, lessSpent];
