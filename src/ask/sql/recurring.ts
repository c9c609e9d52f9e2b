// What is paid again and again: its price, how that moved, and which payments are regular.
import type { Span } from './compile.ts';
import type { Scope } from '../plan/plan.ts';
import { filter } from './filter.ts';
import { DAY, TO, type Column, type Listed, type Of } from './listed-columns.ts';
import { stillPaid } from './still-paid.ts';

/** Asked for as a kind ("my streaming services"), only those still paid have a price, unless none is. */
const STILL_PAID = stillPaid('day', 'pace');

const isKind = ({ where }: Scope): boolean =>
  where.some((one) => one.by === 'subject' && !one.not && one.any.every(({ what }) => what !== 'payee'));

/** The latest payment to each payee, the first one, or both. */
export function price({ scope, at }: Of<'price'>, { today }: Span): Listed {
  const { text, params } = filter(scope);
  const ranked = (name: string, order: 'ASC' | 'DESC') => `${name} AS (
  SELECT id, payee_id, day, ${scope.flow === 'income' ? 'minor' : '-minor'} AS amount, row_number() OVER (PARTITION BY payee_id ORDER BY day ${order}, id ${order}) AS place,
         (julianday(max(day) OVER (PARTITION BY payee_id)) - julianday(min(day) OVER (PARTITION BY payee_id)))
           / nullif(count(*) OVER (PARTITION BY payee_id) - 1, 0) AS pace
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
  const alive = isKind(scope) && at === undefined;
  const kept = alive ? ` AND (${STILL_PAID} OR NOT EXISTS (SELECT 1 FROM ${name} WHERE place = 1 AND ${STILL_PAID}))` : '';
  return {
    head: `WITH ${ranked(name, order)}\n`,
    from: `FROM ${name} WHERE place = 1${kept} ORDER BY amount DESC, id`,
    params: alive ? [...params, today, today] : params,
    columns: [TO, ['amount', 'price', 'money'], since, ['sum(amount) OVER () AS together', 'together', 'money', 'whole']],
    ids: ['id'],
  };
}

/** Each payment whose amount differs from the one before it, newest first, or the one that differs most; the scope's period bounds the later of the two. */
export function priceChange({ scope, want, falls }: Of<'price-change'>): Listed {
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
WHERE before IS NOT NULL AND amount ${falls ? '<' : '>'} before${bounds} ORDER BY ${want === 'most' ? 'abs(amount - before) DESC, ' : ''}day DESC, id DESC${want === 'list' ? '' : ' LIMIT 1'}`,
    params: [...params, ...more],
    columns: [DAY, TO, ['amount - before AS rise', 'rise', 'money'], ['before', 'before', 'money'], ['amount', 'after', 'money']],
    ids: ['before_id', 'id'],
  };
}

/**
 * Payees paid at a steady pace (weekly to yearly) in steady amounts. Of each only the last
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
export function subscriptions({ scope, want }: Of<'subscriptions'>, { today }: Span): Listed {
  const { text, params } = filter({ ...scope, flow: 'purchases', period: null });
  const alive = `FROM steady WHERE ${want === 'ended' ? 'NOT ' : ''}(${stillPaid('last', 'days')})`;
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
