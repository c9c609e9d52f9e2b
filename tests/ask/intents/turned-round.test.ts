// The same questions turned round: what owns before what is owned, what is left out after it, what is asked at the end.
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { ledgerOf } from '../names/households.ts';

const checking = `
  2025-01-02 -1000.00 OAKWOOD PROPERTIES RENT
  2025-01-15 -10.00 NETFLIX.COM
  2025-02-02 -1000.00 OAKWOOD PROPERTIES RENT
  2025-02-15 -10.00 NETFLIX.COM
  2025-03-15 -12.00 NETFLIX.COM
  2025-06-06 -20.00 COSTCO WHSE #0001
  2025-06-06 -40.00 COSTCO GAS #0001
  2025-06-07 -80.00 KROGER #0907
  2025-06-13 -7.00 KROGER #0907
  2025-06-14 -3.00 STARBUCKS STORE 1
  2025-06-20 -9.00 DOORDASH*DENNYS
  2025-06-21 -5.00 UBER EATS
  2025-06-30 3000.00 ACME CORP PAYROLL
  2025-09-09 -90.00 BRIGHT SMILES DENTAL
  2025-10-09 -50.00 AIRBNB
  2026-02-10 -15.00 NETFLIX.COM
  2026-03-13 -30.00 KROGER #0907
  2026-03-14 -4.00 STARBUCKS STORE 1`;
const savings = `
  2025-05-02 500.00 TRANSFER FROM CHECKING
  2025-08-02 -200.00 TRANSFER TO CHECKING
  2025-09-02 -3.00 MONTHLY SERVICE FEE`;
const db = ledgerOf(
  [
    { name: 'Checking', institution: null, kind: 'checking', rows: checking },
    { name: 'Savings', institution: null, kind: 'savings', rows: savings },
  ],
  'USD',
);
const answer = (question: string): Answer => ask(db, { question, today: '2026-03-20', conversation: newConversation() });
const first = (question: string) => {
  const { status, rows } = answer(question);
  return status === 'answered' ? rows[0]?.[0] : status;
};

describe('a year or a day owns', () => {
  it.each([
    ["2025's rent", 2000],
    ["2025's total rent, please", 2000],
    ['2025’s Netflix', 32],
    ["What did 2025's rent come to?", 2000],
    ["June 13th's spending", 7],
    ["last Friday's spending", 30],
  ])('%s', (question, sum) => expect(first(question)).toBe(sum));
});

describe('a day, a month or an account owns, and nobody else', () => {
  it.each(["Last Friday's spending", "Has June's rent been paid?", "Last Black Friday's spending"])('%s', (question) =>
    expect(answer(question).status).not.toBe('declined'),
  );
  it.each(["Harold's spending", "my boss's salary"])('%s', (question) => expect(answer(question).status).toBe('declined'));
});

describe('what is left out stands first', () => {
  it.each([
    ["June 2025's total, Costco and Kroger excluded", 57],
    ['June 2025 spending, Costco, Kroger and Starbucks left out', 54],
    ['June 2025 in total, DoorDash and Uber Eats omitted', 150],
    ["2025's Costco, gas excluded", 20],
    ['Kroger disregarded, what was June 2025', 77],
  ])('%s', (question, sum) => expect(first(question)).toBe(sum));
  it('money that was deducted leaves nothing out', () =>
    expect(answer('how much bank charges have been deducted').understood).not.toMatch(/without/));
});

