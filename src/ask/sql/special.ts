// The SQL of questions that are more than a sum: rates, prices and their rises, what recurs, what repeats, what stands out.
import { addDays } from '../../base/days.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import type { Compiled, Span } from './compile.ts';
import { unitsIn } from './compile.ts';
import { filter, flows, postingsOf, rowCount, sourceOf } from './filter.ts';

type Of<A extends QueryPlan['ask']> = Extract<QueryPlan, { ask: A }>;
const money = (name: string) => ({ name, unit: 'money' as const });
const label = (name: string) => ({ name, unit: 'label' as const });
const day = (name: string) => ({ name, unit: 'day' as const });
const PAYEE = '(SELECT name FROM payee WHERE id = payee_id)';

export function savingsRate({ scope }: Of<'savings-rate'>): Compiled {
  const { text, params } = filter({ ...scope, flow: 'net' });
  return {
    sql: `SELECT round(100.0 * sum(minor) / nullif(sum(CASE WHEN flow = 'income' THEN minor ELSE 0 END), 0), 2) AS percent, sum(minor) AS saved, sum(CASE WHEN flow = 'income' THEN minor ELSE 0 END) AS income\nFROM ${sourceOf({ ...scope, flow: 'net' })}\nWHERE ${text}`,
    params,
    columns: [{ name: 'percent', unit: 'percent' }, money('saved'), money('income')],
  };
}

/**
 * What the bank says that accounts held: at the foot of a statement, or beside their last row that has a balance, whichever is
 * younger. A file may be newest first, so of one day the order in the file decides.
 */
export function balance({ accounts }: Of<'balance'>): Compiled {
  const ids = accounts.map(() => '?').join(', ');
  return {
    sql: `WITH told AS (
  SELECT a.id AS account_id, t.balance AS balance, t.day AS day, 0 AS at_foot
  FROM account a
  JOIN bank_transaction t ON t.id = (
    SELECT l.id FROM bank_transaction l WHERE l.account_id = a.id AND l.balance IS NOT NULL AND l.state = 'posted'
    ORDER BY l.day DESC, CASE WHEN (SELECT f.day FROM bank_transaction f WHERE f.account_id = a.id AND f.statement_id = l.statement_id ORDER BY f.line LIMIT 1)
        > (SELECT f.day FROM bank_transaction f WHERE f.account_id = a.id AND f.statement_id = l.statement_id ORDER BY f.line DESC LIMIT 1) THEN -l.line ELSE l.line END DESC LIMIT 1
  )
  UNION ALL
  SELECT account_id, closing_minor, ifnull(closing_day, last_day), statement_id FROM coverage WHERE closing_minor IS NOT NULL
), youngest AS (
  SELECT account_id, balance, day, row_number() OVER (PARTITION BY account_id ORDER BY day DESC, at_foot DESC) AS place FROM told
)
SELECT a.name AS account, balance, a.currency AS currency, day
FROM youngest JOIN account a ON a.id = account_id
WHERE place = 1 AND a.id IN (${ids})
ORDER BY a.name`,
    params: [...accounts],
    columns: [label('account'), money('balance'), { name: 'currency', unit: 'currency' }, day('as of')],
  };
}

/** The latest payment to each payee, the first one, or both. */
export function price({ scope, at }: Of<'price'>): Compiled {
  const { text, params } = filter(scope);
  if (at !== undefined) {
    const from = (
      order: string,
    ) => `SELECT payee_id, day, -minor AS amount, row_number() OVER (PARTITION BY payee_id ORDER BY day ${order}, id ${order}) AS place
  FROM posting
  WHERE ${text}`;
    if (at === 'first')
      return {
        sql: `WITH earliest AS (
  ${from('ASC')}
)
SELECT ${PAYEE} AS payee, amount, day, sum(amount) OVER () AS together FROM earliest WHERE place = 1 ORDER BY amount DESC`,
        params,
        columns: [label('payee'), money('price'), day('since'), money('together')],
      };
    return {
      sql: `WITH earliest AS (
  ${from('ASC')}
),
latest AS (
  ${from('DESC')}
)
SELECT 'then' AS time, amount, day, ${PAYEE} AS payee FROM earliest WHERE place = 1
UNION ALL
SELECT 'now', amount, day, ${PAYEE} FROM latest WHERE place = 1`,
      params: [...params, ...params],
      columns: [label('time'), money('price'), day('since'), label('payee')],
    };
  }
  return {
    sql: `WITH latest AS (
  SELECT payee_id, day, -minor AS amount, row_number() OVER (PARTITION BY payee_id ORDER BY day DESC, id DESC) AS place
  FROM posting
  WHERE ${text}
)
SELECT ${PAYEE} AS payee, amount, day, sum(amount) OVER () AS together FROM latest WHERE place = 1 ORDER BY amount DESC`,
    params,
    columns: [label('payee'), money('price'), day('since'), money('together')],
  };
}

