// Conversations of two to five turns: each turn keeps what it does not change, and the card says what was understood.
import { expect, test } from 'vitest';
import { newConversation } from '../../../src/ask/conversation.ts';
import { ask } from '../../../src/ask/ask.ts';
import type { Household } from '../support/ledger.ts';
import { ledgers, TODAY } from '../support/ledger.ts';

type Turn = [question: string, understood: string, figure?: string | number];

const conversations: [Household, ...Turn[]][] = [
  [
    'american',
    ['how much did I earn in February', 'Total income in February 2026', 3000],
    ['and what did we spend', 'Total spending in February 2026', 1612.99],
    ['so how much was left over', 'Total income less spending in February 2026', 1387.01],
    ['and what went out', 'Total spending in February 2026', 1612.99],
    ['and what did I earn', 'Total income in February 2026', 3000],
  ],
  [
    'american',
    ['groceries in February', 'Total spending on groceries in February 2026', 230],
    ['top three there', 'Spending by payee on groceries in February 2026', 'Whole Foods'],
    ['and in January?', 'Spending by payee on groceries in January 2026', 'Whole Foods'],
  ],
  [
    'american',
    ['how much did I spend at Starbucks in February', 'Total spending at Starbucks in February 2026', 15],
    ['top two there', 'Largest purchases at Starbucks in February 2026', '2026-02-03'],
  ],
  [
    'american',
    ['how much is Netflix', 'Latest price at Netflix', 'Netflix'],
    ['when did that go up', 'Price changes at Netflix', '2026-01-12'],
    ['by how much?', 'Price changes at Netflix', '2026-01-12'],
  ],
  [
    'british',
    ['when did the rent last go up', 'Price changes on rent', '2026-03-01'],
    ["and Spotify's?", 'Price changes at Spotify'],
    ['and the rent?', 'Price changes on rent', '2026-03-01'],
  ],
  [
    'american',
    ['what was my largest purchase in February', 'Largest purchases in February 2026', '2026-02-02'],
    ['who did I buy it from', 'Largest purchases in February 2026', '2026-02-02'],
    ['what day was that', 'Largest purchases in February 2026', '2026-02-02'],
    ['and in January?', 'Largest purchases in January 2026', '2026-01-02'],
  ],
  [
    'american',
    ['how much did I spend on gas in February', 'Total spending on gas in February 2026', 38],
    ['and how many fill-ups', 'Number of purchases on fill-ups in February 2026', 1],
    ['and in January?', 'Number of purchases on fill-ups in January 2026', 1],
  ],
  [
    'american',
    ['how much did I spend at Uber in February', 'Total spending at Uber in February 2026', 40],
    ['how many rides was that?', 'Number of purchases at Uber in February 2026', 2],
  ],
  [
    'american',
    ['how much did I spend at Starbucks in February', 'Total spending at Starbucks in February 2026', 15],
    ['and Uber', 'Total spending at Uber in February 2026', 40],
    ['both of them together', 'Total spending at Starbucks and Uber in February 2026', 55],
  ],
  [
    'american',
    ['how much did I spend at Starbucks in February', 'Total spending at Starbucks in February 2026', 15],
    ['same for Uber', 'Total spending at Uber in February 2026', 40],
    ['the difference?', 'Starbucks against Uber: spending', 15],
    ['which was more', 'Starbucks against Uber: spending', 15],
  ],
  [
    'american',
    ['where did my money go in February', 'Spending by category in February 2026', 'Uncategorised'],
    ['take the rent out', 'Spending by category without rent in February 2026', 'Groceries'],
    ['put the rent back', 'Spending by category in February 2026', 'Uncategorised'],
  ],
  [
    'american',
    ['biggest payees in February', 'Spending by payee in February 2026', 'Oakwood Properties'],
    ['without Whole Foods', 'Spending by payee without Whole Foods in February 2026', 'Oakwood Properties'],
    ['list them', 'List of spending without Whole Foods in February 2026', '2026-02-02'],
  ],
  [
    'american',
    ['how much on groceries in February', 'Total spending on groceries in February 2026', 230],
    ["drop Trader Joe's", "Total spending on groceries without Trader Joe's in February 2026", 200],
    ['forget the groceries', "Total spending without Trader Joe's in February 2026", 1582.99],
  ],
  [
    'american',
    ['how much on groceries in February', 'Total spending on groceries in February 2026', 230],
    ['average instead', 'Average of purchases on groceries in February 2026', 76.67],
    ['per month?', 'Average purchases per month on groceries in February 2026', 230],
    ['and in January?', 'Average purchases per month on groceries in January 2026', 140],
  ],
  [
    'american',
    ['how much on groceries in February', 'Total spending on groceries in February 2026', 230],
    ['list them', 'List of spending on groceries in February 2026', '2026-02-07'],
    ['just the card', 'List of spending on groceries with card in February 2026', '2026-02-07'],
    ['add them up', 'Total spending on groceries with card in February 2026', 230],
  ],
  [
    'american',
    ['how much did I spend at Starbucks in February', 'Total spending at Starbucks in February 2026', 15],
    ['no, I meant Uber', 'Total spending at Uber in February 2026', 40],
    ['and in March', 'Total spending at Uber in March 2026 so far'],
    ['go back', 'Total spending at Uber in February 2026', 40],
    ['go back', 'Total spending at Starbucks in February 2026', 15],
  ],
  [
    'american',
    ['how much did I spend at Starbucks in February', 'Total spending at Starbucks in February 2026', 15],
    ['and Uber', 'Total spending at Uber in February 2026', 40],
    ['the other one', 'Total spending at Starbucks in February 2026', 15],
  ],
  [
    'american',
    ['what share of my spending was groceries in February', 'Share of spending in February 2026', 14.26],
    ['and in March?', 'Share of spending in March 2026 so far', 8.94],
    ['and gas?', 'Share of spending in March 2026 so far', 3.09],
  ],
  [
    'american',
    ['groceries in February vs January', 'February 2026 against January 2026: spending', 230],
    ['as a percentage', 'February 2026 against January 2026: spending', 230],
    ['and gas?', 'February 2026 against January 2026: spending', 38],
  ],
  [
    'american',
    ['how much did I get refunded in February', 'Total refunds in February 2026', 20],
    ['what was it for', 'List of refunds in February 2026', '2026-02-12'],
  ],
  [
    'american',
    ['how much did I spend on groceries in February', 'Total spending on groceries in February 2026', 230],
    ['where was that', 'Spending by payee on groceries in February 2026', 'Whole Foods'],
  ],
  [
    'american',
    ['cheapest purchase in February', 'Smallest purchases in February 2026', '2026-02-10'],
    ['the next one', 'Smallest purchases in February 2026', '2026-02-17'],
  ],
  [
    'american',
    ['how much did I spend on groceries in February', 'Total spending on groceries in February 2026', 230],
    ['is that more than January', 'February 2026 against January 2026: spending', 230],
    ['by how much?', 'February 2026 against January 2026: spending', 90],
  ],
  [
    'american',
    ['when did I last go to Starbucks', 'Last of purchases at Starbucks', '2026-03-17'],
    ['and the time before that', 'List of purchases at Starbucks', '2026-03-13'],
  ],
];