describe('what is asked stands at the end', () => {
  it.each([
    ["June 2025's Fridays: what did they come to?", 76],
    ['Saturdays in June 2025: what did they cost', 88],
    ['purchases in June 2025. What do they add up to?', 164],
    ['Days in June 2025 with a Kroger purchase: how many?', 2],
    ['days at Kroger in 2025, how many in all', 2],
  ])('%s', (question, value) => expect(first(question)).toBe(value));
  it.each([
    'Of Kroger and Starbucks, which got more in 2025?',
    'out of Starbucks and Kroger, which took most in 2025',
    'Kroger and Starbucks in 2025, compared',
  ])('%s', (question) =>
    expect(
      answer(question)
        .rows[0]?.slice(0, 2)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([3, 87]),
  );
});

describe('one of a kind, told by what it did', () => {
  it.each([
    'The coffee shop that took the most from me',
    'the coffee shop where I spent the most in 2026',
    'the coffee shop we go to most',
  ])('%s', (question) => expect(first(question)).toMatch(/starbucks/i));
});

describe('listed', () => {
  it.each(['Netflix payments in 2025, all of them', 'Netflix in 2025, listed', 'Netflix 2025, every one of them'])('%s', (question) =>
    expect(answer(question).rows).toHaveLength(3),
  );
});

describe('a sum held against a bound', () => {
  it.each([
    ['Was June 2025 under $100?', 64],
    ['Was our spending in June 2025 below 100 dollars?', 64],
    ['Were groceries in June 2025 over $80?', 27],
  ])('%s', (question, over) => expect(first(question)).toBe(over));
  it.each(['Was there a purchase over $50 in June 2025?', 'is Netflix over 12 dollars'])('%s is no budget', (question) =>
    expect(answer(question).sentence).not.toMatch(/\b(?:over|under): you spent/),
  );
});

describe('from the beginning', () => {
  it.each([
    ["Netflix's price at the very beginning", 10],
    ['What did Netflix cost at the outset?', 10],
  ])('%s', (question, price) => expect(answer(question).rows[0]).toContain(price));
  it.each(['By how many dollars has Netflix risen since the start?', 'How much has Netflix gone up since the very beginning?'])(
    '%s',
    (question) => expect(first(question)).toBe(5),
  );
});

describe('taken back, left over', () => {
  it.each([
    'How much was taken back from the savings in 2025?',
    'what came back out of savings in 2025',
    'In 2025, what was moved back from my savings',
  ])('%s', (question) => expect(first(question)).toBe(200));
  it('the end of a year is the whole of it', () =>
    expect(first('What was over at the end of 2025?')).toBe(3000 - 2000 - 32 - 164 - 3 - 90 - 50));
});

describe('left out by "less" and "with no"', () => {
  it.each([
    ['June 2025 spending less Kroger', 77],
    ['June 2025 spending with no Kroger in it', 77],
    ['June 2025 spending, Kroger excepted', 77],
  ])('%s', (question, sum) => expect(first(question)).toBe(sum));
  it.each(['Did I spend less at Kroger in June 2025 than in March 2026?', 'Kroger: less in March 2026 than in June 2025?'])(
    '%s compares',
    (question) => expect(answer(question).columns.length).toBeGreaterThan(3),
  );
  it.each(['Kroger: less in March 2026 than in June 2025?', 'Kroger, cheaper in March 2026 than in June 2025?'])(
    '%s asks for yes or no',
    (question) => expect(answer(question).sentence).toMatch(/^Yes/),
  );
});

describe('income less spending is what was left', () => {
  it.each(['June 2025: what came in less what went out', 'income less spending in June 2025', 'in June 2025, income minus outgoings'])(
    '%s',
    (question) => expect(first(question)).toBe(3000 - 164),
  );
});

describe('numbers and rows asked for last', () => {
  it.each([
    ['Kroger visits in 2025: give me the number', 2],
    ['What do Kroger and Starbucks in June 2025 make when you add them?', 90],
    ['Kroger and Starbucks in June 2025, add them up', 90],
    ["Last year's Netflix, all twelve months together", 32],
    ['the number of days on which I went to Kroger in 2025', 2],
  ])('%s', (question, value) => expect(first(question)).toBe(value));
  it.each([
    'Over 30 dollars in June 2025: which ones?',
    'In June 2025, which ones were over 30 dollars?',
    'June 2025 purchases over 30 dollars, every one',
  ])('%s', (question) => expect(answer(question).rows).toHaveLength(2));
});

describe('a trip to somebody is no journey', () => {
  it.each(['My last trip to the dentist was when?', 'when was my last visit to the dentist', 'the last trip to our dentist, what date?'])(
    '%s',
    (question) => expect(first(question)).toBe('2025-09-09'),
  );
});

describe('a price now, and what was moved', () => {
  it.each(['What does Netflix cost as of today?', 'What do we hand over to Netflix every month at present?'])('%s', (question) =>
    expect(answer(question).rows[0]).toContain(15),
  );
  it('spending every month now is no price where no price is', () =>
    expect(answer('how much are we spending at Kroger each month at the moment').sentence).not.toMatch(/last cost/));
  it.each([
    ['Into savings in 2025, how much?', 500],
    ['out of savings in 2025, how much?', 200],
  ])('%s', (question, moved) => expect(first(question)).toBe(moved));
});

describe('the whole said first, and questions behind their time', () => {
  it('a share of what stands before the comma', () =>
    expect(first("Of 2025's Kroger and Starbucks, Starbucks had what share?")).toBeCloseTo(3.3, 1));
  it.each(['In June 2025, did we spend more than came in?', 'June 2025: was spending more than income?'])('%s', (question) =>
    expect(answer(question).sentence).toMatch(/^No/),
  );
  it('how many came to over a size', () => expect(first("Of 2025's Kroger visits, how many came to over ten dollars?")).toBe(1));
  it.each(["Acme Corp's pay to me in 2025", 'what did Acme Corp pay me in 2025'])('%s', (question) => expect(first(question)).toBe(3000));
  it("somebody else's pay stays theirs", () => expect(answer("Harold's pay to me").status).not.toBe('answered'));
  it('payments into savings are moved', () => expect(first("2025's payments into the savings account")).toBe(500));
});
