// What the ledger shows nothing of: that there is nothing is said of a shop that was named, and of nothing else.
import { describe, expect, test, vi } from 'vitest';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { askOf, british, southern } from '../support/ledger.ts';

const choices = (question: string): string[] => askOf(southern, question).choices.map(({ text }) => text);

describe('a kind that no payee is known as is asked for', () => {
  test.each([
    'how much did we spend on flowers in 2026',
    'what did our haircuts cost',
    'what have I spent on haircuts',
    'how many haircuts did I pay for last year',
  ])('%s', (question) => {
    const { status, sentence } = askOf(southern, question);
    expect([status, sentence]).toEqual(['clarify', expect.stringMatching(/^I know none of your payees as .+\. Is it one of these\?$/)]);
    expect(choices(question)).not.toEqual([]);
  });
  test('where every payee is known, there is none', () =>
    expect(askOf(british, 'what have I spent on haircuts').sentence).toBe('I find no transactions on haircuts.'));
  test('a choice asks the same of that payee', () => {
    const { choices } = askOf(southern, 'how much did we spend on flowers in 2026');
    const [first] = choices;
    expect(first?.question).toBe(`how much did we spend on ${first?.text} in 2026`);
    expect(askOf(southern, first?.question ?? '').status).not.toBe('clarify');
  });
  test('however it was written', () => {
    const { choices } = askOf(southern, 'How much did we spend on Flowers in 2026');
    expect(choices[0]?.question).toBe(`How much did we spend on ${choices[0]?.text} in 2026`);
  });
  test('but whether there was any has an answer', () => expect(askOf(southern, 'did we pay for a vet this year?').status).toBe('empty'));
});

describe('a shop that was named and is not there is said to be missing', () => {
  test.each(['How much did I spend at Zabars?', 'what did we spend at ikea', 'total paid to zorblatt', 'Nordstrom last year total'])(
    '%s',
    (question) => expect(askOf(british, question).status).toBe('empty'),
  );
});

test.each(['How much did I spend at Zabars?', 'what did we spend at ikea', 'paid to Chemist Zorb', 'paid to Craig', 'paid to Craig Zorb'])(
  'not every payee is gone through to find that there is none: %s',
  (question) => {
    askOf(southern, question); // what is looked up by is made once a ledger
    const { payees } = namesOf(southern);
    const all = [vi.spyOn(payees, 'values'), vi.spyOn(payees, 'entries'), vi.spyOn(payees, 'forEach'), vi.spyOn(payees, Symbol.iterator)];
    askOf(southern, question);
    for (const through of all) {
      expect(through).not.toHaveBeenCalled();
      through.mockRestore();
    }
  },
);

describe('a word that could be anything is not taken for a shop', () => {
  test.each(['zorb cost total', 'how much did I spend since Zorblatt Day'])('%s', (question) =>
    expect(askOf(british, question).status).toBe('clarify'),
  );
});
