// A couple with an account each and one together, at three banks of which none gives categories: each meaning in several ways, and the
// amounts of the ledger tell which rows were counted.
import { describe, expect, test } from 'vitest';
import { askOf, ledgerOf, TODAY } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const db = ledgerOf(
  [
    {
      name: 'TSB current',
      institution: 'TSB',
      kind: 'checking',
      rows: `
        2026-01-01 -750.00 HALIFAX JOINT A/C HOUSEKEEPING
        2026-02-01 -750.00 HALIFAX JOINT A/C HOUSEKEEPING
        2026-02-11 250.00 M OSEI NATWEST
        2026-01-08 -30.00 LNK HIGH ST CD 4471 CASH WITHDRAWAL
        2026-02-12 -20.00 LNK HIGH ST CD 4471 CASH WITHDRAWAL
        2026-02-14 -41.00 SHELL BYKER
        2026-03-16 -43.00 SHELL BYKER`,
    },
    {
      name: 'Halifax joint',
      institution: 'Halifax',
      kind: 'checking',
      rows: `
        2026-01-01 750.00 B OSEI HOUSEKEEPING
        2026-01-02 600.00 M OSEI HOUSE
        2026-02-01 750.00 B OSEI HOUSEKEEPING
        2026-02-02 600.00 M OSEI HOUSE
        2026-02-06 60.00 C OSEI BOARD
        2026-02-03 -188.00 NEWCASTLE CITY COU CT701441
        2026-02-07 -17.00 NICHOLSON BUTCHERS
        2026-02-08 -9.00 GREENS GREENGROCERS
        2026-02-09 -100.00 MORRISONS
        2026-02-10 -55.00 NORTHUMBRIA COUNCIL HOUSE REPAIRS
        2026-02-20 -300.00 TESCO STORES`,
    },
    {
      name: 'NatWest M Osei',
      institution: 'NatWest',
      kind: 'checking',
      rows: `
        2026-01-02 -600.00 HALIFAX JOINT , HOUSE
        2026-02-02 -600.00 HALIFAX JOINT , HOUSE
        2026-02-11 -250.00 B OSEI TSB , MOBILE/ONLINE
        2026-02-13 -11.00 TESCO STORES`,
    },
  ],
  'GBP',
);
const { say, figures } = talkWith(db, TODAY);

describe('from one own account to another, only what went between the two', () => {
  figures([
    ['how much have I moved from my TSB to the joint account this year', 1500],
    ['what went from the TSB to the Halifax in January', 750],
    ['how much has gone from natwest to tsb this year', 250],
    ['transfers from natwest to the joint in 2026', 1200],
    ['how many times did I move money from the TSB to the Halifax', 2],
    ['how much did we move to the joint account in 2026', 2700],
  ]);
});

describe('cash is money beside what it went on, and notes where nothing else is named', () => {
  figures([
    ['how much cash went on Tesco in February', 311],
    ['how much cash have we blown at Morrisons', 100],
    ['how much cash did we get through in February', 20],
    ['how much cash did we spend this year', 50],
  ]);
});

describe('a shop by its trade, a council by the letters that the bank leaves', () => {
  figures([
    ['how much did we give the butcher in February', 17],
    ['what went to the butchers this year', 17],
    ['how much at the greengrocers in February', 9],
    ['how much council tax have we paid in 2026', 243],
    ['petrol, what have we been putting in the car this year', 84],
    ['how much petrol did I put in the car in February', 41],
  ]);
});

describe('one figure for a stretch of time, however it is asked', () => {
  figures([
    ['petrol in February, what does that work out to a week', 10.25],
    ['what were we spending on petrol a week in February', 10.25],
    ["petrol in February, what's that a week", 10.25],
  ]);
});

const card = ledgerOf(
  [
    {
      name: 'Card',
      institution: null,
      kind: 'card',
      rows: `
        2026-02-03 -30.00 TESCO STORES | Groceries
        2026-02-05 -10.00 ALDI | Groceries
        2026-02-06 -60.00 SHELL | Fuel
        2026-02-07 -9.00 TESCO STORES | Clothes`,
    },
  ],
  'GBP',
);
test.each([
  'from the groceries of February, what percent is gone to Tesco?',
  'out of groceries, what share was Tesco',
  'of what we spent on groceries how much of it was Tesco in percent',
  'what percentage is Tesco of our groceries',
  'what percentage of groceries was at Tesco',
  'in the groceries, how big a share has Tesco',
])('a share of what is said first, or last: "%s"', (question) => {
  const { rows, sentence } = askOf(card, question);
  expect(rows[0]?.[0], sentence).toBe(75);
});

test.each(['how much has Craig paid us', 'what has Craig handed over since January', 'how much did Claire pay me in February'])(
  'behind a given name may stand an initial: "%s"',
  (question) => {
    const { status, sentence, choices } = say(question);
    expect(status, sentence).toBe('clarify');
    expect(choices.map(({ text }) => text).join()).toMatch(/Osei/);
  },
);

test('what a shop gives back is no pay of ours', () => {
  expect(say('did Tesco give me my £300 back').sentence).not.toMatch(/payment in/);
  expect(say('how much has C Osei given us').rows[0]?.[0]).toBe(60);
});

test('the week before last is no last one', () => {
  const { rows } = say('what did Tesco come to the month before last');
  expect(rows).toEqual([]);
  expect(say('what did we spend at Shell the week before last').status).toBe('empty');
  expect(say('what did Shell charge us last').rows[0]?.[0]).toBe('2026-03-16');
});

test('what is asked of these days is of no stretch, and is asked back', () => {
  expect(say('how much do we spend at Tesco these days').status).toBe('clarify');
  expect(say('how much did we spend at Tesco in February').status).toBe('answered');
});

test('what stands before its own command is what is listed', () => {
  expect(say('everything I spent in February, list it').rows.length).toBeGreaterThan(5);
  expect(say('what did we spend in February, show them').rows.length).toBeGreaterThan(5);
});

test.each(['how often did we get chips from Morrisons', 'how much on chips from Tesco'])(
  'what was bought there no row says: "%s"',
  (question) => expect(say(question).status).toBe('clarify'),
);
