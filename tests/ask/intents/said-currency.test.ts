// A currency that was said is the one of the answer; one that no row is in is said to be missing, and never passed over.
import { expect, test } from 'vitest';
import { american, askOf, british, southern } from '../support/ledger.ts';

test.each([
  ['how much did I spend in yen', 'JPY'],
  ['what did I spend in swiss francs last month', 'CHF'],
  ['how much in canadian dollars this year', 'CAD'],
  ['spending in american dollars', 'USD'],
  ['how much did we spend in hungarian forints', 'HUF'],
  ['total in singapore dollars please', 'SGD'],
  ['how much did I spend in Aussie dollars', 'AUD'],
])('%s, where there are none', (question, code) => {
  const { status, sentence } = askOf(british, question);
  expect([status, sentence]).toEqual(['empty', `I find no transactions in ${code}.`]);
});

test('one that is there', () => {
  expect(askOf(british, 'how much did I spend in euros').sentence).toMatch(/^You spent €115\.00/);
  expect(askOf(british, 'how much in pounds in January').sentence).toMatch(/^You spent £/);
  expect(askOf(southern, 'how much did we spend in american dollars').sentence).toMatch(/^You spent (?:US)?\$/);
});

test('dollars without a country are those of the ledger', () =>
  expect(askOf(american, 'how much did I spend in dollars in January').sentence).toMatch(/^You spent \$/));

test('top ups of a shop are spending, not money moved', () =>
  expect(askOf(british, 'how much were the asos top ups').sentence).not.toMatch(/moved/));

test('before the refund is the whole of what was paid', () => {
  expect(askOf(british, 'what did I spend at asos before the refund').sentence).toMatch(/^You spent £60\.00/);
  expect(askOf(british, 'what did I spend at asos after the refund').sentence).toMatch(/^You spent £35\.00/);
});
