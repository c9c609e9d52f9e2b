// Sums of the other rows, and balances at both ends, under words that no list has: told by figures alone, and not too easily.
import { expect, test } from 'vitest';
import { asks, issues, read, rows } from './read.ts';

const MOVES = ['2024-03-02,Kiosk,-10.45', '2024-03-05,Grocer,-20.10', '2024-03-14,Wages,812.40', '2024-03-15,Taxi,-5.30'];
const PLAIN = ['2024-03-02 -1045', '2024-03-05 -2010', '2024-03-14 81240', '2024-03-15 -530'];
const file = (lines: readonly string[]): string => `Date,Text,Amount\n${lines.join('\n')}\n`;

test.each([
  ['below, oldest first', [...MOVES, '2024-03-31,Blorp of it all,776.55'], ['6 summary']],
  ['above, newest first', ['2024-03-31,Blorp of it all,776.55', ...[...MOVES].reverse()], ['2 summary']],
  ['what went out and what came in', [...MOVES, '2024-03-31,Blorp,-35.85', '2024-03-31,Blurp,812.40'], ['7 summary', '6 summary']],
  ['the same without signs', [...MOVES, '2024-03-31,Blorp,812.40', '2024-03-31,Blurp,35.85'], ['7 summary', '6 summary']],
])('a sum of the rows is none: %s', async (_, lines, aside) => {
  const reading = await read(file(lines));
  expect(rows(reading).sort()).toEqual(PLAIN);
  expect(issues(reading)).toEqual(aside);
});

test.each([
  ['another figure', [...MOVES, '2024-03-31,Blorp,776.54']],
  ['too few rows', [...MOVES.slice(0, 2), '2024-03-31,Blorp,-30.55']],
  ['called like another row', [...MOVES, '2024-03-31,Wages,776.55']],
  ['not at an end', [...MOVES.slice(0, 3), '2024-03-15,Blorp,776.55', '2024-03-16,Taxi,-5.30']],
  ['as large as another', ['2024-03-01,A,-9.99', '2024-03-02,B,-4.50', '2024-03-03,B back,4.50', '2024-03-04,A again,-9.99']],
  ['whole figures', ['2024-03-01,A,-10.00', '2024-03-02,B,-20.00', '2024-03-03,C,-30.00', '2024-03-04,D,-60.00']],
  ['before the last day', [...MOVES, '2024-03-11,Blorp,776.55']],
])('a row that only might be a sum stays: %s', async (_, lines) => {
  expect((await read(file(lines))).entries).toHaveLength(lines.length);
});

test('a row that moved the balance was booked, whatever it adds up to', async () => {
  const lines = [
    '2024-03-02,Kiosk,-10.45,89.55',
    '2024-03-05,Grocer,-20.10,69.45',
    '2024-03-15,Taxi,-5.30,64.15',
    '2024-03-16,Rent,-35.85,28.30',
  ];
  expect((await read(`Date,Text,Amount,Balance\n${lines.join('\n')}\n`)).entries).toHaveLength(4);
});

const ENDS = ['2024-03-01,Alkuun,1500.00', ...MOVES, '2024-03-31,Loppuun,2276.55'];

test('a last row that all others lead to: whether the first is a balance too is asked', async () => {
  const reading = await read(file(ENDS));
  expect(rows(reading)).toEqual(PLAIN);
  expect(issues(reading)).toEqual(['7 summary', '2 summary']);
  expect(reading.asks).toMatchObject([{ key: 'carried', assumed: 'leave-out', readings: [{ rows: [] }, { rows: [{ minor: 150_000 }] }] }]);
});

test.each([
  ['keep', 5],
  ['leave-out', 4],
])('the answer holds: %s', async (carried, count) => {
  const reading = await read(file(ENDS), { carried });
  expect(reading.entries).toHaveLength(count);
  expect(asks(reading)).toEqual([]);
});

test.each([
  ['money out', ['2024-03-01,Alkuun,-15.01', ...MOVES, '2024-03-31,Loppuun,761.54']],
  ['known to come in', ['2024-03-01,Salary,1500.00', ...MOVES, '2024-03-31,Loppuun,2276.55']],
  ['later than another', ['2024-03-03,Alkuun,1500.00', ...MOVES, '2024-03-31,Loppuun,2276.55']],
  ['called like another', ['2024-03-01,Wages,1500.00', ...MOVES, '2024-03-31,Loppuun,2276.55']],
])('a first row that opens nothing stays, and nothing is asked: %s', async (_, lines) => {
  const reading = await read(file(lines));
  expect(reading.entries).toHaveLength(5);
  expect(asks(reading)).toEqual([]);
});

test('a closing that the rows do not lead to stays', async () => {
  expect((await read(file([...ENDS.slice(0, -1), '2024-03-31,Loppuun,2276.56']))).entries).toHaveLength(6);
});
