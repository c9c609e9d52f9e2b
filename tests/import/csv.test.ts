// Meaning first: what each kind of file says, in as many writings as banks have for it.
import { describe, expect, test } from 'vitest';
import { asks, issues, read, rows } from './read.ts';

const lines = (...text: string[]): string => `${text.join('\n')}\n`;
const PAID = ['2024-03-15 -450', '2024-03-16 215000', '2024-03-28 -83025'];

describe('one meaning, many layouts', () => {
  test.each([
    ['signed', lines('Date,Description,Amount', '03/15/2024,Coffee,-4.50', '03/16/2024,Salary,2150.00', '03/28/2024,Rent,-830.25')],
    [
      'decimal comma and thousands',
      lines('Buchungstag;Text;Betrag', '15.03.2024;Kaffee;-4,50', '16.03.2024;Gehalt;2.150,00', '28.03.2024;Miete;-830,25'),
    ],
    [
      'debit and credit',
      lines('Date opération;Libellé;Débit;Crédit', '15/03/2024;Café;4,50;', '16/03/2024;Salaire;;2150,00', '28/03/2024;Loyer;830,25;'),
    ],
    [
      'debit column with its own minus',
      lines('Fecha;Concepto;Cargo;Abono', '15/03/2024;Café;-4,50;', '16/03/2024;Nómina;;2150,00', '28/03/2024;Alquiler;-830,25;'),
    ],
    [
      'a zero in the unused column',
      lines('Date,Narration,Withdrawal,Deposit', '15/03/24,Coffee,4.50,0.00', '16/03/24,Salary,0.00,2150.00', '28/03/24,Rent,830.25,0.00'),
    ],
    [
      'words for in and out',
      lines(
        '"Datum";"Naam";"Af Bij";"Bedrag (EUR)"',
        '"20240315";"Koffie";"Af";"4,50"',
        '"20240316";"Salaris";"Bij";"2150,00"',
        '"20240328";"Huur";"Af";"830,25"',
      ),
    ],
    [
      'DR and CR',
      lines('Date,Details,Amount', '2024-03-15,Coffee,4.50 DR', '2024-03-16,Salary,"2,150.00 CR"', '2024-03-28,Rent,830.25 DR'),
    ],
    [
      'parentheses',
      lines('Date,Details,Amount', '2024-03-15,Coffee,($4.50)', '2024-03-16,Salary,"$2,150.00"', '2024-03-28,Rent,($830.25)'),
    ],
    ['minus behind', lines('Date|Details|Amount', '2024-03-15|Coffee|4.50-', '2024-03-16|Salary|2150.00', '2024-03-28|Rent|830.25-')],
    ['no header', lines('2024-03-15;Coffee;-4.50', '2024-03-16;Salary;2150.00', '2024-03-28;Rent;-830.25')],
    [
      'letterhead above and totals below',
      lines(
        'Account statement',
        'Holder;A. Person',
        '',
        'Data;Opis;Kwota',
        '15-03-2024;Kawa;-4,50',
        '16-03-2024;Pensja;2150,00',
        '28-03-2024;Czynsz;-830,25',
        '',
        'Suma;;1315,25',
      ),
    ],
    [
      'figures without signs beside a balance',
      lines(
        'Date,Text,Amount,Balance',
        '2024-03-14,Before,1.00,101.00',
        '2024-03-15,Coffee,4.50,96.50',
        '2024-03-16,Salary,2150.00,2246.50',
        '2024-03-28,Rent,830.25,1416.25',
      ),
    ],
    [
      'blanks between aligned columns',
      lines(
        'DATE        TEXT                 OUT        IN',
        '15/03/2024  COFFEE HOUSE         4.50          ',
        '16/03/2024  SALARY ACME                2,150.00',
        '28/03/2024  RENT FLAT          830.25          ',
      ).replace('OUT        IN', 'DEBIT    CREDIT'),
    ],
    [
      'days without a year under a period line',
      lines(
        'Statement period 01/03/2024 - 31/03/2024',
        'Date,Details,Amount',
        '15/03,Coffee,-4.50',
        '16/03,Salary,2150.00',
        '28/03,Rent,-830.25',
      ),
    ],
  ])('%s', async (_, text) => {
    const reading = await read(text);
    const found = rows(reading).map((row) => row.replace(/ [A-Z]{3}$/, ''));
    expect(found.filter((row) => !row.startsWith('2024-03-14'))).toEqual(PAID);
  });
});

