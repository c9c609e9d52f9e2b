// Which of several columns that could say it does say it: judged by what stands in them, not by the first header that fits.
import { expect, test } from 'vitest';
import { readStatement } from '../../src/import/read-statement.ts';

const read = (...lines: string[]) =>
  readStatement(new TextEncoder().encode(lines.join('\n')), { name: 'statement.csv', today: '2025-06-30' });

test("the merchant's name is the payee, not the customer's", async () => {
  const { entries } = await read(
    'Customer ID,Name,Surname,Transaction Amount,Date,Merchant Name,Category',
    '752858,Sean,Rodriguez,35.47,03-04-2025,Smith-Russell,Cosmetic',
    '26381,Michelle,Phelps,2552.72,17-05-2025,"Peck, Spence and Young",Travel',
    '305449,Sean,Williams,115.97,20-06-2025,Steele Inc,Clothing',
  );
  expect(entries.map(({ descriptor }) => descriptor)).toEqual(['Smith-Russell', 'Peck, Spence and Young', 'Steele Inc']);
});

test('beside a value date, dates under words nobody knows are those of the booking', async () => {
  const { entries, layout } = await read(
    'Zkladddag;Value date;Description;Amount',
    '2025-06-13;2025-06-16;CORNER COFFEE;-4.50',
    '2025-06-20;2025-06-23;GREEN GROCER;-31.15',
  );
  expect(entries.map(({ day }) => day)).toEqual(['2025-06-13', '2025-06-20']);
  expect(layout.find(({ key }) => key === 'column:day')).toMatchObject({ value: '0', source: 'guessed' });
});

test('a column of two words is no payee, whatever its header says', async () => {
  const { entries } = await read(
    'Details,Posting Date,Description,Amount,Type,Balance',
    'DEBIT,06/20/2025,CORNER COFFEE 12,-4.50,DEBIT_CARD,995.50',
    'DEBIT,06/18/2025,GREEN GROCER,-31.15,DEBIT_CARD,1000.00',
    'CREDIT,06/15/2025,ACME PAYROLL,1031.15,ACH_CREDIT,1031.15',
  );
  expect(entries.map(({ descriptor, minor }) => [descriptor, minor])).toEqual([
    ['CORNER COFFEE 12', -450],
    ['GREEN GROCER', -3115],
    ['ACME PAYROLL', 103115],
  ]);
});

test('the card holder is no payee, and one constant letter is no direction', async () => {
  const { entries } = await read(
    'Date,Description,Card Member,Account #,Amount',
    '20/06/2025,CORNER COFFEE,MS C EXAMPLE,-11009,4.50',
    '18/06/2025,GREEN GROCER,MS C EXAMPLE,-11009,31.15',
    '17/06/2025,PAYMENT RECEIVED - THANK YOU,MS C EXAMPLE,-11009,-120.00',
    '15/06/2025,BOOK NOOK,MS C EXAMPLE,-11009,12.00',
  );
  expect(entries.map(({ descriptor, minor }) => [descriptor, minor])).toEqual([
    ['CORNER COFFEE', -450],
    ['GREEN GROCER', -3115],
    ['PAYMENT RECEIVED - THANK YOU', 12000],
    ['BOOK NOOK', -1200],
  ]);
});

test('the cards of two holders draw on one account', async () => {
  const { accounts } = await read(
    'Date,Description,Card Member,Account #,Amount',
    '20/06/2025,CORNER COFFEE,C EXAMPLE,-11009,4.50',
    '18/06/2025,GREEN GROCER,D EXAMPLE,-11017,31.15',
    '17/06/2025,PAYMENT RECEIVED - THANK YOU,C EXAMPLE,-11009,-120.00',
    '15/06/2025,BOOK NOOK,D EXAMPLE,-11017,12.00',
  );
  expect(accounts).toHaveLength(1);
});

test('unsigned amounts take their sign from a column of Debit and Credit', async () => {
  const { entries } = await read(
    'Account Number,Transaction Date,Transaction Amount,Transaction Type,Transaction Description,Balance',
    '1234,06/20/25,4.50,Debit,Corner Coffee,995.50',
    '1234,06/18/25,31.15,Debit,Green Grocer,1000.00',
    '1234,06/15/25,1031.15,Credit,Acme Payroll,1031.15',
  );
  expect(entries.map(({ minor }) => minor)).toEqual([-450, -3115, 103115]);
});

