// What was said in passing and once went unheard: the whole year, other than, less, at night, what money goes on. Each meaning in several ways,
// and the amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-05-20';
const { say, figures, sentences } = talkWith(
  ledgerOf(
    [
      {
        name: 'Checking',
        institution: null,
        kind: 'checking',
        rows: `
        2025-11-04 -1.00 KROGER 411 | Groceries |
        2026-01-04 -2.00 KROGER 411 | Groceries |
        2026-04-05 -4.00 PUBLIX 12 | Groceries |
        2026-04-06 -8.00 KROGER 411 | Groceries |
        2026-05-04 -16.00 KROGER 411 | Groceries |
        2026-05-18 -32.00 PUBLIX 12 | Groceries |
        2026-04-07 -64.00 STARBUCKS | Coffee |
        2026-05-16 -128.00 STARBUCKS | Coffee |
        2025-04-15 -256.00 IRS DES:USATAXPYMT ID:988276650319644 | |
        2026-04-15 -512.00 IRS DES:USATAXPYMT ID:988276650319645 | |
        2026-04-16 -1024.00 AMAZON MKTPL | |
        2026-04-18 24.00 AMAZON MKTPL REFUND | |
        2026-04-19 -2048.00 ATLANTA WATERSHED | |
        2026-04-20 -7.00 NCTS LTD | |
        2025-07-22 -9.00 HULU 877-8244858 CA | |
        2025-08-22 -9.00 HULU 877-8244858 CA | |
        2025-02-02 -3.00 PARMAR SHOES | |
        2026-02-02 -5.00 POINT OF SALE WITHDRAWAL 484801357076 BEST BUY 00005272 COLUMBUS OHUS | |
        2026-02-03 -11.00 SO STONEYGATE SCHOOL DANCE MIA PARMAR | |
        2026-02-04 -13.00 FP MIA PARMAR POCKET MONEY | |
        2026-02-05 -17.00 DEBIT CARD PURCHASE AT NATIONWIDE CHILDRENS HOSP, COLUMBUS, OH | |`,
      },
    ],
    'USD',
  ),
  TODAY,
);

describe('the whole of the year that runs', () => {
  figures([
    ['how much did I spend at Kroger all year', 26],
    ['groceries throughout the year', 62],
    ['what have I spent on groceries for the whole year', 62],
    ['what did I spend on groceries all month', 48],
    ['coffee over the weekend', 128],
  ]);
});

describe('other than leaves out and compares nothing', () => {
  figures([
    ['groceries other than Kroger last month', 4],
    ['how much on groceries other than Publix this month', 16],
  ]);
});

describe('less than what is asked', () => {
  sentences([
    ['am I spending less on coffee', /did not understand “less”/],
    ['did I spend less on groceries in April', /did not understand “less”/],
    ['did I spend less at Kroger in April than in May', /Yes, less/],
  ]);
});

describe('what money goes on is heard, however plain the word', () => {
  sentences([
    ['how much do I spend on kids', /kids/],
    ['how much did I spend at night', /did not understand “at night”/],
    ['what did I spend at Kroger after 10pm', /did not understand “after 10pm”/],
  ]);
});

describe('what most of it goes on, laid out', () => {
  sentences([
    ['what did I spend most on in April', /^Atlanta Watershed \$2,048\.00, Amazon \$1,000\.00, /],
    ['where did last month’s spending go', /^Atlanta Watershed \$2,048\.00, Amazon \$1,000\.00, /],
    ['what does my money go on', /^Atlanta Watershed \$2,048\.00, Amazon \$1,000\.00, /],
  ]);
});

describe('tax, and refunds left aside', () => {
  figures([
    ['how much tax did I pay last year', 256],
    ['how much went on tax this year', 512],
    ['how much on Amazon excluding returns', 1024],
    ['Amazon in April ignoring refunds', 1024],
  ]);
});

describe('a bill that is there, whatever the bank calls it', () => {
  sentences([
    ['did I pay the water bill yet', /none of your payees as water bill/],
    ['did I pay any parking fines', /no transactions/],
    ['did I pay for the NCT', /no transactions at NCT by that name/],
  ]);
});

describe('beside a time, a person, a form or a total', () => {
  figures([
    ['when did we last pay Hulu > what did it cost us altogether', 18],
    ['how much did we spend at Best Buy this year', 5],
    ['how much have I sent to Mia this year', 13],
    ['what did we pay Nationwide Children this year', 17],
    ['How does our spending from January through March compare with the same three months last year?', 48],
  ]);
  it('says of no three months that it counted them back', () => {
    const { assumed } = say('How does our spending from January through March compare with the same three months last year?');
    expect(assumed.join(' ')).not.toMatch(/counted back/);
  });
});
