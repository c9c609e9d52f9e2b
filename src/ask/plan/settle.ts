// What only the ledger can settle before SQL is written: which flow a payee's rows are ("how much from Stripe"), and in which
// currency a name occurs, when it never occurs in the home currency.
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import { filter } from '../sql/filter.ts';
import type { QueryPlan, Scope } from './plan.ts';
import { withScope } from './plan.ts';

const isAboutNames = ({ where }: Scope) => where.some((condition) => condition.by === 'subject' && !condition.not);

const has = (db: ReadableDatabase, scope: Scope): boolean => {
  const { text, params } = filter(scope);
  return db.query(`SELECT 1 FROM posting WHERE ${text} LIMIT 1`, params).rows.length > 0;
};

function settledScope(db: ReadableDatabase, scope: Scope, { currencies, homeCurrency, hasIncome }: LedgerNames): Scope {
  if (!isAboutNames(scope)) return scope;
  const everywhere = { ...scope, period: null };
  let settled = scope;
  if (currencies.length > 1 && scope.currency === homeCurrency && !has(db, { ...everywhere, flow: 'anything' })) {
    const other = currencies.find((currency) => currency !== homeCurrency && has(db, { ...everywhere, flow: 'anything', currency }));
    if (other) settled = { ...settled, currency: other };
  }
  const spends = settled.flow === 'spending' || settled.flow === 'purchases';
  if (
    spends &&
    hasIncome &&
    !has(db, { ...everywhere, currency: settled.currency, flow: 'spending' }) &&
    has(db, { ...everywhere, currency: settled.currency, flow: 'income' })
  )
    settled = { ...settled, flow: 'income' };
  return settled;
}

/** "ebmud bills", "ocado groceries": where a payee has no row of the kind named beside it, the noun only describes it. */
function withoutEmptyKinds(db: ReadableDatabase, scope: Scope): Scope {
  const subjects = scope.where.filter((condition) => condition.by === 'subject' && !condition.not);
  if (subjects.length < 2) return scope;
  const payees = subjects.filter((condition) => condition.by === 'subject' && condition.any.every(({ what }) => what === 'payee'));
  if (!payees.length || has(db, { ...scope, period: null })) return scope;
  return { ...scope, where: scope.where.filter((condition) => !subjects.includes(condition) || payees.includes(condition)) };
}

export const settle = (db: ReadableDatabase, plan: QueryPlan, ledger: LedgerNames): QueryPlan =>
  withScope(plan, (scope) => settledScope(db, withoutEmptyKinds(db, scope), ledger));
