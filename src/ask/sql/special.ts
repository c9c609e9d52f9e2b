// The SQL of questions that are more than a sum and list no rows: rates, whether there is any, who took the most, what would have been.
import { addDays, addUnits, daysBetween } from '../../base/days.ts';
import type { DayRange, Unit } from '../../base/days.ts';
import type { QueryPlan } from '../plan/plan.ts';
import type { Period } from '../spans/dates/period.ts';
import type { Compiled, Span } from './compile.ts';
import { unitsIn } from './units-in.ts';
import { filter, flows, sourceOf } from './filter.ts';
import { stillPaid } from './still-paid.ts';

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

/** Asked whether it is still paid, a last column says so: 1 or 0. */
export function exists({ scope, still }: Of<'exists'>, { today }: Span): Compiled {
  const { text, params } = filter(scope);
  const pace = '(julianday(max(day)) - julianday(min(day))) / nullif(count(*) - 1, 0)';
  const isStill = still ? `, ${stillPaid('max(day)', pace)} AS still` : '';
  return {
    sql: `SELECT count(*) AS count, max(day) AS last, sum(${flows[scope.flow].amount}) AS total, min(${flows[scope.flow].amount}) AS least${isStill}\nFROM posting\nWHERE ${text}`,
    params: still ? [today, ...params] : params,
    columns: [
      { name: 'count', unit: 'count' },
      day('last'),
      money('total'),
      money('amount'),
      ...(still ? [{ name: 'still', unit: 'count' as const, whole: true }] : []),
    ],
  };
}

/** So many stretches of the same length before tell what is usual. */
const STRETCHES = 6;

/** The stretches before a period, as one, and how many they are; null where the statements hold none whole. */
function before(period: Period | null, { firstDay }: Span): { range: DayRange; times: number } | null {
  const [range, ...more] = period?.ranges ?? [];
  if (!range || more.length || period?.open) return null;
  const isUnit = period?.grain === 'week' || period?.grain === 'month' || period?.grain === 'quarter' || period?.grain === 'year';
  const days = daysBetween(range.from, range.until);
  const back = (times: number) => (isUnit ? addUnits(range.from, -times, period.grain as Unit) : addDays(range.from, -times * days));
  let times = STRETCHES;
  while (times > 0 && back(times) < firstDay) times -= 1;
  return times > 0 ? { range: { from: back(times), until: range.from }, times } : null;
}

/**
 * What is paid to whom beyond what is usual, so that a high figure has a name: rent is the most of each month and explains none. `against`
 * is the first day of the time that it is held against, null where it is not beyond the usual. With nothing before, who took the most.
 */
export function why({ scope }: Of<'why'>, span: Span): Compiled {
  const { text, params } = filter(scope);
  const earlier = before(scope.period, span);
  if (earlier && scope.period) {
    const usual = filter({ ...scope, period: { ...scope.period, ranges: [earlier.range] } });
    const sums = `SELECT payee_id, sum(${flows[scope.flow].amount}) AS total, count(*) AS transactions\nFROM posting`;
    return {
      sql: `WITH now AS (
${sums}
WHERE ${text}
GROUP BY payee_id
),
earlier AS (
${sums}
WHERE ${usual.text}
GROUP BY payee_id
)
SELECT ${PAYEE.replace('payee_id', 'now.payee_id')} AS payee, now.total AS total, now.transactions AS transactions,
       CASE WHEN now.total > coalesce(earlier.total, 0) / ? THEN ? END AS against
FROM now LEFT JOIN earlier ON earlier.payee_id = now.payee_id
ORDER BY now.total - coalesce(earlier.total, 0) / ? DESC, now.payee_id
LIMIT 5`,
      params: [...params, ...usual.params, earlier.times, earlier.range.from, earlier.times],
      columns: [label('payee'), money('total'), { name: 'transactions', unit: 'count' }, day('against')],
    };
  }
  return {
    sql: `SELECT ${PAYEE} AS payee, sum(${flows[scope.flow].amount}) AS total, count(*) AS transactions\nFROM posting\nWHERE ${text}\nGROUP BY payee_id\nORDER BY total DESC\nLIMIT 5`,
    params,
    columns: [label('payee'), money('total'), { name: 'transactions', unit: 'count' }],
  };
}

export function whatIf(plan: Of<'what-if'>, span: Span): Compiled {
  const { text, params } = filter(plan.scope);
  if (plan.now)
    return {
      sql: `WITH latest AS (
  SELECT -minor AS amount, row_number() OVER (PARTITION BY payee_id ORDER BY day DESC, id DESC) AS place
  FROM posting
  WHERE ${text}
)
SELECT ? * 12.0 * sum(amount) AS saved
FROM latest
WHERE place = 1
HAVING count(*) > 0`,
      params: [...params, plan.spared],
      columns: [money('saved')],
    };
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
