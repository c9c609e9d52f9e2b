// Names that people say in other pieces than the bank prints them: two words of grammar that are one name, a word within a name.
import { expect, test } from 'vitest';
import { askOf, ledgerOf, totalOf } from './households.ts';

const db = ledgerOf(
  [
    {
      name: 'Current',
      institution: null,
      kind: 'checking',
      rows: `
      2026-02-01 -28.99 PLUSNET PLC BB0931
      2026-02-03 -64.00 SHELL UK
      2026-02-04 -3.20 SUPERTRAM
      2026-02-09 -3.20 SUPERTRAM
      2026-02-11 -41.00 NORTHERN TRAINS
      2026-02-12 -18.00 OPENAI *CHATGPT SUBSCR
      2026-02-13 -8.00 JUST EAT
      2026-02-13 -9.00 ONSTAR
      2026-02-13 -12.00 STARBUCKS
      2026-02-14 -90.00 DISHOOM RESTAURANT
      2026-02-27 1500.00 ACME SALARY`,
    },
  ],
  'GBP',
);

test.each([
  ['how much went to plus net', 28.99],
  ['what did plus net cost in February', 28.99],
  ['how much did I spend on the tram in February', 6.4],
  ['tram spending', 6.4],
  ['how much went to chat gpt in February', 18],
  ['how much went to plus net and super tram in February', 35.39],
  ['how much on star bucks in February', 12],
])('%s', (question, total) => expect(totalOf(db, question)).toBe(total));

test('what one does at a place to eat is no shop of that name', () => {
  expect(askOf(db, 'which place to eat got the most of my money').sentence).toContain('Dishoom');
});

test('the words are no name where they stand for themselves', () => {
  expect(askOf(db, 'what was my net in February').understood).toContain('income less spending');
});

test('what was taken for the word is said', () => {
  expect(askOf(db, 'how many times did I take the tram').assumed.join()).toContain('Supertram');
});
