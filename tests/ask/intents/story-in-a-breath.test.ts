// A story told in one breath with its question, orders in whatever words, and things that must be in the plan.
import { describe, expect, it } from 'vitest';
import { askOf, ledgers } from '../support/ledger.ts';

const { british } = ledgers;
const say = (question: string) => askOf(british, question);

describe('a story before the last clause is set aside, and what leans on it is put in', () => {
  it.each([
    ['the pan caught fire and we had to eat out, how much was the Olive Tree in February', '70.00'],
    ['I said to Ewa that we have been good and she only laughed, how much did we spend at Pret in February', '12.00'],
    ['my mam was round on Sunday asking about Tesco again, how much have we spent there in February', '45.00'],
    ['when the cooker broke we went to the Olive Tree in February, how much was that', '70.00'],
    ['we were up half the night with Octopus on the phone, what did they take off us in February', '110.00'],
    ['so my neighbour got stung by his energy people last year, what did we pay Octopus in January', '90.00'],
    ['the wee one wanted a curry in March so we got Deliveroo, remind me how much that was', '32.00'],
    ['I keep getting coffees at Pret when I am late for my train, what did they come to in January', '10.00'],
    ['Ewa reckons I never cook, well anyway, how much was Deliveroo in March', '32.00'],
    ['she says it is all my doing and maybe she is right, what did I spend at Asos in February', ''],
  ])('%s', (question, figure) => {
    const { status, sentence } = say(question);
    expect(status).toBe('answered');
    expect(sentence).toContain(figure);
  });
  it.each([
    'of what we spent with the joint account in February, how much was Tesco',
    'in February on the joint account when we were both at home, how much did we spend at Tesco',
  ])('%s: what narrows is no story', (question) => expect(say(question).sentence).toContain('45.00'));
});

describe('an order in whatever words', () => {
  it.each([
    'gonnae cancel my Spotify',
    'gonna need you to cancel Spotify',
    'need you to move 50 quid to the joint account',
    'do me a favour and delete the Tesco ones',
    'can ye cancel Spotify for me',
    'make sure you cancel Spotify',
    'remind me to pay the rent',
    'any chance you could cancel Spotify',
  ])('%s', (question) => expect(say(question).status).toBe('declined'));
  it.each([
    ['remind me how much Tesco was in February', '45.00'],
    ['remind me what we paid Octopus in January', '90.00'],
  ])('%s asks', (question, figure) => expect(say(question).sentence).toContain(figure));
});

describe('what a cue names must be in the plan: never the sum of everything', () => {
  it.each([
    'what did the late payment fees come to in February',
    'how much have we paid for being overdrawn',
    'foreign transaction fees this year',
    'how much have annual fees cost us',
    'did we pay any late fees',
    'total of wire fees in 2026',
    'spend between payday and now',
    'how much did we spend up to the wedding',
  ])('%s', (question) => expect(say(question).sentence).not.toMatch(/£[\d,]*\d{3}\.\d\d/));
});

describe('what is to come is not told', () => {
  it.each([
    'how much rent is left to pay',
    'when does Spotify run out',
    'when is PureGym up for renewal',
    'how much council tax is still to come out',
  ])('%s', (question) => expect(['declined', 'clarify']).toContain(say(question).status));
});

describe('the tax year that is over', () => {
  it.each([
    'income in the tax year just gone',
    'income in the tax year that has just ended',
    'income for the last tax year',
    'income, previous tax year',
  ])('%s', (question) => expect(say(question).sentence).toMatch(/nothing from then/));
});

describe('the whole of a stretch, beside a day in it', () => {
  it.each(['what did Christmas cost us, the whole of December', "what did we spend on New Year's Eve, all of December I mean"])(
    '%s',
    (question) => expect(say(question).sentence).toContain('in December 2025'),
  );
});
