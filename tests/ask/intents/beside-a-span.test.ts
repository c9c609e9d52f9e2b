// What stands beside a date or a whole and says it again narrows nothing; a month that was said is in the plan.
import { describe, expect, it } from 'vitest';
import { askOf, ledgers } from '../support/ledger.ts';

const { british } = ledgers;
const say = (question: string) => askOf(british, question).sentence;

describe('the weekday of a date is that day', () => {
  it.each([
    'how much did we spend on Saturday the fourteenth of February',
    'what did we spend on Saturday 14 February',
    'spending on saturday 14th february',
    'on Saturday, the 14th of February, what did we spend',
    'spending on 14 February, a Saturday',
    'total for Saturday the 14th of Feb 2026',
  ])('%s', (question) => expect(say(question)).toMatch(/70\.00.*14 February 2026/));
  it('and a weekday of its own stays one', () =>
    expect(say('how much did we spend on Saturdays in February')).not.toContain('14 February'));
});

describe('a part of all there is, included, is no filter', () => {
  it.each([
    'what was our total income in February including the salary',
    'total income in February including interest',
    'how much income did we have in February, counting the salary',
  ])('%s', (question) => expect(say(question)).toMatch(/2,500\.00/));
  it.each([
    'total spending in January including the rent',
    'how much did we spend in January counting the rent',
    'all spending in January with rent included',
  ])('%s', (question) => expect(say(question)).not.toMatch(/£650\.00/));
});

describe('what it is a month is its price', () => {
  it.each([
    "what's our rent a month",
    'what is my rent per month',
    'how much is the rent a month',
    'what are we paying for rent every month',
  ])('%s', (question) => expect(say(question)).toContain('675.00'));
});
