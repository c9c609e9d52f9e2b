// The rows beneath a figure: those that add up to it, newest first, with their number and their sum, and the SQL that finds them.
import type { ReadableDatabase } from '../../ledger/database.ts';
import { toLedgerRow } from '../../ledger/find-rows.ts';
import type { Evidence, EvidenceRows } from '../answer/answer.ts';
import type { Dimension, QueryPlan, Scope, Side } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { apartWords } from '../plan/words.ts';
import { keptGroupsSql, labelOf } from './compile.ts';
import { filter, postingsOf, rowCount, sourceOf } from './filter.ts';

const SHOWN = 20;

type KeptGroups = NonNullable<ReturnType<typeof keptGroupsSql>>;

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
function sidesOf(plan: QueryPlan): readonly (Side & { name: string })[] {
  if (plan.ask === 'compare') return plan.sides.map((side) => ({ ...side, name: side.label }));
  if (plan.ask !== 'share') return [];
  return [
    { label: 'part', name: apartWords(plan.part, plan.scope, ''), scope: plan.part },
    { label: 'whole', name: 'all of it', scope: plan.scope },
  ];
}

/** The first rows of a scope, and count and sum of all. */
function readRows(db: ReadableDatabase, scope: Scope, kept: KeptGroups | null = null): EvidenceRows {
  const all = filter(scope);
  const source = kept?.key === 'payee_id' ? 'posting' : sourceOf(scope);
  const where = kept ? `${all.text}\n  AND ${kept.key} IN (${kept.sql})` : all.text;
  const params = kept ? [...all.params, ...kept.params] : all.params;
  const sql = rowsSql(postingsOf(scope), where);
  const { rows } = db.query(`${sql}\nLIMIT ${SHOWN}`, params);
  const sums = db.query(`SELECT currency, sum(minor), ${rowCount(source)} FROM ${source} WHERE ${where} GROUP BY currency`, params).rows;
  return {
    sql,
    params,
    rows: rows.map(toLedgerRow),
    total: sums.reduce((total, [, , count]) => total + Number(count), 0),
    sums: sums.map(([currency, minor]) => ({ currency: String(currency), minor: Number(minor) })),
  };
}

/** The rows of an answer, and of each figure that it sets beside another. */
export function readEvidence(db: ReadableDatabase, plan: QueryPlan): Evidence | null {
  if (plan.ask === 'balance' || plan.ask === 'duplicates' || plan.ask === 'unusual' || plan.ask === 'subscriptions') return null;
  const sides = sidesOf(plan).map(({ scope, ...named }) => ({ scope, side: { ...named, ...readRows(db, scope) } }));
  const own = sides.find(({ scope }) => scope === scopeOf(plan))?.side;
  const { sql, params, rows, total, sums } = own ?? readRows(db, scopeOf(plan), keptGroupsSql(plan));
  const group = groupSql(plan, sql);
  return {
    ...(group === null ? {} : { groupSql: group }),
    ...(sides.length > 0 ? { sides: sides.map(({ side }) => side) } : {}),
    sql,
    params,
    rows,
    total,
    sums,
  };
}
