// Sounds and small words that fill a pause: "um", "you know", "since like the start of the year".
import fillers from '../lexicon/fillers.json';
import type { HearingStep } from './utterance.ts';

const sounds: ReadonlySet<string> = new Set(fillers.sounds);
const pairs: readonly (readonly string[])[] = fillers.phrases.map((phrase) => phrase.split(' '));
/** "like" keeps its meaning after these ("would like", "looks like") and before these ("like to"). */
const likeAfter: ReadonlySet<string> = new Set(fillers.likeAfter);
const likeBefore: ReadonlySet<string> = new Set(fillers.likeBefore);

export const dropFillers: HearingStep = (words) => {
  const texts = words.map(({ text }) => text);
  const dropped = texts.map(
    (text, at) => sounds.has(text) || (text === 'like' && !likeAfter.has(texts[at - 1] ?? '') && !likeBefore.has(texts[at + 1] ?? '')),
  );
  for (const pair of pairs)
    for (const at of texts.keys())
      if (pair.every((text, each) => texts[at + each] === text)) for (const each of pair.keys()) dropped[at + each] = true;
  const kept = words.filter((_, at) => !dropped[at]);
  return kept.length ? kept : words;
};
