// Questions whose answer is a few rows and not their sum: the largest, the last, what recurs, what repeats, what stands out, what a
// bank said an account held. One text finds what the answer says (compile.ts) and the very rows it says it of (evidence.ts).
import { daysBetween } from '../../base/days.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import { hull } from '../spans/dates/period.ts';
import type { Compiled, Span } from './compile.ts';
import { filter, flows, postingsOf, rowCount, sourceOf } from './filter.ts';
import { howLong } from './how-long.ts';
import { DAY, TO, rowColumns, type Listed, type Of } from './listed-columns.ts';
import { price, priceChange, subscriptions } from './recurring.ts';

/** By the bare column, so that its index serves. */
const bySize = (flow: Scope['flow'], order: 'largest' | 'smallest'): string =>
  `minor ${(flows[flow].amount === '-minor') === (order === 'largest') ? 'ASC' : 'DESC'}`;

/** Days of which it is quicker to sort the rows than to go through all rows by their size until one is of them. */
const FEW_DAYS = 92;

/** In the order of their size, where nothing but many days narrows them: the planner, which cannot see the days, would rather sort the rows. */
function inOrder({ where, period }: Scope): string {
  const span = period && hull(period);
  return where.length === 0 && (!span || daysBetween(span.from, span.until) > FEW_DAYS) ? 'posting INDEXED BY posting_size' : 'posting';
}

function extreme({ scope, order, limit, skip }: Of<'extreme'>): Listed {
  const { text, params } = filter(scope);
  return {
    head: '',
    from: `FROM ${inOrder(scope)}\nWHERE ${text}\nORDER BY ${bySize(scope.flow, order)}, day, id\nLIMIT ?${skip ? ' OFFSET ?' : ''}`,
    params: skip ? [...params, limit, skip] : [...params, limit],
    columns: rowColumns(scope.flow),
    ids: ['id'],
  };
}

/** The first or last row, by the order of days. */
function atEdge(scope: Scope, which: 'first' | 'last'): Listed {
  const { text, params } = filter(scope);
  const order = which === 'last' ? 'DESC' : 'ASC';
  return {
    head: '',
    from: `FROM posting\nWHERE ${text}\nORDER BY day ${order}, id ${order}\nLIMIT 1`,
    params,
    columns: rowColumns(scope.flow),
    ids: ['id'],
  };
}

function daysSince({ scope }: Of<'days-since'>, { today }: Span): Listed {
  const last = atEdge(scope, 'last');
  return {
    ...last,
    head: `WITH latest AS (SELECT id, day AS last, CAST(julianday(?) - julianday(day) AS INTEGER) AS days\n${last.from})\n`,
    from: 'FROM latest',
    params: [today, ...last.params],
    columns: [
      ['days', 'days', 'days'],
      ['last', 'last', 'day'],
    ],
  };
}

const ORDER = { oldest: 'day, id', newest: 'day DESC, id DESC', largest: 'abs(minor) DESC, day, id' } as const;

function list({ scope, order, limit }: Of<'list'>): Listed {
  const { text, params } = filter(scope);
  return {
    head: '',
    from: `FROM ${postingsOf(scope)}\nWHERE ${text}\nORDER BY ${ORDER[order]}${limit === null ? '' : '\nLIMIT ?'}`,
    params: limit === null ? params : [...params, limit],
    columns: [
      DAY,
      TO,
      ['(SELECT name FROM category WHERE id = category_id) AS category', 'category', 'label'],
      ['minor AS amount', 'amount', 'money'],
    ],
    ids: ['id'],
  };
}

/**
 * What the bank says that accounts held: at the foot of a statement, or beside their last row that has a balance, whichever is
 * younger. A file may be newest first, so of one day the order in the file decides; of that day alone, since it goes through the file.
 * Its row is the last that it takes in.
 */
function balance({ accounts: all, scope }: Of<'balance'>): Listed {
  const said = scope.where.flatMap((one) => (one.by === 'account' ? [one] : []));
  const named = said.flatMap(({ ids, not }) => (not ? [] : ids));
  const leftOut = said.flatMap(({ ids, not }) => (not ? ids : []));
  // At the end of a day that was asked about, what the youngest row up to it says.
  const until = scope.period?.ranges.at(-1)?.until;
  const upTo = (day: string): string => (until === undefined ? '' : ` AND ${day} < ?`);
  const bound = until === undefined ? [] : [until];
  const accounts = (named.length ? [...new Set(named)] : all).filter((id) => !leftOut.includes(id));
  return {
    head: `WITH told AS (
  SELECT a.id AS account_id, t.balance AS balance, t.day AS day, 0 AS at_foot, t.id AS beside
  FROM account a
  JOIN bank_transaction t ON t.id = (
    SELECT l.id FROM bank_transaction l WHERE l.account_id = a.id AND l.balance IS NOT NULL AND l.state = 'posted'
      AND l.day = (SELECT max(m.day) FROM bank_transaction m WHERE m.account_id = a.id AND m.balance IS NOT NULL AND m.state = 'posted'${upTo('m.day')})
    ORDER BY CASE WHEN (SELECT f.day FROM bank_transaction f WHERE f.account_id = a.id AND f.statement_id = l.statement_id ORDER BY f.line LIMIT 1)
        > (SELECT f.day FROM bank_transaction f WHERE f.account_id = a.id AND f.statement_id = l.statement_id ORDER BY f.line DESC LIMIT 1) THEN -l.line ELSE l.line END DESC LIMIT 1
  )
  UNION ALL
  SELECT account_id, closing_minor, ifnull(closing_day, last_day), statement_id, NULL FROM coverage WHERE closing_minor IS NOT NULL${upTo('ifnull(closing_day, last_day)')}
), youngest AS (
  SELECT account_id, balance, day, beside, row_number() OVER (PARTITION BY account_id ORDER BY day DESC, at_foot DESC) AS place FROM told
)
`,
    from: `FROM youngest JOIN account a ON a.id = account_id
WHERE place = 1 AND a.id IN (${accounts.map(() => '?').join(', ')})
ORDER BY a.name`,
    params: [...bound, ...bound, ...accounts],
    columns: [
      ['a.name AS account', 'account', 'label'],
      ['balance', 'balance', 'money'],
      ['a.currency AS currency', 'currency', 'currency'],
      ['day', 'as of', 'day'],
    ],
    ids: [
      `coalesce((SELECT p.id FROM posting p WHERE p.transaction_id = beside ORDER BY p.id DESC LIMIT 1),
    (SELECT p.id FROM posting p WHERE p.account_id = youngest.account_id AND p.day <= youngest.day ORDER BY p.day DESC, p.id DESC LIMIT 1))`,
    ],
  };
}

