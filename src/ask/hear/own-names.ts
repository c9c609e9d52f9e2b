// Names of the ledger made of plain words: "in n out", "annual membership fees". Each word of them asks for something elsewhere, so they
// are heard as one word before anything else is read.
import { squash } from '../names/keys.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import { isMark } from './utterance.ts';
import type { HearingStep, Word } from './utterance.ts';

const LEAST_WORDS = 3;
const MOST_WORDS = 5;
/** Fewer letters than this are no name that anybody would tell from grammar. */
const LEAST_LETTERS = 6;

/** A number at the head of a name is read where names are found. Own money moved and cash are said in words of their own ("credit card payment"), which ask for more than the name. */
const isNamed = (key: string, { bySquash, payees, moved }: LedgerNames): boolean =>
  key.length >= LEAST_LETTERS &&
  !/^\d/.test(key) &&
  (bySquash.get(key) ?? []).some((id) => {
    const payee = payees.get(id);
    return payee !== undefined && payee.words.length >= LEAST_WORDS && !moved.has(id) && payee.kind !== 'cash';
  });

function joinAt(words: readonly Word[], at: number, names: LedgerNames): number {
  for (let length = MOST_WORDS; length >= LEAST_WORDS; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.length < length || run.some(({ text }) => isMark(text))) continue;
    const key = squash(run.map(({ text }) => text).join(''));
    if (isNamed(key, names) || isNamed(key.replace(/s$/, ''), names)) return length;
  }
  return 0;
}

export const joinOwnNames =
  (names: LedgerNames): HearingStep =>
  (words) => {
    const joined: Word[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const length = joinAt(words, at, names);
      const [first, last] = [words[at], words[at + length - 1]];
      if (length === 0 || !first || !last) {
        if (first) joined.push(first);
        continue;
      }
      const run = words.slice(at, at + length);
      joined.push({
        ...first,
        end: last.end,
        text: run.map(({ text }) => text).join('-'),
        was: run.map(({ was }) => was).join(' '),
      });
      at += length - 1;
    }
    return joined;
  };