describe('the order of day and month', () => {
  test('one day over twelve decides for every row', async () => {
    const reading = await read(lines('Date,Text,Amount', '03/04/2024,a,-1.00', '05/04/2024,b,-2.00', '13/04/2024,c,-3.00'));
    expect(rows(reading)).toEqual(['2024-04-03 -100', '2024-04-05 -200', '2024-04-13 -300']);
    expect(reading.layout.find(({ key }) => key === 'date-order')).toMatchObject({
      value: 'dmy',
      source: 'proved',
      reason: { code: 'day-over-12', line: 4 },
    });
    expect(asks(reading)).toEqual([]);
  });

  test('the value date proves the order of the booking date', async () => {
    expect(rows(await read(lines('Booking Date,Value Date,Text,Amount', '04/03/2024,04/15/2024,a,-1.00')))).toEqual(['2024-04-03 -100']);
  });

  test('rows in order prove it', async () => {
    const text = lines(
      'Date,Text,Amount',
      '01/10/2024,a,-1.00',
      '01/11/2024,b,-1.00',
      '01/12/2024,c,-1.00',
      '02/01/2024,d,-1.00',
      '02/02/2024,e,-1.00',
      '02/03/2024,f,-1.00',
      '03/01/2024,g,-1.00',
      '03/02/2024,h,-1.00',
    );
    const reading = await read(text);
    expect([reading.entries[0]?.day, asks(reading)]).toEqual(['2024-01-10', []]);
  });

  test('a day in the future is not meant', async () => {
    const reading = await read(lines('Date,Text,Amount', '11/12/2026,a,-1.00', '11/10/2026,b,-1.00'));
    expect([rows(reading), asks(reading)]).toEqual([['2026-11-12 -100', '2026-11-10 -100'], []]);
  });

  test('when nothing decides, both readings are laid side by side and the answer is taken', async () => {
    const text = lines('Date,Text,Amount', '03/04/2024,a,-1.00', '05/06/2024,b,-2.00');
    const reading = await read(text);
    expect(asks(reading)).toEqual(['date-order']);
    expect(reading.asks[0]?.readings.map(({ value, rows: shown }) => `${value} ${shown[0]?.day}`).sort()).toEqual([
      'dmy 2024-04-03',
      'mdy 2024-03-04',
    ]);
    expect(rows(await read(text, { 'date-order': 'mdy' }))).toEqual(['2024-03-04 -100', '2024-05-06 -200']);
    expect(asks(await read(text, { 'date-order': 'mdy' }))).toEqual([]);
  });

  test('the day of the movement counts, not the day it was booked; that one stands in where it is missing', async () => {
    const text = lines(
      'Type,Started Date,Completed Date,Description,Amount',
      'CARD,2024-02-15 14:20:00,2024-02-16 09:15:00,Shop,-5.00',
      'CARD,,2024-02-17 09:15:00,Shop,-6.00',
    );
    expect(rows(await read(text))).toEqual(['2024-02-15 -500', '2024-02-17 -600']);
  });
});

describe('the sign', () => {
  test('a card file whose charges are positive is read as spending, and asked', async () => {
    const text = lines('Date,Credit card,Merchant,Amount', '2024-03-15,1234,Coffee,4.50', '2024-03-16,1234,Books,20.00');
    const reading = await read(text);
    expect([rows(reading), asks(reading)]).toEqual([['2024-03-15 -450', '2024-03-16 -2000'], ['sign']]);
    expect(rows(await read(text, { sign: 'as-written' }))).toEqual(['2024-03-15 450', '2024-03-16 2000']);
  });

  test('the running balance proves it against the writing', async () => {
    const text = lines(
      'Date,Text,Amount,Balance',
      '2024-03-15,a,4.50,95.50',
      '2024-03-16,b,10.00,85.50',
      '2024-03-17,c,-50.00,135.50',
      '2024-03-18,d,5.00,130.50',
    );
    const reading = await read(text);
    expect(rows(reading)).toEqual(['2024-03-15 -450', '2024-03-16 -1000', '2024-03-17 5000', '2024-03-18 -500']);
    expect(reading.layout.find(({ key }) => key === 'sign')).toMatchObject({ source: 'proved', reason: { code: 'running-balance' } });
  });

  test('a fee counts as the balance says', async () => {
    const apart = lines(
      'Date,Text,Amount,Fee,Balance',
      '2024-03-15,a,-100.00,0.00,900.00',
      '2024-03-16,b,-50.00,1.50,848.50',
      '2024-03-17,c,-10.00,0.50,838.00',
    );
    expect(rows(await read(apart))).toEqual(['2024-03-15 -10000', '2024-03-16 -5150', '2024-03-17 -1050']);
    const within = lines(
      'Date,Text,Amount,Fee,Balance',
      '2024-03-15,a,-100.00,0.00,900.00',
      '2024-03-16,b,-50.00,1.50,850.00',
      '2024-03-17,c,-10.00,0.50,840.00',
    );
    expect(rows(await read(within))).toEqual(['2024-03-15 -10000', '2024-03-16 -5000', '2024-03-17 -1000']);
    // What the bank takes for the account itself stands in the column of fees alone.
    const alone = lines(
      'Date,Text,Money In,Money Out,Fee,Balance',
      '2024-03-15,a,,-100.00,,900.00',
      '2024-03-16,b,,-50.00,-1.50,848.50',
      '2024-03-17,Monthly account fee,,,-7.50,841.00',
      '2024-03-18,c,20.00,,,861.00',
    );
    expect(rows(await read(alone))).toEqual(['2024-03-15 -10000', '2024-03-16 -5150', '2024-03-17 -750', '2024-03-18 2000']);
  });
});