test.each(conversations)('%s %s', (household, ...turns) => {
  const conversation = newConversation();
  for (const [question, understood, figure] of turns) {
    const answer = ask(ledgers[household], { question, today: TODAY, conversation });
    expect(answer.understood, question).toBe(understood);
    if (figure === undefined) expect(answer.status, question).toBe('empty');
    else expect(answer.rows.flat(), question).toContain(figure);
  }
});

test.each([[], ['how much did I spend at Starbucks in February']])('"the other one" after %j has nothing to point to', (...before) => {
  const conversation = newConversation();
  for (const question of before) ask(ledgers.american, { question, today: TODAY, conversation });
  expect(ask(ledgers.american, { question: 'the other one', today: TODAY, conversation }).status).toBe('clarify');
});

test.each([
  'and them?',
  'how much was that',
  'what about it',
  'both of them together',
  'add them up',
  'when did that go up',
  'top three there',
])('"%s" without a conversation is asked back', (question) => {
  const { status, rows } = ask(ledgers.american, { question, today: TODAY });
  expect(rows, question).toEqual([]);
  expect(['clarify', 'declined']).toContain(status);
});

test('the sum of the largest few is no plan, so it is asked back', () => {
  const conversation = newConversation();
  ask(ledgers.american, { question: 'my 3 largest purchases in February', today: TODAY, conversation });
  expect(ask(ledgers.american, { question: 'add them up', today: TODAY, conversation }).status).toBe('clarify');
});

test('a turn that says something and changes nothing is asked back, never answered with the same again', () => {
  const conversation = newConversation();
  ask(ledgers.american, { question: 'groceries in January vs February', today: TODAY, conversation });
  const { status, rows } = ask(ledgers.american, { question: 'which store was the biggest there', today: TODAY, conversation });
  expect([status, rows]).toEqual(['clarify', []]);
});

test('what was carried is on the card', () => {
  const conversation = newConversation();
  ask(ledgers.american, { question: 'groceries in February', today: TODAY, conversation });
  const { chips } = ask(ledgers.american, { question: 'top three there', today: TODAY, conversation });
  expect(chips.filter(({ source }) => source === 'carried').map(({ slot }) => slot)).toEqual(
    expect.arrayContaining(['category', 'period']),
  );
});
