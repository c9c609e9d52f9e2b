// Rephrasing must not change the meaning: fillers, capitals, marks and courtesy leave the answer as it is, and slips may silence
// an answer but hardly ever change it. A short part of what `npm run eval` measures.
import { expect, test } from 'vitest';
import { measure, shareOf } from './measure.ts';
import { kinds } from './meanings.ts';
import { withSlips } from './slips.ts';

const sample = Object.values(kinds)
  .flat()
  .map((meaning, at) => ({ ...meaning, phrasings: meaning.phrasings.slice(at % 2, (at % 2) + 1) }));

test('slips can be repeated, and change what they should', () => {
  const question = 'how much did I spend on groceries last month';
  expect(withSlips(question, 0.2, 7)).toBe(withSlips(question, 0.2, 7));
  const changed = Array.from({ length: 20 }, (_, seed) => withSlips(question, 0.2, seed));
  expect(new Set(changed).size).toBeGreaterThan(5);
});

test.each<[string, (question: string) => string]>([
  ['small letters', (question) => (/Sarah/.test(question) ? question : question.toLowerCase())],
  ['a question mark', (question) => `${question.replace(/[?.]$/, '')}?`],
  ['courtesy', (question) => `${question.replace(/[?.]$/, '')} please`],
  ['a pause', (question) => `um ${question}`],
  ['blanks', (question) => `  ${question.replaceAll(' ', '  ')} `],
])('%s changes nothing', (_name, change) => {
  expect(measure(sample, change).flatMap(({ question, why }) => (why === null ? [] : [`${question} ${why}`]))).toEqual([]);
});

test('one slip in ten words seldom makes a wrong figure', () => {
  expect(
    shareOf(
      measure(sample, (question, seed) => withSlips(question, 0.1, seed)),
      'wrong',
    ),
  ).toBeLessThan(0.12);
});
