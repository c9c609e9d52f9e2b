// What is paid again and again: its price, how that moved, and which payments are regular.
import { addDays } from '../../base/days.ts';
import type { Pace, Scope } from '../plan/plan.ts';
import { hull, type Period } from '../spans/dates/period.ts';
import type { Span } from './compile.ts';
import { filter } from './filter.ts';
import { DAY, TO, type Column, type Listed, type Of } from './listed-columns.ts';
import { stillPaid } from './still-paid.ts';

/** Asked for as a kind ("my streaming services"), only those still paid have a price, unless none is. */
const STILL_PAID = stillPaid('day', 'pace');

const isKind = ({ where }: Scope): boolean =>
  where.some((one) => one.by === 'subject' && !one.not && one.any.every(({ what }) => what !== 'payee'));

/** The latest payment to each payee, the first one, or both. */
export function price({ scope, at, per }: Of<'price'>, { today }: Span): Listed {
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
  const asOf = scope.period ? addDays(hull(scope.period).until, -1) : today;
  const kept = alive ? ` AND (${STILL_PAID} OR NOT EXISTS (SELECT 1 FROM ${name} WHERE place = 1 AND ${STILL_PAID}))` : '';
  return {
    head: `WITH ${ranked(name, order)}\n`,
    from: `FROM ${name} WHERE place = 1${kept} ORDER BY amount DESC, id`,
    params: alive ? [...params, asOf, asOf] : params,
    columns: [
      TO,
      ['amount', 'price', 'money'],
      since,
      // Where one of them has no pace, they come to nothing together.
      ...(per
        ? ([
            [`${comesTo('amount', 'pace', per)} AS comes_to`, `a ${per}`, 'money'],
            [
              `CASE WHEN count(${comesTo('amount', 'pace', per)}) OVER () = count(*) OVER () THEN sum(${comesTo('amount', 'pace', per)}) OVER () END AS together`,
              'together',
              'money',
              'whole',
            ],
          ] as const)
        : ([['sum(amount) OVER () AS together', 'together', 'money', 'whole']] as const)),
    ],
    ids: ['id'],
  };
}

/** Of many payees those that ask a price for a while; of what is paid seldom each payment may have its own. */
const STANDING = `
  AND payee_id IN (SELECT payee_id FROM paid GROUP BY payee_id HAVING count(*) < 4 OR count(DISTINCT amount) * 2 <= count(*))`;

