// The SQL of questions that are more than a sum and list no rows: rates, whether there is any, who took the most, what would have been.
import type { QueryPlan } from '../plan/plan.ts';
import type { Compiled, Span } from './compile.ts';
import { unitsIn } from './compile.ts';
import { filter, flows, sourceOf } from './filter.ts';

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
