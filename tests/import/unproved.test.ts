// Where the file does not prove it, it is asked: a fee that no balance tells, wages that go out, a column of figures under no word.
import { expect, test } from 'vitest';
import { read } from './read.ts';

const asksOf = async (...lines: string[]) => (await read(`${lines.join('\n')}\n`)).asks.map(({ key }) => key);

test('a fee on a row whose move no balance tells is asked about; one that a balance tells is not', async () => {
  const head = 'Date,Description,Amount,Fee,Balance';
  expect(
    await asksOf(head, '2025-05-01,Kiosk,-10.00,1.00,89.00', '2025-05-02,Grocer,-20.00,0.00,69.00', '2025-05-03,Wages,50.00,0.00,119.00'),
  ).toEqual(['fee']);
  const told = await read(
    `${head}\n2025-05-01,Kiosk,-10.00,0.00,90.00\n2025-05-02,Grocer,-20.00,1.00,69.00\n2025-05-03,Wages,50.00,0.00,119.00\n`,
  );
  expect(told.asks).toEqual([]);
  expect(told.entries.map(({ minor }) => minor)).toEqual([-1000, -2100, 5000]);
});

test('a column under no word that explains what the balance moved is a fee beside the amounts', async () => {
  const { entries, asks } = await read(
    '2025-05-01,Kiosk,-10.00,0.00,90.00\n2025-05-02,Grocer,-20.00,1.00,69.00\n2025-05-03,Wages,50.00,0.00,119.00\n2025-05-04,Taxi,-9.00,0.00,110.00\n2025-05-05,Book,-5.00,0.00,105.00\n2025-05-06,Cinema,-15.00,0.50,89.50\n',
  );
  expect(entries.map(({ minor }) => minor)).toEqual([-1000, -2100, 5000, -900, -500, -1550]);
  expect(asks).toEqual([]);
});

test('wages that go out and no text that agrees with its sign are too little to be sure', async () => {
  const head = 'Date,Description,Amount';
  expect(await asksOf(head, '2025-05-01,Corner shop,10.00', '2025-05-02,Salary Acme,-900.00', '2025-05-03,Book nook,-4.00')).toEqual([
    'sign',
  ]);
  expect(await asksOf(head, '2025-05-01,Corner shop,-10.00', '2025-05-02,Salary Acme,900.00', '2025-05-03,Book nook,-4.00')).toEqual([]);
});

test('without a header the currency is that beside the amount, not that of the amount abroad', async () => {
  const { entries } = await read(
    '2025-05-01,Kiosk,-12.70,CHF,-10.00,EUR,90.00\n2025-05-02,Grocer,-25.40,CHF,-20.00,EUR,70.00\n2025-05-03,Wages,63.50,CHF,50.00,EUR,120.00\n',
  );
  expect(entries.map(({ minor, currency }) => [minor, currency])).toEqual([
    [-1000, 'EUR'],
    [-2000, 'EUR'],
    [5000, 'EUR'],
  ]);
});
