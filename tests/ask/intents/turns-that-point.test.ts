// Turns that lean on what the turns before asked or found: the pair, the place that an answer named, the price, the money that was spoken of.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const MONTHS = ['2025-12', '2026-01', '2026-02', '2026-03'];
const checking = [
  ...MONTHS.flatMap((month, at) => [
    `${month}-01 2000.00 ACME CORP PAYROLL | |`,
    `${month}-02 -${at < 2 ? '15.00' : '18.00'} NETFLIX.COM | |`,
    `${month}-03 -10.00 SPOTIFY P2HXCK | |`,
    `${month}-04 -600.00 LITTLE ACORNS NURSERY | |`,
    `${month}-10 -100.00 TRANSFER TO SAVINGS | |`,
  ]),
  '2026-02-05 -20.00 ALDI STORES 55 | Groceries |',
  '2026-02-06 -30.00 TESCO STORES 2231 | Groceries |',
  '2026-03-05 -50.00 TESCO STORES 2231 | Groceries |',
  '2026-03-06 5.00 TESCO STORES 2231 REFUND | Groceries |',
].join('\n');
const savings = MONTHS.map((month) => `${month}-10 100.00 TRANSFER FROM CURRENT ACCOUNT | |`).join('\n');
const { say, sentences } = talkWith(
  ledgerOf(
    [
      { name: 'Santander current', institution: 'Santander', kind: 'checking', rows: checking },
      { name: 'Santander savings', institution: 'Santander', kind: 'savings', rows: savings },
    ],
    'GBP',
  ),
  '2026-03-20',
);

describe('both of them', () => {
  sentences([
    ['how much at Aldi in February > and Tesco > both of them this year', /^You spent £95\.00 at Aldi and Tesco in 2026 so far/],
    ['how much at Aldi in February > and Tesco > which of the two was more this year', /^Tesco is more: Aldi £20\.00, Tesco £75\.00/],
    ['how much at Aldi in February > and Tesco > both together > which was more', /^Tesco is more: Aldi £20\.00, Tesco £30\.00/],
    ['how much is Netflix > and Spotify > both together', /^£28\.00 together: Netflix £18\.00, Spotify £10\.00/],
    ['is Spotify cheaper than Netflix', /Spotify £10\.00/],
  ]);

  it('of one thing is asked about', () => {
    expect(say('how much at Aldi in February', 'both this year').status).toBe('clarify');
  });
});

describe('the place that the answer named', () =>
  sentences([
    ['which supermarket do I spend the most at > how much there in February', /^You spent £30\.00 at Tesco in February 2026/],
    ['which supermarket do I go to most > how much do I spend each time', /^£40\.00 on average for one purchase at Tesco/],
  ]));

describe('the price of what was asked about', () =>
  sentences([
    ['how much is Netflix now > what was it before that', /from £15\.00 to £18\.00/],
    ['how much is Netflix > what was it when we started', /^Netflix began at £15\.00/],
    ['how much did we spend on Netflix this year > price now', /^Netflix last cost £18\.00/],
    ['how much is Netflix > did it change', /^Up by £3\.00, from £15\.00 to £18\.00/],
    ['has Netflix changed since it began', /^Up by £3\.00, from £15\.00 to £18\.00/],
    ['what are my subscriptions > how much is all that a month', /^£28\.00 a month, in 2/],
  ]));

describe('the money that was spoken of', () =>
  sentences([
    ['what came in last month > minus what we spent', /^You kept £1,322\.00 in February 2026/],
    ['how much did I save in February > and on average each month this year', /^£1,341\.33 a month on average/],
    ['how much did I spend at Tesco > any refunds > so net?', /^You spent £75\.00 at Tesco/],
    ['what did we earn minus what we spent in February', /^You kept £1,322\.00 in February 2026/],
  ]));

describe('what leans on nothing', () => {
  it.each([
    [['who is Hannah', 'when did I last pay her']],
    [['do we pay it off in full']],
    [['is hulu new', 'when did it start', 'how much in total since']],
    [['how many months did we not pay the nursery']],
  ])('%j is asked back', (turns) => {
    const { status, sentence } = say(...turns);
    expect(status, sentence).toBe('clarify');
    expect(sentence).not.toMatch(/£/);
  });
});

describe('two or three rows are told one by one', () =>
  sentences([['list Tesco payments', /^3 transactions at Tesco, .*: Tesco £30\.00 on 6 February 2026/]]));

describe('what was left, of two times', () =>
  sentences([
    ['how are we doing this month compared to last', /^March 2026 so far is more: March 2026 so far £1,327\.00, February 2026 £1,322\.00/],
    ['what did we spend this month compared to last', /March 2026 so far £673\.00, February 2026 £678\.00/],
  ]));

it('money that was moved is not nothing', () => {
  const { status, sentence } = say('savings February');
  expect(status, sentence).toBe('clarify');
});

it('a month of which only some days are counted is said to be so', () => {
  const { notes } = say('groceries from 6 February to 31 March 2026 by month', 'which was the lowest');
  expect(notes.join(' ')).toContain('Of February 2026 only the days from 6 February 2026 on are counted.');
});
