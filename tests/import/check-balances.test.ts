import { expect, test } from 'vitest';
import { read } from './read.ts';

const statement = (...rows: string[]): string => `Date,Description,Amount,Balance\n${rows.join('\n')}\n`;
const ROWS = ['2024-01-15,Shop,-4.50,95.50', '2024-01-17,Book,-20.00,75.50', '2024-01-18,Pay,100.00,175.50'];

test.each([
  ['oldest first', ROWS],
  ['newest first', [...ROWS].reverse()],
])('opening plus rows is closing, %s', async (_, rows) => {
  const { checks, accounts } = await read(statement(...rows));
  expect(checks).toEqual([{ account: '', currency: null, opening: 10000, closing: 17550, rows: 3, rowsMinor: 7550, agrees: true }]);
  expect(accounts[0]).toMatchObject({ opening: { minor: 10000 }, closing: { minor: 17550 } });
});

test('a row that is missing shows, and no balance is kept', async () => {
  const { checks, accounts } = await read(statement(...ROWS, '2024-01-20,Shop,-1.00,74.50', '2024-01-21,Shop,-1.00,73.50'));
  expect(checks).toMatchObject([{ opening: 10000, closing: 7350, agrees: false }]);
  expect(accounts[0]).toMatchObject({ opening: null, closing: null });
});

test.each([
  ['balances of some other kind', ['2024-01-15,Shop,-4.50,1.00', '2024-01-17,Book,-20.00,7.00', '2024-01-18,Pay,100.00,3.00']],
  ['one row', ROWS.slice(0, 1)],
])('%s prove nothing', async (_, rows) => {
  expect((await read(statement(...rows))).checks).toEqual([]);
});

test('each currency of a file has its own check', async () => {
  const { checks, accounts } = await read(
    'Date,Description,Amount,Currency,Balance\n2024-01-15,A,-4.50,EUR,95.50\n2024-01-16,B,-1.00,USD,9.00\n2024-01-17,C,-5.50,EUR,90.00\n2024-01-18,D,-2.00,USD,7.00\n',
  );
  expect(checks.map(({ currency, opening, closing, agrees }) => [currency, opening, closing, agrees])).toEqual([
    ['EUR', 10000, 9000, true],
    ['USD', 1000, 700, true],
  ]);
  expect(accounts[0]).toMatchObject({ opening: null, closing: null });
});
