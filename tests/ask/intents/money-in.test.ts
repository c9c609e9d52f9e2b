// A pensioner with a card and savings: what comes in every month, what comes back, what is moved, what a card is paid, and whom one never
// paid. Each meaning in several ways, and the amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-03-20';
const db = ledgerOf(
  [
    {
      name: 'Nationwide current',
      institution: 'Nationwide',
      kind: 'checking',
      rows: `
      2025-11-24 200.00 DWP WFP YB471926C | |
      2025-12-06 700.00 DWP SP YB471926C | |
      2025-12-15 400.00 JLR PENSION TRUSTEES PENS | |
      2026-01-06 700.00 DWP SP YB471926C | |
      2026-01-15 400.00 JLR PENSION TRUSTEES PENS | |
      2026-02-06 700.00 DWP SP YB471926C | |
      2026-02-13 410.00 JLR PENSION TRUSTEES PENS | |
      2026-03-06 720.00 DWP SP YB471926C | |
      2026-01-20 30.00 FASTER PAYMENT RECEIPT MARK WHITFIELD DAD CAR | |
      2026-02-20 30.00 FASTER PAYMENT RECEIPT MARK WHITFIELD DAD CAR | |
      2026-01-08 -40.00 SHELL KINGS HEATH | |
      2026-02-08 -45.00 SHELL KINGS HEATH | |
      2026-01-21 -60.00 JOHN LEWIS FIN SERV | |
      2026-02-21 -80.00 JOHN LEWIS FIN SERV | |
      2025-12-01 -11.00 NETFLIX.COM | |
      2026-01-01 -11.00 NETFLIX.COM | |
      2026-02-01 -11.00 NETFLIX.COM | |
      2026-03-01 -11.00 NETFLIX.COM | |
      2026-01-05 -209.00 BIRMINGHAM C TAX | |
      2026-02-05 -209.00 BIRMINGHAM C TAX | |`,
    },
    {
      name: 'John Lewis card',
      institution: 'John Lewis Money',
      kind: 'card',
      rows: `
      2026-01-03 -90.00 WAITROSE 512 | |
      2026-01-11 25.00 DOBBIES GARDEN CENTRE | |
      2026-01-10 -50.00 DOBBIES GARDEN CENTRE | |
      2026-01-22 60.00 PAYMENT RECEIVED - THANK YOU | |
      2026-02-22 80.00 PAYMENT RECEIVED - THANK YOU | |
      2026-02-04 -12.00 NOW TV | |`,
    },
    {
      name: 'Yorkshire savings',
      institution: 'Yorkshire Building Society',
      kind: 'savings',
      rows: `
      2026-01-31 5.00 INTEREST GROSS | |
      2026-02-28 6.00 INTEREST GROSS | |`,
    },
  ],
  'GBP',
);
const { say, figures, sentences } = talkWith(db, TODAY);

describe('a pension is who pays one, by the words of its name', () => {
  figures([
    ['how much did my pensions come to in January', 1100],
    ['how much pension did I get in February', 1110],
    ['how much did I get from my state pension in January', 700],
    ['how much was the winter fuel payment', 200],
    ['when did the winter fuel payment come', '2025-11-24' as unknown as number],
    ['what did fuel cost in February', 45],
  ]);
});

describe('of what comes every month, whether this month has brought it', () => {
  sentences([
    ['has my pension come in', /^Yes, 1 payment in from pension in March 2026 so far, £720\.00/],
    ['has my state pension come in yet', /^Yes, .*March 2026 so far, £720/],
    ['has the JLR pension arrived', /^No, .*March 2026 so far/],
    ['have I been paid yet', /in March 2026 so far/],
    ['has Netflix gone out', /^Yes, 1 purchase at Netflix in March 2026 so far/],
    ['has Netflix gone out this year', /^Yes, 3 purchases at Netflix in 2026 so far/],
    ['has my pension landed', /^Yes, 1 payment in .*March 2026 so far/],
    ['has Mark Whitfield paid me', /^Yes, 2 payments in .*£60\.00 in all/],
    ['have I ever been paid by JLR', /^Yes, 3 payments in/],
    ['have I paid the credit card', /March 2026 so far/],
  ]);

  it('and says that the month was chosen', () => expect(say('has my pension come in').assumed).toContain('I took it as this month.'));
});

describe('how much it is, now', () => {
  sentences([
    ['how much is my state pension', /last paid £720\.00, on 6 March 2026/],
    ['how much is my pension', /^The latest of each: .*£720\.00.*£410\.00/],
  ]);
});

describe('what comes in under or over a size is no budget', () => {
  sentences([
    ['did anything come in under 50 quid in February', /^2 payments in under 50 quid in February 2026, £36\.00 in all/],
    ['what came in over 500 in February', /£700\.00, on 6 February 2026/],
    ['did food come in under 20 in January', /over|under/],
  ]);
});

describe('a kind of money is no town, and talk no refund', () => {
  figures([
    ['how much did I get back in refunds in January', 25],
    ['how much did I get back from Dobbies', 25],
    ['get back to me on the Netflix total', 44],
  ]);
});

describe('whom one never paid', () => {
  it.each(['how much do I pay into my pension', 'how much have I given Mark Whitfield', 'did I get charged interest'])('%s', (question) => {
    const { status, sentence } = say(question);
    expect(status, sentence).toBe('empty');
    expect(sentence).not.toMatch(/£/);
  });

  figures([['how much interest was paid on the savings', 11]]);
});

describe('a card that is paid is none that was paid with', () => {
  figures([
    ['how much did I pay off the credit card', 140],
    ['how much did I pay off each card', 'John Lewis card' as unknown as number],
    ['when did I pay the John Lewis card', '2026-02-22' as unknown as number],
    ['how much was the last card payment', '2026-02-22' as unknown as number],
  ]);
});

describe('which account', () => {
  sentences([
    ['which account does Netflix come out of', /^Nationwide current: £44\.00/],
    ['what account is the council tax paid from', /^Nationwide current: £418\.00/],
    ['which card did I use at Waitrose last time', /^I did not understand/],
  ]);
  figures([['how much came into the current account in January', 1130]]);
});

it.each(['where does my money come from', 'what are my sources of income'])('%s: whoever pays', (question) => {
  expect(say(question).rows.length).toBeGreaterThan(2);
});

it.each(['any late fees', 'did I pay any foreign transaction fees'])('%s: none is an answer', (question) => {
  expect(say(question).status).toBe('empty');
});