test('a Credit column written negative is still money in', async () => {
  const { entries } = await read(
    'Status,Date,Description,Debit,Credit,Member Name',
    'Cleared,06/20/2025,CORNER COFFEE,4.50,,A EXAMPLE',
    'Cleared,06/18/2025,GREEN GROCER,31.15,,A EXAMPLE',
    'Cleared,06/15/2025,AUTOPAY THANK YOU,,-120.00,A EXAMPLE',
  );
  expect(entries.map(({ descriptor, minor }) => [descriptor, minor])).toEqual([
    ['CORNER COFFEE', -450],
    ['GREEN GROCER', -3115],
    ['AUTOPAY THANK YOU', 12000],
  ]);
});

test('without a header and without a proof, several columns of figures are asked about, and none is taken for a balance', async () => {
  const fee = await read('2025-05-01,Taxi,-12.40,0.35', '2025-05-03,Wages,900.00,0.00', '2025-05-07,Grocer,-31.15,1.20');
  expect(fee.asks.map(({ key }) => key)).toContain('column:amount');
  expect(fee.entries.map(({ minor, balance }) => [minor, balance])).toEqual([
    [-1240, null],
    [90000, null],
    [-3115, null],
  ]);
  const proved = await read('2025-05-01,Taxi,-12.40,987.60', '2025-05-03,Wages,900.00,1887.60', '2025-05-07,Grocer,-31.15,1856.45');
  expect(proved.asks).toEqual([]);
  expect(proved.entries.map(({ balance }) => balance)).toEqual([98760, 188760, 185645]);
});

test("Starling's Reference is what was written, a bank's Reference is a number", async () => {
  const written = await read(
    'Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)',
    '01/06/2025,Ada Byrd,RENT AND BILLS,FASTER PAYMENT,-400.00,600.00',
    '02/06/2025,Corner Coffee,CORNER COFFEE 12       LEEDS         GBR,CONTACTLESS,-4.50,595.50',
    '03/06/2025,Aviva,VAN POL 7719302,DIRECT DEBIT,-31.15,564.35',
    '04/06/2025,Finch Joinery,INV 1204,FASTER PAYMENT,150.00,714.35',
  );
  expect(written.entries.map(({ memo, bankId }) => [memo, bankId])).toEqual([
    ['RENT AND BILLS', null],
    ['CORNER COFFEE 12 LEEDS GBR', null],
    ['VAN POL 7719302', null],
    ['INV 1204', null],
  ]);
  const numbered = await read(
    'Date,Description,Reference,Amount,Balance',
    '01/06/2025,Ada Byrd,FT24163 K2QX,-400.00,600.00',
    '02/06/2025,Corner Coffee,FT24164 8HZT,-4.50,595.50',
    '13/06/2025,Aviva,FT24165 PQRR,-31.15,564.35',
  );
  expect(numbered.entries.map(({ bankId }) => bankId)).toEqual(['FT24163 K2QX', 'FT24164 8HZT', 'FT24165 PQRR']);
});

test('a memo in few rows is a note, and no kind of movement', async () => {
  const line = (day: number, text: string, memo: string, out: string, into: string) =>
    `${day},8/${day}/2026,${text},${memo},${out},${into}`;
  const { entries } = await read(
    'Transaction Number,Date,Description,Memo,Amount Debit,Amount Credit',
    ...Array.from({ length: 18 }, (_, at) => line(at + 1, `SHEETZ 0000${at} CRANBERRY PA`, '', '-20.00', '')),
    ...[19, 20, 21, 22].map((day) => line(day, 'ACH Withdrawal PLANET FITNESS', 'CLUB FEES', '-29.99', '')),
    ...[23, 24, 25].map((day) => line(day, 'ACH Deposit THREE RIVERS HTG & CLG', 'PAYROLL', '', '1466.90')),
  );
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set([null]));
  expect(new Set(entries.map(({ memo }) => memo))).toEqual(new Set([null, 'CLUB FEES', 'PAYROLL']));
});
