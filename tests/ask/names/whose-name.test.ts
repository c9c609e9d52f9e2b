// Names where people put them: with an s of their own, as who pays or charges, beside one that nobody has.
import { describe, expect, it } from 'vitest';
import { askOf, totalOf } from './households.ts';
import { mesa } from './mesa.ts';

const totals = (table: readonly (readonly [string, number | string])[]) => {
  it.each(table)('%s', (question, total) => expect(totalOf(mesa, question)).toBe(total));
};

describe('an s behind an apostrophe that is the name itself', () => {
  totals([
    ["fry's this year", 160],
    ["how much we spent in Fry's in February", 70],
    ["what did the fry's runs come to in January", 90],
    ["did we spend more at Fry's or Safeway in February", 70],
    ["is fry's more than safeway this year", 160],
    ["Fry's fuel total", 33],
    ["target's total", 90],
  ]);
});

describe('brands that share a word', () => {
  totals([
    ['southwest gas this year', 25],
    ['what did we spend at Southwest Airlines', 'empty'],
    ['how much for internet in January', 'clarify'],
    ['how much was harkins', 18],
    ['quickbooks this year', 79],
  ]);
});

describe('a plain word that is the name of who pays or charges', () => {
  totals([
    ['what did banner pay me in 2026', 6300],
    ['my average banner paycheck in 2026', 2100],
    ['how much did banner pay us in February', 2100],
    ['banner pay this year', 6300],
    ['how many banner paychecks this year', 3],
    ['what did copper charge us', 80],
    ['what did banner pay monica in February', 'clarify'],
  ]);
});

describe('interest of a card that earns none is what it charges', () => {
  totals([
    ['discover interest', 13],
    ['how much has discover charged me in interest', 13],
    ['discover interest in February', 7],
    ['what did discover charge us in interest in January', 6],
    ['interest in savings', 3],
  ]);
});

describe('beside a name that nobody has nothing is more', () => {
  it.each([
    'did we spend more at Kroger or Safeway this year',
    'safeway or aldi, who got more in 2026',
    'which costs us more, hulu or quickbooks?',
    'Safeway vs Kroger',
    'compare Trader Joes and Safeway this year',
    'is Kroger more than Safeway',
    'what is the difference between Aldi and Safeway in February',
    'in which we spend more, Lidl or Safeway?',
    'Whole Foods or Safeway, which was more in February',
    'did we go to Aldi or Safeway more',
  ])('%s', (question) => {
    const { status, sentence } = askOf(mesa, question);
    expect(['empty', 'clarify']).toContain(status);
    expect(sentence).not.toContain('$');
  });
});
