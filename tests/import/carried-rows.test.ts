// Balances that stand among the amounts, under words that no list has; and texts that came apart.
import { expect, test } from 'vitest';
import { issues, read, rows } from './read.ts';

const PLAIN = ['2024-03-02 -1000', '2024-03-05 -2000', '2024-03-14 4000', '2024-03-15 -500'];
const MOVES = ['2024-03-02,Kiosk,-10.00', '2024-03-05,Grocer,-20.00', '2024-03-14,Wages,40.00', '2024-03-15,Taxi,-5.00'];
const BALANCES = [90, 70, 110, 105];

test.each([['oldest first'], ['newest first']])('an opening and a closing are told by their balances, %s', async (order) => {
  const body = [
    '2024-03-01,Blorp at the outset,100.00,100.00',
    ...MOVES.map((move, at) => `${move},${BALANCES[at]}.00`),
    '2024-03-31,Blorp at last,105.00,105.00',
  ];
  const reading = await read(`Date,Text,Amount,Balance\n${(order === 'newest first' ? body.reverse() : body).join('\n')}\n`);
  expect(rows(reading).sort()).toEqual(PLAIN);
  expect(issues(reading).sort()).toEqual(['2 summary', '7 summary']);
});

test('without balances, by the rows that lead from one to the other', async () => {
  const reading = await read(
    `Date,Text,Amount\n2024-03-01,Blorp at the outset,100.00\n${MOVES.join('\n')}\n2024-03-31,Blorp at last,105.00\n`,
  );
  expect(rows(reading)).toEqual(PLAIN);
  const other = await read(
    `Date,Text,Amount\n2024-03-01,Blorp at the outset,100.00\n${MOVES.join('\n')}\n2024-03-31,Blorp at last,106.00\n`,
  );
  expect(other.entries).toHaveLength(6);
});

test('a first deposit, and an amount as large as a balance that stands on every row, are rows', async () => {
  const first = await read(
    'Date,Text,Amount,Balance\n2024-03-01,Deposit,100.00,100.00\n2024-03-02,Kiosk,-10.00,90.00\n2024-03-05,Grocer,-20.00,70.00\n2024-03-14,Deposit again,50.00,120.00\n',
  );
  expect(first.entries).toHaveLength(4);
  const constant = await read(
    `Date,Text,Amount,Balance\n${[...MOVES, '2024-03-17,Bonus,105.00', '2024-03-18,Bonus,105.00'].map((move) => `${move},105.00`).join('\n')}\n`,
  );
  expect(constant.entries).toHaveLength(6);
});

test('a comma in a text without quotes does not move the figures', async () => {
  const torn = MOVES.map((move, at) => `${move},${BALANCES[at]}.00`);
  torn[1] = '2024-03-05,Grocer 12, Seattle, WA,-20.00,70.00';
  const reading = await read(`Date,Text,Amount,Balance\n${torn.join('\n')}\n`);
  expect(rows(reading)).toEqual(PLAIN);
  expect(reading.entries[1]).toMatchObject({ descriptor: 'Grocer 12, Seattle, WA', balance: 7000 });
});

test('a minus may be a hyphen that does not break', async () => {
  expect(rows(await read('Date;Text;Amount\n2024-03-02;Kiosk;\u201110,00\n2024-03-14;Wages;40,00\n2024-03-20;Taxi;\u20115,00\n'))).toEqual([
    '2024-03-02 -1000',
    '2024-03-14 4000',
    '2024-03-20 -500',
  ]);
});
