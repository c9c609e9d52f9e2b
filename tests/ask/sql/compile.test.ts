// Stands for src/ask/sql/: the text of each shape, and what it gives on the tiny households, where the figures can be added up by eye.
import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../../src/ask/plan/plan.ts';
import type { QueryPlan } from '../../../src/ask/plan/plan.ts';
import { compile } from '../../../src/ask/sql/compile.ts';
import { readEvidence } from '../../../src/ask/sql/evidence.ts';
import { american, british, TODAY } from '../support/ledger.ts';
import { aScope, category, february, january, onAccount, only, payee, without } from '../support/plans.ts';

const compiled = (plan: QueryPlan) => compile(plan, { firstDay: '2025-10-01', today: TODAY });
const run = (plan: QueryPlan, db = american) => {
  const { sql, params } = compiled(plan);
  return db.query(sql, params).rows;
};
const squeeze = (sql: string) => sql.replace(/\s+/g, ' ').trim();

const starbucks = only(payee(american, 'Starbucks'));
const groceries = only(category(american, 'Groceries'));

describe('golden text', () => {
  test('a total of everything reads the totals of days', () => {
    const { sql, params } = compiled({ ask: 'total', scope: aScope() });
    expect(squeeze(sql)).toBe(
      "SELECT sum(-minor) AS total, coalesce(sum(rows), 0) AS transactions FROM day_total WHERE day >= ? AND day < ? AND flow = 'expense' AND currency = ?",
    );
    expect(params).toEqual(['2026-02-01', '2026-03-01', 'USD']);
  });
  test('a total at a payee reads the postings', () => {
    const { sql, params } = compiled({ ask: 'total', scope: aScope({ where: [starbucks] }) });
    expect(squeeze(sql)).toBe(
      "SELECT sum(-minor) AS total, count(*) AS transactions FROM posting WHERE day >= ? AND day < ? AND flow = 'expense' AND currency = ? AND payee_id IN (?)",
    );
    expect(params.slice(0, 3)).toEqual(['2026-02-01', '2026-03-01', 'USD']);
  });
  test('a breakdown groups by a closed expression', () => {
    const { sql } = compiled({
      ask: 'breakdown',
      scope: aScope({ period: null, where: [groceries] }),
      by: 'month',
      value: 'sum',
      order: 'natural',
      limit: null,
    });
    expect(squeeze(sql)).toContain('GROUP BY substr(day, 1, 7) ORDER BY substr(day, 1, 7)');
  });
  test('a limit is bound like any other value', () => {
    const { sql, params } = compiled({ ask: 'extreme', scope: aScope(), order: 'largest', limit: 7 });
    expect(squeeze(sql)).toMatch(/ORDER BY minor ASC, day, id LIMIT \?$/);
    expect(params.at(-1)).toBe(7);
  });
});

