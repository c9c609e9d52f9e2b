// What narrows a figure and was not read is asked about, however plain its words; and what people say of their money in the words of
// where they live. Each meaning in several ways; the amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-03-20';
const db = ledgerOf(
  [
    {
      name: 'Halifax current',
      institution: 'Halifax',
      kind: 'checking',
      rows: `
      2025-02-03 -4096.00 CITY PLUMBING SUPP 211 GLASGOW | |
      2025-02-10 -1.00 GREGGS 0441 | Eating out |
      2025-12-05 -2048.00 GREGGS 0441 | Eating out |
      2026-02-02 2000.00 ACME PAYROLL | Income |
      2026-02-03 -2.00 GREGGS 0441 | Eating out |
      2026-02-04 -4.00 LIDL GB GLASGOW | Groceries |
      2026-02-05 -8.00 ALDI 33 771 | Groceries |
      2026-02-06 -16.00 CITY PLUMBING SUPP 211 GLASGOW | |
      2026-02-07 -32.00 THE GLASGOW TIMES SUBS | |
      2026-02-08 -64.00 NETFLIX.COM | Entertainment |
      2026-02-09 -35.00 UNARRANGED OVERDRAFT FEE | Fees |
      2026-02-10 -10.00 MONTHLY SERVICE FEE | Fees |
      2026-02-11 -100.00 CLYDE LETS RENT | Rent |
      2026-02-12 -500.00 BARCLAYCARD VISA PAYMENT | |
      2026-02-13 -20.00 CASH WITHDRAWAL RBS QUEENS PARK | |`,
    },
    {
      name: 'Barclaycard',
      institution: 'Barclaycard',
      kind: 'card',
      rows: `
      2026-02-12 500.00 PAYMENT RECEIVED THANK YOU | |
      2026-02-14 -128.00 BP POLLOKSHAWS RD SF | |
      2026-02-15 -256.00 SHELL KINNING PARK | |`,
    },
  ],
  'GBP',
);
const { say, figures } = talkWith(db, TODAY);
const asks = (questions: readonly string[]) => {
  it.each(questions)('%s', (question) => expect(['clarify', 'declined'], say(question).sentence).toContain(say(question).status));
};

describe('what narrows and was not read is asked about', () => {
  asks([
    'how much did we spend decorating in February',
    'what did I spend partying last month',
    'how many times did we go bowling this year',
    'how many times did I go skiing in February',
    'how much did we blow celebrating in February',
    'Greggs since school started',
    'spent at Lidl since moving',
    'total at Aldi since the baby came',
    'groceries for just me',
    'what did I spend on myself last month',
    'how much did I spend in person',
    'how much did I spend at places I have never been',
    'Greggs on days I work',
    'how much went in February on the weekends we were away',
  ]);
});

describe('what was being done is talk', () => {
  figures([
    ['how much have I been bleeding at Greggs since January', 2],
    ['I keep going to Lidl, what did I spend there in February', 4],
  ]);
});

describe('words of the place', () => {
  figures([
    ['whit did we blow in Greggs last month', 2],
    ['whit wis spent at Lidl in February', 4],
    ['how many times wis I in Greggs since January', 1],
    ['whit did I spend fae Aldi last month', 8],
    ['whits the Lidl bill for February come tae', 4],
    ['how much wis oor Netflix in February', 64],
    ['whit went oot on groceries last month', 12],
    ['how much did I spend at Lidl last month > an whit aboot Aldi', 8],
    ['wot did I spend at Aldi last month', 8],
  ]);
});

describe('what money does to a pocket', () => {
  figures([
    ['what did Lidl suck out of me in February', 4],
    ['how much did Aldi pinch from us in February', 8],
    ['Lidl and Aldi, those two wee vampires: what did they squeeze out of my wallet in February', 12],
    ['how much did Netflix lighten my wallet in February', 64],
    ['how big a hole in my pocket did Lidl burn in February', 4],
    ['the plumbers saved our skin. What did I end up handing City Plumbing last month', 16],
  ]);
});

describe('two words with which a name begins', () => {
  figures([
    ['City Plumbing last month', 16],
    ['how much at city plumbing in February', 16],
    ['Glasgow Times in February', 32],
    ['what did I pay the Glasgow Times in February', 32],
  ]);
});

describe('fees in a list, and fees of a card', () => {
  figures([
    ['how much went on overdraft and service fees in February', 45],
    ['payments made to the Barclaycard in February, in total', 500],
    ['how many cash withdrawals did I make in February', 1],
    ['how many withdrawals did we make in February', 1],
  ]);
});

describe('a stretch before the one of the turn before', () => {
  figures([
    ['Greggs in February > and the February before that', 1],
    ['Greggs in February > and the February before that one?', 1],
    ['Greggs in February > what about the December before', 2048],
  ]);
});

describe('who pays, and whose money it is', () => {
  it('who pays in is income', () => {
    expect(say('who has paid the most money into my Halifax this year').sentence).toMatch(/2,000/);
    expect(say("who's paid me the most this year").sentence).toMatch(/2,000/);
  });
  asks(['who paid the most into the joint account']);
  it('a brand that nobody goes to has no rows', () => {
    expect(say("wis there anythin fae Nando's this year").status).toBe('empty');
    expect(say('was there anything at Zara last year').status).toBe('empty');
    expect(say('costa last month').status).toBe('empty');
  });
  it('the money of others is theirs', () => {
    expect(say('what does my neighbour Agnes spend on food').status).toBe('declined');
    expect(say('can you pass 200 pounds to my mother').status).toBe('declined');
  });
});
