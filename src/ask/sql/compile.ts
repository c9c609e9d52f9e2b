// A plan as one SELECT. Each kind of question has its shape below; nothing a person said is ever spliced into the text.
// Money comes out in minor units; `columns` says what each column is, so that the answer can print it.
import type { Day } from '../../base/days.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { Dimension, Kept, QueryPlan, Scope, Side, Value } from '../plan/plan.ts';
import { CALENDAR, keptOf } from '../plan/plan.ts';
import { toSameDay } from '../plan/same-days.ts';
import { filter, flows, postingsByPayee, postingsOf, rowCount, sourceOf } from './filter.ts';
import type { Source } from './filter.ts';
import { compileListed, isByRows, listed } from './listed.ts';
import * as special from './special.ts';
import { unitsIn } from './units-in.ts';

export type ColumnUnit = 'label' | 'money' | 'count' | 'percent' | 'days' | 'day' | 'currency';

export interface Compiled {
  sql: string;
  params: SqlValue[];
  /** `whole`: the same on each line, being of all of them. */
  columns: readonly { name: string; unit: ColumnUnit; whole?: boolean }[];
  /** The same with the postings of each line in further columns, where an answer lists rows: one pass finds both. */
  withLines?: string;
  /** The same with what its evidence counts in three further columns, of each line: the key of its group, its rows' sum and number. */
  withSums?: string;
}

/** What the compiler must know of the ledger besides the plan. */
export interface Span {
  firstDay: Day;
  today: Day;
}

const money = (name: string) => ({ name, unit: 'money' as const });
const label = (name: string) => ({ name, unit: 'label' as const });
const count = (name: string) => ({ name, unit: 'count' as const });

/** The Saturday that a weekend begins with. */
const SATURDAY = `date(day, 'weekday 0', '-1 days')`;

/** One dimension: the expression that groups, and the join it needs. Labels come out as people read them. */
const dimensions: Readonly<Record<Dimension, { key: string; label: string; join?: string }>> = {
  day: { key: 'day', label: 'day' },
  week: { key: `date(day, 'weekday 0', '-6 days')`, label: `date(day, 'weekday 0', '-6 days')` },
  weekend: { key: SATURDAY, label: SATURDAY },
  month: { key: 'substr(day, 1, 7)', label: 'substr(day, 1, 7)' },
  quarter: {
    key: `substr(day, 1, 4) || '-Q' || ((CAST(substr(day, 6, 2) AS INTEGER) + 2) / 3)`,
    label: `substr(day, 1, 4) || '-Q' || ((CAST(substr(day, 6, 2) AS INTEGER) + 2) / 3)`,
  },
  year: { key: 'substr(day, 1, 4)', label: 'substr(day, 1, 4)' },
  weekday: {
    key: `strftime('%w', day)`,
    label: `CASE strftime('%w', day) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday' WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END`,
  },
  'day-kind': {
    key: `strftime('%w', day) IN ('0', '6')`,
    label: `CASE WHEN strftime('%w', day) IN ('0', '6') THEN 'weekend' ELSE 'weekday' END`,
  },
  category: { key: 'category_id', label: `coalesce((SELECT name FROM category WHERE id = category_id), 'Uncategorised')` },
  payee: { key: 'payee_id', label: '(SELECT name FROM payee WHERE id = payee_id)' },
  account: { key: 'account_id', label: '(SELECT name FROM account WHERE id = account_id)' },
  currency: { key: 'currency', label: 'currency' },
};

/** How a group of this dimension is called; of dimensions of time it asks nothing but the day. */
export const labelOf = (by: Dimension): string => dimensions[by].label;

const valueSql = (value: Value, flow: Scope['flow'], source: Source): string => {
  if (value === 'count') return rowCount(source);
  const sum = `sum(${flows[flow].amount})`;
  return value === 'sum' ? sum : `1.0 * ${sum} / ${rowCount(source)}`;
};

/** A figure, and the same with what its evidence counts, where that is of the same groups or in the same table: its rows are read once. */
const figure = (says: string, from: string, { scope, source, key = null }: { scope: Scope; source: Source; key?: string | null }) => ({
  sql: `SELECT ${says}\n${from}`,
  ...(key !== null || source === sourceOf(scope)
    ? { withSums: `SELECT ${says}, ${key ?? 'NULL'}, sum(minor), ${rowCount(source)}\n${from}` }
    : {}),
});

function total({ scope }: { scope: Scope }): Compiled {
  const { text, params } = filter(scope);
  const source = sourceOf(scope);
  const says = `sum(${flows[scope.flow].amount}) AS total, ${rowCount(source)} AS transactions`;
  return {
    ...figure(says, `FROM ${source}\nWHERE ${text}`, { scope, source }),
    params,
    columns: [money('total'), count('transactions')],
  };
}

type Counted = Extract<QueryPlan, { ask: 'count' }>;
type Breakdown = Extract<QueryPlan, { ask: 'breakdown' }>;

