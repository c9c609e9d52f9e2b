// What is left over when a plan is made: a number, a time that nothing joins, "most recently", a layout of another sort, a plain word
// that is part of a name. Said right it is answered, else asked about; never passed over.
import { describe, expect, test } from 'vitest';
import { newConversation } from '../../../src/ask/conversation.ts';
import { ask } from '../../../src/ask/ask.ts';
import { ledgers, TODAY } from '../support/ledger.ts';

const db = ledgers.american;
const rows = (question: string) => ask(db, { question, today: TODAY, conversation: newConversation() });
const figure = (question: string) => rows(question).rows[0]?.[0];

describe('a number that bounds nothing is asked about', () => {
  test.each([
    'spend 12 at starbucks',
    'starbucks 40 in february',
    'how much for 3 at chipotle in february',
    'whole foods 55',
    'groceries 900 in february',
    'how much at uber in february 77 times',
  ])('%s', (question) => {
    expect(rows(question).status).toBe('clarify');
  });
  test.each([
    ['the two of us at whole foods in february, how much', 200],
    ['how much did i spend at whole foods in february, all 28 days', 200],
    ['whole foods 25', 80],
    ['netflix 25 total', 46.47],
  ])('%s', (question, total) => {
    expect(figure(question)).toBe(total);
  });
});

describe('two times that nothing joins are asked about, and what was taken back does not count', () => {
  test.each(['how much in february at whole foods on the 3rd of march', 'spending yesterday at starbucks in january'])('%s', (question) => {
    expect(rows(question).status).toBe('clarify');
  });
  test.each([
    ['whole foods in january no february', 200],
    ['how much at whole foods in january, nope, in february', 200],
    ['what did I spend at whole foods in december no january', 100],
    ['whole foods january february', 300],
    ['whole foods in january and in february', 300],
  ])('%s', (question, total) => {
    expect(figure(question)).toBe(total);
  });
});

describe('"most recently" and "last" ask of one row', () => {
  test.each([
    'what did netflix charge us most recently',
    'how much was netflix last',
    'what did we pay netflix the last time',
    'what has netflix taken most recently',
  ])('%s', (question) => {
    expect(rows(question).rows[0]).toContain('2026-03-12');
  });
  test.each(['what did we last spend by month on netflix', 'which weekdays was starbucks last by payee'])('%s', (question) => {
    expect(rows(question).status).toBe('clarify');
  });
});

describe('a size behind its word is no year', () => {
  test.each([
    'purchases over 2000 in february',
    'anything north of 2 grand on the credit card',
    'payments above 2000 since january',
    'charges exceeding 1900',
  ])('%s', (question) => {
    expect(rows(question).status).toBe('empty');
    expect(rows(question).sentence).not.toMatch(/2000 and|in 2000/);
  });
});

describe('each asked of by itself', () => {
  test.each([
    'what went to starbucks and what went to chipotle in february',
    'how much on starbucks and how much on chipotle in february',
    'in february how much at starbucks and how much at chipotle',
    'how much for starbucks and for chipotle in february',
  ])('%s', (question) => {
    expect(rows(question).rows[0]).toEqual(expect.arrayContaining([15, 12]));
  });
  test.each(['whole foods in january and february, separately', 'whole foods in february and january respectively'])('%s', (question) => {
    expect(rows(question).rows[0]).toEqual(expect.arrayContaining([200, 100]));
  });
  test('"and" alone adds up', () => {
    expect(figure('how much on starbucks and chipotle in february')).toBe(27);
  });
});

describe('more than in the order said', () => {
  test.each([
    ['was whole foods in february dearer than in january', 'Yes'],
    ['is whole foods in january more expensive as in february', 'No'],
    ['was january dearer than february at whole foods', 'No'],
  ])('%s: %s', (question, verdict) => {
    expect(rows(question).sentence).toMatch(new RegExp(`^${verdict}`));
  });
});

test.each([
  ['what has netflix set us back so far', 100.44],
  ['what did netflix cost us to date', 100.44],
  ['how many bones did i throw at chipotle in february', 12],
  ['boba aside, how much went to chipotle in february', 12],
])('%s', (question, total) => {
  expect(figure(question)).toBe(total);
});

test('the average bill on a weekday is of one bill', () => {
  expect(figure('average whole foods bill on a saturday in february')).toBe(100);
});
