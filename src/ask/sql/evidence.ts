// The rows beneath a figure: those that add up to it, newest first, with their number and their sum, and the SQL that finds them.
import type { ReadableDatabase, SqlValue } from '../../ledger/database.ts';
import type { Evidence } from '../answer/answer.ts';
import type { Dimension, QueryPlan, Side } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { keptGroupsSql, labelOf } from './compile.ts';
import { filter, postingsOf, rowCount, sourceOf } from './filter.ts';

const SHOWN = 20;

const rowsSql = (
  from: string,
  where: string,
) => `SELECT transaction_id, day, (SELECT name FROM payee WHERE id = payee_id) AS payee, (SELECT name FROM category WHERE id = category_id) AS category,
  (SELECT name FROM account WHERE id = account_id) AS account, minor, currency
FROM ${from}
WHERE ${where}
ORDER BY day DESC, id DESC`;

/** What groups are called, said of the columns of rows; the same labels as in compile.ts. */
const ofRows: Partial<Record<Dimension, string>> = {
  category: `coalesce(category, 'Uncategorised')`,
  payee: 'payee',
  account: 'account',
};

function groupSql(plan: QueryPlan, sql: string): string | null {
  if (plan.ask !== 'breakdown') return null;
  return `SELECT * FROM (\n${sql}\n)\nWHERE ${ofRows[plan.by] ?? labelOf(plan.by)} = ?`;
}

/** What a plan sets beside each other, by the names that compile.ts gives the figures. */
function sidesOf(plan: QueryPlan): readonly Side[] {
  if (plan.ask === 'compare') return plan.sides;
  if (plan.ask !== 'share') return [];
  return [
    { label: 'part', scope: plan.part },
    { label: 'whole', scope: plan.scope },
  ];
}

function sideRows({ label, scope }: Side): { label: string; sql: string; params: SqlValue[] } {
  const { text: where, params } = filter(scope);
  return { label, sql: rowsSql(postingsOf(scope), where), params };
}

const text = (value: SqlValue | undefined): string => (typeof value === 'string' ? value : '');
const orNull = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);

/** The first rows of a scope, and count and sum of all. */
export function readEvidence(db: ReadableDatabase, plan: QueryPlan): Evidence | null {
  if (plan.ask === 'balance' || plan.ask === 'duplicates' || plan.ask === 'unusual' || plan.ask === 'subscriptions') return null;
  const scope = scopeOf(plan);
  const all = filter(scope);
  const kept = keptGroupsSql(plan);
  const source = kept?.key === 'payee_id' ? 'posting' : sourceOf(scope);
  const where = kept ? `${all.text}\n  AND ${kept.key} IN (${kept.sql})` : all.text;
  const params = kept ? [...all.params, ...kept.params] : all.params;
  const sql = rowsSql(postingsOf(scope), where);
  const rows = db.query(`${sql}\nLIMIT ${SHOWN}`, params).rows;
  const sums = db.query(`SELECT currency, sum(minor), ${rowCount(source)} FROM ${source} WHERE ${where} GROUP BY currency`, params).rows;
  const group = groupSql(plan, sql);
  const sides = sidesOf(plan).map(sideRows);
  return {
    ...(group === null ? {} : { groupSql: group }),
    ...(sides.length > 0 ? { sides } : {}),
    sql,
    params,
    rows: rows.map(([transactionId, day, payee, category, account, minor, currency]) => ({
      transactionId: Number(transactionId),
      day: text(day),
      payee: text(payee),
      category: orNull(category),
      account: text(account),
      minor: Number(minor),
      currency: text(currency),
    })),
    total: sums.reduce((total, [, , count]) => total + Number(count), 0),
    sums: sums.map(([currency, minor]) => ({ currency: text(currency), minor: Number(minor) })),
  };
}
