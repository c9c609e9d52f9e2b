// Questions whose answer is a few rows and not their sum: the largest, the last, what recurs, what repeats, what stands out, what a
// bank said an account held. One text finds what the answer says (compile.ts) and the very rows it says it of (evidence.ts).
import type { SqlValue } from '../../ledger/database.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import type { ColumnUnit, Compiled, Span } from './compile.ts';
import { filter, flows, postingsOf, rowCount, sourceOf } from './filter.ts';

type Of<A extends QueryPlan['ask']> = Extract<QueryPlan, { ask: A }>;
type Column = readonly [sql: string, name: string, unit: ColumnUnit, of?: 'whole'];

export interface Listed {
  /** WITH ..., or nothing. */
  head: string;
  /** FROM ..., in the order of the answer, one row a line of it. */
  from: string;
  params: SqlValue[];
  columns: readonly Column[];
  /** Expressions that give the postings of one line. */
  ids: readonly string[];
  /** The answer is one line about all of them. */
  inOne?: boolean;
}

const PAYEE = '(SELECT name FROM payee WHERE id = payee_id)';
const DAY: Column = ['day', 'date', 'day'];
const TO: Column = [`${PAYEE} AS payee`, 'payee', 'label'];

const rowColumns = (flow: Scope['flow']): readonly Column[] => [DAY, TO, [`${flows[flow].amount} AS amount`, 'amount', 'money']];

/** By the bare column, so that its index serves. */
const bySize = (flow: Scope['flow'], order: 'largest' | 'smallest'): string =>
  `minor ${(flows[flow].amount === '-minor') === (order === 'largest') ? 'ASC' : 'DESC'}`;

