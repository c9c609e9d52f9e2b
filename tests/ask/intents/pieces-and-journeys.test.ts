// Names in pieces, towns one went to, letters in haste, and what is never counted anyway; each meaning in ten or so ways, and what
// only looks like it. The amounts tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { askOf, ledgerOf, totalOf } from '../names/households.ts';

const current = `
  2025-12-09 -10.00 NETFLIX.COM
  2026-01-09 -10.00 NETFLIX.COM
  2026-02-09 -12.50 NETFLIX.COM
  2026-03-09 -12.50 NETFLIX.COM
  2026-01-05 -30.00 PUREGYM
  2026-02-05 -30.00 PUREGYM
  2026-03-05 -30.00 PUREGYM
  2026-02-02 -250.00 TO SAVER
  2026-02-03 -1.00 LIDL GB LEEDS
  2026-02-04 -2.00 SOBEYS #512
  2026-02-05 -4.00 SQ *TWO IF BY SEA CAFE
  2026-02-06 -64.00 BP FISHPONDS
  2026-02-07 -8.00 KOODO MOBILE
  2026-02-08 -16.00 TESCO STORES 2041
  2026-02-10 -3.00 ARRANGED OVERDRAFT INTEREST
  2026-01-16 700.00 FROM SAVER
  2026-01-17 900.00 J HARGREAVES`;
const saver = `
  2026-01-16 -700.00 TO CURRENT ACCOUNT
  2026-01-31 9.00 GROSS INTEREST
  2026-02-02 250.00 FROM CURRENT ACCOUNT
  2026-02-28 11.00 GROSS INTEREST`;
const card = `
  2025-08-15 -32.00 CASTLE SHOP EDINBURGH
  2025-08-16 -128.00 DISHOOM EDINBURGH
  2025-08-17 -512.00 MALMAISON EDINBURGH
  2026-02-11 -5.00 EDINBURGH WOOLLEN MILL LEEDS
  2026-02-12 -7.00 LATE PAYMENT FEE`;
const db = ledgerOf(
  [
    { name: 'Current account', institution: null, kind: 'checking', rows: current },
    { name: 'Saver', institution: null, kind: 'savings', rows: saver },
    { name: 'Amex', institution: 'American Express', kind: 'card', rows: card },
  ],
  'GBP',
);
const statusOf = (question: string) => askOf(db, question).status;
const sentenceOf = (question: string) => askOf(db, question).sentence;

describe('a name in pieces where a shop stands', () => {
  it.each([
    ['how much did we spend at so bees in february', 2],
    ['what did i spend at so beys', 2],
    ['spent at lid all in february', 1],
    ['how much did i spend at lid el', 1],
    ['how much at two if by see', 4],
    ['what did we spend at too if by sea in february', 4],
    ['money spent at tess co', 16],
    ['how much have i paid kudo', 8],
    ['total paid to kooda', 8],
    ['how much did i spend at bp', 64],
  ])('%s', (question, total) => expect(totalOf(db, question)).toBe(total));

  it.each([
    'how much did we spend at so far away',
    'spending at the moment on lego',
    'how much did I spend at all the fairs',
    'what was spent at so long ago',
  ])('%s: nothing of ours sounds so', (question) => expect(statusOf(question)).not.toBe('answered'));
});

describe('a town one went to, of a household with one currency', () => {
  it.each([
    'how much did the Edinburgh trip cost',
    'what did our trip to Edinburgh come to',
    'Edinburgh trip total',
    'what did we spend on our weekend in Edinburgh',
    'cost of the Edinburgh holiday',
    'total for my visit to Edinburgh in August',
    'how much was the edinburgh getaway',
    'what did our break in edinburgh set us back',
    'what did the Edinburgh holiday come to on the amex',
    'how much did i spend on the trip to edinburgh last august',
  ])('%s', (question) => expect(totalOf(db, question)).toBeGreaterThanOrEqual(672));

  it.each([
    ['how much at Edinburgh Woollen Mill', 5],
    ['spent at dishoom', 128],
  ])('%s: a shop is a shop', (question, total) => expect(totalOf(db, question)).toBe(total));
});

describe('"atm" behind the name of a payee is at the moment', () => {
  it.each([
    'netflix atm',
    'how much is netflix atm',
    'what am i paying for netflix atm',
    'Netflix price atm?',
    'what is netflix costing me atm',
  ])('%s', (question) => expect(sentenceOf(question)).toContain('12.50'));
  it.each(['how much did I take out at the atm', 'cash from the atm', 'atm', 'what did I withdraw from an atm in february'])(
    '%s: a machine',
    (question) => expect(sentenceOf(question)).not.toContain('12.50'),
  );
});

