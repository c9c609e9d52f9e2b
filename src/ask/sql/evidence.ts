// The rows beneath a figure: those that add up to it, newest first, with their number and their sum, and the SQL that finds them.
import type { ReadableDatabase, SqlValue } from '../../ledger/database.ts';
import { toLedgerRow } from '../../ledger/find-rows.ts';
import type { Evidence, EvidenceRows } from '../answer/answer.ts';
import type { Dimension, QueryPlan, Scope, Side } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { toSameDay } from '../plan/same-days.ts';
import { apartWords } from '../plan/words.ts';
import { keptGroupsSql, labelOf, type KeptGroups, type Span } from './compile.ts';
import { filter, postingsOf, rowCount, sourceOf, type Source } from './filter.ts';
import type { Listed } from './listed-columns.ts';
import { amongListed, idsSql, isByRows, listed } from './listed.ts';

const SHOWN = 20;

/** The postings of each line of an answer, in its order. */
type Lines = readonly (readonly SqlValue[])[];

/** Of the rows beneath, what was found with the answer (`Compiled`). */
export interface Known {
  lines: Lines | null;
  /** Key, sum and number of each line's rows. */
  sums: Lines | null;
}

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

/** Finds the rows of one group among all, by its label. */
function groupSql(plan: QueryPlan, sql: string): string | null {
  const by = plan.ask === 'breakdown' ? plan.by : plan.ask === 'why' ? 'payee' : null;
  return by && `SELECT * FROM (\n${sql}\n)\nWHERE ${ofRows[by] ?? labelOf(by)} = ?`;
}

/** Finds the rows of one line of an answer that lists rows, by the numbers of its transactions; nothing where it has but one line. */
function linesOf(db: ReadableDatabase, lines: Lines, sql: string): Pick<Evidence, 'groupSql' | 'keys'> {
  if (lines.length < 2) return {};
  const shown = lines.slice(0, SHOWN);
  const pairs = db.query(`SELECT id, transaction_id FROM posting WHERE ${AMONG}`, [JSON.stringify(shown.flat())]).rows;
  const transactions = new Map(pairs.map(([id, transaction]) => [Number(id), Number(transaction)]));
  return {
    groupSql: `SELECT * FROM (\n${sql}\n)\nWHERE transaction_id IN (SELECT value FROM json_each(?))`,
    keys: shown.map((ids) => JSON.stringify(ids.flatMap((id) => transactions.get(Number(id)) ?? []))),
  };
}

const AMONG = 'id IN (SELECT value FROM json_each(?))';

/** The very rows that an answer lists. They are found once; whoever opens them later finds them anew, in the ledger as it is then. */
function readListed(db: ReadableDatabase, found: Listed, known: Lines | null): Evidence {
  const lines = known ?? db.query(idsSql(found), found.params).rows;
  const among: Where = { text: AMONG, params: [JSON.stringify([...new Set(lines.flat())])], from: 'posting', source: 'posting' };
  const { text, params } = amongListed(found);
  const sql = rowsSql('posting', text);
  return { ...readRows(db, among), sql, params, ...(found.inOne ? {} : linesOf(db, lines, sql)) };
}

/** What a plan sets beside each other, by the names that compile.ts gives the figures. */
function sidesOf(plan: QueryPlan, span: Span): readonly (Side & { name: string })[] {
  if (plan.ask === 'compare') {
    const like = toSameDay(plan, span);
    return [...plan.sides, ...(like ? [like] : [])].map((side) => ({ ...side, name: side.label }));
  }
  if (plan.ask === 'savings-rate')
    return [
      { label: 'saved', name: 'what was kept', scope: { ...plan.scope, flow: 'net' } },
      { label: 'income', name: 'income', scope: { ...plan.scope, flow: 'income' } },
    ];
  if (plan.ask !== 'share') return [];
  return [
    { label: 'part', name: apartWords(plan.part, plan.scope, ''), scope: plan.part },
    { label: 'whole', name: 'all of it', scope: plan.scope },
  ];
}

interface Where {
  text: string;
  params: SqlValue[];
  /** What the rows are read from, and what they are counted in. */
  from: string;
  source: Source;
}

