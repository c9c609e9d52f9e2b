// The choices of a question that is asked back: the same question with another name in the place of the words that were not sure.
import type { Reading } from '../reading.ts';
import type { Refusal } from './intent.ts';

export const askedInstead = ({ said: { question } }: Reading, words: string, names: readonly string[]): NonNullable<Refusal['choices']> => {
  const place = new RegExp(words.replace(/[^\w\s]/g, '.'), 'i');
  return names.map((text) => ({ text, question: question.replace(place, () => text) }));
};
