// Phrases that stand for other words: "netflix atm" at the moment, "..., transfers not counted" for what is never counted anyway.
import lexicon from '../lexicon/set-phrases.json';
import type { HearingStep, Word } from './utterance.ts';

const PHRASES = lexicon.phrases.map(({ said, means }) => [new RegExp(said, 'd'), means ? means.split(' ') : []] as const);

/** Where in `words` the stretch of their joined text lies. */
function placesOf(words: readonly Word[], start: number, end: number): [number, number] {
  let at = 0;
  let [first, until] = [words.length, 0];
  for (const [place, { text }] of words.entries()) {
    if (at < end && at + text.length > start) [first, until] = [Math.min(first, place), place + 1];
    at += text.length + 1;
  }
  return [first, until];
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** In what a phrase means: the words of the phrase themselves. */
const ITSELF = '$0';
/** The words of the phrase, or of one of its groups ("$1"). */
const OWN_WORDS = /^\$(\d)$/;

function replaced(words: Word[], match: RegExpExecArray, means: readonly string[]): Word[] {
  const [first, until] = placesOf(words, match.index, match.index + match[0].length);
  const head = words[first];
  const ownWords = (group: number): Word[] => {
    const place = match.indices?.[group];
    return place && place[1] > place[0] ? words.slice(...placesOf(words, ...place)) : [];
  };
  const meant = head
    ? means.flatMap((text) => {
        const group = OWN_WORDS.exec(text)?.[1];
        return group === undefined ? { ...head, text } : ownWords(Number(group));
      })
    : [];
  const kept = [...words.slice(0, first), ...meant, ...words.slice(until)];
  return kept.length ? kept : words;
}

const MOMENT = ['at', 'the', 'moment'];
const CASH = /\b(?:cash|withdr\w+|fees?|(?:take|took|taken|get|got|pull|pulled|draw|drew) out)\b/;

/** "netflix atm": behind the name of a payee no machine is meant, where no cash is spoken of. */
function momentBehindName(words: Word[], isName: (word: string) => boolean): Word[] {
  const last = words.findLastIndex(({ text }) => /\w/.test(text));
  const [before, word] = [words[last - 1], words[last]];
  if (word?.text !== 'atm' || !before || !isName(before.text) || CASH.test(textOf(words))) return words;
  return [...words.slice(0, last), ...MOMENT.map((text) => ({ ...word, text })), ...words.slice(last + 1)];
}

/** `isName` tells a payee's name. */
export const readSetPhrases =
  (isName: (word: string) => boolean): HearingStep =>
  (words) => {
    let heard = momentBehindName(words, isName);
    let text = textOf(heard);
    for (const [pattern, means] of PHRASES) {
      // "overdraft, service or ATM fee": where the words of a phrase stay, each of a list is made whole.
      for (let match = pattern.exec(text); match; match = means.includes(ITSELF) ? pattern.exec(text) : null) {
        heard = replaced(heard, match, means);
        text = textOf(heard);
      }
    }
    return heard;
  };
