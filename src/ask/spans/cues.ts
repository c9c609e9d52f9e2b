// Words that say what is asked ("how many", "biggest", "compared with"), from src/ask/lexicon/cues.json.
import { matchesOf } from '../../base/matches.ts';
import lexicon from '../lexicon/cues.json';
import type { Span } from './span.ts';

export type Cue = keyof typeof lexicon.cues;

interface Phrases {
  cue: Cue;
  pattern: RegExp;
}

const table: readonly Phrases[] = (Object.entries(lexicon.cues) as [Cue, string[]][]).map(([cue, phrases]) => ({
  cue,
  pattern: new RegExp(
    `(?<![\\w'-])(?:${[...phrases]
      .sort((a, b) => b.length - a.length)
      .join('|')
      .replaceAll('percent', 'per ?cent')})(?![\\w'-]|\\.\\w)`,
    'g',
  ),
}));

/** Every cue wherever it is said; the same words may carry several. */
export function findCues(said: string): Span<Cue>[] {
  const found: Span<Cue>[] = [];
  for (const { cue, pattern } of table) {
    for (const match of matchesOf(said, pattern))
      found.push({ start: match.index, end: match.index + match[0].length, text: match[0], by: `cue:${cue}`, value: cue });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Words that the phrases of a cue spell out, of cues that let any other word stand between them. */
const spelt: ReadonlyMap<Cue, readonly string[]> = new Map(
  (Object.entries(lexicon.cues) as [Cue, string[]][])
    .filter(([, phrases]) => phrases.some((phrase) => /\\w|\\S|\[\^/.test(phrase)))
    .map(([cue, phrases]) => [
      cue,
      [
        ...new Set(
          phrases.flatMap(
            (phrase) => phrase.replace(/\\[a-zA-Z]|\w\?/g, (part) => (part.endsWith('?') ? '' : ' ')).match(/[a-z']+/g) ?? [],
          ),
        ),
      ],
    ]),
);

/** Whether a word within a cue is the cue's own, and not one that only stands between its words: the saver of "took out of the holiday saver". */
export function isOwnWord({ value }: Span<Cue>, word: string): boolean {
  const own = spelt.get(value);
  return own === undefined || own.some((each) => word === each || (each.length > 2 && word.startsWith(each)));
}

/** Every word that a cue holds, for mending slips. */
export const cueWords: ReadonlySet<string> = new Set(
  Object.values(lexicon.cues)
    .flatMap((phrases) => phrases.flatMap((phrase) => phrase.split(/[^a-z'-]+/)))
    .filter((word) => word.length > 3),
);