describe('run on the ledger', () => {
  const all = aScope({ period: null });
  test.each<[string, QueryPlan, unknown]>([
    ['a month', { ask: 'total', scope: aScope() }, [[161299, 16]]],
    ['a payee, net of its refund', { ask: 'total', scope: aScope({ where: [only(payee(american, 'Amazon'))] }) }, [[1500, 2]]],
    [
      'purchases leave refunds out',
      { ask: 'total', scope: aScope({ flow: 'purchases', where: [only(payee(american, 'Amazon'))] }) },
      [[3500, 1]],
    ],
    ['refunds', { ask: 'total', scope: { ...all, flow: 'refunds' } }, [[2000, 1]]],
    ['income', { ask: 'total', scope: { ...all, flow: 'income' } }, [[1800000, 6]]],
    ['net keeps its sign', { ask: 'total', scope: aScope({ flow: 'net' }) }, [[138701, 17]]],
    ['transfers are neither', { ask: 'total', scope: { ...all, flow: 'transfers-out' } }, [[78098, 2]]],
    ['without a category', { ask: 'total', scope: aScope({ where: [without(category(american, 'Groceries'))] }) }, [[138299, 13]]],
    ['on an account', { ask: 'total', scope: aScope({ where: [onAccount(american, 'Credit Card')] }) }, [[36799, 13]]],
    [
      'over a size',
      { ask: 'count', scope: { ...all, flow: 'purchases', where: [{ by: 'amount', above: 10000, words: 'over $100' }] }, of: 'rows' },
      [[9]],
    ],
    [
      'at least a size',
      { ask: 'count', scope: { ...all, flow: 'purchases', where: [{ by: 'amount', atLeast: 10000, words: '' }] }, of: 'rows' },
      [[10]],
    ],
    [
      'below a size: a refund is no small purchase',
      { ask: 'count', scope: aScope({ where: [{ by: 'amount', below: 500, words: '' }] }), of: 'rows' },
      [[1]],
    ],
    ['on weekdays', { ask: 'total', scope: aScope({ where: [{ by: 'weekday', days: [0, 6], words: 'weekends' }] }) }, [[31000, 6]]],
    ['uncategorised', { ask: 'total', scope: aScope({ where: [{ by: 'uncategorised' }] }) }, [[124500, 3]]],
    ['visits', { ask: 'count', scope: aScope({ flow: 'purchases', where: [starbucks] }), of: 'rows' }, [[3]]],
    ['different payees', { ask: 'count', scope: aScope({ flow: 'purchases', where: [groceries] }), of: 'payee' }, [[2]]],
    ['average of a purchase', { ask: 'average', scope: aScope({ flow: 'purchases', where: [starbucks] }), per: 'purchase' }, [[500]]],
    ['average of a month', { ask: 'average', scope: { ...all, where: [groceries] }, per: 'month' }, [[58000 / 6]]],
    ['the middle of an odd number', { ask: 'median', scope: aScope({ flow: 'purchases', where: [starbucks] }) }, [[500]]],
    [
      'the largest',
      { ask: 'extreme', scope: aScope({ where: [groceries] }), order: 'largest', limit: 1 },
      [['2026-02-21', 'Whole Foods', 11000]],
    ],
    [
      'the second largest',
      { ask: 'extreme', scope: aScope({ where: [groceries] }), order: 'largest', limit: 1, skip: 1 },
      [['2026-02-07', 'Whole Foods', 9000]],
    ],
    [
      'the first',
      { ask: 'edge', scope: { ...all, flow: 'purchases', where: [starbucks] }, edge: 'first' },
      [['2026-01-09', 'Starbucks', 500]],
    ],
    ['days since', { ask: 'days-since', scope: { ...all, flow: 'purchases', where: [starbucks] } }, [[1, '2026-03-17']]],
    ['a share', { ask: 'share', part: aScope({ where: [groceries] }), scope: aScope() }, [[14.26, 23000, 161299]]],
    ['a savings rate', { ask: 'savings-rate', scope: aScope() }, [[46.23, 138701, 300000]]],
    [
      'a comparison',
      {
        ask: 'compare',
        sides: [
          { label: 'February', scope: aScope() },
          { label: 'January', scope: aScope({ period: january }) },
        ],
        value: 'sum',
        show: 'sides',
      },
      [[161299, 146499, 14800, 10.1]],
    ],
    [
      'charged twice',
      { ask: 'duplicates', scope: all },
      [
        ['2026-03-06', 'Chipotle', 1400],
        ['2026-03-06', 'Chipotle', 1400],
      ],
    ],
    [
      'a price',
      { ask: 'price', scope: { ...all, flow: 'purchases', where: [only(payee(american, 'Netflix'))] } },
      [['Netflix', 1799, '2026-03-12', 1799]],
    ],
    [
      'a price that rose',
      { ask: 'price-change', scope: { ...all, flow: 'purchases', where: [only(payee(american, 'Netflix'))] }, want: 'when' },
      [['2026-01-12', 'Netflix', 250, 1549, 1799, 1799]],
    ],
    [
      'by month',
      { ask: 'breakdown', scope: { ...all, where: [groceries] }, by: 'month', value: 'sum', order: 'natural', limit: null },
      [
        ['2025-12', 8000],
        ['2026-01', 14000],
        ['2026-02', 23000],
        ['2026-03', 13000],
      ],
    ],
    [
      'the top payee',
      { ask: 'breakdown', scope: aScope({ where: [groceries] }), by: 'payee', value: 'sum', order: 'most', limit: 1 },
      [['Whole Foods', 20000]],
    ],
    [
      'nothing there is no zero',
      {
        ask: 'average',
        scope: aScope({ period: { ...february, ranges: [{ from: '2026-02-01', until: '2026-02-02' }] } }),
        per: 'purchase',
      },
      [],
    ],
  ])('%s', (_name, plan, rows) => expect(run(plan)).toEqual(rows));

  test('two stretches count once each', () => {
    const both = aScope({ period: { ranges: [...january.ranges, ...february.ranges], grain: 'other' } });
    expect(run({ ask: 'total', scope: both })[0]?.[0]).toBe(146499 + 161299);
  });
});

