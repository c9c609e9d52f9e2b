// What was said must be in the plan that answers: a word that a cue claimed and the plan leaves unsaid is asked about, never answered.
import { describe, expect, test } from 'vitest';
import { unaccounted } from '../../../src/ask/plan/accounted.ts';
import type { QueryPlan, Scope } from '../../../src/ask/plan/plan.ts';
import { dateContext } from '../../../src/ask/date-context.ts';
import { hearQuestion } from '../../../src/ask/hear/hear.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { readUtterance } from '../../../src/ask/reading.ts';
import { askOf, ledgers, TODAY } from '../support/ledger.ts';

const db = ledgers.american;
const names = namesOf(db);
const reading = (question: string) => readUtterance(hearQuestion(question, names), names, dateContext(db, names, TODAY));
const all: Scope = { flow: 'spending', period: null, where: [], currency: 'USD' };
const february: Scope = { ...all, period: { ranges: [{ from: '2026-02-01', until: '2026-03-01' }], grain: 'month' } };
const sum: QueryPlan = { ask: 'total', scope: february };

describe('a sum leaves unsaid', () => {
  test.each([
    ['the average in February', 'the average'],
    ['what percentage of February was groceries', 'what percentage of'],
    ['the largest in February', 'largest'],
    ['the cheapest in February', 'cheapest'],
    ['top 3 in February', '3'],
    ['how many times in February', 'how many times'],
    ['which category in February', 'which category'],
    ['February by category', 'by category'],
    ['duplicates in February', 'duplicates'],
    ['anything unusual in February', 'unusual'],
    ['spending over $50 in February', 'over $50'],
    ['February without groceries', 'without'],
    ['February apart from groceries', 'apart from'],
    ['the median in February', 'median'],
    ['the difference in February', 'difference'],
    ['when in February', 'when'],
    ['my savings rate in February', 'savings rate'],
    ['what was left after rent in February', 'left after'],
  ])('%s: "%s"', (question, words) => {
    expect(unaccounted(reading(question), sum)).toContain(words);
  });
});

test.each([
  'how much did I spend in February',
  'February spending, all of it',
  'show me how much went out in February',
  'total for February please',
])('a sum says all of "%s"', (question) => {
  expect(unaccounted(reading(question), sum)).toEqual([]);
});

test('a plan without its time leaves the time unsaid', () => {
  expect(unaccounted(reading('how much in February'), { ask: 'total', scope: all })).toEqual(['february']);
});

test('a name that no condition holds is left unsaid', () => {
  const other: Scope = { ...february, where: [{ by: 'account', ids: [999], words: 'other', not: false }] };
  expect(unaccounted(reading('how much at Netflix in February'), { ask: 'total', scope: other })).toEqual(['netflix']);
});

test.each([
  [
    'a ranking of as many',
    'top 3 merchants in February',
    { ask: 'breakdown', scope: february, by: 'payee', value: 'sum', order: 'most', limit: 3 },
  ],
  ['an average', 'the average in February', { ask: 'average', scope: february, per: 'purchase' }],
  ['a count', 'how many times in February', { ask: 'count', scope: february, of: 'rows' }],
] satisfies [string, string, QueryPlan][])('%s says "%s"', (_, question, plan) => {
  expect(unaccounted(reading(question), plan)).toEqual([]);
});

test.each([
  'in how many months did I spend more than 1500 dollars',
  'how many weeks did I spend over 200 on groceries',
  'which payees have I visited more than 3 times',
  'which categories have at least 4 purchases in February',
])('a size of a number or of a total is no size of single rows: "%s"', (question) => {
  expect(askOf(db, question).sql, 'a bound on groups').toContain('HAVING');
});

test.each(['how many purchases over 50 dollars did I make', 'list my purchases over 100'])('"%s" is of single rows', (question) => {
  expect(askOf(db, question).status).toBe('answered');
});

test.each([
  'what did fallen and burn cost at fallen and burn in February',
  'what category did I overspend in',
  'how much at snorkel in February',
])('"%s" gives no figure', (question) => {
  expect(askOf(db, question).status).not.toBe('answered');
});
