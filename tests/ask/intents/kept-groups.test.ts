// Groups by a bound on their sum or on the number of their rows, on the American household: card and checking, October to 17 March.
import { expect, test } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { american, TODAY } from '../support/ledger.ts';

const answerTo = (question: string) => ask(american, { question, today: TODAY });
const labels = (question: string) => answerTo(question).rows.map(([label]) => label);

test.each<[string, (string | number)[], string[]]>([
  [
    'categories over 100',
    ['Groceries', 'Travel', 'Shopping', 'Gas', 'Entertainment'],
    [
      'which categories did I spend over 100 on',
      'what categories have I spent more than $100 on',
      'list the categories where I spent more than 100 dollars',
      'categories that I spent above 100 on',
    ],
  ],
  [
    'categories under 100',
    ['Food & Drink'],
    [
      'which categories did I spend less than 100 on',
      'what categories did I not spend more than 100 on',
      'which categories were under 100',
    ],
  ],
  [
    'payees over 400',
    ['Oakwood Properties', 'Whole Foods', 'Delta Air Lines'],
    [
      'which shops did I spend more than 400 at',
      'which payees cost me more than 400 dollars in total',
      'list the shops that got more than 400 from me',
    ],
  ],
  ['payees of a kind', ['Whole Foods', "Trader Joe's"], ['which supermarkets did I spend over 100 at']],
  [
    'months over 1500',
    ['2025-12', '2026-02'],
    [
      'in which months did I spend over 1500',
      'which months did spending exceed 1500',
      'months where I spent over 1500',
      'which months went above $1,500',
    ],
  ],
  ['months between', ['2025-11', '2026-01', '2026-03'], ['which months did I spend between 1300 and 1500']],
  ['months of one category', ['2026-01', '2026-02', '2026-03'], ['which months did groceries cost more than 100']],
  ['accounts', ['Checking'], ['which accounts did I spend more than 5000 from']],
  ['a bound in February', ['Groceries'], ['what categories went over 200 in February']],
  [
    'visits',
    ['Starbucks', 'Oakwood Properties', 'Netflix'],
    ['which payees have I visited more than 5 times', 'which shops did I go to at least 6 times'],
  ],
  ['how many months', [2], ['in how many months did I spend more than 1500 dollars', 'how many months did spending exceed 1500']],
  ['how many months of groceries', [1], ['how many months did I spend over 200 on groceries']],
  ['how many categories', [5], ['how many categories did I spend over 100 on']],
  ['how many days', [9], ['how many days did I spend more than 100', 'on how many days did I spend more than 100']],
])('%s', (_meaning, expected, questions) => {
  for (const question of questions) expect(labels(question), question).toEqual(expected);
});

test.each([
  ['a bound on single rows', 'which purchases were over 100', 9],
  ['the same, counted', 'how many purchases over 100 did I make', [[9]]],
  ['payees of such rows', 'how many shops had purchases over 100', [[4]]],
  ['one purchase each', 'which shops did I spend over 100 at in a single purchase', 9],
  ['a size of goods', 'what groceries did I buy over 100', 1],
])('%s is no bound on groups', (_what, question, expected) => {
  const { status, rows } = answerTo(question);
  expect(status).toBe('answered');
  expect(typeof expected === 'number' ? rows.length : rows).toEqual(expected);
});

test.each([
  'which categories did I spend about 100 on',
  'which categories did I spend over 100 on each month',
  'which shops did I never spend more than 50 at',
  'how many months in a row did I spend over 1500',
  'which categories average over 100 a month',
  'which months did I spend over 1500 and under 200',
  'which accounts have over 1000 in them',
])('"%s" says more than a plan of groups can, and is asked about', (question) => {
  const { status, rows } = answerTo(question);
  expect([status, rows]).toEqual(['clarify', []]);
});

test('the rows beneath are those of the groups that are kept, and add up to them', () => {
  const { evidence, rows, sentence, notes } = answerTo('which categories did I spend more than 200 on');
  expect(rows).toEqual([
    ['Groceries', 580],
    ['Travel', 460],
    ['Shopping', 284.99],
  ]);
  expect(evidence?.sums).toEqual([{ currency: 'USD', minor: -132499 }]);
  expect(new Set(evidence?.rows.map(({ category }) => category))).toEqual(new Set(['Groceries', 'Travel', 'Shopping']));
  expect(sentence).toBe('3 categories with more than 200: Groceries $580.00, Travel $460.00, Shopping $284.99.');
  expect(notes).toContain('What has no category is not among them.');
});

test('payees too have their own rows beneath', () => {
  const { evidence } = answerTo('which payees cost me more than 430 dollars in total');
  expect(new Set(evidence?.rows.map(({ payee }) => payee))).toEqual(new Set(['Oakwood Properties', 'Whole Foods']));
});

test('none is said as none', () => {
  expect(answerTo('which months did I spend over 9000')).toMatchObject({
    status: 'empty',
    sentence: 'I find no month with more than 9000.',
  });
  expect(answerTo('how many months did I spend over 9000')).toMatchObject({ status: 'empty', rows: [] });
});

test('months without anything are named, for they are below every bound', () => {
  expect(answerTo('in how many months did I spend under 50 on travel').notes).toContain(
    'Only months in which there was anything are counted.',
  );
});

test('taken off the card, the bound is gone and the groups stay', () => {
  const all = ask(american, { question: 'which categories did I spend more than 200 on', today: TODAY, without: ['amount'] });
  expect(all.rows.length).toBe(7);
});

test('a turn that follows keeps the groups, with other days or another bound, or is asked about', () => {
  const conversation = newConversation();
  const turn = (question: string) => ask(american, { question, today: TODAY, conversation });
  turn('which categories did I spend more than 200 on');
  expect(turn('and in February?').rows).toEqual([['Groceries', 230]]);
  expect(turn('and over 30?').rows.map(([label]) => label)).toEqual(['Groceries', 'Travel', 'Gas']);
  expect(turn('list them').status).toBe('clarify');
});
