// What a figure's own query counts beside it is what its evidence would count by a query of its own; and where the largest are read by size.
import { expect, test } from 'vitest';
import type { Dimension, Kept, QueryPlan, Scope } from '../../../src/ask/plan/plan.ts';
import { compile } from '../../../src/ask/sql/compile.ts';
import { readEvidence } from '../../../src/ask/sql/evidence.ts';
import { oneRange } from '../../../src/ask/spans/dates/period.ts';
import { american, TODAY } from '../support/ledger.ts';
import { aScope, category, february, only, payee } from '../support/plans.ts';

const SPAN = { firstDay: '2025-10-01', today: TODAY };
const scopes: Readonly<Record<string, Scope>> = {
  everything: aScope({ period: null }),
  'a month': aScope({ period: february }),
  'a month in which nothing is': aScope({ period: oneRange('2020-01-01', '2020-02-01', 'month') }),
  'a payee': aScope({ period: null, where: [only(payee(american, 'Amazon'))] }),
  'a category': aScope({ period: null, where: [only(category(american, 'Groceries'))] }),
  income: aScope({ period: null, flow: 'income' }),
  'a net': aScope({ flow: 'net' }),
};
const over: Kept = { value: 'sum', above: 2000, words: 'over 20' };
const dimensions: readonly Dimension[] = ['month', 'weekday', 'category', 'payee', 'account'];

const plansOf = (scope: Scope): QueryPlan[] => [
  { ask: 'total', scope },
  { ask: 'count', scope, of: 'rows' },
  { ask: 'count', scope, of: 'payee' },
  { ask: 'count', scope, of: 'month', kept: over },
  { ask: 'average', scope, per: 'purchase' },
  { ask: 'average', scope, per: 'month' },
  ...dimensions.flatMap((by): QueryPlan[] => [
    { ask: 'breakdown', scope, by, value: 'sum', order: 'most', limit: null },
    { ask: 'breakdown', scope, by, value: 'count', order: 'least', limit: 2 },
    { ask: 'breakdown', scope, by, value: 'average', order: 'most', limit: null, kept: over },
  ]),
];

test.each(Object.entries(scopes))('%s: figure and evidence in one pass are as in two', (_name, scope) => {
  let together = 0;
  for (const plan of plansOf(scope)) {
    const { sql, withSums, params, columns } = compile(plan, SPAN);
    if (withSums === undefined) continue;
    together += 1;
    const found = american.query(withSums, params).rows;
    const of = JSON.stringify(plan);
    expect(
      found.map((row) => row.slice(0, columns.length)),
      of,
    ).toEqual(american.query(sql, params).rows);
    const sums = found.map((row) => row.slice(columns.length));
    expect(readEvidence(american, plan, SPAN, { lines: null, sums }), of).toEqual(readEvidence(american, plan, SPAN));
  }
  expect(together).toBeGreaterThan(10);
});

test.each<[string, Partial<Scope>, boolean]>([
  ['of all days', { period: null }, true],
  ['of a year', { period: oneRange('2025-03-01', '2026-03-01', 'year') }, true],
  ['of a month', { period: february }, false],
  ['of a category', { period: null, where: [only(category(american, 'Groceries'))] }, false],
])('the largest %s are found by size, where that is quicker', (_name, given, bySize) => {
  const { sql, params } = compile({ ask: 'extreme', order: 'largest', limit: 1, scope: aScope(given) }, SPAN);
  expect(american.query(sql, params).rows).toHaveLength(1);
  expect(sql.includes('INDEXED BY posting_size')).toBe(bySize);
});
