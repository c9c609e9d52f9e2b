// Mends slips in words that the engine itself knows ("febuary", "resturants", "marhc"), never in a word that is known already:
// one of the ledger's, a brand's, or plain English.
import { isEnglish } from '../lexicon/english.ts';
import calendar from '../lexicon/calendar.json';
import plain from '../lexicon/plain-words.json';
import { conceptWords, everyConceptWord } from '../names/concepts.ts';
import { distance, slipsAllowed } from '../../base/distance.ts';
import { stem } from '../names/keys.ts';
import { cueWords } from '../spans/cues.ts';
import { isMark } from './utterance.ts';
import type { HearingStep } from './utterance.ts';

const calendarWords = [...calendar.months, ...calendar.weekdays]
  .flatMap((names) => names.slice(0, 1))
  .concat(
    'yesterday',
    'today',
    'month',
    'week',
    'weekend',
    'quarter',
    'year',
    'christmas',
    'easter',
    'thanksgiving',
    'months',
    'weeks',
    'years',
  );
/** So common that even four letters of one are enough. */
const core = ['spend', 'spent', 'total', 'paid', 'cost', 'much', 'many'];

const plainWords: ReadonlySet<string> = new Set(plain.words);
const known = (word: string) =>
  isEnglish(word) ||
  plainWords.has(word) ||
  core.includes(word.replace(/s$/, '')) ||
  cueWords.has(word) ||
  everyConceptWord.has(word) ||
  conceptWords.has(word) ||
  calendarWords.includes(word);

const VOCABULARY: readonly (readonly string[])[] = [
  [...calendarWords, ...core],
  [...conceptWords],
  [...cueWords].filter((word) => word.length > 4),
];

function mended(word: string): string | null {
  const bound = word.length < 5 ? 1 : slipsAllowed(word.length);
  let best: { word: string; off: number } | null = null;
  for (const [rank, words] of VOCABULARY.entries()) {
    if (rank > 0 && word.length < 5) break;
    for (const candidate of words) {
      const swapped = candidate[0] === word[1] && candidate[1] === word[0];
      if ((candidate[0] !== word[0] && !swapped) || candidate.length < 4) continue;
      const off = distance(word, candidate, bound);
      if (off <= bound && (!best || off < best.off)) best = { word: candidate, off };
    }
  }
  return best?.word ?? null;
}

/** "hom much", "hwo many": the word before, where the question begins with it. */
const isHow = (words: readonly { text: string }[], at: number): boolean =>
  at < 2 &&
  /^(?:much|many)$/.test(words[at + 1]?.text ?? '') &&
  /^(?:ho\w|h\wo|h\ww|\wow|ow|hw)$/.test(words[at]?.text ?? '') &&
  !isEnglish(words[at]?.text ?? '');

/** `isName` tells a word of the ledger's or a known brand's own, `isNearName` one that is a letter away from a payee's. */
export const mendSpelling =
  (isName: (word: string) => boolean, isNearName: (word: string) => boolean): HearingStep =>
  (words) =>
    words.map((word, at) => {
      const { text } = word;
      if (isHow(words, at)) return { ...word, text: 'how' };
      if (isMark(text) || !/^[a-z]{4,}$/.test(text) || known(text) || known(stem(text)) || isName(text) || isName(stem(text))) return word;
      if (word.capital || /^(?:at|from)$/.test(words[at - 1]?.text ?? '')) {
        const close = mended(text);
        if (close !== null && word.capital && calendarWords.includes(close)) return { ...word, text: close };
        return close !== null && (conceptWords.has(close) || calendarWords.includes(close)) && !word.capital
          ? { ...word, text: close }
          : word;
      }
      const better = mended(text);
      // "costo in 2025" is a shop a letter away, before it is any word of ours.
      return better === null || (text.length > 4 && better.length < text.length && isNearName(text)) ? word : { ...word, text: better };
    });
