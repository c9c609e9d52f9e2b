// Words beside a name that narrow it are never let go as if they only described it; a negation that asks takes nothing out; whose
// a payment was is in no statement. Each row of the ledger is another power of two, so that a figure tells which rows were counted.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-05-12';
const db = ledgerOf(
  [
    {
      name: 'USAA checking',
      institution: 'USAA',
      kind: 'checking',
      rows: `
      2026-01-05 -4096.00 ROCKET MORTGAGE LOAN
      2026-01-09 -350.00 IDAHO CENTRAL CU TRANSFER
      2026-02-09 -375.00 IDAHO CENTRAL CU TRANSFER
      2026-02-15 9000.00 ACME PAYROLL`,
    },
    {
      name: 'ICCU savings',
      institution: 'Idaho Central Credit Union',
      kind: 'savings',
      rows: `
      2026-01-09 350.00 ACH DEPOSIT USAA FEDERAL SAV
      2026-02-09 375.00 ACH DEPOSIT USAA FEDERAL SAV
      2026-03-31 38.65 DIVIDEND CREDITED
      2026-04-30 41.35 DIVIDEND CREDITED`,
    },
    {
      name: 'American Express',
      institution: 'American Express',
      kind: 'card',
      rows: `
      2026-01-11 -1.00 COSTCO WHSE #0125 BOISE ID
      2026-02-12 -2.00 ALBERTSONS #0171 BOISE ID
      2026-03-14 -4.00 TST* BOISE FRY COMPABOISE ID
      2026-03-14 -4.00 TST* BOISE FRY COMPABOISE ID
      2026-03-20 -16.00 BOISE CO-OP NORTH ENBOISE ID
      2026-04-02 -32.00 WINCO FOODS #2 FAIRVBOISE ID
      2026-04-08 -64.00 FRED MEYER #0227 BOISE ID
      2026-05-03 -128.00 BOISE TIMBERS THORNSBOISE ID
      2026-05-08 -256.00 SQ *FLYING M COFFEEHBOISE ID`,
    },
  ],
  'USD',
);
const { say, figures, sentences } = talkWith(db, TODAY);

describe('what is asked of a shop or an account and stands in none of its rows', () => {
  it.each([
    'parking at Costco this year',
    'how much salary from Costco this year',
    'how much did we spend on clothes at Costco',
    'how much interest from Costco this year',
    'hotels on the Amex this year',
    'what did we pay for parking on the Amex',
    'late payment penalties on the Amex',
  ])('%s', (question) => expect(say(question).status).not.toBe('answered'));
  figures([
    ['Costco this year', 1],
    ['interest from the credit union this year', 80],
    ['how much in dividends did we get this year', 80],
  ]);
});

describe('a town before the name of a shop', () => {
  figures([
    ['what did we spend at the Boise Co-op', 16],
    ['boise coop total', 16],
    ['what did the coffee places get out of us in May', 256],
  ]);
});

describe('two taken together against one', () => {
  it.each([
    'was it more at Costco or at Fred Meyer and Winco put together',
    'did we spend more at Costco than at Fred Meyer and WinCo combined',
    'Costco vs Fred Meyer and WinCo combined',
  ])('%s', (question) => expect(say(question).rows[0]?.slice(0, 2)).toEqual([1, 96]));
});

describe('a negation that asks', () => {
  sentences([
    ["didn't boise fry charge us twice? think it was in march", /^Yes/],
    ["didn't we go to Costco in January", /^Yes/],
    ["hasn't the mortgage been paid in January?", /^Yes/],
  ]);
});

describe('months so far', () => {
  it.each(['can you give me what we spent each month so far in 2026', 'spending by month so far this year'])('%s', (question) =>
    expect(say(question).rows.map(([month]) => month)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']),
  );
  figures([
    ['what did we spend between the first and the tenth of this month', 384],
    ['what did we spend from the 1st to the 10th of last month', 96],
  ]);
});

describe('whose it was, and what is no question', () => {
  it.each([
    'who put more on the amex this year, me (Megan) or Tyler',
    'who spends more, me or my wife',
    'hey can you shift 200 bucks from checking over to the ICCU savings',
  ])('%s', (question) => expect(say(question).status).toBe('declined'));
});

describe('what was left', () => {
  sentences([
    ['what percent of my income in February did I hang on to', /^You kept/],
    ['how much did we earn in February > once everything was paid, how much was left', /^You kept/],
  ]);
});

describe('up or down, after one stretch and another', () => {
  sentences([
    ['what did we spend on the Amex in April > and in May > so did it go up?', /^Yes, more: May/],
    ['what did we spend on the Amex in May > and in April > is that more', /^Yes, more: May/],
    ['what did we spend on the Amex in March > and in April > has it gone down', /^No, more: April/],
  ]);
});
