// Names of common words, numbers among them, in small letters; what a bank prints for short; a mortgage that is known by its lender.
import { describe, expect, it } from 'vitest';
import { askOf, ledgerOf, totalOf } from './households.ts';

/** One current account, its rows as `ledgerOf` reads them. */
const checking = (rows: string, currency: string) => ledgerOf([{ name: 'Current', institution: null, kind: 'checking', rows }], currency);

const MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
const rows = MONTHS.flatMap((month) => [
  `${month}-01 -838.00 SKIPTON BS 44712093 | | D/D`,
  `${month}-02 -35.00 EVERYONE ACTIVE | | D/D`,
  `${month}-03 -16.00 THREE RIVERS HTG & CLG | | D/D`,
  `${month}-04 -90.00 STEEL CITY ORTHO | | D/D`,
  `${month}-05 -2.00 PLYMOUTH CITYBUS | |`,
]).join('\n');
const db = checking(rows, 'GBP');

describe('names of plain words', () => {
  it.each([
    ['how much have we paid everyone active', 210],
    ['how much went to everyone active', 210],
    ['three rivers heating total', 96],
    ['how much did three rivers heating cost', 96],
    ['what have we paid the orthodontist', 540],
    ['how much on the mortgage in 2025', 3352],
  ])('%s', (question, total) => expect(totalOf(db, question)).toBe(total));

  it('tells when', () => {
    expect(askOf(db, 'when was our last payment to everyone active').sentence).toMatch(/^Last on 2 February 2026: Everyone Active/);
    expect(askOf(db, 'everyone active last payment').sentence).toMatch(/Everyone Active/);
  });

  it('says what it took the mortgage for', () => {
    expect(askOf(db, 'how much did I spend without the mortgage').assumed.join()).toMatch(/Skipton Building Society/);
  });

  it('leaves numbers that count', () => {
    expect(askOf(db, 'how much did I spend in the last three months').sentence).toMatch(/^You spent/);
  });
});

describe('what a word stands for, and what it does not', () => {
  const lessons = checking(
    [
      ...MONTHS.map((month, at) => `${month}-06 -${at < 3 ? '60.00' : '68.00'} J FIELDING PIANO | |`),
      ...MONTHS.map((month) => `${month}-07 2100.00 UHL NHS TRUST | | BACS`),
      '2026-01-15 400.00 DINESH PARMAR PAY BACK | |',
      '2026-01-16 -30.00 VUE CINEMA DERBY | |',
      '2026-01-17 -4.00 COSTA COFFEE | |',
    ].join('\n'),
    'GBP',
  );

  it('wages are no money that is paid back', () => {
    expect(totalOf(lessons, 'what were my wages in December')).toBe(2100);
    expect(askOf(lessons, 'have my wages come in').sentence).not.toMatch(/Dinesh/);
  });

  it('a price of each month is the last one', () => {
    expect(askOf(lessons, 'piano teacher how much each month now').sentence).toMatch(/last cost £68\.00/);
    expect(askOf(lessons, 'coffee each month now').sentence).not.toMatch(/last cost/);
  });

  it('a night out is no purchase of all', () => {
    expect(askOf(lessons, "what's my average spend on a night out").sentence).toMatch(/£30\.00/);
  });

  it.each(['was January more expensive than usual', 'was January dearer than normal'])('what is usual is asked about: %s', (question) => {
    expect(askOf(lessons, question).status).toBe('clarify');
  });
});

describe('names beside other words', () => {
  const boise = checking(
    `
        2026-01-03 -5.25 FLYING M COFFEE BOISE ID
        2026-01-04 -500.00 INN AT SPANISH HEAD DEPOSIT
        2026-01-10 -61.00 OREGON COAST AQUARIUM
        2026-01-11 -90.00 GENTLE DENTAL BOISE ID
        2026-01-12 -12.00 MICKLEOVER DANCE ACAD
        2026-01-17 -9.00 HARTS BAKERY
        2026-01-18 -300.00 ALASKA AIRLINES
        2026-01-24 -8.00 HARTS BAKERY
        2026-01-26 -7.00 HARTS BAKERY`,
    'USD',
  );

  it.each([
    ['how much have I spent at Flying M', 5.25],
    ['how much have I spent on flying', 300],
    ['how much did the coast aquarium cost', 61],
    ['how much has dancing cost, the Mickleover Dance place', 12],
    ["I like a Saturday pastry so what has Hart's Bakery cost me on Saturdays this year", 17],
    ["how much have I spent at Hart's Bakery until now", 24],
    ['how much went out this year, leaving out the money I moved to savings', 992.25],
    ["adding up Hart's Bakery, what did I pay this year", 24],
  ])('%s', (question, total) => expect(totalOf(boise, question)).toBe(total));

  it('what stands on the coast is no aquarium', () => {
    expect(askOf(boise, 'what did that hotel on the coast come to, Spanish Head').sentence).not.toMatch(/Aquarium/);
  });

  it('another thing that begins like it is not set aside', () => {
    expect(askOf(boise, 'how much on dandelions at Mickleover Dance').status).toBe('clarify');
  });

  it.each(['Ryanair, how much this year?', 'Ryanair, any purchases this year?', 'and Zizzi, how much since January?'])(
    'a stranger before the question is who is asked about: %s',
    (question) => {
      const { status, sentence } = askOf(boise, question);
      expect(status, sentence).toBe('empty');
    },
  );

  it('and somebody who is spoken to is not', () => {
    expect(askOf(boise, 'Kevin, how much did we spend this year?').sentence).toMatch(/^You spent \$992\.25/);
  });

  it('a dentist with another name is not ours', () => {
    const { status, sentence } = askOf(boise, 'did I pay anything to Delta Dental');
    expect(status, sentence).toBe('empty');
  });
});

describe('what is asked of is not what was bought', () => {
  const cafes = checking(
    `
        2026-01-03 -5.25 STARBUCKS 0213
        2026-01-04 -4.10 STARBUCKS 0213
        2026-01-05 -3.90 COSTA COFFEE
        2026-02-06 -80.00 TESCO STORES 2231
        2026-02-07 20.00 TESCO STORES 2231 REFUND`,
    'GBP',
  );

  it('counts the shops that one has been to', () => {
    expect(askOf(cafes, 'how many coffee shops have I been to').sentence).toMatch(/^2 payees/);
    expect(askOf(cafes, 'how many times have I been to a coffee shop').sentence).toMatch(/^3 purchases/);
  });

  it.each([
    'how much did I lend',
    'how much have I given away',
    'what went up the most from January to February',
    'how much cash did I get back',
    'what did I spend on coffee at work',
    'how much on coffee including Tesco',
    'including Tesco, how much on coffee in January',
  ])('asks back: %s', (question) => {
    const { status, sentence } = askOf(cafes, question);
    expect(status, sentence).toBe('clarify');
  });
});