/** Each payment whose amount differs from the one before it, newest first, or the one that differs most; the scope's period bounds the later of the two. */
export function priceChange({ scope, want, falls, either, standing }: Of<'price-change'>): Listed {
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
WHERE before IS NOT NULL AND amount ${either ? '<>' : falls ? '<' : '>'} before${bounds}${standing ? STANDING : ''} ORDER BY ${want === 'most' ? 'abs(amount - before) DESC, ' : ''}day DESC, id DESC${want === 'list' ? '' : ' LIMIT 1'}`,
    params: [...params, ...more],
    columns: [
      DAY,
      TO,
      ['amount - before AS rise', 'rise', 'money'],
      ['before', 'before', 'money'],
      ['amount', 'after', 'money'],
      // What is paid now may be less again than after its last rise.
      ...(want === 'when' && !range
        ? ([
            ['(SELECT amount FROM paid AS p WHERE p.payee_id = paid.payee_id ORDER BY day DESC, id DESC LIMIT 1) AS now', 'now', 'money'],
          ] as const)
        : []),
    ],
    ids: ['before_id', 'id'],
  };
}

/** Of what the bank itself calls a direct debit every payee counts: council tax comes ten times a year, a bill by what was used. */
const TOLD = `times >= 2 AND days BETWEEN 6 AND 380`;
/** Instalments come each month but for some: ten council tax bills a year. */
const INSTALMENTS = `times >= 6 AND monthly >= 0.8 * gaps AND days BETWEEN 33 AND 41 AND high <= low * 1.35`;
/** Of what is of one price at a time an introductory one is soon left behind. */
const ONE_PRICE = `(SELECT kind FROM payee WHERE payee.id = pace.payee_id) IN ('streaming', 'music', 'news', 'software', 'subscription', 'membership', 'games', 'gym', 'mobile', 'internet', 'tv')`;
const EVEN = `(times >= 3 AND wobble < days * days * 0.04 AND (high <= low * 1.35 OR (high <= low * 3 AND ${ONE_PRICE}))
    AND (days BETWEEN 6 AND 8 OR days BETWEEN 13 AND 16 OR days BETWEEN 26 AND 33 OR days BETWEEN 85 AND 97 OR days BETWEEN 350 AND 380)) OR (${INSTALMENTS})`;

/**
 * Payees paid at a steady pace (weekly to yearly) in steady amounts. Of each only the last
 * payments are read, by its index: thirteen, and one more for the gap before the first of them.
 */
const RECURRING = (text: string, isTold: boolean) => `WITH latest AS (
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
         avg(gap * gap) - avg(gap) * avg(gap) AS wobble,
         count(gap) AS gaps, sum(gap BETWEEN 26 AND 33) AS monthly, max(avg(gap), CASE WHEN max(gap) > 1.5 * avg(gap) THEN max(gap) ELSE 0 END) AS wait
  FROM paid WHERE place <= 13 GROUP BY payee_id
),
steady AS (
  SELECT newest.id, pace.payee_id, last, days, wait, newest.amount
  FROM pace JOIN paid AS newest ON newest.payee_id = pace.payee_id AND newest.place = 1
  WHERE ${isTold ? TOLD : EVEN}
)
`;

const PER_YEAR: Readonly<Record<Pace, number>> = { week: 52, month: 12, quarter: 4, year: 1 };

/**
 * How often a year at so many days from one payment to the next: a whole number, since nobody is paid 11.98 times; instalments are ten, and
 * what began in the middle of a month comes monthly all the same.
 */
const timesAYear = (days: string): string =>
  `CASE WHEN ${days} BETWEEN 6 AND 8 THEN 52 WHEN ${days} BETWEEN 13 AND 15 THEN 26 WHEN ${days} BETWEEN 27.7 AND 28.3 THEN 13 WHEN ${days} BETWEEN 26 AND 33 THEN 12 WHEN ${days} BETWEEN 33 AND 41 THEN 10 ELSE nullif(round(365.25 / ${days}), 0) END`;

const comesTo = (amount: string, days: string, per: Pace): string => `${amount} * 1.0 * (${timesAYear(days)}) / ${PER_YEAR[per]}`;

const ORDERS = { largest: ' ORDER BY amount DESC, id LIMIT 1', smallest: ' ORDER BY amount, id LIMIT 1' } as const;

/** Purchases, or what goes over to own savings, where all that is asked about does. */
const paidOut = (scope: Scope): Scope => ({ ...scope, flow: scope.flow === 'transfers-out' ? scope.flow : 'purchases' });

/** Of them what was paid in a stretch of time, or those whose payments ended or began in it. */
function inStretch({ scope, want }: Of<'subscriptions'>, period: Period, { firstDay, today }: Span): Listed {
  const { text, params } = filter({ ...paidOut(scope), period: null });
  const head = RECURRING(
    text,
    scope.where.some(({ by }) => by === 'paid-by'),
  );
  if (want === 'ended' || want === 'began') {
    const ranges = period.ranges.map(() => '(at >= ? AND at < ?)').join(' OR ');
    const days = period.ranges.flatMap(({ from, until }) => [from, until]);
    const began = `edged AS (
  SELECT steady.*, (SELECT min(day) FROM posting INDEXED BY posting_payee WHERE payee_id = steady.payee_id AND ${text}) AS at FROM steady
)
`;
    return {
      head:
        want === 'began'
          ? `${head.trimEnd()},\n${began}`
          : `${head.trimEnd()},\nedged AS (SELECT *, last AS at FROM steady WHERE NOT (${stillPaid('last', 'wait')}))\n`,
      // What was paid as soon as the statements begin may have begun before them.
      from: `FROM edged WHERE (${ranges})${want === 'began' ? ' AND julianday(at) - julianday(?) > 1.4 * days' : ''} ORDER BY at DESC, id`,
      params: want === 'began' ? [...params, ...params, ...days, firstDay] : [...params, today, ...days],
      columns: [TO, ['amount', 'amount', 'money'], ['at', want === 'began' ? 'first' : 'last', 'day']],
      ids: ['id'],
    };
  }
  const within = filter({ ...paidOut(scope), period });
  const isOne = want === 'total' || want === 'count';
  const payees = ['count(DISTINCT payee_id) AS payees', 'payees', 'count'] as const;
  return {
    head: `${head.trimEnd()},
theirs AS (
  SELECT id, payee_id, day, -minor AS amount FROM posting WHERE ${within.text} AND payee_id IN (SELECT payee_id FROM steady)
)
`,
    from: `FROM theirs${isOne ? '' : want === 'list' ? ' ORDER BY amount DESC, id' : ORDERS[want]}`,
    params: [...params, ...within.params],
    columns: isOne
      ? want === 'count'
        ? [payees]
        : [['sum(amount) AS total', 'total', 'money'], ['count(*) AS payments', 'payments', 'count'], payees]
      : [TO, ['amount', 'amount', 'money'], DAY],
    ids: ['id'],
    inOne: isOne,
  };
}

/** Each with its newest payment, also where the answer is their number or what they come to in a month. */
export function subscriptions(plan: Of<'subscriptions'>, span: Span): Listed {
  const { scope, want, per = 'month' } = plan;
  const everyDay: Period = { ranges: [{ from: '0001-01-01', until: addDays(span.today, 1) }], grain: 'other' };
  if (scope.period || want === 'began') return inStretch(plan, scope.period ?? everyDay, span);
  const { text, params } = filter({ ...paidOut(scope), period: null });
  const alive = `FROM steady WHERE ${want === 'ended' ? 'NOT ' : ''}(${stillPaid('last', 'wait')})`;
  const isOne = want === 'total' || want === 'count';
  const amounts: readonly Column[] = [TO, ['amount', 'amount', 'money'], ['last', 'last', 'day']];
  const together: readonly Column[] =
    want === 'count'
      ? [['count(*) AS count', 'count', 'count']]
      : [
          [`sum(${comesTo('amount', 'days', per)}) AS ${per}ly`, `${per}ly`, 'money'],
          ['count(*) AS subscriptions', 'subscriptions', 'count'],
        ];
  return {
    head: RECURRING(
      text,
      scope.where.some(({ by }) => by === 'paid-by'),
    ),
    from: isOne ? alive : `${alive}${want === 'largest' || want === 'smallest' ? ORDERS[want] : ' ORDER BY amount DESC, id'}`,
    params: [...params, span.today],
    columns: isOne ? together : amounts,
    ids: ['id'],
    inOne: isOne,
  };
}