/** One plan of every shape, with values that could only come from a person. */
const everyPlan: readonly QueryPlan[] = (() => {
  const scope = aScope({
    where: [starbucks, { by: 'amount', above: 12345, words: "over 123.45'; DROP TABLE posting" }, { by: 'weekday', days: [3], words: '' }],
  });
  return [
    { ask: 'total', scope },
    { ask: 'count', scope, of: 'rows' },
    { ask: 'average', scope, per: 'week' },
    { ask: 'median', scope },
    { ask: 'extreme', scope, order: 'smallest', limit: 98765 },
    { ask: 'edge', scope, edge: 'last' },
    { ask: 'days-since', scope },
    { ask: 'list', scope, order: 'newest', limit: 98765 },
    { ask: 'breakdown', scope, by: 'payee', value: 'average', order: 'least', limit: 98765 },
    {
      ask: 'compare',
      sides: [
        { label: "O'Brien", scope },
        { label: 'b', scope },
      ],
      value: 'sum',
      show: 'sides',
    },
    {
      ask: 'compare',
      sides: [
        { label: "O'Brien", scope },
        { label: 'b', scope },
        { label: 'c', scope },
      ],
      value: 'sum',
      show: 'sides',
    },
    { ask: 'share', part: scope, scope },
    { ask: 'savings-rate', scope },
    { ask: 'price', scope },
    { ask: 'price-change', scope, want: 'list' },
    { ask: 'price-change', scope, want: 'how-much' },
    { ask: 'subscriptions', scope, want: 'list' },
    { ask: 'subscriptions', scope, want: 'total' },
    { ask: 'duplicates', scope },
    { ask: 'unusual', scope },
    { ask: 'exists', scope, still: false },
    { ask: 'exists', scope, still: true },
    { ask: 'why', scope },
    { ask: 'what-if', scope, spared: 0.5, per: null },
    { ask: 'what-if', scope, spared: 0.5, per: 'year', now: true },
    { ask: 'budget', scope, limit: 98765, want: 'over' },
  ];
})();

describe.each(everyPlan.map((plan) => [plan.ask, plan] as const))('%s', (_ask, plan) => {
  const { sql, params } = compiled(plan);
  test('binds every value that was said', () => {
    for (const said of ['12345', '98765', "O'Brien", 'DROP', '2026-', 'USD', 'Starbucks']) expect(sql).not.toContain(said);
    expect(sql.split('?').length - 1).toBe(params.length);
  });
  test('runs, and counts one currency only', () => {
    expect(() => american.query(sql, params)).not.toThrow();
    const froms = sql.split(/FROM (?:posting|day_total)/).length - 1;
    expect(sql.split('currency = ?').length - 1, sql).toBeGreaterThanOrEqual(Math.min(froms, 1));
  });
  test('only reads', () => expect(sql).toMatch(/^(?:SELECT|WITH)\b/));
});

test('pounds and euros are never added', () => {
  const pounds = run({ ask: 'total', scope: aScope({ currency: 'GBP' }) }, british);
  const euros = run({ ask: 'total', scope: aScope({ currency: 'EUR' }) }, british);
  expect([pounds, euros]).toEqual([[[104398, 12]], [[11500, 4]]]);
});

describe('evidence', () => {
  test.each<[string, QueryPlan]>([
    ['a month', { ask: 'total', scope: aScope() }],
    ['a payee with a refund', { ask: 'total', scope: aScope({ where: [only(payee(american, 'Amazon'))] }) }],
    ['income', { ask: 'total', scope: aScope({ flow: 'income' }) }],
    ['a net', { ask: 'total', scope: aScope({ flow: 'net' }) }],
  ])('the rows beneath add up: %s', (_name, plan) => {
    const evidence = readEvidence(american, plan, { firstDay: '2025-10-01', today: TODAY });
    const figure = Number(run(plan)[0]?.[0]);
    const sum = american.query(evidence.sql ?? '', evidence.params ?? []).rows.reduce((total, row) => total + Number(row[5]), 0);
    expect(Math.abs(sum)).toBe(Math.abs(figure));
    expect(evidence.sums).toEqual([{ currency: 'USD', minor: sum }]);
    expect(evidence.total).toBe(run(plan)[0]?.[1]);
  });
  test('newest first, each row of the scope', () => {
    const rows =
      readEvidence(american, { ask: 'total', scope: aScope({ where: [starbucks] }) }, { firstDay: '2025-10-01', today: TODAY }).rows ?? [];
    expect(rows.map(({ day, minor }) => [day, minor])).toEqual([
      ['2026-02-17', -500],
      ['2026-02-10', -400],
      ['2026-02-03', -600],
    ]);
  });
  test('scope of a comparison is that of its first side', () => {
    const plan: QueryPlan = {
      ask: 'compare',
      sides: [
        { label: 'a', scope: aScope() },
        { label: 'b', scope: aScope({ period: january }) },
      ],
      value: 'sum',
      show: 'sides',
    };
    expect(scopeOf(plan).period).toBe(february);
  });
});

const onSecond = { by: 'account' as const, ids: [2], words: 'savings', not: false };
test.each([
  ['none', [], [1, 2, 3]],
  ['one', [onSecond], [2]],
  ['all but one', [{ ...onSecond, not: true }], [1, 3]],
])('balances are of the accounts that the scope names, whichever turn named them: %s', (_which, where, accounts) => {
  expect(compiled({ ask: 'balance', accounts: [1, 2, 3], scope: aScope({ flow: 'anything', period: null, where }) }).params).toEqual(
    accounts,
  );
});
