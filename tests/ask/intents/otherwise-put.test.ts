// The same questions as people of other habits put them: grand, clipped, sideways. Each row of the ledger is another power of two, so that
// a figure tells which rows were counted.
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
      2025-02-03 -4096.00 TESCO STORES 3311 | Groceries
      2026-01-12 -8192.00 HULU.COM | Entertainment
      2026-01-14 -32.00 NETFLIX.COM | Entertainment
      2026-02-02 3000.00 ACME PAYROLL | Income
      2026-02-03 -1.00 COSTA COFFEE 43 | Eating out
      2026-02-04 -2.00 COSTA COFFEE 43 | Eating out
      2026-02-05 -4.00 TESCO STORES 3311 | Groceries
      2026-02-06 -8.00 TESCO STORES 3311 | Groceries
      2026-02-08 -16.00 TESCO PFS 4402
      2026-02-09 -64.00 MARKS & SPENCER SIMPLY FOOD | Clothing
      2026-02-10 -200.00 FPO FLEX INSTANT SAVER
      2026-02-11 -300.00 FPO FLEX INSTANT SAVER
      2026-02-14 -34.00 NETFLIX.COM | Entertainment
      2026-02-16 -128.00 CASH WITHDRAWAL RBS QUEENS PARK
      2026-02-20 -256.00 BARCLAYCARD VISA PAYMENT
      2026-03-14 -34.00 NETFLIX.COM | Entertainment
      2026-03-15 -2.00 COSTA COFFEE 43 | Eating out`,
    },
    {
      name: 'Barclaycard',
      institution: 'Barclaycard',
      kind: 'card',
      rows: `
      2026-02-20 256.00 PAYMENT RECEIVED THANK YOU
      2026-02-21 -512.00 SHELL KINNING PARK`,
    },
  ],
  'GBP',
);
const { say, figures, sentences } = talkWith(db, TODAY);

describe('a lead, a tail and the question in the middle', () => {
  figures([
    ['Would you be so good as to tell me what the groceries amounted to last month?', 12],
    ['Might you work out what we paid for groceries over the course of last month?', 12],
    ['ok so groceries last month whats the number', 12],
    ['how expensive were groceries last month', 12],
    ['last month we spent how much on groceries', 12],
    ['count of all the entries on file', 14],
  ]);
});

describe('more or less than it was', () => {
  sentences([
    ['are groceries down on last month', /^Yes, less/],
    ['is my grocery spending up on last year', /^No, less/],
    ['was february a month where we spent more than we made', /^No/],
    ['did outgoings beat income in february', /^No/],
    ['did more money leave than arrive in February', /^No/],
    ['by how much did February beat January', /less|more/],
  ]);
});

describe('most and least', () => {
  sentences([['least I have ever spent in one go', /^£1\.00 at Costa/]]);
  it('is of the part that is named', () => {
    expect(say('category with the highest spend').rows[0]?.[0]).toBe('Entertainment');
    expect(say('month with the highest spending').rows[0]?.[0]).toBe('2026-01');
    expect(String(say('my most expensive weekday').rows[0]?.[0])).toMatch(/Monday/);
    expect(say('which shop shows up most often').rows[0]?.[0]).toBe('Tesco');
  });
});

describe('a share in other order', () => {
  it('is of the card', () => {
    const [share] = say('what percent of the credit card bill in February was groceries').rows[0] ?? [];
    expect(share).toBe(0);
  });
  sentences([
    ["how much of February's spending, in percent, was groceries", /^1\.6 %: £12\.00/],
    ['how much of what I earned in February did I keep, as a percentage', /^You kept/],
    ['savings as percent of income, February', /^You kept/],
  ]);
});

describe('when it was', () => {
  sentences([
    ['how recently did we go to Costa', /15 March 2026/],
    ['tell me when I was at Costa most recently', /15 March 2026/],
    ["on what date was my last Marks & Spencer's transaction", /9 February 2026/],
    ['when did netflix start charging more', /14 February 2026/],
    ['how long ago did Netflix put the price up', /14 February 2026/],
    ['most recent pay date', /2 February 2026/],
  ]);
});

describe('is it still paid', () => {
  sentences([
    ['netflix still active?', /^Yes/],
    ['still got Netflix?', /^Yes/],
  ]);
});

describe('the card is paid, or paid with', () => {
  sentences([
    ['did the credit card get paid in February', /^Yes, 1 transfer/],
    ['has the Barclaycard been paid off this month', /^No/],
  ]);
});

describe('cash', () => {
  figures([
    ['cash I got from ATMs in February', 128],
    ['how much did i get out of the machine in February', 128],
    ['how much hard cash did we withdraw in February', 128],
    ['what did we draw out in February', 128],
  ]);
});

describe('money put by where no account that saves is here', () => {
  figures([
    ['how much did we move into savings this year', 500],
    ['what have we put in the savings this year', 500],
    ['savings contributions in February', 500],
    ['how many times did we pay into savings this year', 2],
  ]);
  it('says whom it took for it', () =>
    expect(say('how much did we pay into savings in February').assumed.join()).toContain('Flex Instant Saver'));
});

describe('a shop by its other name', () => {
  figures([
    ['how much at Marks & Spencer in February', 64],
    ['marks and spencer in February', 64],
    ['m and s in February', 64],
    ['petrol at Tesco in February', 16],
    ['tesco petrol this year', 16],
  ]);
});

describe('a shop is a visit where only one is spoken of', () => {
  figures([['how much did we spend at Tesco in February > how many shops was that', 2]]);
  sentences([
    ['how much did we spend at Tesco in February > what was the dearest shop', /^£8\.00 at Tesco/],
    ['how much did we spend at Costa this year > and the cheapest shop', /^£1\.00 at Costa/],
  ]);
});

describe('sizes', () => {
  figures([['how many payments were four-figure', 2]]);
  it('lists those that topped it', () => {
    expect(say('give me the transactions this year that topped £200').rows.length).toBe(2);
    expect(say('purchases of 200+ this year').rows.length).toBe(2);
  });
});

describe('what one pays a month, by names alone', () => {
  sentences([
    ['Netflix per month', /last cost £34\.00/],
    ['Netflix each month', /last cost £34\.00/],
  ]);
});

describe('a turn that narrows', () => {
  figures([
    ['how much did i spend in February > can you narrow that to the credit card', 512],
    ['how much did i spend in February > restrict it to the credit card', 512],
    ['how much did we spend in February > and if you take off groceries', 757],
  ]);
});

const flat = talkWith(
  ledgerOf(
    [
      {
        name: 'Nationwide current',
        institution: 'Nationwide',
        kind: 'checking',
        rows: `
        2025-12-04 -500.00 F LUCEY RENT
        2026-01-05 -550.00 F LUCEY RENT
        2026-02-04 -550.00 F LUCEY RENT
        2026-02-06 -8.00 TESCO STORES 3311 | Groceries
        2026-03-04 -550.00 F LUCEY RENT`,
      },
    ],
    'GBP',
  ),
  TODAY,
);

describe('whose it is, and by which name', () => {
  flat.sentences([
    ['What did Finbarr Lucey put the rent up by', /by £50\.00/],
    ["what did we spend on Declan's Nationwide account in February", /with nationwide account/i],
  ]);
  it('asks about somebody beside what is not theirs', () =>
    expect(flat.say("what did we spend on Declan's groceries in February").status).toBe('clarify'));
});

describe('what is left out, whatever stands before its name', () => {
  it('leaves out both', () => {
    const one = Number(say('spending in February leaving out groceries').rows[0]?.[0]);
    const both = Number(say('spending in February leaving out groceries', 'and leave out the trips to Costa as well').rows[0]?.[0]);
    expect(one - both).toBe(3);
  });
});

describe('sizes that bound on both sides, or on neither', () => {
  it.each([
    ['purchases in the £10-£130 range in February', 4],
    ['purchases above 10 and below 130 pounds in February', 4],
    ['purchases >= £64 in February', 3],
  ])('%s', (question, rows) => expect(say(question).rows.length).toBe(rows));
  it.each(['purchases £10 £130 in February', 'how many purchases nudging £200 in February'])('%s is asked about', (question) =>
    expect(say(question).status).toBe('clarify'),
  );
});
