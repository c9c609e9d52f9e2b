// Questions as they come out: a statement with a question behind it, an aside, a tag, a dash for "to", a name for short.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const rows = [
  '2025-06-12 -5.99 BRITBOX | |',
  '2025-07-12 -5.99 BRITBOX | |',
  '2025-08-12 -5.99 BRITBOX | |',
  '2026-01-03 -7.43 CARD PAYMENT TO THE ROYAL OAK BS7 | |',
  '2026-02-03 -5.99 CARD PAYMENT TO THE ROYAL OAK BS7 | |',
  '2026-02-10 -13.85 BOSTON TEA PARTY 11 BRISTOL | |',
  '2026-02-10 -13.85 BOSTON TEA PARTY 11 BRISTOL | |',
  '2026-02-11 -31.00 BRISTOL ROVERS FC | |',
  '2026-02-12 -30.00 MARKS&SPENCER PLC CRIBBS | |',
  '2026-02-13 -12.00 M&S SIMPLY FOOD HENLEAZE | |',
  '2026-02-14 -21.00 WAITROSE 437 HENLEAZE | |',
  '2026-02-15 -36.00 K NOWAK CLEANING | |',
  '2026-02-16 -9.00 GOV.UK DRIVE CLEAN AIR ZONE | |',
  '2026-02-17 -35.00 BRISTOL CC PCN PARKING | |',
  '2026-02-18 -4.00 NCP BRISTOL | |',
  '2026-02-19 -114.00 BRISTOL CITY COUNCIL ALLOTMENT RENT | |',
  '2026-01-05 1060.98 TEACHERS PENSION 09/41772 TP | |',
  '2026-02-05 1101.30 TEACHERS PENSION 09/41772 TP | |',
  '2026-03-05 1101.30 TEACHERS PENSION 09/41772 TP | |',
  '2026-03-01 -150.00 BILL PAYMENT VIA FASTER PAYMENT TO MATTHEW PASCOE REFERENCE RENT HELP , MANDATE NO 7 | |',
  '2026-03-02 -60.00 BILL PAYMENT VIA FASTER PAYMENT TO MATTHEW PASCOE REFERENCE IRIS PRAM , MANDATE NO 7 | |',
  '2026-03-03 -80.00 BILL PAYMENT VIA FASTER PAYMENT TO MATTHEW PASCOE REFERENCE TRAIN FARE , MANDATE NO 7 | |',
].join('\n');
const savings = ['2026-02-01 300.00 TRANSFER FROM NATIONWIDE | |', '2026-02-28 2.00 GROSS INTEREST | |'].join('\n');
const card = ['2026-02-20 -40.00 WAITROSE 437 HENLEAZE | |', '2026-03-04 -12.00 NETFLIX.COM | |'].join('\n');
const { say, sentences } = talkWith(
  ledgerOf(
    [
      { name: 'Nationwide flexaccount', institution: 'Nationwide', kind: 'checking', rows },
      { name: 'Landmark savings', institution: null, kind: 'savings', rows: savings },
      { name: 'Tesco card', institution: null, kind: 'card', rows: card },
    ],
    'GBP',
  ),
  '2026-03-20',
);

describe('a story, then its question', () =>
  sentences([
    ["I thought I'd knocked Britbox on the head - is it still coming out?", /^No, the last payment was on 12 August 2025/],
    ["He swears he's hardly set foot in the Royal Oak this year. How many visits is it?", /^2 purchases at The Royal Oak/],
    [
      'got a funny feeling Boston Tea Party put my card through twice in february, did they',
      /^Yes: Boston Tea Party 11, £13\.85, on 10 February 2026, twice/,
    ],
    ['what went out in February, when we took the kids to Cardiff', /in February 2026/],
    ['how much did I spend around Christmas? say January', /in January 2026/],
  ]));

describe('names as people have them', () => {
  sentences([
    ['how much have I given Matt', /^You spent £290\.00 at Matthew Pascoe/],
    ['how much have I given Matthew in rent help this year', /^You spent £150\.00 at Matthew Pascoe on rent/],
    ['what have I paid Mrs Nowak', /^You spent £36\.00 at K Nowak Cleaning/],
    ['what have I paid the cleaner', /^You spent £36\.00 on cleaner/],
    ['how much at M&S', /^You spent £42\.00 at Marks & Spencer, M&S Food/],
    ['how much on waitrose.com', /at Waitrose/],
    ['what was the allotment rent this year', /^You spent £114\.00/],
    ['did we get a parking fine', /^Yes, 1 purchase on parking fine, £35\.00/],
    ['how much did the teachers pension go up by', /£40\.32/],
    ['when did the teachers pension go up', /^Teachers Pension rose on 5 February 2026, by £40\.32/],
    ['what is the council tax', /^(?!.*114)/],
  ]);
  it('somebody who is nobody here is no shop that sounds alike', () => {
    const { status, sentence } = say('how much did Roger spend');
    expect([status === 'answered', sentence.includes('Rovers')]).toEqual([false, false]);
  });
  it('who put what on a card, no row tells', () => {
    expect(say('what did Roger put on the card in February').status).not.toBe('answered');
  });
});

describe('dashes, days and the rest of a year', () =>
  sentences([
    ['waitrose jan - mar', /in January to March 2026/],
    ['waitrose 10 - 14 feb', /from 10 to 14 February 2026/],
    ['waitrose feb 10 - 14', /from 10 to 14 February 2026/],
    ['spending up to February this year', /in January to February 2026/],
  ]));

describe('accounts', () => {
  sentences([
    ['how much did I put into Landmark', /£300\.00/],
    ['show me any charge over £30 on the cards', /Waitrose.*£40\.00/],
    ['how much has gone on the tesco card', /£52\.00/],
  ]);
  it.each([
    'how much has gone on the card since the last payment',
    "what's the next Tesco card payment",
    'what did I pay for Britbox in the first six months',
  ])('what no row tells is not answered: %s', (question) => expect(say(question).status).not.toBe('answered'));
});
