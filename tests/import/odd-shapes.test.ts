// Shapes that real exports have and no format names: parts of an order below it, a day named once, lines in quotes as a whole,
// dashes for nothing, words for year behind the year, records within records.
import { expect, test } from 'vitest';
import { asks, issues, read, rows } from './read.ts';

test('parts of a collective order, in a column of their own, are no money of the account', async () => {
  const reading = await read(
    [
      'Buchungsdatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Beschreibung',
      '2024-01-29;CHF;-1990.00;;;4564.10;Mehrfachauftrag',
      ';CHF;;;-1850.00;;Miete',
      ';CHF;;;-140.00;;Garage',
      '2024-01-25;CHF;;5600.00;;6554.10;Lohn',
      '2024-01-05;CHF;-45.90;;;954.10;Laden',
    ].join('\n'),
  );
  expect(rows(reading)).toEqual(['2024-01-29 -199000 CHF', '2024-01-25 560000 CHF', '2024-01-05 -4590 CHF']);
  expect(issues(reading)).toEqual(['3 notice', '4 notice']);
});

test('a pair that is empty beside an amount leaves the amount its place', async () => {
  const reading = await read(['Date,Text,Amount,Debit,Credit', '2024-01-15,A,-4.50,,', '2024-01-31,B,100.00,,'].join('\n'));
  expect(rows(reading)).toEqual(['2024-01-15 -450', '2024-01-31 10000']);
});

const DAY_ONCE = ['Date,Details,Out,In,Balance', '05 Jan 2024,Shop,10.00,,', ',Cafe,5.00,,985.00', '06 Jan 2024,Pay,,100.00,1085.00'];

test('a day named on the first of its rows only counts for those below, where the balances say so', async () => {
  const reading = await read([...DAY_ONCE, ',Fee,1.00,,1084.00'].join('\n'));
  expect(rows(reading)).toEqual(['2024-01-05 -1000', '2024-01-05 -500', '2024-01-06 10000', '2024-01-06 -100']);
  expect(reading.setAside).toEqual([]);
  expect(reading.setAsideCount).toBe(0);
  expect(reading.checks).toMatchObject([{ opening: 100_000, closing: 108_400, agrees: true }]);
});

test('a row without a day that the balances do not bear out stays aside', async () => {
  const reading = await read([...DAY_ONCE, ',Part of it,1.00,,', '07 Jan 2024,Rent,85.00,,1000.00'].join('\n'));
  expect(rows(reading)).toEqual(['2024-01-05 -1000', '2024-01-06 10000', '2024-01-07 -8500']);
  expect(issues(reading)).toEqual(['3 no-day', '5 no-day']);
});

test('a day named once in a statement of two hundred thousand rows', async () => {
  const rowsOf = 200_000;
  const lines = Array.from({ length: rowsOf }, (_, at) => `${at === 1 ? '' : '05 Jan 2024'},Shop ${at},1.00,,${(rowsOf - at).toFixed(2)}`);
  const { entries } = await read(['Date,Details,Out,In,Balance', ...lines].join('\n'));
  expect(entries).toHaveLength(rowsOf);
  expect(entries.slice(0, 3).map(({ day, descriptor }) => `${day} ${descriptor}`)).toEqual([
    '2024-01-05 Shop 0',
    '2024-01-05 Shop 1',
    '2024-01-05 Shop 2',
  ]);
});

test('lines that were quoted as a whole once more', async () => {
  const reading = await read(
    ['"Date,Description,Amount"', '"2024-01-15,""Shop, town"",-4.50"', '"2024-01-31,""Pay"",100.00"'].join('\r\n'),
  );
  expect(rows(reading)).toEqual(['2024-01-15 -450', '2024-01-31 10000']);
  expect(reading.entries[0]?.descriptor).toBe('Shop, town');
});

