// How bookkeepers, people in haste and people who change their mind put it: words before the question, what they leave out, what they name
// in a story, and what a part of a date says.
import { describe, expect, test } from 'vitest';
import { newConversation } from '../../../src/ask/conversation.ts';
import { ask } from '../../../src/ask/ask.ts';
import { ledgers, TODAY } from '../support/ledger.ts';

const db = ledgers.american;
const answer = (question: string) => ask(db, { question, today: TODAY, conversation: newConversation() });

describe('one figure, however it is asked for', () => {
  test.each([
    ['State the total spent at Whole Foods in February.', 200],
    ['Kindly specify what was spent at Whole Foods in February', 200],
    ['Please provide the sum for Whole Foods, February 2026', 200],
    ['whole foods since let us see february', 270],
    ['spending on groceries in february exclusive of whole foods', 30],
    ['State the amount spent on groceries in February, save for purchases from Whole Foods', 30],
    ['groceries in february, ex starbucks', 230],
    ['sooo how much was chipotle in february', 12],
    ['how much did we torch on chipotle in february', 12],
    ['how much at chipotle i mean starbucks in february', 15],
    ['what did groceries come to last year 2025', 80],
    ['groceries in the first-quarter of 2026', 500],
  ])('%s', (question, total) => {
    expect(answer(question).rows[0]?.[0]).toBe(total);
  });
});

test.each(['Identify each payment to Netflix since January', 'Please enumerate all payments to Netflix since January 2026'])(
  '%s',
  (question) => {
    expect(answer(question).rows).toHaveLength(3);
  },
);

test.each(['Anything at Ikea this year? how much', 'Any Wegmans in February? how much was it'])(
  'a shop that is not there: %s',
  (question) => {
    expect(answer(question).status).not.toBe('answered');
  },
);
