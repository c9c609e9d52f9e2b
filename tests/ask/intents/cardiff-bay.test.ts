// A household with a card called after a shop, a sister beside shops, days away, and habits told of: each meaning in several ways, and the
// amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-03-20';
const db = ledgerOf(
  [
    {
      name: 'Citi Costco',
      institution: 'Citi',
      kind: 'card',
      rows: `
      2026-01-20 -3.00 COSTCO WHSE 0441 | |
      2026-02-03 -1.00 COSTCO WHSE 0441 | |
      2026-02-04 -2.00 LIDL CARDIFF | Groceries |
      2026-03-05 -4.00 LIDL CARDIFF | Groceries |
      2026-03-06 -8.00 TESCO STORES 6012 | Groceries |
      2026-03-06 -16.00 LIDL CARDIFF | Groceries |`,
    },
    {
      name: 'Santander current',
      institution: 'Santander',
      kind: 'checking',
      rows: `
      2025-11-04 -10.00 NETFLIX.COM | |
      2025-12-04 -10.00 NETFLIX.COM | |
      2026-01-04 -12.00 NETFLIX.COM | |
      2026-02-04 -12.00 NETFLIX.COM | |
      2026-03-04 -12.00 NETFLIX.COM | |
      2025-11-05 -40.00 WELSH WATER | |
      2025-12-05 -40.00 WELSH WATER | |
      2026-01-05 -40.00 WELSH WATER | |
      2026-02-05 -49.00 WELSH WATER | |
      2026-03-05 -49.00 WELSH WATER | |
      2026-02-11 500.00 CREDIT FROM DWP UC 7741930258Q ON 11-02-2026 | |
      2026-03-11 600.00 CREDIT FROM DWP UC 7741930258Q ON 11-03-2026 | |
      2026-02-12 -32.00 BILL PAYMENT VIA FASTER PAYMENT TO SIONED REES REFERENCE GIFT | |
      2026-02-13 64.00 FASTER PAYMENTS RECEIPT REF.THANKS FROM SIONED REES | |
      2026-02-14 -128.00 BILL PAYMENT VIA FASTER PAYMENT TO E MORGAN REFERENCE LOAN | |
      2026-02-15 256.00 FASTER PAYMENTS RECEIPT REF.LOAN FROM MORGAN E | |
      2026-02-16 -1024.00 JET2HOLIDAYS LEEDS | Holidays |
      2026-02-18 24.00 JET2HOLIDAYS LEEDS | Holidays |
      2026-02-22 -5.00 TENBY SURF HIRE | |
      2026-02-23 -6.00 GREGGS 0441 | |
      2026-02-24 -7.00 NEXT RETAIL LTD LEICESTER | |
      2026-02-25 -9.00 NEXT RETAIL LTD LEICESTER | |
      2026-02-26 9.00 NEXT RETAIL LTD LEICESTER | |
      2026-02-27 -50.00 GREGGS 0441 | |
      2026-02-27 -70.00 THE KITCHEN GARDEN CAFE | |
      2026-02-28 -80.00 KITCHEN GARDEN CAFE | |
      2026-02-28 900.00 DWP SP AB123456C | |`,
    },
  ],
  'GBP',
);
const { say, figures, sentences } = talkWith(db, TODAY);

describe('a card that is called after a shop', () => {
  figures([
    ['how much did I put on the Costco card in February', 3],
    ['what went on the costco credit card in March', 28],
    ['how much did I spend at Costco in February', 1],
    ['groceries in March on the Costco card', 28],
    ['spend in March on the Citi', 28],
  ]);
});

describe('whichever way the money went, of the same person', () => {
  figures([
    ['how much have I sent Sioned this year > and what has she sent me', 64],
    ['how much did Sioned send me this year > and how much have I sent her', 32],
    ['how much have I sent E Morgan this year', 128],
    ['did E Morgan send me something in February', 1],
  ]);
});

describe('what was given back, and what a count comes to', () => {
  figures([
    ['how much I paid to Jet2 in total, after what they gave back', 1000],
    ['what did I pay Jet2 less what they refunded me', 1000],
    ['how much has Jet2 had from me in all, returns taken off', 1000],
    ['what did I spend at Jet2, refunds knocked off', 1000],
    ['what went on the Costco card in March? Leave out the payment I made to it', 28],
    ["I feel like I'm at Lidl all the time, how many times have I been since February", 3],
    ['how many times was I at Lidl in March > and how much was that', 20],
    ['how many Lidl trips in March > how much was that in money', 20],
  ]);
});

describe('days away that are counted out', () => {
  figures([
    ['we were in Tenby from the 22nd to the 23rd of February, how much did I spend on those days all together', 11],
    ['we stayed in Tenby from 22 to 23 February 2026, what did we spend in those days', 11],
  ]);
});

describe('weeks and months are counted, and the sums of days are told apart from purchases', () => {
  figures([
    ['how many months did I go to Lidl', 2],
    ['how many months of Netflix did I pay', 5],
    ['how many weeks did I shop at Costco', 2],
    ['how many Universal Credit payments have come in since January', 2],
    ['how much Universal Credit did I get in March', 600],
    ['how much have I spent on Netflix since I signed up', 56],
  ]);
  sentences([
    ["what's the most I've spent in one day at Lidl", /^6 March 2026: £16/],
    ['the most I ever spent in a single day on groceries', /^6 March 2026: £24/],
    ['most we spent in a month on groceries', /March 2026.*£28/],
    ['is Tesco my biggest supermarket', /^Lidl: £22/],
    ['was Tesco our biggest supermarket in March', /^Lidl: £20/],
    ['is Netflix my most expensive subscription', /^The largest regular payment is Netflix/],
    ['which bill went up the most', /Welsh Water rose/],
    ['which subscription went up the most', /rose/],
    ['does Netflix cost more than it used to', /Netflix rose/],
    ['date of the first Netflix payment at the new, higher price', /Netflix rose on 4 January 2026/],
  ]);
});

describe('a shop whose name is a plain word, and where one goes more', () => {
  figures([
    ['how much did i spend in next', 7],
    ['how much at the Kitchen Garden Cafe in February', 150],
    ['Kitchen Garden Cafe this year', 150],
    ['how much state pension came in in February', 900],
    ['how much back from next altogether', 9],
    ['what did i get back from next', 9],
  ]);
  sentences([
    ['what was the last thing i bought in next', /25 February 2026.*Next/],
    ['did next refund me', /1 refund at Next/],
    ['do I go to Lidl more than Tesco', /Lidl 3, Tesco 1/],
    ['do I spend more at Lidl than Tesco', /Lidl £22.00, Tesco £8.00/],
  ]);
});

describe('what was not read is asked about, and what is not in the rows is not answered', () => {
  it.each([
    'what did I spend at Lidl with cash',
    'how much did we spend abroad',
    'spending overseas in February',
    'am I spending more than usual on groceries this month',
    'how many weeks did I not go to Lidl',
    'how much is Jet2 still to refund me',
    'how much can I spend',
    'who do I pay the most to each month',
    'was February my most expensive month',
    'is Monday my biggest spending day',
    'how many months since I paid Netflix',
    'is Lidl my biggest headache',
    'is my universal credit the same every month',
    'how much my sister spends for food every month',
    'what does next door pay for their gas',
  ])('%s', (question) => expect(['clarify', 'declined'], say(question).sentence).toContain(say(question).status));
});
