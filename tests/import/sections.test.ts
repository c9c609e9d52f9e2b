// Tables that follow one another in one file, states that no list has, headers of few words, fields that name themselves.
import { expect, test } from 'vitest';
import { asks, issues, read, rows } from './read.ts';

const section = (currency: string, ...lines: string[]): string => [`Währung;${currency}`, 'Datum;Text;Betrag', ...lines, ''].join('\n');

test('each table is of the currency that stands above it', async () => {
  const text = section('CHF', '15.03.2024;Laden;-4.50', '28.03.2024;Lohn;900.00') + section('EUR', '16.03.2024;Hotel;-80.00');
  expect(rows(await read(text))).toEqual(['2024-03-15 -450 CHF', '2024-03-28 90000 CHF', '2024-03-16 -8000 EUR']);
  const chosen = await read(text, { currency: 'USD' });
  expect(rows(chosen).map((row) => row.slice(-3))).toEqual(['USD', 'USD', 'USD']);
});

test('a line below the rows that speaks of another currency changes nothing', async () => {
  const text = 'Währung;CHF\nDatum;Text;Betrag\n15.03.2024;Laden;-4.50\nAlle Kurse gegen EUR\n28.03.2024;Lohn;900.00\n';
  expect(rows(await read(text))).toEqual(['2024-03-15 -450 CHF', '2024-03-28 90000 CHF']);
});

const STATED = ['2024-03-15,Shop,-4.50,Paid', '2024-03-16,Cafe,-3.10,Paid', '2024-03-18,Taxi,-61.17,Blorped', '2024-03-28,Pay,900.00,Paid'];

test('a row of an unknown state among known ones is asked about', async () => {
  const reading = await read(`Date,Text,Amount,State\n${STATED.join('\n')}\n`);
  expect(reading.entries.map(({ state }) => state)).toEqual(['posted', 'posted', 'pending', 'posted']);
  expect(asks(reading)).toEqual(['pending']);
  expect((await read(`Date,Text,Amount,State\n${STATED.join('\n')}\n`, { pending: 'leave-out' })).entries).toHaveLength(3);
});

test('a balance says that such a row was booked; and where most states are unknown, none says anything', async () => {
  let balance = 10_000;
  const moved = STATED.map((line) => `${line},${((balance += Math.round(Number(line.split(',')[2]) * 100)) / 100).toFixed(2)}`);
  expect(asks(await read(`Date,Text,Amount,State,Balance\n${moved.join('\n')}\n`))).toEqual([]);
  const unknown = STATED.map((line) => line.replace('Paid', 'Blurped'));
  expect(asks(await read(`Date,Text,Amount,State\n${unknown.join('\n')}\n`))).toEqual([]);
});

test('where no state among the known ones says what is booked, the unknown one does', async () => {
  const reading = await read(
    'Date,Text,Amount,State\n2024-03-15,Shop,-4.50,Blorped\n2024-03-16,Hotel,-90.00,Pending\n2024-03-17,Cafe,-3.00,Declined\n',
  );
  expect(reading.entries.map(({ state }) => state)).toEqual(['posted', 'pending']);
});

test('two rows without signs and one move of the balance: the other row is asked about', async () => {
  const reading = await read(
    'Date,Text,Before,Amount,Balance After\n2024-03-15,Kiosk,1500.00,19.39,1480.61\n2024-03-28,ACME,1480.61,812.40,2293.01\n',
  );
  expect(asks(reading)).toEqual(['sign']);
  expect(rows(reading)[1]).toBe('2024-03-28 81240');
});

test('a line of SWIFT that is only expected is not booked', async () => {
  const reading = await read(
    ':20:X\n:25:NL00/1\n:28C:1/1\n:60F:C240301EUR100,00\n:61:2403150315D9,99NMSCNONREF\n:86:SHOP\n:61:2403160316ED5,00NMSCNONREF\n:86:SOON\n:62F:C240316EUR90,01\n-\n',
  );
  expect(reading.entries.map(({ minor, state }) => `${minor} ${state}`)).toEqual(['-999 posted', '-500 pending']);
  expect(asks(reading)).toEqual(['pending']);
});

test('a value that is no day is the amount, before the cost of one share; beside an amount it is none', async () => {
  const broker = 'Trade date,Settle date,Description,Unit cost (p),Quantity,Value (£)';
  const traded = await read(`${broker}\n15/03/2024,18/03/2024,Fund,"1,204.5",37,-445.67\n28/03/2024,28/03/2024,Paid in,,,900.00\n`);
  expect(rows(traded)).toEqual(['2024-03-15 -44567 GBP', '2024-03-28 90000 GBP']);
  expect(issues(traded)).toEqual([]);
  const beside = await read('Datum;Text;Betrag;Wert\n15.03.2024;Laden;-4,50;12\n28.03.2024;Lohn;900,00;17\n');
  expect(rows(beside)).toEqual(['2024-03-15 -450', '2024-03-28 90000']);
  expect(asks(beside)).toEqual([]);
});

test('columns called by a sign alone', async () => {
  const reading = await read('Time,Details,[-],[+],Status\n15 Mar 24 12:01,Shop,4.50,,processed\n28 Mar 24 09:00,Pay,,900.00,processed\n');
  expect(rows(reading)).toEqual(['2024-03-15 -450', '2024-03-28 90000']);
  expect(asks(reading)).toEqual([]);
});

test('fields that name themselves, days with a zone and no time', async () => {
  const field = (name: string, value: string | number, id: number): object => ({ name, value, id });
  const transaction = [
    { column0: field('Datum', '2024-03-15+0100', 0), column1: field('Objem', -4.5, 1), column10: field('Název protiúčtu', 'Obchod', 10) },
    { column0: field('Datum', '2024-03-28+0100', 0), column1: field('Objem', 900, 1), column10: field('Název protiúčtu', 'Mzda', 10) },
  ];
  const reading = await read(JSON.stringify({ accountStatement: { info: { currency: 'CZK' }, transactionList: { transaction } } }));
  expect(rows(reading).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(['2024-03-15 -450', '2024-03-28 90000']);
  expect(reading.entries[0]?.descriptor).toBe('Obchod');
});