/** Each payment whose amount differs from the one before it, newest first; the scope's period bounds the later of the two. */
export function priceChange({ scope, want, falls }: Of<'price-change'>): Compiled {
  const { text, params } = filter({ ...scope, period: null });
  const range = scope.period ? { from: scope.period.ranges[0]?.from ?? '', until: scope.period.ranges.at(-1)?.until ?? '' } : null;
  const amount = scope.flow === 'income' ? 'minor' : '-minor';
  const base = `WITH paid AS (
  SELECT payee_id, id, day, ${amount} AS amount, lag(${amount}) OVER (PARTITION BY payee_id ORDER BY day, id) AS before
  FROM posting
  WHERE ${text}
)`;
  const bounds = range ? ' AND day >= ? AND day < ?' : '';
  const more = range ? [range.from, range.until] : [];
  if (want === 'how-much' && range) {
    // Counted from a day on, the price then; within a month or year, the price before it.
    const old = scope.period?.open ? 'amount' : 'coalesce(before, amount)';
    return {
      sql: `${base},
one AS (SELECT * FROM paid WHERE payee_id = (SELECT payee_id FROM paid ORDER BY day DESC, id DESC LIMIT 1)),
ends AS (
  SELECT (SELECT ${old} FROM one WHERE day >= ? AND day < ? ORDER BY day, id LIMIT 1) AS old,
         (SELECT amount FROM one WHERE day >= ? AND day < ? ORDER BY day DESC, id DESC LIMIT 1) AS new
)
SELECT new - old AS rise, old, new, round(100.0 * (new - old) / nullif(old, 0), 2) AS percent FROM ends WHERE new IS NOT NULL`,
      params: [...params, ...more, ...more],
      columns: [money('rise'), money('before'), money('after'), { name: 'percent', unit: 'percent' }],
    };
  }
  return {
    sql: `${base}
SELECT day, ${PAYEE} AS payee, amount - before AS rise, before, amount FROM paid
WHERE before IS NOT NULL AND amount ${falls ? '<' : '>'} before${bounds} ORDER BY day DESC${want === 'list' ? '' : ' LIMIT 1'}`,
    params: [...params, ...more],
    columns: [day('date'), label('payee'), money('rise'), money('before'), money('after')],
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
  SELECT payee_id, day, -minor AS amount, julianday(day) - julianday(lag(day) OVER (PARTITION BY payee_id ORDER BY day, id)) AS gap,
         row_number() OVER (PARTITION BY payee_id ORDER BY day DESC, id DESC) AS place
  FROM latest
),
pace AS (
  SELECT payee_id, avg(gap) AS days, count(*) AS times, max(day) AS last, avg(amount) AS mean, min(amount) AS low, max(amount) AS high,
         avg(gap * gap) - avg(gap) * avg(gap) AS wobble
  FROM paid WHERE place <= 13 GROUP BY payee_id
),
steady AS (
  SELECT pace.payee_id, last, days, (SELECT amount FROM paid WHERE paid.payee_id = pace.payee_id AND place = 1) AS amount
  FROM pace
  WHERE times >= 3 AND wobble < days * days * 0.04 AND high <= low * 1.35
    AND (days BETWEEN 6 AND 8 OR days BETWEEN 13 AND 16 OR days BETWEEN 26 AND 33 OR days BETWEEN 85 AND 97 OR days BETWEEN 350 AND 380)
)`;

export function subscriptions({ scope, want }: Of<'subscriptions'>, { today }: Span): Compiled {
  const { text, params } = filter({ ...scope, flow: 'purchases', period: null });
  const alive = `julianday(?) - julianday(last) ${want === 'ended' ? '>=' : '<'} days * 1.4`;
  if (want === 'total' || want === 'count') {
    return {
      sql: `${RECURRING(text)}\nSELECT ${want === 'count' ? 'count(*) AS count' : 'sum(amount * 30.44 / days) AS monthly, count(*) AS subscriptions'} FROM steady WHERE ${alive}`,
      params: [...params, today],
      columns: want === 'count' ? [{ name: 'count', unit: 'count' }] : [money('monthly'), { name: 'subscriptions', unit: 'count' }],
    };
  }
  return {
    sql: `${RECURRING(text)}\nSELECT ${PAYEE} AS payee, amount, last FROM steady WHERE ${alive} ORDER BY amount DESC${want === 'largest' ? ' LIMIT 1' : ''}`,
    params: [...params, today],
    columns: [label('payee'), money('amount'), day('last')],
  };
}

/** Rows that share account, day, payee and amount with another. */
export function duplicates({ scope }: Of<'duplicates'>): Compiled {
  const { text, params } = filter({ ...scope, flow: 'purchases' });
  return {
    sql: `WITH same AS (
  SELECT day, payee_id, minor, id, count(*) OVER (PARTITION BY account_id, day, payee_id, minor) AS times
  FROM posting
  WHERE ${text}
)
SELECT day, ${PAYEE} AS payee, -minor AS amount FROM same WHERE times > 1 ORDER BY day, payee_id, id`,
    params,
    columns: [day('date'), label('payee'), money('amount')],
  };
}

/** The largest rows, when they are several times what this ledger's purchases usually are. Only the payees of large rows are looked at. */
export function unusual({ scope }: Of<'unusual'>): Compiled {
  const inside = filter({ ...scope, flow: 'purchases' });
  const everyDay: Scope = { ...scope, flow: 'purchases', period: null };
  const all = filter(everyDay);
  const source = sourceOf(everyDay);
  return {
    sql: `WITH typical AS MATERIALIZED (SELECT -1.0 * sum(minor) / ${rowCount(source)} AS mean FROM ${source} WHERE ${all.text}),
large AS MATERIALIZED (
  SELECT id, payee_id, day, minor FROM ${postingsOf(scope)}
  WHERE ${inside.text}
  AND -minor > 3 * (SELECT mean FROM typical)
),
usual AS (
  SELECT payee_id, avg(-minor) AS mean, count(*) AS times FROM posting INDEXED BY posting_payee
  WHERE payee_id IN (SELECT payee_id FROM large) AND ${all.text} GROUP BY payee_id
)
SELECT day, ${PAYEE} AS payee, -minor AS amount
FROM large JOIN usual USING (payee_id)
WHERE usual.times < 4 OR -minor > 2 * usual.mean
ORDER BY minor, day, id
LIMIT 5`,
    params: [...all.params, ...inside.params, ...all.params],
    columns: [day('date'), label('payee'), money('amount')],
  };
}

export function exists({ scope }: Of<'exists'>): Compiled {
  const { text, params } = filter(scope);
  return {
    sql: `SELECT count(*) AS count, max(day) AS last, sum(${flows[scope.flow].amount}) AS total, min(${flows[scope.flow].amount}) AS least\nFROM posting\nWHERE ${text}`,
    params,
    columns: [{ name: 'count', unit: 'count' }, day('last'), money('total'), money('amount')],
  };
}

/** Who took the most, so that a high figure has a name. */
export function why({ scope }: Of<'why'>): Compiled {
  const { text, params } = filter(scope);
  return {
    sql: `SELECT ${PAYEE} AS payee, sum(${flows[scope.flow].amount}) AS total, count(*) AS transactions\nFROM posting\nWHERE ${text}\nGROUP BY payee_id\nORDER BY total DESC\nLIMIT 5`,
    params,
    columns: [label('payee'), money('total'), { name: 'transactions', unit: 'count' }],
  };
}

export function whatIf(plan: Of<'what-if'>, span: Span): Compiled {
  const { text, params } = filter(plan.scope);
  const units = plan.per === null || plan.per === 'purchase' ? 1 : unitsIn(plan.scope, plan.per, span);
  return {
    sql: `SELECT 1.0 * ? * sum(${flows[plan.scope.flow].amount}) / ? AS saved\nFROM posting\nWHERE ${text}\nHAVING count(*) > 0`,
    params: [plan.spared, Math.round(units * 1e6) / 1e6, ...params],
    columns: [money('saved')],
  };
}

export function budget({ scope, limit }: Of<'budget'>): Compiled {
  const { text, params } = filter(scope);
  return {
    sql: `SELECT coalesce(sum(${flows[scope.flow].amount}), 0) - ? AS over, coalesce(sum(${flows[scope.flow].amount}), 0) AS spent, ? AS budget\nFROM ${sourceOf(scope)}\nWHERE ${text}`,
    params: [limit, limit, ...params],
    columns: [money('over'), money('spent'), money('budget')],
  };
}

export const dayAfter = (value: string): string => addDays(value, 1);
export type { Scope };