/** Rows that share account, day, payee and amount with another: first what is shared, then its rows by the index of payees. */
function duplicates({ scope }: Of<'duplicates'>): Listed {
  const purchases: Scope = { ...scope, flow: 'purchases' };
  const { text, params } = filter(purchases);
  return {
    head: `WITH shared AS MATERIALIZED (
  SELECT account_id AS by_account, day AS on_day, payee_id AS to_payee, minor AS of_minor
  FROM ${postingsOf(purchases)}
  WHERE ${text}
  GROUP BY day, account_id, payee_id, minor HAVING count(*) > 1
),
same AS (
  SELECT id, day, payee_id, minor
  FROM shared CROSS JOIN posting INDEXED BY posting_payee ON payee_id = to_payee AND day = on_day AND minor = of_minor AND account_id = by_account
  WHERE ${text}
)
`,
    from: 'FROM same ORDER BY day, payee_id, id',
    params: [...params, ...params],
    columns: rowColumns('purchases'),
    ids: ['id'],
  };
}

/** The largest rows, when they are several times what this ledger's purchases usually are. Only the payees of large rows are looked at. */
function unusual({ scope }: Of<'unusual'>): Listed {
  const inside = filter({ ...scope, flow: 'purchases' });
  const everyDay: Scope = { ...scope, flow: 'purchases', period: null };
  const all = filter(everyDay);
  const source = sourceOf(everyDay);
  return {
    head: `WITH typical AS MATERIALIZED (SELECT -1.0 * sum(minor) / ${rowCount(source)} AS mean FROM ${source} WHERE ${all.text}),
large AS MATERIALIZED (
  SELECT id, payee_id, day, minor FROM ${postingsOf(scope)}
  WHERE ${inside.text}
  AND -minor > 3 * (SELECT mean FROM typical)
),
usual AS (
  SELECT payee_id, avg(-minor) AS mean, count(*) AS times FROM posting INDEXED BY posting_payee
  WHERE payee_id IN (SELECT payee_id FROM large) AND ${all.text} GROUP BY payee_id
)
`,
    from: `FROM large JOIN usual USING (payee_id)
WHERE usual.times < 4 OR -minor > 2 * usual.mean
ORDER BY minor, day, id
LIMIT 5`,
    params: [...all.params, ...inside.params, ...all.params],
    columns: rowColumns('purchases'),
    ids: ['id'],
  };
}

/** Kinds of questions that are answered by rows; all others add up the rows of their scope. */
const ASKS = [
  'extreme',
  'edge',
  'how-long',
  'days-since',
  'list',
  'balance',
  'price',
  'price-change',
  'subscriptions',
  'duplicates',
  'unusual',
] as const;
export type ListedPlan = Of<(typeof ASKS)[number]>;

export const isByRows = (plan: QueryPlan): plan is ListedPlan => ASKS.some((ask) => ask === plan.ask);

export function listed(plan: ListedPlan, span: Span): Listed {
  switch (plan.ask) {
    case 'extreme':
      return extreme(plan);
    case 'edge':
      return atEdge(plan.scope, plan.edge);
    case 'how-long':
      return howLong(plan, span);
    case 'days-since':
      return daysSince(plan, span);
    case 'list':
      return list(plan);
    case 'balance':
      return balance(plan);
    case 'price':
      return price(plan, span);
    case 'price-change':
      return priceChange(plan);
    case 'subscriptions':
      return subscriptions(plan, span);
    case 'duplicates':
      return duplicates(plan);
    case 'unusual':
      return unusual(plan);
  }
}

/** What the answer says of them. */
export const compileListed = ({ head, from, params, columns, ids, inOne = false }: Listed): Compiled => ({
  sql: `${head}SELECT ${columns.map(([sql]) => sql).join(', ')}\n${from}`,
  ...(inOne ? {} : { withLines: `${head}SELECT ${[...columns.map(([sql]) => sql), ...ids].join(', ')}\n${from}` }),
  params,
  columns: columns.map(([, name, unit, of]) => ({ name, unit, whole: of === 'whole' })),
});

/** The postings of each line, in the order of the answer. */
export const idsSql = ({ head, from, ids }: Listed): string => `${head}SELECT ${ids.join(', ')}\n${from}`;

/** All of them, as a condition on `posting`. */
export const amongListed = ({ head, from, params, ids }: Listed): { text: string; params: SqlValue[] } => ({
  text: ids.map((id) => `id IN (\n${head}SELECT ${id}\n${from}\n)`).join(' OR '),
  params: ids.flatMap(() => params),
});
