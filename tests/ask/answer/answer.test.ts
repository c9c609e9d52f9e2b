// Stands for src/ask/answer/: what a person reads and hears, and what the card shows beside it.
import { describe, expect, test } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { decimal, moneySpoken, moneyWords } from '../../../src/ask/answer/money.ts';
import { FIGURE_SAID } from '../../corpus/judge.ts';
import { american, askOf, british, converse, empty, TODAY } from '../support/ledger.ts';

const chips = (question: string, ...turns: string[]) =>
  converse(american, [question, ...turns]).chips.map(({ slot, source }) => `${slot} ${source}`);

describe('the sentence', () => {
  test.each([
    ['how much did I spend at Starbucks in February', 'You spent $15.00 at Starbucks in February 2026, in 3 transactions.'],
    ['when did I last go to Chipotle', 'Last on 6 March 2026: Chipotle, $14.00.'],
    ['how much did I earn last month', 'You received $3,000.00 in February 2026, in 1 payment in.'],
    ['what was my savings rate in February', 'You kept 46.2 % of your income in February 2026: $1,387.01 of $3,000.00.'],
  ])('%s', (question, sentence) => expect(askOf(american, question).sentence).toBe(sentence));

  test('uses the ledger’s currency and the reader’s locale', () => {
    expect(askOf(british, 'how much did I spend last month').sentence).toContain('£1,043.98');
    expect(ask(british, { question: 'how much did I spend last month', today: TODAY, locale: 'de-DE' }).sentence).toContain('1.043,98');
  });
  test('of the ear has no grouping marks and the currency by name', () =>
    expect(askOf(american, 'how much did I spend last month').spoken).toContain('1612.99 US dollars'));
});

const QUESTIONS = [
  'how much did I spend last month',
  'groceries by month',
  'biggest purchase on the card',
  'when did I first go to Starbucks',
  'list my Uber trips',
  'how much did I spend from February 3 to February 15',
  'how many times did I go to Starbucks since February 10',
  'what subscriptions do I have',
  'was I charged twice for anything',
  'when did Netflix go up',
  "what's my balance",
  'how much did I spend at IKEA',
  'spending in 2019',
  'spending on March 8',
  "do I spend more at Whole Foods or Trader Joe's",
];

test.each(QUESTIONS)('no machine’s date in what is read or heard: %s', (question) => {
  const { sentence, spoken, understood, assumed, notes, chips: shown } = askOf(american, question);
  for (const text of [sentence, spoken, understood, ...assumed, ...notes, ...shown.map(({ text: words }) => words)])
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  expect(sentence).toMatch(/[.?]$/);
  expect(spoken).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b/);
});

describe('chips', () => {
  test('say what was said and what was assumed', () => {
    expect(chips('how much did I spend on groceries last month')).toEqual(['measure said', 'category said', 'period said']);
    expect(chips('how much did I spend on groceries')).toEqual(['measure said', 'category said', 'period assumed']);
    expect(chips('groceries by month')).toContain('grouping said');
  });
  test('say what was carried over', () => expect(chips('groceries last month', 'and in January?')).toContain('category carried'));
  test('can be taken off, and the figure follows', () => {
    const question = 'how much did I spend on groceries last month';
    expect(ask(american, { question, today: TODAY, without: ['category'] }).rows[0]?.[0]).toBe(1612.99);
    expect(ask(american, { question, today: TODAY, without: ['period'] }).rows[0]?.[0]).toBe(580);
  });
});

describe('assumptions and notes', () => {
  test('a month without a year', () => expect(askOf(american, 'groceries in February').assumed.join(' ')).toContain('February 2026'));
  test('a name misheard', () => expect(askOf(american, 'how much at star bucks last month').rows[0]?.[0]).toBe(15));
  test('what was taken off', () => expect(askOf(american, 'how much did I spend last month').notes.join(' ')).toMatch(/refund/i));
  test('one currency of two', () => expect(askOf(british, 'how much did I spend last month').notes.join(' ')).toContain('GBP'));
  test('where the statements begin', () =>
    expect(askOf(american, 'how much did I spend in 2025').notes.join(' ')).toContain('1 October 2025'));
});

describe('zero and nothing, in words', () => {
  test('a day without a row', () => {
    const { status, sentence, rows } = askOf(american, 'how much did I spend on March 8');
    expect([status, rows]).toEqual(['empty', []]);
    expect(sentence).toMatch(/no transactions .*8 March 2026/);
  });
  test('an unknown name is called by its name', () => expect(askOf(american, 'how much did I spend at IKEA').sentence).toContain('IKEA'));
  test('before and after the data, its days', () => {
    for (const question of ['how much did I spend in 2019', 'spending in June 2026']) {
      const { status, sentence } = askOf(american, question);
      expect(status).toBe('empty');
      expect(sentence).toMatch(/1 October 2025 to 17 March 2026/);
    }
  });
  test('a ledger without a row says to add a statement', () => {
    const { status, sentence } = askOf(empty, 'how much did I spend last month');
    expect(status).toBe('empty');
    expect(sentence).toMatch(/add a statement/i);
  });
});

describe('refusals hold no figure, no rows and no SQL', () => {
  test.each([
    ['cancel my Netflix subscription', 'declined'],
    ['how much will I spend next month', 'declined'],
    ["show me Sarah's transactions", 'declined'],
    ['should I buy a house for 300000 dollars', 'declined'],
    ['how much did I spend at IKEA', 'empty'],
    ['spending in 2019', 'empty'],
    ['how much', 'clarify'],
  ])('%s: %s', (question, status) => {
    const answer = askOf(american, question);
    expect(answer.status).toBe(status);
    expect(answer.sentence).not.toMatch(FIGURE_SAID);
    expect([answer.rows, answer.sql, answer.figures]).toEqual([[], null, []]);
  });
});

test('a word that would narrow the figure and is not understood is asked about by name', () => {
  const { status, sentence } = askOf(american, 'how much did I spend on groceries and zorbing last month');
  expect(status).not.toBe('answered');
  expect(sentence).toContain('zorbing');
});

test('the figure on the card is the one in the sentence', () => {
  for (const question of ['how much did I spend last month', 'groceries in January', 'how much have I spent on Netflix in total']) {
    const { figures, sentence, evidence } = askOf(american, question);
    expect(sentence).toContain(figures[0]?.text ?? 'no figure');
    expect(Math.abs(evidence?.sums[0]?.minor ?? 0)).toBe(figures[0]?.value);
  }
});

describe('money in words', () => {
  test.each([
    [161299, 'USD', 'en-US', '$1,612.99', '1612.99 US dollars'],
    [1500, 'USD', 'en-US', '$15.00', '15 US dollars'],
    [1200, 'JPY', 'en-US', '¥1,200', '1200 Japanese yen'],
  ])('%s %s in %s', (minor, currency, locale, eye, ear) => {
    expect(moneyWords(minor, currency, locale)).toBe(eye);
    expect(moneySpoken(minor, currency, locale)).toBe(ear);
  });
  test('a fraction of a cent is rounded, yen have none, dinars three', () => {
    expect([decimal(471.43, 'USD'), decimal(1200, 'JPY'), decimal(1234, 'KWD')]).toEqual([4.71, 1200, 1.234]);
  });
});
