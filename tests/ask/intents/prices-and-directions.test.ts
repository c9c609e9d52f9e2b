// What a price did and when, which way money went between own accounts, and turns that lean on either.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const day = (month: number, on: number) =>
  `${month > 12 ? 2026 : 2025}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-${String(on).padStart(2, '0')}`;
const months = Array.from({ length: 15 }, (_, at) => at + 1); // January 2025 to March 2026
const rows = [
  ...months.map((month) => `${day(month, 3)} -${month < 10 ? '912.44' : '868.17'} SANTANDER MORTGAGE | |`),
  ...months.map((month) => `${day(month, 1)} -${month < 5 ? '668.00' : '186.00'} ACORN DAY NURSERY | |`),
  ...months.map((month) => `${day(month, 10)} -${month < 7 ? '38.99' : '42.99'} BT GROUP PLC | |`),
  ...months.map((month) => `${day(month, 28)} 2400.00 WOOD GROUP SALARY | |`),
  ...months.map((month) => `${day(month, 5)} -250.00 TRANSFER TO SAVINGS | |`),
  '2025-06-08 -21.00 LIDL GB ABERDEEN | |',
  '2025-08-08 -264.15 LIDL GB ABERDEEN | |',
  '2026-02-08 -21.89 LIDL GB ABERDEEN | |',
  '2025-11-20 -18.06 VINTED | |',
  '2025-12-02 26.06 VINTED | |',
  '2026-01-02 31.00 VINTED | |',
  '2025-11-09 -42.00 NANDOS ABERDEEN | |',
  '2026-01-09 -38.00 NANDOS ABERDEEN | |',
  '2025-10-09 -23.80 BOROUGH MARKET LONDON | |',
  '2026-02-20 -150.00 ABERDEEN CITY COUNCIL COUNCIL TAX | |',
  '2026-02-11 -14.00 MANNOFIELD BARBERS | |',
  '2026-03-05 -200.00 TRANSFER TO FLEX INSTANT SAVER 0714/632118447 | |',
  '2026-01-15 -30.00 BILL PAYMENT VIA FASTER PAYMENT TO CALLUM RENNIE REFERENCE TOOLS , MANDATE NO 7 | |',
].join('\n');
const savings = months.map((month) => `${day(month, 5)} 250.00 TRANSFER FROM CURRENT | |`).join('\n');
const { say, sentences } = talkWith(
  ledgerOf(
    [
      { name: 'Bank of Scotland current', institution: null, kind: 'checking', rows },
      { name: 'Rainy day savings', institution: null, kind: 'savings', rows: savings },
    ],
    'GBP',
  ),
  '2026-03-20',
);

describe('a price falls as well as it rises', () => {
  sentences([
    ['when did our mortgage payment drop', /fell on 3 October 2025, by £44\.27 from £912\.44 to £868\.17/],
    ['when did the mortgage change', /fell on 3 October 2025/],
    ['when did the nursery come down', /fell on 1 May 2025, by £482\.00/],
    ['is the mortgage lower than a year ago', /^Down by £44\.27/],
    ['when did BT go up', /rose on 10 July 2025, by £4\.00/],
    ['what is the BT bill', /BT\b.* last cost £42\.99/],
  ]);
  it('what came since is of the days since', () => {
    expect(say('when did the nursery come down', 'since then how much have we paid').sentence).toMatch(/£2,046\.00 .* from 1 May 2025/);
  });
  it('what it was before is told by the same change', () => {
    expect(say('when did the mortgage change', 'what was it before').sentence).toMatch(/from £912\.44 to £868\.17/);
  });
  it('a shop that is gone to has no price', () => {
    expect(say('how much is a Nandos for us').sentence).toMatch(/^£40\.00 on average for one purchase/);
  });
});

describe('which way it went', () =>
  sentences([
    ['how much do we send to the savings', /^You moved £3,750\.00 into/],
    ['what goes out each month', /^15 months/],
    ['how much have I sold on Vinted', /^You received £57\.06 from Vinted/],
    ['am I up or down with Vinted', /^You kept £39\.00 at Vinted/],
  ]));

it('an account that saves, though its statements are not here, spends nothing', () => {
  expect(say('what did we spend from 4 to 6 March 2026').status).toBe('empty');
});

describe('turns that lean on the one before', () => {
  it('the price of then', () => {
    expect(say('what is the BT bill', 'what was it this time last year').sentence).toMatch(/£38\.99, on 10 March 2025/);
    expect(say('how much has BT gone up', 'what were we paying before the last increase').sentence).toMatch(/from £38\.99 to £42\.99/);
  });
  it('the worst month is one of all, not of the month before', () => {
    expect(say('how much at Lidl in February', 'which month was the worst').sentence).toBe('August 2025: £264.15.');
  });
  it('it began when it did', () => {
    expect(say('how many Vinted purchases in November', 'when did I start').sentence).toMatch(/20 November 2025/);
  });
  it('in and out is of whom was asked about', () => {
    expect(say('how much did I spend on Vinted', 'so am I up or down').sentence).toMatch(/^You kept £39\.00 at Vinted/);
  });
});

describe('what is not told is asked back', () => {
  it.each([
    'haircuts for Callum',
    'what did we spend less on in February',
    'how much goes out on the first of each month',
    'do you sell my data',
  ])('%s', (question) => expect(say(question).status).not.toBe('answered'));
  it('a market is no council', () => {
    expect(say('how much council tax have we paid').sentence).toMatch(/£150\.00/);
  });
});
