// Currencies said in words: behind a label above the table, in brackets of a header, in a column of currencies; and words that
// several countries share, which say nothing.
import { expect, test } from 'vitest';
import { currencyNamed } from '../../src/import/words/name-currency.ts';
import { read } from './read.ts';

const ROWS = ['2024-01-15,A,4.50,', '2024-01-31,B,,100.00'];
const above = (...lines: string[]) => [...lines, '', 'Date,Description,Debit,Credit', ...ROWS].join('\n');

test.each([
  ['NGN', 'Currency,Naira'],
  ['CLP', 'Moneda;Pesos chilenos'],
  ['PEN', 'Moneda,Soles'],
  ['PLN', 'Waluta rachunku,Złoty polski'],
  ['TRY', 'Para Birimi,Türk Lirası'],
  ['CZK', 'Měna účtu,Kč'],
  ['ILS', 'מטבע,שקל'],
  ['CNY', '币种,人民币'],
  ['RUB', 'Валюта счета,Российский рубль'],
  ['PKR', 'Account Currency,PKR - Pakistan Rupee'],
  ['SAR', 'العملة,ريال سعودي'],
  ['USD', 'Moneda: Dólares'],
  ['USD', 'Account in US Dollars'],
  ['COP', 'Cuenta de ahorros en pesos colombianos'],
])('%s: "%s" above the table', async (currency, line) => {
  const reading = await read(above('Account,1234567890', line));
  expect(reading.entries.map((entry) => entry.currency)).toEqual([currency, currency]);
  expect(reading.layout.find(({ key }) => key === 'currency')).toMatchObject({ value: currency, source: 'proved' });
});

test('what stands behind the word for currency counts more than another one named beside', async () => {
  const reading = await read(above('Ask us about a USD account', 'Currency,AED'));
  expect(reading.entries[0]?.currency).toBe('AED');
});

test.each(['Moneda,Pesos', 'Currency,Dollars', 'Currency,Rupees', 'Currency,Dinar', 'Branch,Real de Minas', 'Name,Ann Rand'])(
  '"%s" names no currency',
  async (line) => {
    const reading = await read(above('Account,1234567890', line));
    expect(reading.entries[0]?.currency).toBeNull();
  },
);

test.each([
  ['PEN', 'Fecha,Descripción,Cargo (S/),Abono (S/)'],
  ['MYR', 'Date,Description,Withdrawals (RM),Deposits (RM)'],
  ['CZK', 'Date,Description,Debit (Kč),Credit (Kč)'],
])('%s in brackets of "%s"', async (currency, header) => {
  const reading = await read([header, ...ROWS].join('\n'));
  expect(reading.entries.map((entry) => entry.currency)).toEqual([currency, currency]);
});

test('a column of currencies may hold words', async () => {
  const reading = await read(['交易日期,摘要,交易金额,交易币种', '2024-01-15,A,-4.50,人民币', '2024-01-31,B,100.00,美元'].join('\n'));
  expect(reading.entries.map((entry) => entry.currency)).toEqual(['CNY', 'USD']);
});

test.each([
  ['EUR', 'CURRENCY::EUR'],
  ['USD', 'usd'],
  ['HKD', '港币'],
  [null, 'FUND::ACME'],
  [null, 'peso'],
  [null, 'Corner shop'],
])('%s: the cell "%s"', (code, cell) => expect(currencyNamed(cell)).toBe(code));
