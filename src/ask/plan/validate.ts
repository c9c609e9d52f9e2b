// What holds of every plan, whoever made it: days that the statements cover, income only where there is some, sane limits.
import type { Day } from '../../base/days.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Refusal } from '../intents/intent.ts';
import { hull } from '../spans/dates/period.ts';
import type { QueryPlan, Scope } from './plan.ts';
import { scopesOf } from './plan.ts';

function outside({ period }: Scope, { firstDay, lastDay }: LedgerNames, today: Day): Refusal | null {
  if (!period || firstDay === null || lastDay === null) return null;
  const { from, until } = hull(period);
  if (until <= firstDay) return { refuse: 'empty', why: 'before-data' };
  if (from > today || (from > lastDay && from > today)) return { refuse: 'empty', why: 'after-data' };
  return null;
}

/** "everything at Boots except prescriptions": all that Boots is stands for them, and its rows tell no more. */
function leavesNothing({ where }: Scope): Refusal | null {
  const wanted = where.flatMap((one) => (one.by === 'subject' && !one.not ? one.any : []));
  if (wanted.length === 0 || wanted.some(({ what, payees }) => what !== 'payee' || payees.length === 0)) return null;
  const without = where.flatMap((one) => (one.by === 'subject' && one.not ? one.any : []));
  const left = new Set(without.flatMap(({ payees }) => [...payees]));
  return wanted.every(({ payees }) => payees.every((id) => left.has(id)))
    ? { refuse: 'clarify', why: 'unheard', words: without.map(({ words }) => words) }
    : null;
}

/** The reason not to run the plan, or null. */
export function validate(plan: QueryPlan, ledger: LedgerNames, today: Day): Refusal | null {
  for (const scope of scopesOf(plan)) {
    const refusal = outside(scope, ledger, today) ?? leavesNothing(scope);
    if (refusal) return refusal;
    if (scope.flow === 'income' && !ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
  }
  if (plan.ask === 'balance' && plan.accounts.length === 0) return { refuse: 'declined', why: 'no-balance' };
  return null;
}