/** Bounds on the figure of a group. */
function havingSql(
  { value, above, atLeast, below, atMost }: Kept,
  flow: Scope['flow'],
  source: Source,
): { text: string; params: number[] } {
  const figure = valueSql(value, flow, source);
  const bounds = [above, atLeast, below, atMost].flatMap((bound, at) =>
    bound === undefined ? [] : [{ text: `${figure} ${['>', '>=', '<', '<='][at] ?? '='} ?`, bound }],
  );
  return { text: bounds.map(({ text }) => text).join(' AND ') || 'TRUE', params: bounds.map(({ bound }) => bound) };
}

/** What has no category is in none: where only some of the groups are kept, it is no group. */
const isGroup = (by: Dimension): string => (by === 'category' ? ' AND category_id IS NOT NULL' : '');

/** The order of groups; `figure` is what each is told with. */
function groupOrder({ by, order }: Breakdown, figure: string): string {
  const { key } = dimensions[by];
  if (order === 'natural' && CALENDAR.has(by)) return key;
  return `${figure} ${order === 'least' ? 'ASC' : 'DESC'}, ${key}`;
}

export interface KeptGroups {
  /** How a row finds its group. */
  key: string;
  /** The keys of the groups. */
  sql: string;
  /** The same, each with what its rows sum up to in minor units, and how many they are. */
  sums: string;
  params: SqlValue[];
}

/** The groups that an answer keeps, by a bound or by their number. Null where it keeps all. */
export function keptGroupsSql(plan: QueryPlan): KeptGroups | null {
  if (plan.ask !== 'count' && plan.ask !== 'breakdown') return null;
  const kept = keptOf(plan);
  const limit = plan.ask === 'breakdown' ? plan.limit : null;
  const by = plan.ask === 'breakdown' ? plan.by : plan.of;
  if ((!kept && limit === null) || by === 'rows') return null;
  const key = by === 'category' && !kept ? 'ifnull(category_id, -1)' : dimensions[by].key;
  const { text, params } = filter(plan.scope);
  const source = by === 'payee' ? 'posting' : sourceOf(plan.scope);
  const having = kept ? havingSql(kept, plan.scope.flow, source) : null;
  const all = `FROM ${by === 'payee' ? postingsByPayee(plan.scope) : source} WHERE ${text}${kept ? isGroup(by) : ''} GROUP BY ${key}`;
  const some = having ? ` HAVING ${having.text}` : '';
  const first =
    plan.ask === 'breakdown' && limit !== null
      ? ` ORDER BY ${groupOrder(plan, valueSql(plan.value, plan.scope.flow, source))} LIMIT ?`
      : '';
  return {
    key,
    sql: `SELECT ${key} ${all}${some}${first}`,
    sums: `SELECT ${key}, sum(minor), ${rowCount(source)} ${all}${some}${first}`,
    params: [...params, ...(having?.params ?? []), ...(limit === null ? [] : [limit])],
  };
}

function counted(plan: Counted): Compiled {
  const kept = keptGroupsSql(plan);
  if (kept) return { sql: `SELECT count(*) AS count FROM (\n${kept.sql}\n)`, params: kept.params, columns: [count('count')] };
  const { text, params } = filter(plan.scope);
  const source = plan.of === 'payee' ? 'posting' : sourceOf(plan.scope);
  const what = plan.of === 'rows' ? rowCount(source) : `count(DISTINCT ${dimensions[plan.of].key})`;
  return {
    ...figure(`${what} AS count`, `FROM ${plan.of === 'payee' ? postingsByPayee(plan.scope) : source}\nWHERE ${text}`, {
      scope: plan.scope,
      source,
    }),
    params,
    columns: [count('count')],
  };
}

function average(plan: Extract<QueryPlan, { ask: 'average' }>, span: Span): Compiled {
  const { text, params } = filter(plan.scope);
  const source = sourceOf(plan.scope);
  const from = `FROM ${source}\nWHERE ${text}\nHAVING count(*) > 0`;
  if (plan.per === 'purchase') {
    return {
      ...figure(`${valueSql('average', plan.scope.flow, source)} AS average`, from, { scope: plan.scope, source }),
      params,
      columns: [money('average')],
    };
  }
  const units = unitsIn(plan.scope, plan.per, span);
  return {
    ...figure(`1.0 * ${valueSql(plan.count ? 'count' : 'sum', plan.scope.flow, source)} / ? AS average`, from, {
      scope: plan.scope,
      source,
    }),
    params: [Math.round(units * 1e6) / 1e6, ...params],
    columns: [plan.count ? count('average') : money('average')],
  };
}

/** Postings in the order of their size: of all days and kinds of them their index has it, where others must be sorted. */
const bySize = (scope: Scope): string =>
  scope.period === null && scope.where.length === 0 ? 'posting INDEXED BY posting_size' : postingsOf(scope);

/** The middle amount; of an even number the mean of the middle two. */
function median({ scope }: { scope: Scope }): Compiled {
  const { text, params } = filter(scope);
  const source = sourceOf(scope);
  return {
    sql: `WITH size AS (SELECT ${rowCount(source)} AS rows FROM ${source} WHERE ${text})
SELECT avg(amount) AS median FROM (
  SELECT ${flows[scope.flow].amount} AS amount
  FROM ${bySize(scope)}
  WHERE ${text}
  ORDER BY minor
  LIMIT 2 - (SELECT rows FROM size) % 2 OFFSET max(0, ((SELECT rows FROM size) - 1) / 2)
) HAVING count(*) > 0`,
    params: [...params, ...params],
    columns: [money('median')],
  };
}

