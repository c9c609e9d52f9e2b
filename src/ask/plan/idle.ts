// What a plan names and this ledger has not is left out before SQL is written, so that the day totals can answer: payees that count only
// in rows without a category ("coffee" beside a category Coffee), where each of their rows has one. The figure stays the same.
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Condition, QueryPlan } from './plan.ts';
import { withScope } from './plan.ts';

export function withoutIdle(plan: QueryPlan, { payeesIn }: LedgerNames): QueryPlan {
  if (payeesIn.size === 0) return plan; // too many payees for it to be known
  const bare = payeesIn.get(null);
  const lean = (one: Condition): Condition =>
    one.by === 'subject'
      ? { ...one, any: one.any.map((subject) => ({ ...subject, loose: subject.loose.filter((id) => bare?.has(id)) })) }
      : one;
  return withScope(plan, (scope) => ({ ...scope, where: scope.where.map(lean) }));
}
