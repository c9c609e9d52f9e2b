import { expect, test } from 'vitest';
import { matchesOf } from '../../src/base/matches.ts';

const plain = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, ...match, { ...match.groups }]);

test.each([
  ['spent at tesco and at aldi', /\bat (?<shop>\w+)/g],
  ['nothing here', /\d+/g],
  ['aab', /a*/g],
  ['', /^/g],
  ['one two', /(?=t)|\b/g],
])('in "%s" %s finds what matchAll finds, each time anew', (text, pattern) => {
  const same = plain(text.matchAll(pattern));
  expect(plain(matchesOf(text, pattern))).toEqual(same);
  expect(plain(matchesOf(text, pattern))).toEqual(same);
});

test('a look that was left half way, and one from within, change nothing', () => {
  const pattern = /\d/g;
  pattern.test('1 2 3');
  expect(matchesOf('4 5', pattern).map(([digit]) => [digit, matchesOf('6 7', pattern).length])).toEqual([
    ['4', 2],
    ['5', 2],
  ]);
});
