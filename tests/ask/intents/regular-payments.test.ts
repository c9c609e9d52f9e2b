// What is paid again and again: how long, what was paid since one joined, what ended and began, by direct debit and standing order, what it
// comes to in a year, and what rose. The amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-03-20';
const MONTHS = ['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
const monthly = (day: string, amounts: readonly number[], text: string): string =>
  MONTHS.map((month, at) => (amounts[at] ? `${month}-${day} -${amounts[at].toFixed(2)} ${text} | |` : '')).join('\n');
const same = (amount: number, from = 0, until = MONTHS.length) => MONTHS.map((_, at) => (at >= from && at < until ? amount : 0));

/** Council tax in instalments: none in October and November. */
const COUNCIL = [100, 100, 100, 0, 0, 100, 100, 100, 100];

const rows = [
  '2025-06-20 -3.00 GREGGS 0441 | |',
  monthly('04', [10, 10, 10, 10, 10, 10, 12, 12, 12], 'NETFLIX.COM'),
  monthly('05', same(20, 2, 7), 'SKY DIGITAL'),
  monthly('06', same(6, 4), 'GIFFGAFF'),
  monthly('07', COUNCIL, 'D/D CARDIFF COUNCIL CTAX'),
  monthly('08', [40, 40, 40, 40, 40, 40, 40, 49, 49], 'D/D WELSH WATER'),
  monthly('09', same(5), 'STANDING ORDER RSPB'),
  monthly('10', same(25), 'BARRY CARAVAN STORAGE'),
]
  .join('\n')
  .split('\n')
  .filter(Boolean)
  .sort()
  .join('\n');
const db = ledgerOf([{ name: 'Santander current', institution: 'Santander', kind: 'checking', rows }], 'GBP');
const { say, figures, sentences } = talkWith(db, TODAY);

describe('how long something is paid', () =>
  sentences([
    ['how long have I been paying giffgaff', /^4 months: giffgaff, since 6 November 2025\.$/],
    ['how long have we been with giffgaff', /^4 months: giffgaff/],
    ['how long have I been a giffgaff customer', /^4 months: giffgaff/],
    ['how long did I have Sky', /^4 months: Sky.*from 5 September 2025 to 5 January 2026\.$/],
    // The statements begin on 20 June: what was paid two weeks later may have been paid before.
    ['how long have I had Netflix', /^At least 8 months: Netflix, since 4 July 2025\. Your statements begin on 20 June 2025\.$/],
    ['how long since I paid Sky', /^74 days ago/],
  ]));

describe('of how long nothing else is told, and what one joined is no payee of all that was spent since', () => {
  it.each([
    'how long have I been without Sky',
    'how long does giffgaff take',
    'how long have I been paying',
    'how much have I spent since I signed up for Netflix',
  ])('%s', (question) => expect(say(question).status).not.toBe('answered'));
});

describe('what was paid since one joined is a sum, what it was then a price', () => {
  figures([
    ['how much have I paid giffgaff since I joined', 30],
    ['what have I paid Netflix since I signed up', 96],
    ['how much has Sky cost me since we joined', 100],
  ]);
  sentences([
    ['what did I pay Netflix when I joined', /began at £10\.00/],
    ['how much more is Netflix than when I joined', /^Up by £2\.00, from £10\.00 to £12\.00/],
  ]);
});

describe('what ended, and what began', () => {
  sentences([
    ['what did I cancel', /^1 regular payment ended: Sky.* after 5 January 2026\.$/],
    ['what have I cancelled this year', /^1 regular payment ended in 2026 so far: Sky/],
    ['which subscriptions did I cancel', /^1 regular payment ended: Sky/],
    ['how many regular payments did I stop', /^1 regular payment ended/],
    ['what did I cancel last year', /^I find no regular payment that ended in 2025\.$/],
    ['what is still running', /^6 regular payments/],
    ['what new subscriptions do I have', /^2 regular payments began: giffgaff on 6 November 2025, Sky.* on 5 September 2025\.$/],
    ['in which month did Sky end', /^Last on 5 January 2026/],
    ['in what month did I start with giffgaff', /^First on 6 November 2025/],
    ['when did giffgaff start', /^First on 6 November 2025/],
  ]);
});

describe('by direct debit and by standing order, where the bank tells', () => {
  figures([
    // Ten instalments of council tax a year, and twelve of water.
    ['how much are my direct debits', 132.33],
    ['how much went out on direct debits last month', 149],
    ['what was the total of my direct debits in October', 40],
    ['how much went out on standing orders last month', 5],
    ['how many direct debits do I have', 2],
    ['how many direct debits went out in February', 2],
    ['what do my direct debits come to a year', 1588],
  ]);
  sentences([
    ['what are my direct debits', /^2 regular payments by direct debit, the largest Cardiff Council/],
    ['what is the smallest direct debit', /Welsh Water with £49\.00/],
    ['did my direct debits go up', /Welsh Water rose on 8 February 2026/],
  ]);
});

describe('where it does not tell, every regular payment is counted, and that is said', () => {
  const cards = ledgerOf(
    [{ name: 'Card', institution: 'Barclays', kind: 'card', rows: rows.replace(/D\/D |STANDING ORDER /g, '') }],
    'GBP',
  );
  it.each(['how much are my direct debits', 'what are my standing orders'])('%s', (question) => {
    const { status, assumed } = talkWith(cards, TODAY).say(question);
    expect(status).toBe('answered');
    expect(assumed.join(' ')).toContain('your statements do not tell which these are');
  });
});

describe('regular payments of a stretch of time', () => {
  figures([
    ['how much did I pay in regular payments in February', 197],
    ['how many regular payments did I have in February', 6],
  ]);
  sentences([['total of regular payments last month', /^£197\.00 in regular payments in February 2026: 6 payments to 6 payees\.$/]]);
});

describe('what it comes to in a year', () =>
  sentences([
    ['what does Netflix cost a year', /: £144\.00 a year\.$/],
    ['yearly cost of giffgaff', /: £72\.00 a year\.$/],
    ['what do Netflix and giffgaff cost a year', /^£216\.00 a year together: Netflix £144\.00, giffgaff £72\.00\.$/],
    ['how much per week is the caravan storage', /: £5\.77 a week\.$/],
  ]));

describe('what rose', () =>
  sentences([
    ["what's gone up this year", /^2 rises: Welsh Water on 8 February 2026 by £9\.00, Netflix on 4 January 2026 by £2\.00\.$/],
    ['what went up in January', /^Netflix rose on 4 January 2026/],
    ['did Netflix go up again', /^Netflix rose on 4 January 2026/],
    ['how many times has Netflix gone up', /^Netflix rose|^1 rise/],
    ['what did Netflix use to cost', /from £10\.00 to £12\.00/],
    ['what did I use to pay Netflix', /from £10\.00 to £12\.00/],
    ['which bill is the biggest', /Cardiff Council.* with £100\.00/],
  ]));

describe('what it was some time ago', () =>
  sentences([
    ['how much was Netflix six months ago', /^Netflix cost £10\.00, on 4 September 2025\.$/],
    ['what was I paying for Netflix 6 months ago', /^Netflix cost £10\.00, on 4 September 2025\.$/],
    ['how much was Netflix a month ago', /^Netflix cost £12\.00, on 4 February 2026\.$/],
    ['how much is Netflix compared to six months ago', /^Up by £2\.00, from £10\.00 to £12\.00\.$/],
    ['is Netflix dearer than a month ago', /^The same: £12\.00, as it was then\.$/],
    ['how much did I spend on Netflix a year ago', /2025/],
  ]));

describe('whether one of this month went through', () =>
  sentences([
    ['did the Netflix payment go through', /^Yes, 1 .* in March 2026 so far/],
    ['did my water bill go out', /^Yes, 1 .* in March 2026 so far/],
  ]));

describe('what one thing is, and when it changed', () =>
  sentences([
    ["what's my Netflix", /^Netflix last cost £12\.00, on 4 March 2026\.$/],
    ['what is the water bill', /^Welsh Water last cost £49\.00/],
    ['when did Netflix change', /^Netflix rose on 4 January 2026, by £2\.00/],
    ['since when is Netflix more expensive', /^Netflix rose on 4 January 2026/],
    ['what is Netflix in 2025', /^You spent £60\.00 at Netflix in 2025/],
  ]));
