// What a person takes off a card: the plan without some of its slots, as if they had been neither said nor carried over.
import type { Chip } from '../answer/answer.ts';
import type { Condition, QueryPlan, Scope } from './plan.ts';
import { scopeOf, withScope } from './plan.ts';

type Slot = Chip['slot'];

function slotOf(condition: Condition): Slot {
  if (condition.by === 'uncategorised') return 'category';
  if (condition.by === 'place' || condition.by === 'paid-by') return 'text';
  if (condition.by !== 'subject') return condition.by;
  return condition.any.some(({ what }) => what === 'payee') ? 'payee' : 'category';
}

const scopeWithout = (scope: Scope, without: readonly Slot[]): Scope => ({
  ...scope,
  period: without.includes('period') ? null : scope.period,
  where: scope.where.filter((condition) => !without.includes(slotOf(condition))),
});

function withoutKept(plan: Extract<QueryPlan, { ask: 'breakdown' | 'count' }>): QueryPlan {
  if (plan.ask === 'count') return { ask: plan.ask, scope: plan.scope, of: plan.of };
  const { ask, scope, by, value, order, limit } = plan;
  return { ask, scope, by, value, order, limit };
}

/** A breakdown without its grouping is a total; so is a comparison whose sides differ in what is left out. */
export function leaveOut(plan: QueryPlan, without: readonly Slot[]): QueryPlan {
  if (without.length === 0) return plan;
  const left = withScope(plan, (scope) => scopeWithout(scope, without));
  if ((left.ask === 'breakdown' || left.ask === 'count') && left.kept && without.includes('amount')) {
    return leaveOut(withoutKept(left), without);
  }
  if (left.ask === 'breakdown' && without.includes('grouping')) return { ask: 'total', scope: left.scope };
  if (left.ask !== 'compare') return left;
  const sides = new Set(left.sides.map(({ scope }) => JSON.stringify([scope.period, scope.where, scope.flow])));
  return sides.size < left.sides.length ? { ask: 'total', scope: scopeOf(left) } : left;
}
