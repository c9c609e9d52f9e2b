// The period of the letterhead as a proof of the order of day and month.
import { expect, test } from 'vitest';
import { asks, read, rows } from './read.ts';

const TABLE = 'Date,Description,Amount\n04/03/2024,Shop,-3.00\n06/03/2024,Cafe,-4.00\n08/03/2024,Pub,-5.00\n';
const MARCH = ['2024-03-04 -300', '2024-03-06 -400', '2024-03-08 -500'];

test.each([
  ['month names on one line', 'Account,123\nStatement period,01 Mar 2024 - 31 Mar 2024\n\n', MARCH],
  ['year first, over two lines', 'Account,123\nFrom,2024-03-01\nTo,2024-03-31\n\n', MARCH],
  ['of the other order', 'Period: 3/25/2024 - 9/5/2024\n\n', ['2024-04-03 -300', '2024-06-03 -400', '2024-08-03 -500']],
])('a period in %s proves it', async (_, letterhead, expected) => {
  const reading = await read(letterhead + TABLE);
  expect(rows(reading).map((row) => row.slice(0, 15))).toEqual(expected);
  expect(asks(reading)).toEqual([]);
});

test('a period written with four digits of the year proves days written with two', async () => {
  const reading = await read(`From 01/03/2024 to 31/03/2024\n\n${TABLE.replaceAll('/2024', '/24')}`);
  expect(rows(reading)).toEqual(MARCH);
  expect(asks(reading)).toEqual([]);
});

test.each([
  ['a day of download', 'Downloaded,05 Apr 2024\n\n'],
  ['a period that holds both readings', 'Period,01 Jan 2024 - 31 Dec 2024\n\n'],
  ['a period that holds neither', 'Period,01 Jan 2023 - 31 Jan 2023\n\n'],
  ['a period that reads both ways itself', 'Period,02/03/2024 - 12/10/2024\n\n'],
])('%s proves nothing', async (_, letterhead) => {
  expect(asks(await read(letterhead + TABLE))).toContain('date-order');
});

test('a date in the letterhead asks nothing where the rows need no order', async () => {
  const reading = await read(`Fecha de descarga: 01/04/2024\n\nFecha,Concepto,Importe\n2024-03-04,Tienda,-3.00\n2024-03-06,Bar,-4.00\n`);
  expect(asks(reading)).toEqual([]);
});
