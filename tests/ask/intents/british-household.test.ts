// What people in a terraced house ask, each meaning in ten or so ways; the amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { askOf, totalOf } from '../names/households.ts';
import { terrace } from '../names/terrace.ts';

const sentenceOf = (question: string): string => {
  const { status, sentence } = askOf(terrace, question);
  return `${status}: ${sentence}`;
};

describe('an account by the word that sets it apart', () => {
  it.each([
    ['how much did we spend on the joint account in February', 172],
    ['joint account spending last month', 172],
    ['February total on the joint card', 172],
    ['what went out of the joint account in february', 172],
    ['how much was spent from our joint account last month', 172],
    ['groceries on the joint account', 96],
    ['eating out on the joint one in February', 28],
  ])('%s', (question, total) => expect(totalOf(terrace, question)).toBe(total));

  it.each([
    'what did we spend on the household card',
    'spending on the rewards card in February',
    'how much went out of the business account last month',
    'total on my student account',
    'how much did I put on the barclays card in February',
  ])('%s: none is called so, and no other is taken for it', (question) => expect(askOf(terrace, question).status).not.toBe('answered'));
});

describe('the last one of something', () => {
  it.each([
    'how much was the last MOT',
    'what was the last mot',
    'how much was our latest MOT?',
    'what did the most recent mot cost',
    'how much did the last MOT come to',
    'so how much was the last MOT',
  ])('%s', (question) => expect(sentenceOf(question)).toContain('287'));
  it('the first of them', () => expect(sentenceOf('how much was the first MOT')).toContain('54'));
});

describe('the number of times with its sum', () => {
  it.each([
    'How many times did we go to Greggs in February and what did it come to?',
    'how many visits to Greggs in february and how much in total',
    'how often did we go to Greggs in February and how much did we spend there',
    'number of Greggs visits in February, and how much was it',
    'how many times Greggs in february, how much altogether',
  ])('%s', (question) => {
    const { sentence } = askOf(terrace, question);
    expect(sentence).toContain('10.00');
    expect(sentence).toMatch(/\b2\b/);
  });
});

describe('of a kind, every payee', () => {
  it.each([
    'which supermarkets did we use in February and how much at each',
    'which supermarkets did we go to in february and what did we spend in each',
    'in February which supermarkets did we use, how much for each of them',
    'how much at each of the supermarkets in February',
  ])('%s', (question) =>
    expect(askOf(terrace, question).rows.map(([name, sum]) => [name, sum])).toEqual([
      ['Tesco', 64],
      ['Aldi', 32],
    ]),
  );
});

describe('of two notions that nothing joins the narrower', () => {
  it.each([
    'when did we last take the dog to the vets',
    'when was the dog last at the vet',
    'when did the cat last go to the vet',
    'last time we took the dog to the vet',
  ])('%s', (question) => expect(sentenceOf(question)).toContain('Abbeydale Vets'));
  it('joined, both count', () => expect(totalOf(terrace, 'what did the vet and pet insurance cost in February')).toBe(208));
});

describe('prices that were put up, or dropped', () => {
  it.each([
    'How much did Peak Water put the bill up by?',
    'how much did peak water put our water bill up by',
    'how much has Peak Water put their prices up',
    'by how much did Peak Water put up the bill',
  ])('%s', (question) => expect(sentenceOf(question)).toMatch(/£4\.00|£44\.00/));
  it.each(['when did Octopus drop their direct debit', 'when did Octopus lower the bill', 'when did octopus cut our payments'])(
    '%s',
    (question) => expect(sentenceOf(question)).not.toContain('Last on'),
  );
});

describe('what is in savings, and what came back out of it', () => {
  it.each([
    'How much did we take back out of the saver in March?',
    'how much have we pulled out of the first direct saver',
    'how much did we draw out of savings in March',
    'what did I take out of the savings account in march',
    'how much did we get back out of the first direct saver',
  ])('%s', (question) => expect(totalOf(terrace, question)).toBe(500));
});

describe('what a month left', () => {
  it.each([
    'what was left at the end of February once everything was paid',
    'how much was left at the end of February',
    'how much did we have left at the end of February after everything',
    'what did we have left over in February',
  ])('%s', (question) => expect(sentenceOf(question)).toContain('in February 2026'));
  it('got through is spent, no balance', () => expect(sentenceOf('how much have we got through in February')).toContain('spent'));
});

it.each(['how much does Maureen get in her pension', 'what is her pension', 'how much is his rent'])('%s: none of ours', (question) =>
  expect(askOf(terrace, question).status).toBe('declined'),
);

describe('tax that was paid, and tax that came back', () => {
  it.each([
    'how much have I paid in tax to HMRC',
    'how much did I pay in tax',
    'what have we paid the taxman',
    'how much in tax have I paid',
  ])('%s', (question) => expect(totalOf(terrace, question)).toBe(462));
  it.each(['How much tax did I get back?', 'tax refund total', 'how much was my tax rebate'])('%s', (question) =>
    expect(totalOf(terrace, question)).toBe(214),
  );
});

describe('one thing that was paid for, by the word for it', () => {
  it.each(['How much did the boiler cost?', 'what did our boiler cost', 'what was spent on the boiler'])('%s', (question) =>
    expect(totalOf(terrace, question)).toBe(2390),
  );
  it.each(['how much did the car cost to insure at Aviva', 'how much did the wedding cost'])('%s: nothing is taken for it', (question) =>
    expect(askOf(terrace, question).status).not.toBe('answered'),
  );
});

describe('a name with a mark inside', () => {
  it.each([
    'we flew with Jet2 and then there was that booking.com thing, what did those two come to?',
    'what did Jet2 and booking.com come to together',
    'how much on jet2 plus booking.com',
  ])('%s', (question) => expect(totalOf(terrace, question)).toBe(1798));
});

it.each(['interest on the first direct saver', 'how much interest did the first direct saver pay us', 'first direct interest total'])(
  '%s: an account, and no first of the month',
  (question) => expect(totalOf(terrace, question)).toBe(23),
);

it.each(['How much did we win on the Premium Bonds?', 'how much came from the premium bonds'])(
  '%s: what only ever came in is found',
  (question) => expect(sentenceOf(question)).toContain('25.00'),
);

it.each(['how many different times did we go to Greggs in February', 'on how many separate occasions did we go to Greggs in February'])(
  '%s',
  (question) => expect(totalOf(terrace, question)).toBe(2),
);
