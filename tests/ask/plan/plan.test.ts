// Stands for src/ask/plan/: what holds of every plan, what a follow-up changes, what a removed chip leaves, and a plan in words.
import { describe, expect, test } from 'vitest';
import type { Changes } from '../../../src/ask/plan/merge.ts';
import { mergePlans } from '../../../src/ask/plan/merge.ts';
import { leaveOut } from '../../../src/ask/plan/leave-out.ts';
import type { QueryPlan } from '../../../src/ask/plan/plan.ts';
import { scopeOf } from '../../../src/ask/plan/plan.ts';
import { validate } from '../../../src/ask/plan/validate.ts';
import { scopeWords, whenWords } from '../../../src/ask/plan/words.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { oneRange } from '../../../src/ask/spans/dates/period.ts';
import { american, TODAY } from '../support/ledger.ts';
import { aScope, category, february, january, onAccount, only, payee, without } from '../support/plans.ts';

const names = namesOf(american);
const groceries = only(category(american, 'Groceries'));
const gas = only(category(american, 'Gas'));
const card = onAccount(american, 'Credit Card');
const change = (given: Partial<Changes>): Changes => ({
  plan: null,
  period: null,
  relative: null,
  ever: false,
  ofThem: false,
  conditions: [],
  adds: false,
  narrows: false,
  flow: null,
  currency: null,
  ...given,
});
const asked: QueryPlan = { ask: 'total', scope: aScope({ where: [groceries] }) };

describe('validate', () => {
  test.each<[string, QueryPlan, string | null]>([
    ['inside the data', asked, null],
    ['before it begins', { ask: 'total', scope: aScope({ period: oneRange('2019-01-01', '2020-01-01', 'year') }) }, 'before-data'],
    ['after today', { ask: 'total', scope: aScope({ period: oneRange('2026-06-01', '2026-07-01', 'month') }) }, 'after-data'],
    ['half inside', { ask: 'total', scope: aScope({ period: oneRange('2025-01-01', '2026-01-01', 'year') }) }, null],
    ['all the days there are', { ask: 'total', scope: aScope({ period: null }) }, null],
    ['a balance of no account', { ask: 'balance', accounts: [], scope: aScope() }, 'no-balance'],
    [
      'one side before the data',
      {
        ask: 'compare',
        sides: [
          { label: 'a', scope: aScope() },
          { label: 'b', scope: aScope({ period: oneRange('2019-01-01', '2020-01-01', 'year') }) },
        ],
        value: 'sum',
        show: 'sides',
      },
      'before-data',
    ],
  ])('%s', (_name, plan, why) => expect(validate(plan, names, TODAY)?.why ?? null).toBe(why));

  test('income where there is none is declined', () =>
    expect(validate({ ask: 'total', scope: aScope({ flow: 'income' }) }, { ...names, hasIncome: false }, TODAY)?.why).toBe('no-income'));
});

describe('a follow-up', () => {
  const merged = (given: Partial<Changes>) => mergePlans(asked, change(given), TODAY);
  test('changes the period and keeps the category', () =>
    expect(merged({ period: january })).toEqual({ ask: 'total', scope: aScope({ period: january, where: [groceries] }) }));
  test('moves a calendar month back as a month', () =>
    expect(scopeOf(merged({ relative: 'before' })).period?.ranges).toEqual(january.ranges));
  test('moves a year back', () =>
    expect(scopeOf(merged({ relative: 'year-before' })).period?.ranges).toEqual([{ from: '2025-02-01', until: '2025-03-01' }]));
  test('puts another category in its place', () => expect(scopeOf(merged({ conditions: [gas] })).where).toEqual([gas]));
  test('adds one', () =>
    expect(scopeOf(merged({ conditions: [gas], adds: true })).where).toEqual([
      only(category(american, 'Groceries'), category(american, 'Gas')),
    ]));
  test('narrows to one', () => {
    const whole = only(payee(american, 'Whole Foods'));
    expect(scopeOf(merged({ conditions: [whole], narrows: true })).where).toEqual([groceries, whole]);
  });
  test('adds an account beside the category', () => expect(scopeOf(merged({ conditions: [card] })).where).toEqual([groceries, card]));
  test('takes one out', () => {
    const not = without(payee(american, 'Whole Foods'));
    expect(scopeOf(merged({ conditions: [not] })).where).toEqual([groceries, not]);
  });
  test('asks another measure of the same rows', () =>
    expect(merged({ plan: { ask: 'count', of: 'rows', scope: aScope({ flow: 'purchases', period: null }) } })).toEqual({
      ask: 'count',
      of: 'rows',
      scope: aScope({ flow: 'purchases', where: [groceries] }),
    }));
});

describe('a chip taken off', () => {
  const plan: QueryPlan = { ask: 'total', scope: aScope({ where: [groceries, card] }) };
  test('the period', () => expect(scopeOf(leaveOut(plan, ['period'])).period).toBeNull());
  test('the category', () => expect(scopeOf(leaveOut(plan, ['category'])).where).toEqual([card]));
  test('the account', () => expect(scopeOf(leaveOut(plan, ['account'])).where).toEqual([groceries]));
  test('nothing', () => expect(leaveOut(plan, [])).toBe(plan));
  test('the grouping leaves a total', () =>
    expect(leaveOut({ ask: 'breakdown', scope: aScope(), by: 'month', value: 'sum', order: 'natural', limit: null }, ['grouping'])).toEqual(
      { ask: 'total', scope: aScope() },
    ));
  test('what told two sides apart leaves a total', () => {
    const sides = [
      { label: 'February', scope: aScope() },
      { label: 'January', scope: aScope({ period: january }) },
    ];
    expect(leaveOut({ ask: 'compare', sides, value: 'sum', show: 'sides' }, ['period']).ask).toBe('total');
  });
});

test.each<[string, Parameters<typeof whenWords>[0]]>([
  ['', null],
  ['in February 2026', february],
  ['in 2025', oneRange('2025-01-01', '2026-01-01', 'year')],
  ['in January to March 2025', oneRange('2025-01-01', '2025-04-01', 'quarter')],
  ['on 6 March 2026', oneRange('2026-03-06', '2026-03-07', 'day')],
  ['from 3 to 15 February 2026', oneRange('2026-02-03', '2026-02-16', 'other')],
  ['in March 2026 so far', oneRange('2026-03-01', '2026-03-19', 'month')],
  ['in 2026 so far', oneRange('2026-01-01', '2026-03-19', 'year')],
  ['up to 30 January 2026', oneRange('0001-01-01', '2026-01-31', 'other')],
])('in words: "%s"', (words, period) => expect(whenWords(period, TODAY)).toBe(words));

test('a scope in words', () =>
  expect(scopeWords(aScope({ where: [groceries, without(payee(american, 'Whole Foods')), card] }), TODAY)).toBe(
    'on groceries without Whole Foods with credit card in February 2026',
  ));