describe('rows that are no transactions are set aside and named', () => {
  test('records of an account and its balances, in a file without a header', async () => {
    const reading = await read(
      lines(
        '0,20240903,ACC-NO,0,001234567,CURRENT,0,0',
        '0,20240710,OPEN,3432.00,OPEN BALANCE,,0,0',
        'HIST,20240710,,-7.06,CHEQUE CARD PURCHASE,ESKOM PREPAID,0,0',
        'HIST,20240711,,-1270.22,CHEQUE CARD PURCHASE,WOOLWORTHS,1,0',
        'HIST,20240712,,2095.82,CREDIT TRANSFER,SALARY PROTEA TRADING,2,0',
        'HIST,20240724,,214.00,CREDIT TRANSFER,EFT FROM T NKOSI,5,0',
        'HIST,20240813,,-28.00,CHEQUE CARD PURCHASE,WOOLWORTHS,6,0',
        '0,20240903,CLOSE,4436.54,CLOSE BALANCE,,0,0',
      ),
    );
    expect(rows(reading)).toEqual(['2024-07-10 -706', '2024-07-11 -127022', '2024-07-12 209582', '2024-07-24 21400', '2024-08-13 -2800']);
  });

  test('opening balance, turnover, header again, footer', async () => {
    const reading = await read(
      lines(
        'Date,Description,Amount',
        '2024-03-01,Opening balance,100.00',
        '2024-03-15,Coffee,-4.50',
        'Date,Description,Amount',
        '2024-03-16,TOTAL ACCESS 4711,-40.00',
        '2024-03-31,Closing balance,55.50',
        'Printed by A. Person',
      ),
    );
    expect(rows(reading)).toEqual(['2024-03-15 -450', '2024-03-16 -4000']);
    expect(issues(reading)).toEqual(['2 summary', '4 header-again', '6 summary', '7 footer']);
  });

  test('a row that cannot be read is an error row, and the rest lives', async () => {
    const reading = await read(
      lines('Date,Description,Amount', '15/03/2024,a,-4.50', '31/02/2024,b,-9.99', '16/03/2024,c,12..34', '17/03/2024,d,-1.00'),
    );
    expect([rows(reading), issues(reading)]).toEqual([
      ['2024-03-15 -450', '2024-03-17 -100'],
      ['3 bad-day', '4 bad-amount'],
    ]);
  });

  test('what never happened is no row; what is pending is one, apart', async () => {
    const reading = await read(
      lines(
        'Date,Description,Amount,State',
        '2024-03-15,a,-4.50,COMPLETED',
        '2024-03-16,b,-5.00,REVERTED',
        '2024-03-17,c,-6.00,PENDING',
        '2024-03-18,d,-7.00,FAILED',
      ),
    );
    expect(reading.entries.map(({ line, state }) => `${line} ${state}`)).toEqual(['2 posted', '4 pending']);
    expect([issues(reading), asks(reading)]).toEqual([['3 never-happened', '5 never-happened'], ['pending']]);
  });

  test('a file that stops in the middle of a row keeps the rows before', async () => {
    const reading = await read(
      'Date,Description,Amount,Note\n2024-03-15,a,-4.50,x\n2024-03-16,b,-5.00,x\n2024-03-17,c,-6.00,x\n2024-03-18,d,-7.',
    );
    expect([rows(reading), issues(reading)]).toEqual([['2024-03-15 -450', '2024-03-16 -500', '2024-03-17 -600'], ['5 cut']]);
    expect(reading.net).toEqual([{ currency: '', decimal: '-15.50' }]);
  });

  test('text that goes on in the next line belongs to the row above', async () => {
    const reading = await read(lines('Date,Details,Out,In', '18/04/2024,CARD PURCHASE,6.66,', ',15/04 TAXI,,', '17/04/2024,CASH,10.00,'));
    expect(reading.entries.map(({ descriptor, memo }) => `${descriptor} / ${memo}`)).toEqual(['CARD PURCHASE / 15/04 TAXI', 'CASH / null']);
  });
});

