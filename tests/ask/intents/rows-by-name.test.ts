// Questions without a verb, and the ways in which one and the same thing is said: rows by their name, a ranking by its noun.
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import type { QueryPlan } from '../../../src/ask/plan/plan.ts';
import { ledgerOf } from '../names/households.ts';

const checking = `
  2025-03-03 -40.00 BLUE BOTTLE COFFEE
  2025-05-09 -20.00 BLUE BOTTLE COFFEE
  2026-01-02 -60.00 KROGER #0907
  2026-01-09 -250.00 BEST BUY 00012
  2026-02-06 -24.00 KROGER #0907
  2026-02-10 -150.00 KROGER #0907
  2026-02-13 -16.00 BLUE BOTTLE COFFEE
  2026-02-14 -32.00 BLUE BOTTLE COFFEE
  2026-02-20 -8.00 BLUE BOTTLE COFFEE
  2026-02-21 -18.00 24 HOUR FITNESS
  2026-03-06 -5.00 BLUE BOTTLE COFFEE`;
const db = ledgerOf([{ name: 'Checking', institution: null, kind: 'checking', rows: checking }], 'USD');
const answer = (question: string) => ask(db, { question, today: '2026-03-20', conversation: newConversation() });
function planOf(question: string): QueryPlan | undefined {
  const conversation = newConversation();
  ask(db, { question, today: '2026-03-20', conversation });
  return conversation.plans.at(-1);
}

describe('a noun phrase names rows', () => {
  it.each([
    ['February purchases above 100', ['2026-02-10']],
    ['Kroger transactions, January to February', ['2026-01-02', '2026-02-06', '2026-02-10']],
    ["this year's Kroger purchases of at least 50 dollars", ['2026-01-02', '2026-02-10']],
    ['everything I bought at Kroger in February', ['2026-02-06', '2026-02-10']],
    ['February 6 purchases', ['2026-02-06']],
    ['what did I spend money on on the 13th of February', ['2026-02-13']],
    ['what has gone out this year that was more than 200', ['2026-01-09']],
    ['purchases between a hundred and two hundred bucks in February', ['2026-02-10']],
    ['anything of $100 or more in January?', ['2026-01-09']],
  ])('%s', (question, days) => {
    const { status, rows } = answer(question);
    expect([status, rows.map(([day]) => day).sort()]).toEqual(['answered', days]);
  });

  it('says what they come to, where they are all of them', () => {
    expect(answer('Kroger transactions, January to February').sentence).toContain('3 transactions');
    expect(answer('Kroger transactions, January to February').sentence).toContain('$234.00 in all');
    expect(answer('show my last 2 Kroger transactions').sentence).not.toContain('in all');
  });

  it.each(['how much were my February purchases', 'total of Kroger purchases', 'number of Kroger purchases', 'Kroger purchases per month'])(
    'another measure is no list: %s',
    (question) => expect(planOf(question)?.ask).not.toBe('list'),
  );
});

describe('a ranking by its noun', () => {
  it.each([
    ['the merchant with the most purchases', 'Blue Bottle Coffee'],
    ['the shop I go to the most', 'Blue Bottle Coffee'],
    ['where have I shopped the most times?', 'Blue Bottle Coffee'],
    ["the merchant I've spent most with this year", 'Best Buy'],
    ['my number one merchant this year', 'Best Buy'],
  ])('%s', (question, payee) => {
    const { status, rows } = answer(question);
    expect([status, rows[0]?.[0]]).toEqual(['answered', payee]);
  });

  it('as many as were asked for', () => {
    expect(answer("the two merchants I've spent most with this year").rows.map(([payee]) => payee)).toEqual(['Best Buy', 'Kroger']);
    expect(answer('merchant totals this year please').rows).toHaveLength(4);
    expect(answer('which merchants got my money this year').rows).toHaveLength(4);
  });

  it.each(['number of different merchants', 'how many distinct merchants do I have'])('counted: %s', (question) =>
    expect(answer(question).rows[0]?.[0]).toBe(4),
  );

  it('what was said of the most is never answered with a sum', () =>
    expect(planOf('what did I drop the most on in one go this year')).toMatchObject({ ask: 'extreme', order: 'largest' }));
});