function breakdown(plan: Breakdown): Compiled {
  const { text, params } = filter(plan.scope);
  const { key, label: named } = dimensions[plan.by];
  const source = plan.by === 'payee' ? 'posting' : sourceOf(plan.scope);
  const from = plan.by === 'payee' ? postingsByPayee(plan.scope) : source;
  const order = groupOrder(plan, 'value');
  const unit = plan.value === 'count' ? count('count') : money(plan.value === 'sum' ? 'total' : 'average');
  const having = plan.kept ? havingSql(plan.kept, plan.scope.flow, source) : null;
  if (having) params.push(...having.params);
  const groups = having ? `${isGroup(plan.by)}\nGROUP BY ${key}\nHAVING ${having.text}` : `\nGROUP BY ${key}`;
  return {
    ...figure(
      `${named} AS label, ${valueSql(plan.value, plan.scope.flow, source)} AS value`,
      `FROM ${from}\nWHERE ${text}${groups}\nORDER BY ${order}${plan.limit === null ? '' : '\nLIMIT ?'}`,
      { scope: plan.scope, source, key: keptGroupsSql(plan)?.key ?? null },
    ),
    params: plan.limit === null ? params : [...params, plan.limit],
    columns: [label(plan.by), unit],
  };
}

/** An empty side is nothing spent, not nothing known. */
const sideSql = ({ scope }: Side, value: Value): { sql: string; params: SqlValue[] } => {
  const { text, params } = filter(scope);
  const source = sourceOf(scope);
  return { sql: `SELECT coalesce(${valueSql(value, scope.flow, source)}, 0) AS value FROM ${source} WHERE ${text}`, params };
};

function compare(plan: Extract<QueryPlan, { ask: 'compare' }>, span: Span): Compiled {
  const sides = plan.sides.map((side) => ({ side, ...sideSql(side, plan.value) }));
  const unit = plan.value === 'count' ? ('count' as const) : ('money' as const);
  const [a, b] = sides;
  if (!a || !b || sides.length > 2) {
    return {
      sql: sides.map(({ sql }) => `SELECT ? AS label, value FROM (${sql})`).join('\nUNION ALL\n'),
      params: sides.flatMap(({ side, params }) => [side.label, ...params]),
      columns: [label('side'), { name: 'value', unit }],
    };
  }
  const side = toSameDay(plan, span);
  const like = side ? sideSql(side, plan.value) : null;
  return {
    sql: `WITH a AS (${a.sql}),\nb AS (${b.sql})${like ? `,\nlike_for_like AS (${like.sql})` : ''}\nSELECT a.value AS a, b.value AS b, a.value - b.value AS difference, round(100.0 * (a.value - b.value) / nullif(abs(b.value), 0), 2) AS percent${like ? ', like_for_like.value AS same_days' : ''}\nFROM a, b${like ? ', like_for_like' : ''}`,
    params: [...a.params, ...b.params, ...(like?.params ?? [])],
    columns: [
      { name: a.side.label, unit },
      { name: b.side.label, unit },
      { name: 'difference', unit },
      { name: 'percent', unit: 'percent' },
      ...(side ? [{ name: side.label, unit }] : []),
    ],
  };
}

function share({ part, scope, count: counts }: Extract<QueryPlan, { ask: 'share' }>): Compiled {
  const [p, w] = [filter(part), filter(scope)];
  const figureOf = (of: Scope) => (counts ? rowCount(sourceOf(of)) : `sum(${flows[of.flow].amount})`);
  const column = counts ? count : money;
  return {
    sql: `WITH part AS (SELECT coalesce(${figureOf(part)}, 0) AS value FROM ${sourceOf(part)} WHERE ${p.text}),\nwhole AS (SELECT ${figureOf(scope)} AS value FROM ${sourceOf(scope)} WHERE ${w.text})\nSELECT round(100.0 * part.value / nullif(whole.value, 0), 2) AS percent, part.value AS part, whole.value AS whole\nFROM part, whole`,
    params: [...p.params, ...w.params],
    columns: [{ name: 'percent', unit: 'percent' }, column('part'), column('whole')],
  };
}

export function compile(plan: QueryPlan, span: Span): Compiled {
  if (isByRows(plan)) return compileListed(listed(plan, span));
  switch (plan.ask) {
    case 'total':
      return total(plan);
    case 'count':
      return counted(plan);
    case 'average':
      return average(plan, span);
    case 'median':
      return median(plan);
    case 'breakdown':
      return breakdown(plan);
    case 'compare':
      return compare(plan, span);
    case 'share':
      return share(plan);
    case 'savings-rate':
      return special.savingsRate(plan);
    case 'exists':
      return special.exists(plan, span);
    case 'why':
      return special.why(plan, span);
    case 'what-if':
      return special.whatIf(plan, span);
    case 'budget':
      return special.budget(plan);
  }
}
