// A household of Ontario: a bank of two letters beside its own mortgage, shops whose names are plain words or a kind of shop, a day out told
// beside its dates. Each meaning in several ways; the amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { ledgerOf, TODAY } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const db = ledgerOf(
  [
    {
      name: 'TD chequing',
      institution: null,
      kind: 'checking',
      rows: `
        2026-01-05 -1500.00 TD MORTGAGE
        2026-01-09 -64.00 METRO GROCERY
        2026-02-03 -9.00 CRAVE
        2026-02-05 -1500.00 TD MORTGAGE
        2026-02-08 -60.00 ATM WITHDRAWAL 0412
        2026-02-21 -40.00 ATM WITHDRAWAL 0412`,
    },
    {
      name: 'Rogers mastercard',
      institution: null,
      kind: 'card',
      rows: `
        2026-01-12 -5.00 TIM HORTONS 114
        2026-01-19 -7.00 TIM HORTONS 114
        2026-02-02 -31.00 LCBO 0217
        2026-02-14 -23.00 LCBO 0217
        2026-02-16 -17.00 BEER STORE 2314
        2026-02-17 -128.00 HOTEL HALIFAX`,
    },
  ],
  'CAD',
);
const { say, figures } = talkWith(db, TODAY);

describe('an account whose bank has two letters, beside a payee of that bank', () => {
  figures([
    ['how much was spent from td in February', 1609],
    ['TD spending in January', 1564],
    ['what went out of my TD in february', 1609],
    ['groceries on TD', 64],
    ['how much was the td mortgage in February', 1500],
  ]);
});

describe('a shop that is called like a kind of shop is that shop, where somebody goes there', () => {
  figures([
    ['trips to the lcbo in february, how many', 2],
    ['how many times was I at the LCBO', 2],
    ['lcbo February', 54],
    ['what did the LCBO have off me in february', 54],
    ['how much at the beer store', 17],
    ['liquor stores in February', 71],
  ]);
});

describe('a payee whose name is a plain word, with an adverb before what it did', () => {
  it.each([
    'when did crave last charge us',
    'when did crave last bill me',
    'when has crave ever charged us',
    'did crave actually charge us',
  ])('%s', (question) => expect(say(question).sentence).toMatch(/3 February 2026/));
});

describe('what the days were, beside the days themselves', () => {
  figures([
    ['what went on the mastercard while we were down east, february 14 to february 17', 168],
    ['how much did we spend while we were away, 14 to 17 February', 168],
    ['spending while I was in hospital, from 2 February to 3 February', 40],
    ['what did we spend on liquor while we were redoing the kitchen, February 1 to February 20', 71],
  ]);
  it.each(['how much did I spend at Tim Hortons while I was sick', 'what did we spend while we were down east'])(
    'without them it is asked: %s',
    (question) => expect(say(question).status).toBe('clarify'),
  );
});

describe('the cost of what was counted or found before', () => {
  figures([
    ['how many coffees in January > cost?', 12],
    ['how many times did we go to the lcbo > for how much', 54],
    ['how many times did we go to Tim Hortons in January > what did that lot cost me then', 12],
    ['how many lcbo trips in february > and what did it all come to', 54],
    ['how many lcbo trips in february > so what did they set me back altogether', 54],
  ]);
  it.each(['when did I last go to the LCBO > for how much', 'when did we last go to the LCBO > price?'])('%s', (turns) =>
    expect(say(...turns.split(' > ')).sentence).toMatch(/14 February 2026.*23\.00/),
  );
  it.each(['cost?', 'for how much', 'what did that lot cost me then'])('of nothing before it is asked: %s', (question) =>
    expect(say(question).status).toBe('clarify'),
  );
});

describe('whether something was cancelled is told by its last payment', () => {
  it.each(['did I cancel crave', 'have we actually cancelled Crave', 'did we ever cancel crave'])('%s', (question) =>
    expect(say(question).sentence).toMatch(/3 February 2026/),
  );
  it.each(['are we still paying for Crave or did I cancel it', 'am I still paying crave or have we stopped'])('%s', (question) =>
    expect(say(question).sentence).toMatch(/^(?:No|Yes)/),
  );
  it('did I cancel everything', () => expect(say('did I cancel everything').status).not.toBe('answered'));
});

describe('one of a unit beside an average is each of it', () => {
  figures([
    ['In February, what was the average of liquor for one week', 17.75],
    ['what do we spend on average on coffee for one month in January', 12],
  ]);
});

describe('cash out of machines', () => {
  figures([
    ['cash taken out of machines in february', 100],
    ['how much money did we get out of the machine in february', 100],
    ['how many times did I draw cash out at the ATM', 2],
  ]);
});
