// Shares of what the turn before was about, like held against like, and turns that keep, lift or point to a time.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2026-01', '2026-02', '2026-03'];
const current = [
  ...MONTHS.flatMap((month, at) => [
    `${month}-01 2000.00 ACME CORP PAYROLL | |`,
    `${month}-05 -${at < 4 ? '50.00' : '60.00'} TESCO STORES 2231 | |`,
    `${month}-06 -20.00 ALDI STORES 55 | |`,
    `${month}-12 -5.00 TINCAN COFFEE | |`,
    `${month}-25 -${at < 4 ? '15.00' : '18.00'} NETFLIX.COM | |`,
    `${month}-28 -3.00 MONTHLY ACCOUNT FEE | |`,
  ]),
  '2026-02-14 -900.00 FRED OLSEN CRUISE LINES IPSWICH | |',
  '2026-02-20 -8.00 BOSTON TEA PARTY 11 BRISTOL | |',
  '2026-03-02 -340.00 G TUCKETT | |',
].join('\n');
const { say, sentences } = talkWith(
  ledgerOf([{ name: 'Santander current', institution: 'Santander', kind: 'checking', rows: current }], 'GBP'),
  '2026-03-20',
);

describe('what part of it', () =>
  sentences([
    ['how much on groceries in 2025 > what percent of that was Tesco', /^71\.4 %: £200\.00 of £280\.00 in 2025/],
    ['how much on groceries in 2025 > what share of it is Aldi', /^28\.6 %: £80\.00 of £280\.00/],
    ['how much on groceries in 2025 > and what percentage was Tesco', /^71\.4 %: £200\.00 of £280\.00 in 2025/],
    ['how much on groceries in 2025 > what percent of that was Tesco > what percent of that is Aldi', /^28\.6 %: £80\.00 of £280\.00/],
    ['what did I spend at Tesco in February > what share of groceries is that', /^75 %: £60\.00 of £80\.00 in February 2026/],
    ['what did each get in 2025, Tesco and Aldi > so Aldi is what percent of that lot', /^28\.6 %: £80\.00 of £280\.00/],
    ['how many times was I at Tesco > what percent of those were over £55', /^42\.9 %: 3 of 7/],
  ]));

describe('a year that is not over, held against one that is', () => {
  it('what the other had come to by then is told, in a figure with its rows', () => {
    const { sentence, rows, columns, evidence } = say('am I spending more at Tesco than last year');
    expect(sentence).toMatch(
      /^No, less: 2026 so far £180\.00, 2025 £200\.00.* Up to 20 March 2025 it was £150\.00: of the same days, 2026 so far is more\.$/,
    );
    expect(rows[0]?.at(-1)).toBe(150);
    expect(columns.at(-1)).toBe('up to 20 March 2025');
    expect(evidence?.sides?.map(({ total }) => total)).toEqual([3, 4, 3]);
  });
  it('where the statements begin within it nothing is told of it', () => {
    const { sentence } = say('did I spend more at Tesco in 2025 than in 2024');
    expect(sentence).not.toMatch(/Up to/);
  });
  it('what was saved, too', () => {
    const { status, sentence } = say('am I saving more than last year');
    expect([status, sentence]).toEqual(['answered', expect.stringMatching(/^No, less: 2026 so far .* Up to 20 March 2025/)]);
  });
});

describe('a time that was found', () =>
  sentences([
    ['which month did I spend the most in > what on earth did that', /February 2026.*Fred Olsen/],
    ['which month did I spend the most in > how much of that was groceries', /^You spent £80\.00 on groceries in February 2026/],
    ['which month did I spend the most in > and the month before that', /in January 2026/],
    ['Tesco this year > and the year before', /^You spent £200\.00 at Tesco in 2025/],
    ['Tesco from 1 January 2025 to 31 March 2025 > and since then', /from 1 April 2025 to today/],
  ]));

describe('turns of few words', () =>
  sentences([
    ['what did I spend in February > groceries > fees', /^You spent £3\.00 on fees in February 2026/],
    ['how much on coffee > Tincan or Boston Tea Party', /^Tincan Coffee is more: Tincan Coffee £35\.00, Boston Tea Party 11 £8\.00/],
    ['which supermarket do I spend most in > top 5', /^Tesco £380\.00, Aldi £140\.00/],
    ['did I pay G Tuckett > how much', /^You spent £340\.00 at G Tuckett/],
    ['how much at Tesco in a typical month > and this month', /^You spent £60\.00 at Tesco in March 2026 so far/],
  ]));

describe('after what was not understood nothing is summed of all there is', () =>
  it.each([
    ['how much on the theatre', 'last year'],
    ['is Netflix worth it', 'total last year'],
    ['when did we sail', 'how much had we paid by then'],
    ['how much was the marquee', 'how many payments so far'],
  ])('%s > %s', (first, then) => expect(say(first, then).status).toBe('clarify')));

describe('a name that answers what was asked back stands in the question before it', () => {
  sentences([
    ['how much on the theatre in February > Boston Tea Party only', /^You spent £8\.00 at Boston Tea Party 11 in February 2026/],
    ['how much did we give Matilda in March > i mean Tuckett', /^You spent £340\.00 at G Tuckett in March 2026/],
    ['how much on the theatre in February > how much on groceries', /^You spent £\d+\.00 on groceries/],
  ]);
  it('and what was taken is said', () => {
    expect(say('how much on the theatre in February', 'the Boston Tea Party').assumed.join(' ')).toMatch(
      /I took “theatre” as the Boston Tea Party/,
    );
  });
});

describe('one payment, told by its size', () =>
  sentences([
    ['who did I pay £340 to', /^G Tuckett, £340\.00, on 2 March 2026/],
    ['what was that 900.00 in february', /^Fred Olsen Cruise Lines, £900\.00/],
    ["what's the £18 coming out every month", /^Netflix £18\.00|Netflix/],
  ]));

describe('over or under, of a sum', () =>
  sentences([
    ['did I spend more than £100 on groceries in February', /^No, £20\.00 under: you spent £80\.00 on groceries/],
    ['did we go over £50 on groceries in February', /^Yes, £30\.00 over/],
    ['did I stay under £100 on groceries in February', /^Yes, £20\.00 under/],
  ]));