describe('accounts and currencies', () => {
  test('several of both in one file', async () => {
    const reading = await read(lines('Account,Date,Text,Amount,Currency', 'A1,2024-03-15,a,-4.50,EUR', 'B2,2024-03-16,b,-5.00,USD'));
    expect(reading.entries.map(({ account, currency }) => `${account} ${currency}`)).toEqual(['A1 EUR', 'B2 USD']);
    expect(reading.accounts.map(({ key }) => key)).toEqual(['A1', 'B2']);
    expect(reading.net).toEqual([
      { currency: 'EUR', decimal: '-4.50' },
      { currency: 'USD', decimal: '-5.00' },
    ]);
  });

  test.each([
    ['EUR', 'Datum;Text;Betrag (EUR)\n15.03.2024;a;-4,50\n'],
    ['GBP', 'Date,Text,Amount\n15/03/2024,a,-£4.50\n'],
    ['CZK', 'Datum;Popis;Částka\n15.03.2024;a;-4,50 Kč\n'],
    ['JPY', '日付,内容,お支払金額,お預り金額\n2024/03/15,家賃,"80,000",\n2024/03/25,給与,,"250,000"\n'],
    ['CNY', '交易时间,交易对方,收/支,金额(元)\n2024-03-15 10:00:00,超市,支出,4.50\n2024-03-16 10:00:00,张三,收入,9.00\n'],
    [null, 'Date,Text,Amount\n2024-03-15,a,-4.50\n'],
  ])('%s', async (currency, text) => expect((await read(text)).entries[0]?.currency).toBe(currency));

  test("the account's own currency wins over the merchant's", async () => {
    const text = lines(
      'Date,Text,Amount,Currency,Account amount,Account currency',
      '2024-03-15,a,-4.50,USD,-4.10,EUR',
      '2024-03-16,b,-10.00,GBP,-11.70,EUR',
    );
    expect(rows(await read(text))).toEqual(['2024-03-15 -410 EUR', '2024-03-16 -1170 EUR']);
  });
});

test('two columns with the name of the amount are asked about', async () => {
  expect(asks(await read(lines('Date,Amount,Text,Amount', '2024-07-13,-10.00,Shop,1000.00', '2024-07-14,-11.00,Shop,1001.00')))).toContain(
    'column:amount',
  );
});

test('a changed column is read anew', async () => {
  const text = lines('Date,A,B,Amount', '2024-07-13,left text,right text,-10.00', '2024-07-14,left two,right two,-11.00');
  const reading = await read(text, { 'column:payee': '2' });
  expect(reading.entries.map(({ descriptor }) => descriptor)).toEqual(['right text', 'right two']);
});

test('formulas, markup and SQL stay text', async () => {
  const reading = await read(
    lines(
      'Date,Description,Amount',
      '2024-01-31,"=HYPERLINK(""http://evil.example"",""click"")",-10.00',
      '2024-02-01,<script>alert(1)</script>,-1.00',
      "2024-02-02,x'); DROP TABLE t;--,-1.00",
      '2024-02-03,+49 170 1234567,5.00',
    ),
  );
  expect(reading.entries.map(({ descriptor }) => descriptor)).toEqual([
    '=HYPERLINK("http://evil.example","click")',
    '<script>alert(1)</script>',
    "x'); DROP TABLE t;--",
    '+49 170 1234567',
  ]);
});

test('equal rows are all real', async () => {
  expect(rows(await read(lines('Date,Description,Amount', '2024-01-31,Coffee,-4.50', '2024-01-31,Coffee,-4.50')))).toHaveLength(2);
});

test('amounts with more decimals are rounded for the ledger and exact in the sum', async () => {
  const reading = await read(lines('Date,Description,Amount,Currency', '2024-01-31,a,-1.0049,USD', '2024-02-01,b,-2.0001,USD'));
  expect([rows(reading), reading.rounded, reading.net]).toEqual([
    ['2024-01-31 -100 USD', '2024-02-01 -200 USD'],
    2,
    [{ currency: 'USD', decimal: '-3.0050' }],
  ]);
});

test('the same layout has the same fingerprint, the same bytes the same digest', async () => {
  const [one, two] = [
    await read(lines('Date,Text,Amount', '2024-01-31,a,-1.00')),
    await read(lines('Date,Text,Amount', '2024-02-01,b,-2.00')),
  ];
  expect(one.fingerprint).toBe(two.fingerprint);
  expect(one.digest).not.toBe(two.digest);
  expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
});
