// Every phrasing of the corpus on the tiny households: each means what its group says, and what is none of ours is left alone.
import { describe, expect, test } from 'vitest';
import { askOf, converse, ledgers } from '../ask/support/ledger.ts';
import { FIGURE_SAID, whyWrong } from './judge.ts';
import { kinds } from './meanings.ts';
import { foreign, nearMisses } from './sentences.ts';

describe.each(Object.entries(kinds))('%s', (_kind, meanings) => {
  test.each(meanings.map((each) => [`${each.meaning} (${each.ledger})`, each] as const))('%s', (_name, meaning) => {
    const wrong = meaning.phrasings.flatMap((question) => {
      const why = whyWrong(converse(ledgers[meaning.ledger], [...(meaning.after ?? []), question]), meaning, question);
      return why === null ? [] : [`"${question}" ${why}`];
    });
    expect(wrong).toEqual([]);
  });
});

test('no meaning is told twice in the same words, and each has several', () => {
  for (const { meaning, after, ledger, phrasings } of Object.values(kinds).flat()) {
    expect(new Set(phrasings).size, meaning).toBe(phrasings.length);
    expect(phrasings.length, `${meaning} ${ledger} ${String(after)}`).toBeGreaterThanOrEqual(3);
  }
});

/** One household each, in turn, so that both are asked without asking all of it twice. */
const asked = (sentences: readonly string[]) =>
  sentences.map((question, at) => ({ question, ...askOf(at % 2 ? ledgers.british : ledgers.american, question) }));

test('foreign sentences are not captured', () => {
  expect(
    asked(foreign)
      .filter(({ status, sentence }) => status === 'answered' || status === 'empty' || FIGURE_SAID.test(sentence))
      .map(({ question, sentence }) => `${question}: ${sentence}`),
  ).toEqual([]);
});

test('near-misses are not answered', () => {
  expect(
    asked(nearMisses)
      .filter(({ status }) => status === 'answered')
      .map(({ question, sentence }) => `${question}: ${sentence}`),
  ).toEqual([]);
});
