// Shares of what the turn before was about: "what percent of that was Waitrose", "what share of the groceries is that".
import { inQuestion } from '../plan/merge.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { FollowUp } from './follow-up.ts';
import { scopeFrom } from './scope.ts';
import { onePeriod, settledPeriods } from './settled-periods.ts';

/** What the turn before asked of is the whole. */
export const OF_THAT = /\b(?:of|out of|in|from|within|among) (?:all )?(?:of )?(?:that|those|it|them|this|these|which)\b/;
/** It is the part. */
const IS_THAT =
  /\b(?:is|was|are|were|does|did|do|makes?) (?:that|it|those|they|this|these)\b(?: (?:make|come to|represent|account for|take up|be))?\s*[?.!]*$/;
const COUNTED = /\b(?:percent|percentage|share|proportion|fraction|how many)\b/;

const summed = (scope: Scope): Scope => ({ ...scope, flow: scope.flow === 'purchases' ? 'spending' : scope.flow });
const isSubject = ({ by }: Scope['where'][number]): boolean => by === 'subject' || by === 'amount' || by === 'weekday';

/** Within one question a share is `share.ts`'s. */
export const shareOfThat: FollowUp = ({ reading, ledger }, last) => {
  const { said } = reading.said;
  if (!hears(reading, 'share') || !COUNTED.test(said) || hears(reading, 'trend', 'compare') || last.ask === 'compare') return null;
  const own = scopeFrom(reading, ledger, { period: null });
  const period = onePeriod(settledPeriods(reading));
  if (OF_THAT.test(said)) {
    if (own.where.length === 0 && period === null) return null;
    const counts = last.ask === 'count' && last.of === 'rows';
    const before = summed(inQuestion(last));
    const scope: Scope = counts ? { ...before, flow: scopeOf(last).flow } : before;
    const part: Scope = { ...scope, period: period ?? scope.period, where: [...scope.where, ...own.where] };
    return { ask: 'share', part, scope, ...(counts ? { count: true as const } : {}) };
  }
  if (!IS_THAT.test(said)) return null;
  const before = summed(last.ask === 'share' ? last.part : scopeOf(last));
  const flow = hears(reading, 'income') ? ('income' as const) : before.flow;
  const named = own.where.filter(isSubject);
  const where = [...before.where.filter((one) => !isSubject(one)), ...named];
  const scope: Scope = { ...before, flow, period: period ?? before.period, where };
  const isWhole = JSON.stringify(scope) === JSON.stringify(before);
  const plan: QueryPlan = { ask: 'share', part: before, scope };
  return isWhole ? null : plan;
};