describe('transfers are never counted, and saying so changes nothing', () => {
  const all = 152.5;
  it.each([
    'total spending in february, not counting transfers',
    'what did we spend in february excluding transfers',
    'everything that went out in february, transfers not counted',
    'total outgoings for february without any transfers',
    'how much did we spend in february, leaving out transfers',
    'february spending ignoring transfers between our accounts',
    'how much went out in february, transfers aside',
    'how much did we spend apart from transfers in february',
    'spending in february, no transfers',
    'total spend excl transfers in february',
  ])('%s', (question) => expect(totalOf(db, question)).toBeCloseTo(all, 2));

  it.each(['how much did I transfer to the saver in february', 'transfers to savings in february'])('%s: those themselves', (question) =>
    expect(totalOf(db, question)).toBe(250),
  );
});

describe('out of savings into another account, to which others pay as well', () => {
  it.each([
    'how much came out of savings and into the current account in january',
    'how much did we move from savings to the current account in january',
    'how much went from the saver into the current account in january',
    'what did I transfer from savings to current account in january',
  ])('%s', (question) => expect(totalOf(db, question)).toBe(700));
});

describe('interest beside charges is one that was paid', () => {
  it.each([
    ['total bank charges and interest paid, both overdraft and late fees', 10],
    ['overdraft interest and late fees', 10],
    ['how much did I pay in overdraft interest', 3],
  ])('%s', (question, total) => expect(totalOf(db, question)).toBe(total));
  it.each([
    ['how much interest did we get in february', 11],
    ['interest earned on savings', 20],
  ])('%s: that of savings', (question, total) => expect(totalOf(db, question)).toBe(total));
});

describe('in haste', () => {
  it.each([
    ['wots netflix now', '12.50'],
    ['wot do i pay for netflix', '12.50'],
    ['hom much at lidl in feb', '1.00'],
    ['hwo much did i spend at tesco', '16.00'],
    ['is it possible to know how much we spent at tesco', '16.00'],
    ['it is possible to know how much we consumed at tesco', '16.00'],
    ['how much is the gym a month', '30.00'],
    ["what did netflix's price go from and to", '10.00'],
    ['netflix history', '12.50'],
    ['by how much was netflix raised', '2.50'],
    ['Netflix was put up. By how much, may I ask?', '2.50'],
  ])('%s', (question, figure) => {
    const { sentence, rows } = askOf(db, question);
    expect(`${sentence} ${JSON.stringify(rows)}`).toMatch(new RegExp(figure.replace(/\.?0+$/, '')));
  });
  it.each(['last netflix', 'latest netflix', 'most recent Netflix?', 'my last puregym', 'last lidl'])('%s: the last of it', (question) =>
    expect(sentenceOf(question)).toMatch(/^Last on/),
  );
  it.each(['netflix feb > jan', 'netflix feb > jan?', 'tesco < lidl'])('%s: whether it was so', (question) =>
    expect(sentenceOf(question)).toMatch(/^(?:Yes|No), (?:more|less)|^(?:Yes|No)/),
  );
});

describe('money of which only one way is meant', () => {
  it.each([
    ['payments into the current account in january', 700],
    ['paid into the saver in february', 250],
    ['deposits into savings in february', 250],
  ])('%s', (question, total) => expect(totalOf(db, question)).toBe(total));
  it.each(['what did we spend between payday and the end of january', 'spending between breakfast and february'])(
    '%s: a stretch with one end is asked about',
    (question) => expect(statusOf(question)).not.toBe('answered'),
  );
});

describe('two left out, one behind the other', () => {
  it.each([
    ['february spending, no tesco no lidl', 135.5],
    ['february spending, no tesco, no lidl', 135.5],
    ['february spending, no tesco and no lidl', 135.5],
    ['february spending without tesco or lidl', 135.5],
    ['what did we spend in february, no tesco', 136.5],
  ])('%s', (question, total) => expect(totalOf(db, question)).toBeCloseTo(total, 2));
});

describe('a chart is how it is drawn, and nobody of that name', () => {
  it.each(['bar chart of tesco by month in 2026', 'a line graph of tesco by month in 2026', 'tesco by month in 2026 as a bar chart'])(
    '%s',
    (question) => expect(askOf(db, question).rows).toEqual([['2026-02', 16]]),
  );
});
