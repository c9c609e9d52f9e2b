// The currency of files that name none: told by what one country alone has, stated as a guess, and by nothing that several share.
import { expect, test } from 'vitest';
import { read } from './read.ts';

const ROWS = ['2024-01-15,A,-4.50', '2024-01-31,B,100.00'];
const file = (header: string, rows: readonly string[] = ROWS) => [header, ...rows].join('\n');

test.each([
  [
    'GBP',
    'a sort code in its column',
    file('Date,Description,Amount,Sort Code', ['2024-01-15,A,-4.50,11-22-33', '2024-01-31,B,9.00,11-22-33']),
  ],
  [
    'GBP',
    'a sort code before the number',
    file('Date,Description,Amount,Account', ['2024-01-15,A,-4.50,20-00-00 12345678', '2024-01-31,B,9.00,20-00-00 12345678']),
  ],
  ['INR', 'ways of paying', file('Date,Description,Amount', ['2024-01-15,UPI/SHOP,-4.50', '2024-01-31,NEFT ACME,9.00'])],
  ['BRL', 'Pix', file('date,title,amount', ['2024-01-15,Pix enviado,-4.50', '2024-01-31,Pix recebido,9.00'])],
  [
    'EUR',
    'the IBAN of the account',
    file('Date,Name,Amount,Account', ['2024-01-15,A,-4.50,NL00BUNQ0000000001', '2024-01-31,B,9.00,NL00BUNQ0000000001']),
  ],
  ['PLN', 'the language of the header', file('Data operacji,Opis operacji,Kwota')],
  ['SEK', 'Swedish', file('Datum,Specifikation,Belopp,Budgetgrupp', ['2024-01-15,A,-4.50,x', '2024-01-31,B,9.00,x'])],
  ['NOK', 'Norwegian', file('Dato,Forklaring,Beløp')],
])('%s by %s', async (currency, _, text) => {
  const reading = await read(text);
  expect(reading.entries.map((entry) => entry.currency)).toEqual([currency, currency]);
  expect(reading.layout.find(({ key }) => key === 'currency')).toMatchObject({ value: currency, source: 'guessed' });
});

test.each([
  ['English', file('Date,Description,Amount')],
  ['German, which three countries write', file('Datum,Buchungstext,Betrag')],
  ['ways of paying of two countries', file('Date,Description,Amount', ['2024-01-15,UPI/SHOP,-4.50', '2024-01-31,Pix recebido,9.00'])],
  [
    'the IBAN of the other side',
    file('Date,Name,Amount,Counterparty IBAN', ['2024-01-15,A,-4.50,NL00BUNQ0000000001', '2024-01-31,B,9.00,PL00BUNQ0000000001']),
  ],
  ['yen with decimals', file('お支払金額,お預り金額,日付,摘要内容', ['4.50,,2024-01-15,A', ',9.00,2024-01-31,B'])],
])('%s says nothing', async (_, text) => {
  expect((await read(text)).entries.map(({ currency }) => currency)).toEqual([null, null]);
});

test('what the file says goes before what its language says', async () => {
  const text = file('Datum,Belopp,Specifikation,Valuta', ['2024-01-15,-4.50,A,EUR', '2024-01-31,9.00,B,EUR']);
  expect((await read(text)).entries.map(({ currency }) => currency)).toEqual(['EUR', 'EUR']);
});

test('a person may leave it open', async () => {
  expect((await read(file('Data operacji,Opis operacji,Kwota'), { currency: '' })).entries[0]?.currency).toBeNull();
});