test('a dash is nothing: a column of one figure among dashes is a column of money', async () => {
  const reading = await read(
    ['Date,Paid out,Paid in,Payee', '2024-01-15,640,-,A', '2024-01-16,-,"5,000",B', '2024-01-17,"1,250",-,C'].join('\n'),
  );
  expect(reading.entries.map(({ minor }) => Math.sign(minor))).toEqual([-1, 1, -1]);
});

test.each([
  [
    'thousands in some rows',
    ['2025-03-04,Market,"-",$1,450.90', '2025-03-15,Salary,+,$21,500.00', '2025-03-28,Phone,"-",$80.25'].join('\n'),
  ],
  ['decimals in all', ['2025-03-04,Market,-,R1 450,90', '2025-03-15,Salary,+,R21 500,00', '2025-03-28,Phone,-,R80,25'].join('\n')],
])('amounts torn by a comma without quotes, and a sign in a column of its own: %s', async (_, body) => {
  const reading = await read(`Date,Description,Sign,Amount\n${body}`);
  expect(reading.entries.map(({ minor }) => minor)).toEqual([-145_090, 2_150_000, -8025]);
  expect(asks(reading)).toEqual([]);
});

test('a row longer than its header by a comma in its text is not joined', async () => {
  const reading = await read('Date,Description,Amount,Balance\n2024-01-15,A,-4,100\n2024-01-16,Shop, Main St,-5,95\n2024-01-17,B,-6,89');
  expect(rows(reading)).toEqual(['2024-01-15 -400', '2024-01-17 -600']);
  expect(issues(reading)).toEqual(['3 bad-amount']);
});

test.each([
  ['05.01.2024 г.', '06.01.2024 г.'],
  ['5 בינואר 2024', '6 בינואר 2024'],
  ['05.01.2024 r.', '06.01.2024 r.'],
])('days as "%s"', async (first, second) => {
  const reading = await read(['Date;Text;Amount', `${first};A;-4.50`, `${second};B;10.00`].join('\n'));
  expect(reading.entries.map(({ day }) => day.slice(0, 4))).toEqual(['2024', '2024']);
});

test('an indicator in the words of ISO 20022 beside figures without a sign', async () => {
  const reading = await read(
    ['transactionDate,transactionAmount,creditDebitIndicator', '2024-01-15,4.50,DBIT', '2024-01-31,100.00,CRDT'].join('\n'),
  );
  expect(rows(reading)).toEqual(['2024-01-15 -450', '2024-01-31 10000']);
  expect(asks(reading)).toEqual([]);
});

test('a card of two rows whose words both speak against their signs is asked about, the likely reading first', async () => {
  const reading = await read(['Date,Description,Amount', '25/01/2024,TESCO,45.90', '27/01/2024,PAYMENT RECEIVED,-120.00'].join('\n'));
  expect(rows(reading)).toEqual(['2024-01-25 -4590', '2024-01-27 12000']);
  expect(asks(reading)).toEqual(['sign']);
});

const json = (value: unknown) => read(JSON.stringify(value));

test('JSON whose money lies in a list of one within each record', async () => {
  const leg = (id: string, day: string, amount: number) => ({ id, completed_at: `${day}T10:00:00Z`, legs: [{ amount, currency: 'GBP' }] });
  expect(rows(await json([leg('7', '2024-01-15', -4.5), leg('8', '2024-01-31', 100)]))).toEqual([
    '2024-01-15 -450 GBP',
    '2024-01-31 10000 GBP',
  ]);
});

test('JSON of an interface that counts in pence without saying so', async () => {
  const record = (day: string, amount: number) => ({
    created: `${day}T10:00:00Z`,
    amount,
    currency: 'GBP',
    local_amount: amount,
    local_currency: 'GBP',
    is_load: false,
  });
  expect(rows(await json({ transactions: [record('2024-01-15', -450), record('2024-01-31', 10_000)] }))).toEqual([
    '2024-01-15 -450 GBP',
    '2024-01-31 10000 GBP',
  ]);
});