describe('set against each other', () => {
  it.each([
    ['Blue Bottle 2026 minus Blue Bottle 2025', 1],
    ['Blue Bottle in February minus March 2026', 51],
  ])('%s', (question, difference) => expect(Math.abs(Number(answer(question).rows[0]?.[2]))).toBe(difference));

  it('a year beside a part of another stands for the same part of it', () => {
    const plan = planOf('Blue Bottle January to March, this year compared with last year');
    expect(plan?.ask === 'compare' && plan.sides.map(({ scope }) => scope.period?.ranges)).toEqual([
      [{ from: '2026-01-01', until: '2026-04-01' }],
      [{ from: '2025-01-01', until: '2025-04-01' }],
    ]);
  });

  it('what is set against itself is asked about', () =>
    expect(answer('Kroger versus Kroger, what is the difference').status).not.toBe('answered'));
});

describe('whose the words are', () => {
  it.each([
    ['all Friday spending in February', 48],
    ['Friday spending in February', 48],
    ['spending from Friday the 13th to Saturday the 14th of February 2026', 48],
    ['Kroger and Blue Bottle in February, together', 230],
  ])('%s', (question, sum) => expect(answer(question).rows[0]?.[0]).toBe(sum));

  it('a number of the payee is no number of rows', () =>
    expect(answer('last 24 Hour Fitness payment, when').rows[0]?.[0]).toBe('2026-02-21'));
});

describe('said the other way round', () => {
  it.each([
    ['which weekday is the most expensive for me', 'Friday'],
    ['what month was the most expensive for me', '2026-01'],
    ['out of all my merchants, which one eats the most money', 'Best Buy'],
    ['which Kroger trip cost the most', '2026-02-10'],
    ["what's the largest amount I've spent at Kroger in one trip", '2026-02-10'],
  ])('%s', (question, first) => expect(answer(question).rows[0]).toContain(first));

  it.each([
    ["what was 2025's Blue Bottle spending", 60],
    ['was I at Kroger at any point in February', 2],
    ['Kroger on every account together', 234],
  ])('%s', (question, figure) => expect(answer(question).rows.length === figure ? figure : answer(question).rows[0]?.[0]).toBe(figure));

  it('the same again for another time', () => {
    const conversation = newConversation();
    ask(db, { question: 'Kroger purchases in January', today: '2026-03-20', conversation });
    const { rows } = ask(db, { question: 'do that for February', today: '2026-03-20', conversation });
    expect(rows.map(([day]) => day)).toEqual(['2026-02-06', '2026-02-10']);
  });

  it('a word said after a comma is not passed over', () =>
    expect(answer('Kroger purchases, online, in February').status).not.toBe('answered'));

  it.each([
    ['not last month but the one before, how much at Kroger', 60],
    ['my Kroger total for January, what is it?', 60],
    ['number of merchants I have bought from', 4],
    ['how much at Blue Bottle when I was in January 2026', 'empty'],
  ])('%s', (question, figure) => {
    const { status, rows } = answer(question);
    expect(status === 'answered' ? rows[0]?.[0] : status).toBe(figure);
  });

  it('the previous month of last month is the one before it', () => {
    const conversation = newConversation();
    ask(db, { question: 'how much at Kroger last month', today: '2026-03-20', conversation });
    expect(ask(db, { question: 'and the previous month?', today: '2026-03-20', conversation }).rows[0]?.[0]).toBe(60);
  });

  it.each(['how much was Kroger to begin with', 'how much did Kroger cost at first', 'what did Kroger cost initially'])(
    'the first of several prices is no sum: %s',
    (question) => expect(planOf(question)?.ask).not.toBe('total'),
  );

  it('what goes up or down does so in no autumn', () =>
    expect(planOf('from 2025 to 2026, how many percent did Kroger rise or fall')).toMatchObject({ ask: 'compare', show: 'percent' }));

  it('a month’s spending is nobody else’s', () => expect(answer("did January's spending go over February's").refused).not.toBe('others'));
});