const whereScope = (scope: Scope): Where => ({ ...filter(scope), from: postingsOf(scope), source: sourceOf(scope) });

/** The first rows. Their names are looked up once they are told from the others, and not of every row that is sorted. */
function firstRows(db: ReadableDatabase, { text, params, from }: Pick<Where, 'text' | 'params' | 'from'>): EvidenceRows['rows'] {
  const first = `SELECT id FROM ${from} WHERE ${text} ORDER BY day DESC, id DESC LIMIT ${SHOWN}`;
  return db.query(rowsSql('posting', `id IN (${first})`), params).rows.map(toLedgerRow);
}

/** What the rows of all lines come to. */
function added(lines: Lines, currency: string): Pick<EvidenceRows, 'total' | 'sums'> {
  const sum = (at: number) => lines.reduce((all, line) => all + Number(line[at]), 0);
  const total = sum(2);
  return { total, sums: total > 0 ? [{ currency, minor: sum(1) }] : [] };
}

/** Of the groups that an answer keeps, which are found once. */
function readKept(db: ReadableDatabase, scope: Scope, kept: KeptGroups, known: Lines | null): EvidenceRows {
  const groups = known ?? db.query(kept.sums, kept.params).rows;
  const { text, params, from } = whereScope(scope);
  const among = `${text}\n  AND ${kept.key} IN (SELECT value FROM json_each(?))`;
  return {
    sql: rowsSql(from, `${text}\n  AND ${kept.key} IN (${kept.sql})`),
    params: [...params, ...kept.params],
    rows: firstRows(db, { text: among, params: [...params, JSON.stringify(groups.map(([key]) => key))], from }),
    ...added(groups, scope.currency),
  };
}

/** All of a scope; what they come to may be known. */
function readWhole(db: ReadableDatabase, scope: Scope, known: Lines | null): EvidenceRows {
  const where = whereScope(scope);
  if (!known) return readRows(db, where);
  const { text, params, from } = where;
  return { sql: rowsSql(from, text), params, rows: firstRows(db, where), ...added(known, scope.currency) };
}

/** The first rows, and count and sum of all. */
function readRows(db: ReadableDatabase, { text, params, from, source }: Where): EvidenceRows {
  const sums = db.query(`SELECT currency, sum(minor), ${rowCount(source)} FROM ${source} WHERE ${text} GROUP BY currency`, params).rows;
  return {
    sql: rowsSql(from, text),
    params,
    rows: firstRows(db, { text, params, from }),
    total: sums.reduce((total, [, , count]) => total + Number(count), 0),
    sums: sums.map(([currency, minor]) => ({ currency: String(currency), minor: Number(minor) })),
  };
}

const NOTHING: Known = { lines: null, sums: null };

/** The rows of an answer, of each figure that it sets beside another, and of each line of it. */
export function readEvidence(db: ReadableDatabase, plan: QueryPlan, span: Span, known: Known = NOTHING): Evidence {
  const isWholeList = plan.ask === 'list' && plan.limit === null;
  if (isByRows(plan) && !isWholeList) return readListed(db, listed(plan, span), known.lines);
  const sides = sidesOf(plan, span).map(({ scope, ...named }) => ({ scope, side: { ...named, ...readRows(db, whereScope(scope)) } }));
  const own = sides.find(({ scope }) => scope === scopeOf(plan))?.side;
  const kept = keptGroupsSql(plan);
  const whole = () => (kept ? readKept(db, scopeOf(plan), kept, known.sums) : readWhole(db, scopeOf(plan), known.sums));
  const { sql, params, rows, total, sums } = own ?? whole();
  const group = groupSql(plan, sql);
  const lines = isWholeList ? linesOf(db, known.lines ?? db.query(`${idsSql(listed(plan, span))} LIMIT ${SHOWN}`, params).rows, sql) : {};
  return {
    ...lines,
    ...(group === null ? {} : { groupSql: group }),
    ...(sides.length > 0 ? { sides: sides.map(({ side }) => side) } : {}),
    sql,
    params,
    rows,
    total,
    sums,
  };
}
