// Nothing said goes unheard: a word that nothing has read is asked about in a clause that asks, and a turn that leans on one that was not
// understood leans on nothing.
import { describe, expect, it } from 'vitest';
import { converse, ledgers, askOf } from '../support/ledger.ts';

const { british, american } = ledgers;
const statusOf = (question: string) => askOf(british, question).status;

describe('a word left over in the question is asked about', () => {
  it.each([
    'who supplied us in February and what did the curtains cost',
    'quorum of groceries in February',
    'groceries in February with the trolley',
    'largest ledge of the joint account in February',
    'how much did we spend in little sons last month',
    'monthly hedge of Tesco payments for 2026',
    'what did the whole caravan cost us in February',
    'Pret in February for the meeting',
    'how much did the orchard groceries come to in February',
    'what did the picnic groceries come to in January',
  ])('%s', (question) => expect(['clarify', 'declined']).toContain(statusOf(question)));
  it.each([
    ['how much did groceries cost us in February before we cut back a bit', '100.00'],
    ['my sister keeps saying I should cook so how much have we spent at Deliveroo', '32.00'],
    ['average Deliveroo basket in March', '32.00'],
    ['what did I fork out at Pret in February, a bit silly I know', '12.00'],
    ['how much has Pret swallowed in January, says my boss', '10.00'],
    ['how much does Spotify set me back, damn it', '11.99'],
  ])('%s is talk', (question, figure) => expect(askOf(british, question).sentence).toContain(figure));
});

describe('words that only stand inside a way of saying something are read for themselves', () => {
  it.each(['how much did we take out of the burrow in February', 'what did we draw from the casket last month'])('%s', (question) =>
    expect(statusOf(question)).not.toBe('answered'),
  );
});

describe('a turn that leans on one that was not understood', () => {
  const missed = 'how much for the quorum of the burrow in February';
  it.each([
    'how much of that was Tesco?',
    'of that, Tesco?',
    'and in January?',
    'just Tesco',
    'was it more than January',
    'how much was it',
  ])('%s', (question) => expect(converse(british, [missed, question]).status).toBe('clarify'));
  it.each([
    ['what did we spend at Tesco in February', '45.00'],
    ['Tesco in February', '45.00'],
    ['total at Tesco in January', '90.00'],
  ])('%s stands by itself', (question, figure) => expect(converse(british, [missed, question]).sentence).toContain(figure));
  it('an order in between changes nothing', () =>
    expect(converse(british, ['what did we spend at Tesco in February', 'cancel my Spotify', 'and in January?']).sentence).toContain(
      '90.00',
    ));
  it('a question for its subject waits for it', () =>
    expect(converse(british, ['how much', 'Tesco in February']).sentence).toContain('45.00'));
});

describe('what was left out before is asked for now', () => {
  it.each(['and Tesco?', 'what about Tesco', 'and at Tesco', 'Tesco?', 'just Tesco'])('%s', (question) =>
    expect(converse(british, ['groceries without Tesco in February', question]).sentence).toContain('45.00'),
  );
});

describe('whether it is still paid, after its cost', () => {
  it.each([
    'am I still paying for it?',
    'do I still pay for that',
    'are we still paying it',
    'is it still going out',
    'am I paying it any more',
  ])('%s', (question) => expect(converse(american, ['how much did Netflix cost me altogether', question]).sentence).toMatch(/^Yes/));
});

describe('who, and how much', () => {
  it.each([
    'who paid me in February, and how much',
    'who sent me money in February and how much was it',
    'who sent to me money in February, and how much?',
    'who gave me money in February',
  ])('%s', (question) => expect(askOf(british, question).rows[0]?.[0]).toMatch(/Bright/));
  it.each(['who did we pay in January', 'who took money off us in January and how much', 'which shops did we go to in January'])(
    '%s',
    (question) => expect(askOf(british, question).rows.length).toBeGreaterThan(3),
  );
});
