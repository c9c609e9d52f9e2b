// Two cards and one family: what shops gave back, one thing on which of two cards, payments to a card, rows sent by name, and what
// other people have.
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { askOf, TODAY, totalOf } from '../names/households.ts';
import { mesa } from '../names/mesa.ts';

const totals = (table: readonly (readonly [string, number | string])[]) => {
  it.each(table)('%s', (question, total) => expect(totalOf(mesa, question)).toBe(total));
};
const statuses = (status: string, questions: readonly string[]) => {
  it.each(questions)('%s', (question) => expect(askOf(mesa, question).status).toBe(status));
};
/** The first cells of the last turn's rows. */
function lastOf(...turns: string[]): unknown[][] {
  const conversation = newConversation();
  return turns.map((question) => ask(mesa, { question, today: TODAY, conversation })).at(-1)?.rows ?? [];
}

describe('stores that give back are all of them', () => {
  totals([
    ['how many refunds did the stores give us this year', 3],
    ['how many refunds did we get from shops this year', 3],
    ['what have stores refunded us in 2026', 55],
    ['refunds from the merchants this year', 55],
    ['how much money back from the shops in March', 25],
    ['how much did stores give back in February', 30],
    ['refunds from target this year', 30],
  ]);
});

describe('of one thing, which of two cards', () => {
  it.each([
    'is more gas going on the chase or the discover this year',
    'do we put more gas on the chase or the discover',
    'which card gets more gas, chase or discover',
    'gas on chase vs discover in 2026',
    'more gas on discover than on chase this year?',
    'compare gas on the chase card and the discover card',
  ])('%s', (question) => expect(askOf(mesa, question).sentence).toMatch(/\$91\.00/));
});

describe('a verb around what is laid out', () => {
  it.each([
    'break the chase down by category for February',
    'break my chase card down by category in February',
    'can you break the Chase card down by category for February',
    'break February on the chase down by category',
  ])('%s', (question) =>
    expect(
      askOf(mesa, question)
        .rows.map((row) => row.slice(0, 2))
        .sort(),
    ).toEqual([
      ['Food & Drink', 40],
      ['Groceries', 120],
      ['Shopping', 90],
    ]),
  );
});

describe('a payment to the card is own money moved', () => {
  totals([
    ['what was the February autopay to the Chase card', 250],
    ['the March autopay on the chase', 280],
    ['chase autopay in January', 300],
    ['how much was the autopay for the chase card in February', 250],
    ['payments to the chase card in March', 280],
  ]);
});

describe('rows that somebody sent', () => {
  const zelles = [1000, 1500];
  it.each([
    'Every Zelle from Nadia Okoro with dates',
    'every zelle from nadia okoro',
    'each zelle from Nadia Okoro with the dates and amounts',
    'list the zelle payments from Nadia Okoro',
  ])('%s', (question) => expect(askOf(mesa, question).rows.map((row) => row.at(-1))).toEqual(expect.arrayContaining(zelles)));
  it.each(['what is the sum of those', 'add those up', 'what do they come to altogether'])('%s', (turn) =>
    expect(lastOf('every zelle from Nadia Okoro', turn)[0]?.[0]).toBe(2500),
  );
  it.each(['how much was it that time', 'what did we spend that time', 'and how much was that', 'how much did it cost that day'])(
    '%s, of the last time',
    (turn) => expect(lastOf('when were we last at Harkins', turn)[0]).toContain(18),
  );
  totals([
    ['how much has our client Nadia Okoro zelled us', 2500],
    ['what did aunt Nadia Okoro send us', 2500],
    ['how much did we pay the sitter Monica Klein in February', 40],
  ]);
});

describe('money that came in, but own money moved about', () => {
  totals([
    ['all the money that came in during February, not counting moving our own around', 3953],
    ['what came in in February, leaving out money we shuffled ourselves', 3953],
    ['income in February without moving money between our own accounts', 3953],
    ['income in February, not counting transfers between our accounts', 3953],
  ]);
});

describe('what a person has is in nobody else’s statements', () => {
  statuses('declined', [
    'what does monica klein make a year',
    'how much does Nadia Okoro make a month',
    "what is monica klein's salary",
    "Nadia Okoro's income",
    'what does nadia earn a year',
  ]);
  totals([['what did Nadia Okoro pay us in 2026', 1500]]);
});

describe('a bank whose name is a plain word, where an account stands', () => {
  totals([
    ['chase against discover in March', 50],
    ['spending on chase but not discover in March', 50],
    ['gas without discover this year', 33],
    ['March minus discover', 50],
    ['March spending except chase', 37],
    ['is more gas on chase than discover in 2026', 33],
    ['everything but discover in March', 50],
    ['just chase in March, what did we spend', 50],
  ]);
});

describe('who hands money over gives it to us', () => {
  totals([
    ['how much has Monica Klein sent', 60],
    ['how much did monica klein pay in March', 60],
    ['what has Nadia Okoro paid this year', 1500],
    ['how much did Nadia Okoro give us', 2500],
    ['what did we pay Monica Klein', 40],
    ['how much has banner paid', 6300],
    ['zelles we got in 2026', 1560],
    ['the zelle payments we received in March', 60],
  ]);
});

describe('who got it narrows no payment of a payer', () => {
  totals([
    ['how much has Banner paid Southwest', 'clarify'],
    ['how much has Nadia Okoro paid bath', 2500],
  ]);
});
