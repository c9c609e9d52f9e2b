// Money taken out as cash, asked of statements that hold none: never the whole of what was spent.
import { expect, test } from 'vitest';
import { emptyLedger, importFile } from '../../ledger/flows/ledger-of.ts';
import { askOf, southern } from '../support/ledger.ts';

const card = emptyLedger();
importFile(card, 'card.csv', 'USD', [
  ['2026-01-04', -42.5, 'TRADER JOES 0123'],
  ['2026-02-06', -18, 'NETFLIX.COM'],
]);

test.each([
  'how much cash have we withdrawn since January',
  'how much did we take out in cash in February',
  'how much money have I withdrawn this year',
])('%s', (question) => {
  expect(askOf(card, question)).toMatchObject({ status: 'empty' });
  // Where there is cash it is not said to be missing.
  expect(askOf(southern, 'how much cash have we withdrawn').status).toBe('answered');
});

test('what else was spent is still answered', () => {
  expect(askOf(card, 'how much have we spent').status).toBe('answered');
});
