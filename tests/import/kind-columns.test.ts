// A column of the bank's words for kinds of movement is no category, whatever its header says.
import { expect, test } from 'vitest';
import { readStatement } from '../../src/import/read-statement.ts';

const read = (...lines: string[]) =>
  readStatement(new TextEncoder().encode(lines.join('\n')), { name: 'statement.csv', today: '2026-06-30' });

test('"Subcategory" over kinds of movement is the kind', async () => {
  const { entries } = await read(
    'Number,Date,Account,Amount,Subcategory,Memo',
    ' ,20/06/2026,20-11-22 99887711,-42.17,Card Purchase,GREEN GROCER ON 19 JUN BCC',
    ' ,18/06/2026,20-11-22 99887711,-900.00,Standing Order,HARPER LETTINGS STO',
    ' ,16/06/2026,20-11-22 99887711,1450.00,Counter Credit,NORTHGATE COLLEGE SALARY BGC',
  );
  expect(entries.map(({ kind, category }) => [kind, category])).toEqual([
    ['Card Purchase', null],
    ['Standing Order', null],
    ['Counter Credit', null],
  ]);
});

test('categories stay categories, even with a few that sound like kinds', async () => {
  const { entries } = await read(
    'Date,Description,Category,Amount',
    '20/06/2026,GREEN GROCER,Groceries,-42.17',
    '18/06/2026,HARPER LETTINGS,Transfers,-900.00',
    '16/06/2026,CORNER CASH POINT,Cash,-20.00',
  );
  expect(entries.map(({ category }) => category)).toEqual(['Groceries', 'Transfers', 'Cash']);
});

const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

test('"Buchungstext" over the bank\'s words for movements is the kind, beside what it was for', async () => {
  const ways = ['KARTENZAHLUNG', 'FOLGELASTSCHRIFT', 'DAUERAUFTRAG', 'BARGELDAUSZAHLUNG'];
  const { entries } = await read(
    'Buchungstag;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Betrag;Waehrung',
    ...days.map((day, at) => `${day}.05.26;${ways[at % 4] ?? ''};Zweck ${day} alpha;Partner ${day};-1${day},50;EUR`),
  );
  expect(entries[0]).toMatchObject({ descriptor: 'Partner 01', memo: 'Zweck 01 alpha', kind: 'KARTENZAHLUNG' });
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(ways));
});

test('"Buchungstext" over what was bought stays the text', async () => {
  const { entries } = await read(
    'Buchungstag;Buchungstext;Betrag;Waehrung',
    ...days.map((day, at) => `${day}.05.26;${['REWE', 'EDEKA', 'LIDL'][at % 3] ?? ''} Markt;-1${day},50;EUR`),
  );
  expect(entries[0]).toMatchObject({ descriptor: 'REWE Markt', kind: null });
});
