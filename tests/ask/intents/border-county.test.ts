// A household of Ulster with its own turns of speech: what is said in passing behind a question, a payment that jumped, all of somebody's
// rows, and turns that ask of the same rows again.
import { describe, expect, it } from 'vitest';
import { ledgerOf, TODAY } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const db = ledgerOf(
  [
    {
      name: 'Danske current',
      institution: 'Danske Bank',
      kind: 'checking',
      rows: `
        2025-11-02 -812.00 PROGRESSIVE MORTGAGE
        2025-12-02 -812.00 PROGRESSIVE MORTGAGE
        2026-01-02 -967.00 PROGRESSIVE MORTGAGE
        2026-02-02 -967.00 PROGRESSIVE MORTGAGE
        2026-03-02 -967.00 PROGRESSIVE MORTGAGE
        2026-01-28 2600.00 ACME LTD SALARY
        2026-02-28 2600.00 ACME LTD SALARY
        2026-02-04 -9.00 BOOJUM BELFAST
        2026-02-11 -10.00 BOOJUM BELFAST
        2026-02-18 -27.00 BOOJUM BELFAST
        2026-02-18 -27.00 BOOJUM BELFAST
        2026-02-20 -44.00 MOURNE SEAFOOD BAR RESTAURANT
        2026-02-23 -300.00 TO ULSTER SAVINGS
        2025-10-09 -8.00 DISNEY PLUS
        2025-11-09 -8.00 DISNEY PLUS
        2025-12-09 -8.00 DISNEY PLUS`,
    },
    { name: 'Ulster savings', institution: 'Ulster Bank', kind: 'savings', rows: '2026-02-23 300.00 FROM DANSKE CURRENT' },
  ],
  'GBP',
);
const { say, figures, sentences } = talkWith(db, TODAY);

describe('an order to leave transfers out makes no question about transfers', () => {
  figures([
    ['danske only, how much did I spend out of it in February? dont count transfers', 1084],
    ['how much did we spend in February, and do not include transfers please', 1084],
    ['what did I spend in february, but leave out transfers', 1084],
    ['how much did we spend in February? ignore any transfers between our accounts', 1084],
    ['spending in February; skip the transfers', 1084],
  ]);
  sentences([
    ['how much did I transfer to savings in February', /300\.00/],
    ['how much went into savings in February', /300\.00/],
  ]);
  it.each(["how much did I transfer in February, don't count the savings", 'transfers in February, leaving out the savings account'])(
    'all but one of them is asked about: %s',
    (question) => expect(say(question).status).not.toBe('answered'),
  );
});

describe('what is said in passing behind a question', () => {
  figures([
    ['money in minus money out for February, where did we land?', 1516],
    ['money in minus money out for February and where does that leave us', 1516],
    ['average visit to Boojum money wise', 18.25],
    ['boojum cost-wise in february', 73],
  ]);
  sentences([
    ['which month did we spend the most in, out of all of them', /^February 2026/],
    ['which month did we spend the most in, of them all', /^February 2026/],
    ['think I got charged twice for something in february, can you see it', /Boojum.*twice/],
    ['was anything charged twice in february, could you check that', /Boojum.*twice/],
  ]);
});

describe('by how much a payment was raised, or jumped', () => {
  sentences([
    ['by how much did Progressive raise our mortgage payment in January', /155\.00.*812\.00.*967\.00/],
    ['By how much did the Progressive mortgage payment jump between December and January?', /155\.00.*812\.00.*967\.00/],
    ['how much did the progressive mortgage payment climb in january', /155\.00/],
    ['when did Progressive hike our mortgage payment', /January 2026/],
  ]);
});

describe('every one of somebody’s rows', () => {
  it.each(['show me every Boojum in February', 'list every Boojum in Feb', 'show every single Boojum of February'])('%s', (question) =>
    expect(say(question).rows).toHaveLength(4),
  );
  it('show me every other Boojum in February', () => expect(say('show me every other Boojum in February').status).toBe('clarify'));
});

describe('money taken out of savings was moved, and is no cash', () => {
  it.each(['how much did we withdraw from savings in February', 'did we withdraw anything from savings in February'])('%s', (question) =>
    expect(say(question).sentence).not.toMatch(/cash/),
  );
});

describe('anything over a sum, listed', () => {
  it.each(['anything over £500 in February, list them', 'anything above £500 in february, show them'])('%s', (question) => {
    const { status, rows } = say(question);
    expect(`${status} ${String(rows.length)}`).toBe('answered 1');
  });
});

describe('turns that ask of the same rows have nothing to compare', () => {
  sentences([
    ['what did we spend at Boojum in February > how many times was that > which was the dearest one', /27\.00/],
    ['spending in February by payee > which was the highest?', /^Progressive[^.]*967\.00/],
    ['spending by month > which one was the lowest', /^October 2025: £8\.00/],
    ['spending in February by payee > which was the lowest > and the highest?', /^Progressive[^.]*967\.00/],
    ['spending since November by month > what was the biggest of them', /^February 2026: £1,084\.00/],
    ['Boojum in February > how often > which was the cheapest one', /9\.00/],
  ]);
});

describe('whether something is cancelled is told by its last payment, and by no Yes or No', () => {
  sentences([
    ['is Disney Plus cancelled', /^Last on 9 December 2025/],
    ['have we cancelled disney plus', /^Last on 9 December 2025/],
    ['was disney plus cancelled', /^Last on 9 December 2025/],
  ]);
});

describe('every time something happened is a list', () => {
  it.each(['every time we went to Boojum', 'each time I paid Boojum', 'show me every time we bought from Boojum'])('%s', (question) =>
    expect(say(question).rows).toHaveLength(4),
  );
});

describe('what was refunded is taken off, however that is said', () => {
  sentences([
    ['Boojum in February, once you take off what they refunded, where does that leave us?', /73\.00/],
    ['what did Boojum get out of us in February after the stuff we sent back', /73\.00/],
    ['boojum in February minus the things I returned', /73\.00/],
  ]);
});

describe('so many places of a kind', () => {
  sentences([['our top 2 eating out places in February', /^Mourne Seafood Bar Restaurant: £44\.00/]]);
});

describe('an order to add up is no order to add, and no question about a rise', () => {
  figures([
    ['add up my Disney payments', 24],
    ['sum up the mortgage payments in 2026', 2901],
    ['tot up our Progressive mortgage payments for January', 967],
    ['can you add up the mortgage bills this year', 2901],
    ['can you add up Boojum and Disney Plus for the last six months', 97],
    ['could you please add up boojum for february', 73],
  ]);
  it('can you add a Boojum payment', () => expect(say('can you add a Boojum payment').status).toBe('declined'));
});

describe('what a question says of itself or of its days behind a comma', () => {
  figures([
    ['what did we spend on the danske account between the 4th and the 18th of February, that was when we were in Derry', 73],
    ['Boojum in February, I need it for my taxes', 73],
  ]);
});