function extreme({ scope, order, limit, skip }: Of<'extreme'>): Listed {
  const { text, params } = filter(scope);
  return {
    head: '',
    from: `FROM posting\nWHERE ${text}\nORDER BY ${bySize(scope.flow, order)}, day, id\nLIMIT ?${skip ? ' OFFSET ?' : ''}`,
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
 * younger. A file may be newest first, so of one day the order in the file decides. Its row is the last that it takes in.
 */
function balance({ accounts }: Of<'balance'>): Listed {
  return {
    head: `WITH told AS (
  SELECT a.id AS account_id, t.balance AS balance, t.day AS day, 0 AS at_foot, t.id AS beside
  FROM account a
  JOIN bank_transaction t ON t.id = (
    SELECT l.id FROM bank_transaction l WHERE l.account_id = a.id AND l.balance IS NOT NULL AND l.state = 'posted'
    ORDER BY l.day DESC, CASE WHEN (SELECT f.day FROM bank_transaction f WHERE f.account_id = a.id AND f.statement_id = l.statement_id ORDER BY f.line LIMIT 1)
        > (SELECT f.day FROM bank_transaction f WHERE f.account_id = a.id AND f.statement_id = l.statement_id ORDER BY f.line DESC LIMIT 1) THEN -l.line ELSE l.line END DESC LIMIT 1
  )
  UNION ALL
  SELECT account_id, closing_minor, ifnull(closing_day, last_day), statement_id, NULL FROM coverage WHERE closing_minor IS NOT NULL
), youngest AS (
  SELECT account_id, balance, day, beside, row_number() OVER (PARTITION BY account_id ORDER BY day DESC, at_foot DESC) AS place FROM told
)
`,
    from: `FROM youngest JOIN account a ON a.id = account_id
WHERE place = 1 AND a.id IN (${accounts.map(() => '?').join(', ')})
ORDER BY a.name`,
    params: [...accounts],
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

/** The latest payment to each payee, the first one, or both. */
function price({ scope, at }: Of<'price'>): Listed {
  const { text, params } = filter(scope);
  const ranked = (name: string, order: 'ASC' | 'DESC') => `${name} AS (
  SELECT id, payee_id, day, -minor AS amount, row_number() OVER (PARTITION BY payee_id ORDER BY day ${order}, id ${order}) AS place
  FROM posting
  WHERE ${text}
)`;
  const since: Column = ['day', 'since', 'day'];
  if (at === 'both')
    return {
      head: `WITH ${ranked('earliest', 'ASC')},\n${ranked('latest', 'DESC')}\n`,
      from: `FROM (
  SELECT 'then' AS time, * FROM earliest WHERE place = 1
  UNION ALL
  SELECT 'now', * FROM latest WHERE place = 1
)`,
      params: [...params, ...params],
      columns: [['time', 'time', 'label'], ['amount', 'price', 'money'], since, TO],
      ids: ['id'],
    };
  const [name, order] = at === 'first' ? (['earliest', 'ASC'] as const) : (['latest', 'DESC'] as const);
  return {
    head: `WITH ${ranked(name, order)}\n`,
    from: `FROM ${name} WHERE place = 1 ORDER BY amount DESC, id`,
    params,
    columns: [TO, ['amount', 'price', 'money'], since, ['sum(amount) OVER () AS together', 'together', 'money', 'whole']],
    ids: ['id'],
  };
}

/** Each payment whose amount differs from the one before it, newest first; the scope's period bounds the later of the two. */
function priceChange({ scope, want, falls }: Of<'price-change'>): Listed {
  const { text, params } = filter({ ...scope, period: null });
  const range = scope.period ? { from: scope.period.ranges[0]?.from ?? '', until: scope.period.ranges.at(-1)?.until ?? '' } : null;
  const amount = scope.flow === 'income' ? 'minor' : '-minor';
  const before = 'OVER (PARTITION BY payee_id ORDER BY day, id)';
  const paid = `WITH paid AS (
  SELECT payee_id, id, day, ${amount} AS amount, lag(${amount}) ${before} AS before, lag(id) ${before} AS before_id
  FROM posting
  WHERE ${text}
)`;
  const bounds = range ? ' AND day >= ? AND day < ?' : '';
  const more = range ? [range.from, range.until] : [];
  if (want === 'how-much' && range) {
    // Counted from a day on, the price then; within a month or year, the price before it.
    const isOpen = scope.period?.open;
    const first = 'FROM one WHERE day >= ? AND day < ? ORDER BY day, id LIMIT 1';
    const last = 'FROM one WHERE day >= ? AND day < ? ORDER BY day DESC, id DESC LIMIT 1';
    return {
      head: `${paid},
one AS (SELECT * FROM paid WHERE payee_id = (SELECT payee_id FROM paid ORDER BY day DESC, id DESC LIMIT 1)),
ends AS (
  SELECT (SELECT ${isOpen ? 'amount' : 'coalesce(before, amount)'} ${first}) AS old, (SELECT amount ${last}) AS new,
         (SELECT ${isOpen ? 'id' : 'coalesce(before_id, id)'} ${first}) AS old_id, (SELECT id ${last}) AS new_id
)
`,
      from: 'FROM ends WHERE new IS NOT NULL',
      params: [...params, ...more, ...more, ...more, ...more],
      columns: [
        ['new - old AS rise', 'rise', 'money'],
        ['old', 'before', 'money'],
        ['new', 'after', 'money'],
        ['round(100.0 * (new - old) / nullif(old, 0), 2) AS percent', 'percent', 'percent'],
      ],
      ids: ['old_id', 'new_id'],
    };
  }
  return {
    head: `${paid}\n`,
    from: `FROM paid
WHERE before IS NOT NULL AND amount ${falls ? '<' : '>'} before${bounds} ORDER BY day DESC, id DESC${want === 'list' ? '' : ' LIMIT 1'}`,
    params: [...params, ...more],
    columns: [DAY, TO, ['amount - before AS rise', 'rise', 'money'], ['before', 'before', 'money'], ['amount', 'after', 'money']],
    ids: ['before_id', 'id'],
  };
}

/**
 * Payees paid at a steady pace (weekly to yearly) in steady amounts, and paid within the last such stretch. Of each only the last
 * payments are read, by its index: thirteen, and one more for the gap before the first of them.
 */
const RECURRING = (text: string) => `WITH latest AS (
  SELECT posting.id, posting.payee_id, posting.day, posting.minor
  FROM payee CROSS JOIN posting ON posting.id IN (
    SELECT id FROM posting INDEXED BY posting_payee WHERE payee_id = payee.id AND ${text} ORDER BY day DESC, id DESC LIMIT 14)
),
paid AS MATERIALIZED (
  SELECT id, payee_id, day, -minor AS amount, julianday(day) - julianday(lag(day) OVER (PARTITION BY payee_id ORDER BY day, id)) AS gap,
         row_number() OVER (PARTITION BY payee_id ORDER BY day DESC, id DESC) AS place
  FROM latest
),
pace AS (
  SELECT payee_id, avg(gap) AS days, count(*) AS times, max(day) AS last, avg(amount) AS mean, min(amount) AS low, max(amount) AS high,
         avg(gap * gap) - avg(gap) * avg(gap) AS wobble
  FROM paid WHERE place <= 13 GROUP BY payee_id
),
steady AS (
  SELECT newest.id, pace.payee_id, last, days, newest.amount
  FROM pace JOIN paid AS newest ON newest.payee_id = pace.payee_id AND newest.place = 1
  WHERE times >= 3 AND wobble < days * days * 0.04 AND high <= low * 1.35
    AND (days BETWEEN 6 AND 8 OR days BETWEEN 13 AND 16 OR days BETWEEN 26 AND 33 OR days BETWEEN 85 AND 97 OR days BETWEEN 350 AND 380)
)
`;

/** Each with its newest payment, also where the answer is their number or what they come to in a month. */
function subscriptions({ scope, want }: Of<'subscriptions'>, { today }: Span): Listed {
  const { text, params } = filter({ ...scope, flow: 'purchases', period: null });
  const alive = `FROM steady WHERE julianday(?) - julianday(last) ${want === 'ended' ? '>=' : '<'} days * 1.4`;
  const isOne = want === 'total' || want === 'count';
  const amounts: readonly Column[] = [TO, ['amount', 'amount', 'money'], ['last', 'last', 'day']];
  const together: readonly Column[] =
    want === 'count'
      ? [['count(*) AS count', 'count', 'count']]
      : [
          ['sum(amount * 30.44 / days) AS monthly', 'monthly', 'money'],
          ['count(*) AS subscriptions', 'subscriptions', 'count'],
        ];
  return {
    head: RECURRING(text),
    from: isOne ? alive : `${alive} ORDER BY amount DESC, id${want === 'largest' ? ' LIMIT 1' : ''}`,
    params: [...params, today],
    columns: isOne ? together : amounts,
    ids: ['id'],
    inOne: isOne,
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
    case 'days-since':
      return daysSince(plan, span);
    case 'list':
      return list(plan);
    case 'balance':
      return balance(plan);
    case 'price':
      return price(plan);
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
export const compileListed = ({ head, from, params, columns }: Listed): Compiled => ({
  sql: `${head}SELECT ${columns.map(([sql]) => sql).join(', ')}\n${from}`,
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
