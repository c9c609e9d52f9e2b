// Tables with days and figures that are no statement, and days that are not those of the rows.
import { expect, test } from 'vitest';
import { asks, read, refusal, rows } from './read.ts';

const NONE: readonly [string, string[]][] = [
  ['invoices', ['Invoice,Issued,Due,Customer,Status', '1001,2024-03-15,2024-04-14,Ann,Open', '1002,2024-03-18,2024-04-17,Bob,Paid']],
  ['hours', ['Date,Project,Hours', '2024-03-15,A,7.5', '2024-03-18,B,8.0']],
  [
    'what is held',
    [
      'Symbol,Description,Quantity,Price,Market Value,As of',
      'VTI,Fund,10,200.00,2000.00,03/28/2024',
      'BND,Bonds,5,70.00,350.00,03/28/2024',
    ],
  ],
  ['heights of rain', ['date,station,tmax,tmin,rain', '2024-03-15,Oslo,7.5,-1.2,0.40', '2024-03-16,Oslo,8.1,0.3,1.25']],
  ['things in stock', ['SKU,Item,In stock,Last counted', 'A1,Screw,120,2024-03-15', 'B2,Nail,44,2024-03-16']],
  ['marks', ['Student,Exam date,Score', 'Ann,2024-03-15,87', 'Bob,2024-03-15,91']],
  ['counts under a word that nobody knows', ['Date,Place,Blorps', '2024-03-15,North,17', '2024-03-16,South,21', '2024-03-17,North,4']],
];

test.each(NONE)('%s are refused', async (_, lines) => {
  expect((await refusal(lines.join('\n')))?.code).toBe('statement-no-transactions');
});

test.each([
  ['cents', ['Date,Place,Blorps', '2024-03-15,North,17.20', '2024-03-16,South,21']],
  ['a minus', ['Date,Place,Blorps', '2024-03-15,North,-17', '2024-03-16,South,21']],
  ['a currency', ['Date,Place,Blorps', '2024-03-15,North,17 €', '2024-03-16,South,21 €']],
  ['thousands', ['Date,Place,Blorps', '2024-03-15,North,"17,200"', '2024-03-16,South,"21,000,000"']],
  ['one thing that is no money beside an amount', ['Date,Place,Blorps,Price', '2024-03-15,North,17.20,3', '2024-03-16,South,21.00,4']],
  ['letters before figures with a mark', ['Date,Place,Blorps', '2024-03-15,North,"S 17,20"', '2024-03-16,South,"H21,00"']],
  ['no header at all', ['2024-03-15,North,17', '2024-03-16,South,21', '2024-03-17,North,4']],
])('what is written as money is is read: %s', async (_, lines) => {
  expect((await read(lines.join('\n'))).entries).toHaveLength(lines.length - (lines[0]?.startsWith('Date') ? 1 : 0));
});

test('a trade under a word that nobody knows is read where its figures go both ways to the cent', async () => {
  const lines = ['Date,Security,Quantity,Price,Blorp', '2024-03-15,Fund,10,20.5,-205.00', '2024-03-18,Bond,5,70.1,350.50'];
  expect(rows(await read(lines.join('\n')))).toEqual(['2024-03-15 -20500', '2024-03-18 35050']);
});

test('what a trade brought, by the words of brokers', async () => {
  for (const word of ['Proceeds', 'Consideration', 'Turnover', 'Gegenwert', 'Mutatie']) {
    const lines = [`Date,Security,Quantity,Price,${word}`, '2024-03-15,Fund,10,20.50,-205.00', '2024-03-18,Bond,5,70.10,350.50'];
    expect(rows(await read(lines.join('\n'))), word).toEqual(['2024-03-15 -20500', '2024-03-18 35050']);
  }
});

test('a day that is the same on every row is not that of the rows', async () => {
  const row = (day: string, text: string, amount: string): string => `2024-03-01,1500.00,${day},${text},${amount}`;
  const lines = [row('2024-03-15', 'Shop', '-4.50'), row('2024-03-18', 'Cafe', '-3.00'), row('2024-03-28', 'Pay', '900.00')];
  const days = ['2024-03-15 -450', '2024-03-18 -300', '2024-03-28 90000'];
  expect(rows(await read(['Transaction date,Opening balance,Operation day,Concept,Amount', ...lines].join('\n')))).toEqual(days);
  expect(rows(await read(['Opening date,Opening balance,Operation date,Concept,Amount', ...lines].join('\n')))).toEqual(days);
});

test('where all rows are of one day, that day stands', async () => {
  const lines = [
    'Date,Booked,Text,Amount',
    '2024-03-15,2024-03-15,Shop,-4.50',
    '2024-03-15,2024-03-15,Cafe,-3.00',
    '2024-03-15,2024-03-15,Pay,900.00',
  ];
  const reading = await read(lines.join('\n'));
  expect(rows(reading)).toEqual(['2024-03-15 -450', '2024-03-15 -300', '2024-03-15 90000']);
  expect(asks(reading)).toEqual([]);
});

test('amounts of SWIFT may begin with their comma', async () => {
  const reading = await read(
    ':20:1\n:25:123\n:28C:1/1\n:60F:C240301EUR100,\n:61:2403150315D,50NMSCNONREF\n:86:x\n:61:240316C12,NMSCNONREF\n:86:y\n:62F:C240316EUR111,5\n-\n',
  );
  expect(rows(reading)).toEqual(['2024-03-15 -50 EUR', '2024-03-16 1200 EUR']);
});

test('one kind on every row says of none which way it went, though the balance agrees with the signs', async () => {
  const lines = [
    '30,EDEKA,-130.64,1978.30',
    '25,LIDL,-19.02,2108.94',
    '16,Bahn,-55.62,2127.96',
    '15,ACME,812.40,2183.58',
    '14,dm,-33.24,1371.18',
  ];
  const reading = await read(['Date,Details,Turnover,Balance,Payment Type', ...lines.map((line) => `2024-03-${line},Deposit`)].join('\n'));
  expect(rows(reading)[0]).toBe('2024-03-30 -13064');
});
