// What people in a Scottish tenement ask, each meaning in several ways; the amounts of the ledger tell which rows were counted.
import { describe, expect, it } from 'vitest';
import { askOf, totalOf } from '../names/households.ts';
import { tenement } from '../names/tenement.ts';

const totals = (table: readonly (readonly [string, number | string])[]) => {
  it.each(table)('%s', (question, total) => expect(totalOf(tenement, question)).toBe(total));
};
const sentenceOf = (question: string): string => {
  const { status, sentence } = askOf(tenement, question);
  return `${status}: ${sentence}`;
};

describe('an account by its first word, which a payee shares', () => {
  totals([
    ['what went on the Virgin card in February', 847],
    ['virgin card spending last month', 847],
    ['how much did we put on the virgin credit card in February', 847],
    ['what did we pay Virgin Media', 300],
    ['virgin media in January', 300],
  ]);
});

describe('each way of getting about is its own', () => {
  totals([
    ['how much did we spend on trains', 24],
    ['train tickets in February', 24],
    ['bus fares in February', 7],
    ['how much on buses this year', 7],
    ['the subway in February', 2],
    ['how much on trains and buses this year', 31],
    ['trains, buses and the subway in February', 33],
    ['what did the ferries cost us', 96],
    ['public transport in February', 129],
  ]);
});

describe('a category of an export is what was bought, no contract', () => {
  totals([
    ['health in February', 71],
    ['how much on pets in February', 17],
    ['pet insurance in February', 21],
    ['the gym in February', 24],
  ]);
});

describe('who it is, by all of its words', () => {
  it.each(['how much pay came from Eastvale City Council', 'what did Eastvale City Council pay us', 'income from Eastvale City Council'])(
    '%s',
    (question) => expect(sentenceOf(question)).toContain('2,800'),
  );
  totals([['Eastvale Film Theatre in February', 9]]);
  it('no first word stands for another', () =>
    expect(askOf(tenement, 'what did we spend at Eastvale Airport').status).not.toBe('answered'));
});

describe('a word that the payee carries, a number that counts the names', () => {
  totals([
    ['how much have we sent Calum for his birthdays', 60],
    ['what have the two mobile contracts, giffgaff and Vodafone, cost this year', 60],
    ['the two phones, giffgaff and Vodafone, in February', 60],
    ['what has the factor charged us', 150],
    ['factor fees this year', 150],
    ['how much did we put in the tank in February', 30],
    ['what was the car finance in February', 210],
    ['how much did filling the car up cost in February', 30],
  ]);
});

describe('what is left out, behind a comma or in parentheses', () => {
  totals([
    ['eating out minus the takeaways (Just Eat) in February', 33],
    ['restaurants in February, no Just Eat', 33],
    ['the Virgin card in February, no Jet2', 347],
  ]);
});

describe('times', () => {
  totals([
    ['how much have we spent at Boots from February', 45],
    ['Boots in the 25/26 tax year', 45],
    ['Boots in tax year 25-26', 45],
  ]);
  it.each(['last trip to the dentist?', 'when was our last trip to the dentist', 'when did we last go to the dentist'])('%s', (question) =>
    expect(sentenceOf(question)).toContain('4 February'),
  );
  it('the year that began in a month is that year', () =>
    expect(totalOf(tenement, 'Boots this tax year, the one that began in April')).toBe(45));
});

describe('against each other', () => {
  it.each([
    ['did more go out than came in in February', /No, less: spending/],
    ['was there more going out than coming in in February', /No, less: spending/],
    ['did more come in than went out in February', /Yes, more: income/],
    ['is our Amazon habit down on last year? January to February each year', /No, more.*80\.00.*60\.00/],
    ['is Amazon down on last year, january to february both years', /No, more.*80\.00.*60\.00/],
  ])('%s', (question, says) => expect(sentenceOf(question)).toMatch(says));
});

describe('money moved, by the currency that was said', () => {
  totals([
    ['how much did we load onto Revolut in February, in pounds', 392],
    ['how much did we load onto Revolut in February', 450],
  ]);
});

describe('one figure, or a few', () => {
  it('a day’s spending is an average', () => expect(sentenceOf("what's our daily spend for February?")).toContain('a day on average'));
  it.each(['what two categories cost us most on the virgin card', 'what 2 categories cost the most'])('%s', (question) =>
    expect(askOf(tenement, question).rows).toHaveLength(2),
  );
  it('how many money is how much', () => expect(totalOf(tenement, 'how many money I pay for the factor')).toBe(150));
});

describe('what is not asked of statements', () => {
  it.each([
    'is now a good time to fix the energy tariff',
    'is this the right moment to switch banks',
    'would it be a bad idea to cancel Audible',
  ])('%s', (question) => expect(askOf(tenement, question).status).toBe('declined'));
});

describe('sizes, ends and orders', () => {
  totals([['Boots from February on', 45]]);
  it('card payments by size are asked about: bought with it, or paid off it', () =>
    expect(askOf(tenement, 'card payments above £90 since January').status).toBe('clarify'));
  it.each(['Transfer £100 to the saver', 'put 50 quid into savings please', 'move £20 over to the card'])('%s', (question) =>
    expect(askOf(tenement, question).status).toBe('declined'),
  );
});
