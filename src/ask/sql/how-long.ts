// How long something was paid: from its first row to its last, or to today where it goes on.
import type { Span } from './compile.ts';
import { filter } from './filter.ts';
import { TO, type Listed, type Of } from './listed-columns.ts';
import { stillPaid } from './still-paid.ts';

/** What was first paid within so many days of the first statement may have begun before it. */
const NEAR_START = 31;

const PACE = '(julianday(last) - julianday(since)) / nullif(times - 1, 0)';
const part = (unit: string, day: string) => `strftime('%${unit}', ${day})`;

/** In whole months and in days. `at start` is 1 where the statements do not reach back to before the first of them. */
export function howLong({ scope }: Of<'how-long'>, { firstDay, today }: Span): Listed {
  const { text, params } = filter(scope);
  const edge = (order: 'ASC' | 'DESC') => `(SELECT id FROM posting WHERE ${text} ORDER BY day ${order}, id ${order} LIMIT 1)`;
  return {
    head: `WITH ends AS (
  SELECT min(day) AS since, max(day) AS last, count(*) AS times, ${edge('ASC')} AS first_id, ${edge('DESC')} AS last_id
  FROM posting
  WHERE ${text}
),
known AS (
  SELECT *, ${stillPaid('last', PACE)} AS still,
         julianday(since) - julianday(?) <= max(${String(NEAR_START)}, coalesce(${PACE}, 0)) AS at_start
  FROM ends WHERE times > 0
),
stretch AS (
  SELECT *, CASE WHEN still THEN ? ELSE last END AS until, (SELECT payee_id FROM posting WHERE id = first_id) AS payee_id FROM known
)
`,
    from: 'FROM stretch',
    params: [...params, ...params, ...params, today, firstDay, today],
    columns: [
      ['since', 'since', 'day'],
      ['last', 'last', 'day'],
      TO,
      [
        `12 * (${part('Y', 'until')} - ${part('Y', 'since')}) + ${part('m', 'until')} - ${part('m', 'since')} - (${part('d', 'until')} < ${part('d', 'since')}) AS months`,
        'months',
        'count',
      ],
      ['CAST(julianday(until) - julianday(since) AS INTEGER) AS days', 'days', 'days'],
      ['still', 'still', 'count', 'whole'],
      ['at_start', 'at start', 'count', 'whole'],
    ],
    ids: ['first_id', 'last_id'],
  };
}
