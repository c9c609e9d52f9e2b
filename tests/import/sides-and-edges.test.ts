// What stands beside the rows and on their edges: a currency for each side, days in three columns, days of six digits, lines about the
// account without words, figures without a text, taxes beside an amount, states in a bank's own words, files that hold no money.
import { describe, expect, test } from 'vitest';
import { takeAmountApart } from '../../src/import/amounts.ts';
import { asks, issues, read, refusal, rows } from './read.ts';

const SIDES = 'DATE;ACTIVITY;DEBIT;DEBIT CURRENCY;CREDIT;CREDIT CURRENCY';

describe('a currency for each of two sides', () => {
  test('a row is in the currency of the side that it fills', async () => {
    const reading = await read(
      [SIDES, '29/03/2024;Phone;-59.90;CHF;;', '15/03/2024;Pay;;;6250.00;EUR', '04/03/2024;Shop;-45.90;CHF;;'].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-29 -5990 CHF', '2024-03-15 625000 EUR', '2024-03-04 -4590 CHF']);
  });

  test('an exchange goes out in one currency and comes in in the other', async () => {
    const reading = await read([SIDES, '29/03/2024;Exchange;-100.00;CHF;104.00;EUR', '15/03/2024;Pay;;;6250.00;EUR'].join('\n'));
    expect(rows(reading)).toEqual(['2024-03-29 -10000 CHF', '2024-03-29 10400 EUR', '2024-03-15 625000 EUR']);
  });

  test('both sides in one currency stay one row', async () => {
    const reading = await read([SIDES, '29/03/2024;Back;-100.00;CHF;40.00;CHF', '15/03/2024;Pay;;;6250.00;CHF'].join('\n'));
    expect(rows(reading)).toEqual(['2024-03-29 -6000 CHF', '2024-03-15 625000 CHF']);
  });
});

describe('days in parts', () => {
  test.each([
    ['"操作日(年)","操作日(月)","操作日(日)","摘要","お支払金額","お預り金額"', '"2024","03","04","店","1280",""', '2024-03-04 -1280 JPY'],
    ['Year,Month,Day,Description,Debit,Credit', '2024,3,4,Shop,12.80,', '2024-03-04 -1280'],
    ['Tag;Monat;Jahr;Text;Soll;Haben', '4;3;24;Laden;12,80;', '2024-03-04 -1280'],
  ])('three columns are one day: %s', async (header, row, expected) => {
    expect(rows(await read([header, row].join('\n')))).toEqual([expected]);
  });

  test('a month and a year beside a whole day are no day', async () => {
    const reading = await read(['Date,Year,Month,Day,Text,Debit,Credit', '2024-03-04,2024,5,1,Shop,12.80,'].join('\n'));
    expect(rows(reading)).toEqual(['2024-03-04 -1280']);
  });

  test('six digits are a day, in the order that all of them allow', async () => {
    const header = 'Date,Text,Debit,Credit';
    const first = await read([header, '240315,Shop,12.80,', '240329,Pay,,100.00'].join('\n'));
    expect(rows(first)).toEqual(['2024-03-15 -1280', '2024-03-29 10000']);
    expect(asks(first)).toEqual([]);
    expect(asks(await read([header, '050607,Shop,12.80,', '080709,Pay,,100.00'].join('\n')))).toContain('date-order');
  });

  test('six digits beside a whole day are a time', async () => {
    const reading = await read(
      ['Date,Transaction Time,Text,Debit,Credit', '2024-03-15,101112,Shop,12.80,', '2024-03-29,110509,Pay,,100.00'].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-15 -1280', '2024-03-29 10000']);
  });

  test('six digits that are no days stay what they are', async () => {
    expect((await refusal('Date,Text,Debit,Credit\n999999,Shop,12.80,'))?.code).toBe('statement-no-transactions');
  });
});

describe('lines on the edge of a table without a header', () => {
  test('one about the account, its dates in other columns, is letterhead', async () => {
    const reading = await read(
      [
        '1234567890,2024/03/01,2024/03/31,1381.00,1725.20',
        '2024/03/29,19.90,"PHONE","","12","DEBIT"',
        '2024/03/15,2250.00,"PAY","","12","CREDIT"',
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-29 -1990', '2024-03-15 225000']);
    expect(issues(reading)).toEqual(['1 preamble']);
  });

  test('one that opens and closes the balance says the currency of all', async () => {
    const reading = await read(
      [
        '2025-04-01,01-03-2025,JAN,PLN,"5000,00","26419,75"',
        '28-03-2025,28-03-2025,Phone,,"-80,25","26419,75"',
        '15-03-2025,15-03-2025,Pay,,"21500,00","26500,00"',
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2025-03-28 -8025 PLN', '2025-03-15 2150000 PLN']);
    expect(reading.net).toEqual([{ currency: 'PLN', decimal: '21419.75' }]);
  });

  test('a figure without a text at the end is set aside and named', async () => {
    const lines = [
      '29/03/2024;-19,90;Carte;PHONE',
      '18/03/2024;-840,00;Prlv;RENT',
      '15/03/2024;2250,00;Vir;PAY',
      '04/03/2024;-45,90;Carte;SHOP',
    ];
    const reading = await read([...lines, '31/03/2024;2725,20;;'].join('\n'));
    expect(rows(reading)).toHaveLength(4);
    expect(issues(reading)).toEqual(['5 no-text']);
    // Not where its day lies among the others, nor where it has a text.
    expect(rows(await read([...lines, '16/03/2024;2725,20;;'].join('\n')))).toHaveLength(5);
    expect(rows(await read([...lines, '31/03/2024;2725,20;Vir;GIFT'].join('\n')))).toHaveLength(5);
  });

  test('a summary in a table of its own, that adds up to the rows above, is no row', async () => {
    const reading = await read(
      [
        'Fecha,Descripción,Débito,Crédito',
        '04/03/2024,SUPER,1245.90,0.00',
        '15/03/2024,NOMINA,0.00,25250.00',
        '18/03/2024,RENTA,8400.00,0.00',
        '',
        'Fecha,Débitos,Cantidad,Créditos,Cantidad',
        '31/03/2024,9645.90,2,25250.00,1',
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-04 -124590', '2024-03-15 2525000', '2024-03-18 -840000']);
    expect(issues(reading)).toContain('7 summary');
  });
});

describe('taxes beside an amount', () => {
  test('the amount with tax is the amount; without it and the tax itself are not', async () => {
    const reading = await read(
      [
        'Date,Counterparty,Total amount (incl. VAT),Total amount (excl. VAT),VAT amount,Side',
        '29-03-2024,Hosting,12.00,10.00,2.00,debit',
        '15-03-2024,Client,240.00,200.00,40.00,credit',
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-29 -1200', '2024-03-15 24000']);
    expect(asks(reading)).toEqual([]);
  });

  test('French says with and without in a word', async () => {
    const reading = await read(
      [
        'Date;Libellé;Montant HT;TVA;Montant TTC',
        '29/03/2024;Hébergement;-10,00;-2,00;-12,00',
        '15/03/2024;Client;200,00;40,00;240,00',
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-29 -1200', '2024-03-15 24000']);
  });

  test('an amount without tax that stands alone is the amount', async () => {
    const reading = await read(
      ['Date,Text,Amount excl. VAT,VAT', '2024-03-29,Hosting,-10.00,2.00', '2024-03-15,Client,200.00,40.00'].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-29 -1000', '2024-03-15 20000']);
  });
});

describe('states in a bank’s own words', () => {
  test.each([
    ['Status', 'Geaccepteerd', 'Geweigerd'],
    ['Stato', '✅ Approvato', '❌ Annullato'],
    // A word for "booked" that nothing knows: the known one is enough to tell what the column holds.
    ['Status', 'Settled & archived', 'Declined'],
  ])('%s: %s, %s', async (name, done, never) => {
    const reading = await read(
      [
        `Date,Payee,Amount,${name}`,
        `2024-03-29,A,-1.00,${done}`,
        `2024-03-28,B,-2.00,${done}`,
        `2024-03-15,C,9.00,${done}`,
        `2024-03-14,D,-5.00,${never}`,
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-29 -100', '2024-03-28 -200', '2024-03-15 900']);
    expect(issues(reading)).toEqual(['5 never-happened']);
  });
});

describe('figures that are no money', () => {
  test.each([
    ['Date,Steps,Distance (km),Calories\n2024-03-04,8123,6.1,412\n2024-03-15,10250,7.9,520'],
    ['date,tmin,tmax,rain_mm\n2025-06-02,11.2,23.4,0.0\n2025-06-03,12.1,22.0,4.2'],
    ['Datum;Zählerstand;Verbrauch kWh\n02.06.2025;12345,6;8,4\n03.06.2025;12354,0;9,1'],
    ['Date,Open,High,Low,Close,Volume\n2024-03-04,179.55,180.53,177.38,179.66,73488000\n2024-03-05,176.15,177.00,173.79,175.10,81510100'],
    ['Datum;Strecke;Dauer\n04.03.2024;6,1;0,5\n15.03.2024;7,9;0,7'],
  ])('are refused: %s', async (file) => {
    expect((await refusal(file))?.code).toBe('statement-no-transactions');
  });

  test('a reference that begins like a currency is no amount', async () => {
    const reading = await read(
      [
        'Ngày giao dịch,Đối tác,Bút toán số,Nợ,Có,Số dư',
        '04/03/2024,VINMART,FT1,"-45,900",,"1,000,000"',
        '15/03/2024,LUONG,FT1,,"18,525,000","19,525,000"',
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2024-03-04 -45900 VND', '2024-03-15 18525000 VND']);
  });
});

test('a sign of a currency with a stroke in it, behind a minus', async () => {
  const reading = await read(
    ['Fecha,Descripción,Cargo,Abono', '15/03/2024,OXXO,"-S/ 1,245.90",', '29/03/2024,NOMINA,,"S/ 25,250.00"'].join('\n'),
  );
  expect(rows(reading)).toEqual(['2024-03-15 -124590 PEN', '2024-03-29 2525000 PEN']);
});

test('a word that is short for its direction', async () => {
  const reading = await read(
    [
      'Date\tNote\tEUR\tIncome/Expense\tAmount',
      '03/29/2024\tShop\t19.90\tExp.\t19.90',
      '03/15/2024\tPay\t950.00\tIncome\t950.00',
      '03/14/2024\tSavings\t50.00\tTransfer-Out\t50.00',
    ].join('\n'),
  );
  expect(rows(reading).map((row) => row.split(' ')[1])).toEqual(['-1990', '95000', '-5000']);
});

test.each([
  ['Date,Details,Amount', '2024-03-15,Shop,KD -24.590', '2024-03-15 -24590 KWD'],
  ['Fecha,Descripción,Débito,Crédito', '2024-03-15,Tienda,Q84.35,', '2024-03-15 -8435 GTQ'],
  ['Date,Details,Debit,Credit', '2024-03-15,Shop,"N1,084.35",', '2024-03-15 -108435 NGN'],
  ['交易日,交易摘要,支出人民币金额,收入人民币金额', '2024-03-15,商户,84.35,', '2024-03-15 -8435 CNY'],
])('letters that mean a currency beside a figure: %s, %s', async (header, row, expected) => {
  expect(rows(await read([header, row].join('\n')))).toEqual([expected]);
});

test('the same letters before a number without a mark are a reference', async () => {
  expect(takeAmountApart('45,2 l')).toBeNull();
  const reading = await read(['Date,Voucher,Details,Debit,Credit', '2024-03-15,Q84,Shop,4.50,', '2024-03-16,N1203,Pay,,100.00'].join('\n'));
  expect(rows(reading)).toEqual(['2024-03-15 -450', '2024-03-16 10000']);
});

test('the state stands behind what it is of, in scripts without blanks', async () => {
  const reading = await read(
    ['결제일,상품명,출금금액,입금금액,결제상태', '2024-03-15,책,"4,500",,결제완료', '2024-03-16,옷,"30,000",,결제취소'].join('\n'),
  );
  expect(rows(reading)).toEqual(['2024-03-15 -4500 KRW']);
  expect(issues(reading)).toEqual(['3 never-happened']);
});

test('Д and К say which way money went', async () => {
  const reading = await read(
    ['Дата;Основание;Д/К;Сума;Валута', '15.03.2024;Магазин;Д;84.35;BGN', '16.03.2024;Заплата;К;2950.00;BGN'].join('\n'),
  );
  expect(rows(reading)).toEqual(['2024-03-15 -8435 BGN', '2024-03-16 295000 BGN']);
});

test('of two amounts in two currencies the billed one counts', async () => {
  const reading = await read(
    [
      'Date,Merchant,Local Amount,Local Currency,Billed Amount,Billed Currency',
      '2025-03-15,Hall,-2901.80,USD,-1450.90,SGD',
      '2025-03-16,Pay,43000.00,USD,21500.00,SGD',
    ].join('\n'),
  );
  expect(rows(reading)).toEqual(['2025-03-15 -145090 SGD', '2025-03-16 2150000 SGD']);
});

describe('what only marks money in, or flags a direction', () => {
  test('bare figures among such with CR are money out', async () => {
    const reading = await read(
      ['Date,Details,Amount', '2025-09-15,PAYMENT,3105.00 CR', '2025-09-17,Hotel,"1,250.00"', '2025-09-22,Bakery,18.75'].join('\n'),
    );
    expect(rows(reading)).toEqual(['2025-09-15 310500', '2025-09-17 -125000', '2025-09-22 -1875']);
  });

  test('not where one of them has a minus, and not in a balance', async () => {
    const signed = await read(['Date,Details,Amount', '2025-09-15,A,+3.00', '2025-09-17,B,5.00', '2025-09-22,C,-1.00'].join('\n'));
    expect(rows(signed)).toEqual(['2025-09-15 300', '2025-09-17 500', '2025-09-22 -100']);
    const beside = await read(['Date,Details,Debit,Credit,Balance', '2025-09-15,A,,3.00,5.00 CR', '2025-09-17,B,5.00,,0.00'].join('\n'));
    expect(beside.entries.map(({ balance }) => balance)).toEqual([500, 0]);
  });

  test.each([
    ['isDebit', 'true', 'false'],
    ['is_credit', '0', '1'],
    ['isExpense', 'yes', 'no'],
  ])('%s', async (name, out, into) => {
    const reading = await read([`Date,Title,Amount,${name}`, `2025-09-15,Shop,4.50,${out}`, `2025-09-16,Pay,9.00,${into}`].join('\n'));
    expect(rows(reading)).toEqual(['2025-09-15 -450', '2025-09-16 900']);
  });
});

test('a table of rates below the statement is none of its rows; rows with texts below it are', async () => {
  const lines = [
    'Date,Details,Paid out,Paid in,Balance',
    '15 Sep 2025,Pay,,100.00,200.00',
    '17 Sep 2025,Shop,4.50,,195.50',
    '',
    'Interest rates',
    'From,Rate,AER',
    '01 Sep 2025,3.50,3.56',
    '15 Sep 2025,3.25,3.30',
  ];
  const reading = await read(lines.join('\n'));
  expect(rows(reading)).toEqual(['2025-09-15 10000', '2025-09-17 -450']);
  expect(issues(reading).slice(-2)).toEqual(['7 footer', '8 footer']);
  expect(rows(await read([...lines, '18 Sep 2025,Cafe,5.00,,190.50'].join('\n')))).toHaveLength(3);
});

describe('a heading of two lines', () => {
  test('what the lower line says of columns under one name', async () => {
    const reading = await read(
      [
        'Fecha,Concepto,Movimiento,,Saldo',
        ',,Cargo,Abono,',
        '2025-03-04,Market,1450.90,,3549.10',
        '2025-03-15,Salary,,21500.00,25049.10',
        '2025-03-28,Phone,80.25,,24968.85',
      ].join('\n'),
    );
    expect(rows(reading)).toEqual(['2025-03-04 -145090', '2025-03-15 2150000', '2025-03-28 -8025']);
    expect(asks(reading)).toEqual([]);
  });

  test('two days under one name, each what it is', async () => {
    const reading = await read(
      ['Fecha,,Concepto,Importe', 'Valor,Operación,,', '17/03/2025,14/03/2025,Market,-4.50', '20/03/2025,19/03/2025,Pay,9.00'].join('\n'),
    );
    expect(rows(reading)).toEqual(['2025-03-14 -450', '2025-03-19 900']);
  });

  test('a row of words below a whole header is none', async () => {
    const reading = await read(['Date,Text,Debit,Credit', 'Pending,none,,', '2025-03-14,Market,4.50,', '2025-03-15,Pay,,9.00'].join('\n'));
    expect(rows(reading)).toEqual(['2025-03-14 -450', '2025-03-15 900']);
  });
});

test('without a header, payments with a minus in one column and charges in the next are those of a card', async () => {
  const lines = [
    '14 Mar 24,Netflix,,12.00',
    '15 Mar 24,"Payment, Thank You",-410.00,',
    '17 Mar 24,Tesco Stores,,30.00',
    '18 Mar 24,Amazon,,9.00',
  ];
  const reading = await read(`${lines.join('\n')}\n`);
  expect(reading.entries.map(({ minor }) => minor)).toEqual([-1200, 41000, -3000, -900]);
  expect(reading.asks.map(({ key }) => key)).toEqual(['sign']);
  // An account: debits with a minus, credits without, and texts that agree.
  const plain = await read(
    '14 Mar 24,Netflix,-12.00,\n15 Mar 24,Salary,,410.00\n17 Mar 24,Tesco Stores,-30.00,\n18 Mar 24,Amazon,-9.00,\n',
  );
  expect(plain.entries.map(({ minor }) => minor)).toEqual([-1200, 41000, -3000, -900]);
  expect(plain.asks).toEqual([]);
});
