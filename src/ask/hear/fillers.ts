// Sounds and small words that fill a pause: "um", "you know", "since like the start of the year".
import fillers from '../lexicon/fillers.json';
import type { HearingStep } from './utterance.ts';

const sounds: ReadonlySet<string> = new Set(fillers.sounds);
const pairs: readonly (readonly string[])[] = fillers.phrases.map((phrase) => phrase.split(' '));
/** "like" keeps its meaning after these ("would like", "looks like") and before these ("like to"). */
const likeAfter: ReadonlySet<string> = new Set(fillers.likeAfter);
const likeBefore: ReadonlySet<string> = new Set(fillers.likeBefore);

/** Words between which no sentence ends: "on, um, coffee", "January, uh, to September". */
const joins: ReadonlySet<string> = new Set(fillers.joins);

/** The next place on that side that is not left out. */
function around(dropped: readonly (boolean | undefined)[], at: number, step: -1 | 1): number {
  let place = at + step;
  while (dropped[place]) place += step;
  return place;
}

export const dropFillers: HearingStep = (words) => {
  const texts = words.map(({ text }) => text);
  const dropped = texts.map(
    (text, at) => sounds.has(text) || (text === 'like' && !likeAfter.has(texts[at - 1] ?? '') && !likeBefore.has(texts[at + 1] ?? '')),
  );
  for (const pair of pairs)
    for (let at = texts.indexOf(pair[0] ?? ''); at >= 0; at = texts.indexOf(pair[0] ?? '', at + 1))
      if (pair.every((text, each) => texts[at + each] === text)) for (const each of pair.keys()) dropped[at + each] = true;
  // "since, uh, Waitangi Day": the commas around a pause go with it, where the sentence goes on.
  for (const at of texts.keys()) {
    const [before, behind] = [around(dropped, at, -1), around(dropped, at, 1)];
    if (!dropped[at] || texts[before] !== ',' || texts[behind] !== ',') continue;
    const goesOn = joins.has(texts[before - 1] ?? '') || joins.has(texts[behind + 1] ?? '');
    dropped[before] = goesOn;
    dropped[behind] = true;
  }
  const kept = words.filter((_, at) => !dropped[at]);
  return kept.length ? kept : words;
};
