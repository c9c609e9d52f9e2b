// A recogniser's spelling against the names of a ledger: what is mended, and what must be left alone.
import { describe, expect, test } from 'vitest';
import { mendNames, NameIndex } from '../../../src/voice/names/match-names.ts';

const index = new NameIndex([
  'Whole Foods',
  'Groceries',
  'Starbucks',
  'Netflix',
  'Deutsche Bahn',
  'Café Central',
  'Sainsbury’s',
  'Tesco',
  'Marks & Spencer',
  'Rossmann',
  'Lidl',
  'Spotify',
  'Eating out',
  'Uber',
  'Visa Gold',
  'Migros',
  'Rent',
  'Lastwick',
]);
const mended = (said: string) => mendNames(said, index).text;

describe('mended', () => {
  test.each([
    ['How much did I spend at whole food’s last month?', 'How much did I spend at Whole Foods last month?'],
    ['What did I spend on grow series in May?', 'What did I spend on Groceries in May?'],
    ['How much did I pay net flicks this year?', 'How much did I pay Netflix this year?'],
    ['How much went to Spot if I last year?', 'How much went to Spotify last year?'],
    ['What did I spend at star bucks?', 'What did I spend at Starbucks?'],
    ['How often did I go to rossman?', 'How often did I go to Rossmann?'],
    ['And at cafe sentral?', 'And at Café Central?'],
    ['What did I spend at sainsburys in March?', 'What did I spend at Sainsbury’s in March?'],
    ['How much did I spend at marks and spencer?', 'How much did I spend at marks and spencer?'],
  ])('%s', (said, text) => expect(mended(said)).toBe(text));

  test('tells what it changed, and keeps what was said', () => {
    expect(mendNames('Groceries at whole food’s and net flicks', index)).toEqual({
      text: 'Groceries at Whole Foods and Netflix',
      said: 'Groceries at whole food’s and net flicks',
      changes: [
        { said: 'whole food’s', name: 'Whole Foods' },
        { said: 'net flicks', name: 'Netflix' },
      ],
    });
  });
});

describe('left alone', () => {
  test.each([
    'How much did I spend last week?',
    'How much did I spend on Groceries last month?',
    'What is my balance?',
    'And last year?',
    'When did I last pay rent?',
    'Am I spending more on eating out than last year?',
    'Show me a chart.',
    'Undo.',
    'What did I spend on cosmetics?',
    'How much did I spend on gifts in October?',
    'Compare this month with last month.',
    'Which subscriptions went up in price?',
  ])('%s', (said) => expect(mendNames(said, index).changes).toEqual([]));

  test('two names that sound alike are not guessed between', () => {
    const twins = new NameIndex(['Meyer', 'Maier']);
    expect(mendNames('What did I pay to mayer?', twins).changes).toEqual([]);
  });
  test('an empty ledger changes nothing', () => {
    expect(mendNames('What did I spend at star bucks?', new NameIndex([])).changes).toEqual([]);
  });
});
