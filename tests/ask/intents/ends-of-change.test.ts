// Stands for src/ask/intents/: a change has two ends, a part stands in its whole, a bound is one's own, and a sum of spending is no list.
import { describe, expect, test } from 'vitest';
import { american, askOf } from '../support/ledger.ts';

const first = (question: string) => {
  const { status, rows } = askOf(american, question);
  return { status, row: rows[0]?.map((cell) => (typeof cell === 'number' ? Math.round(cell * 100) / 100 : cell)) };
};

describe('a change from one month or year to another is between its ends', () => {
  test.each([
    'by what percentage did Whole Foods change from December to February',
    'what is the percent change in Whole Foods from December to February',
    'percentage change at Whole Foods between December and February',
    'Whole Foods percent change, December to February',
    'what percent did Whole Foods go up from December to February',
    'by how many percent did Whole Foods rise from December to February',
  ])('%s', (question) => expect(first(question).row?.slice(0, 4), question).toEqual([200, 80, 120, 150]));
  test.each([
    'percent change in Whole Foods from 2025 to 2026',
    'by what percentage did Whole Foods grow from 2025 to 2026',
    'what percent did Whole Foods increase from 2025 to 2026',
    'percentage change for Whole Foods 2025 to 2026',
  ])('%s', (question) => expect(first(question).row?.slice(0, 3), question).toEqual([370, 80, 290]));
  test('a sum over months stays one sum', () =>
    expect(first('how much did I spend at Whole Foods from December to February').row?.[0]).toBe(380));
});

test('the year before a year that is said is the one before it', () =>
  expect(first('how much more did Whole Foods cost in 2026 than the year before').row?.slice(0, 2)).toEqual([370, 80]));

test.each([
  'proportion of Whole Foods in the groceries in February',
  'share of Whole Foods in groceries in February',
  'the share of Whole Foods within groceries for February',
  'percentage of Whole Foods in groceries, February',
])('a part in its whole: %s', (question) => expect(first(question).row?.slice(1), question).toEqual([200, 230]));

describe('a bound that people set themselves', () => {
  test.each([
    'I allow myself $150 a month for Whole Foods, how far over was I in February',
    'I gave myself $150 for Whole Foods in February. how much over was I',
    'with $150 a month for Whole Foods, how much over was I in February',
    'we set ourselves $150 for Whole Foods, how far over were we in February',
  ])('%s', (question) => expect(first(question).row?.[0], question).toBe(50));
  test('a friend who gave me money sets none', () => expect(askOf(american, 'who gave me $150').understood).not.toMatch(/budget/i));
});

describe('all of somebody’s spending is its sum', () => {
  test.each([
    'all my February spending',
    'all of my spending in February',
    'all our February spending',
    'all my spending last month',
    'all our outgoings in February',
  ])('%s', (question) => expect(first(question).row?.[0], question).toBe(1612.99));
  test('what was bought is a list, with what went back', () =>
    expect(askOf(american, 'what did I buy at Amazon in February').rows.map((row) => row.at(-1))).toEqual([-35, 20]));
});
