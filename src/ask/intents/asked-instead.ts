// The choices of a question that is asked back: the same question with another name in the place of the words that were not sure.
import type { Reading } from '../reading.ts';
import type { Refusal } from './intent.ts';

/** What stands between two words of a name is read as a blank, whatever and however many signs it is. */
const BETWEEN = String.raw`[^\p{L}\p{N}]+`;

/** Each asks something else than was asked; none where the words cannot be found again in what was written. */
export const askedInstead = ({ said: { question } }: Reading, words: string, names: readonly string[]): NonNullable<Refusal['choices']> => {
  const parts = words.split(new RegExp(BETWEEN, 'u')).filter(Boolean);
  if (parts.length === 0) return [];
  const place = new RegExp(parts.join(BETWEEN), 'iu');
  const seen = new Set([question]);
  return names
    .map((text) => ({ text, question: question.replace(place, () => text) }))
    .filter(({ question: other }) => !seen.has(other) && seen.add(other));
};
