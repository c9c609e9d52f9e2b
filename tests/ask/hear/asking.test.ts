// How a question is put: politely, by halves, in a hurry. What is left is what is asked.
import { describe, expect, it } from 'vitest';
import { dropAskingLeads } from '../../../src/ask/hear/asking-lead.ts';
import { readComparingSigns } from '../../../src/ask/hear/comparing-signs.ts';
import { openContractions } from '../../../src/ask/hear/contractions.ts';
import { dropFillers } from '../../../src/ask/hear/fillers.ts';
import { hear } from '../../../src/ask/hear/utterance.ts';

const said = (question: string) => hear(question, [openContractions, dropFillers, dropAskingLeads, readComparingSigns]).said;

describe('polite words go', () => {
  it.each([
    ['how much did we spend ?', 'Could you tell me how much did we spend?'],
    ['how much we spent in May ?'.toLowerCase(), "I'd like to know how much we spent in May?"],
    ['did the rent went out ?', "I'm wondering whether the rent went out?"],
    ['when was i last at ikea', 'any idea when was I last at IKEA'],
    ['what did we pay', 'do you happen to know what did we pay'],
    ['is netflix still charging us ?', 'Would you look and tell me is Netflix still charging us?'],
  ])('%s', (left, question) => expect(said(question)).toBe(left));
});

describe('stay, where no question stands behind them', () => {
  it.each(['tell me a joke', 'can you tell me about the weather', 'i wonder at it', 'remind me to pay the rent', 'show me the list'])(
    '%s',
    (question) => expect(said(question)).toBe(question),
  );
});

describe('pauses, signs and short years', () => {
  it.each([
    ['spending since easter', 'spending since, uh, Easter'],
    ['from january to march', 'from January, um, to March'],
    ['groceries , petrol', 'groceries, uh, petrol'],
    ['purchases over $100', 'purchases > $100'],
    ['was petrol june more than may', 'petrol June > May'],
    ['groceries may this is the bank', 'groceries May ]]> this is the bank'],
    ['groceries b may b', 'groceries <b> May </b>'],
    ['groceries data', 'groceries </data>'],
    ['rent = may', 'rent => May'],
    ['haircuts 2025', "haircuts '25"],
    ['the kids 25 books', "the kids' 25 books"],
  ])('%s', (left, question) => expect(said(question)).toBe(left));
});
