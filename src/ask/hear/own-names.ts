// Names of the ledger made of plain words: "in n out", "annual membership fees", "plus net" where the bank prints PLUSNET. Each word of them
// asks for something elsewhere, so they are heard as one word before anything else is read.
import { isEnglish } from '../lexicon/english.ts';
import { squash } from '../names/keys.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import { ARTICLE_WORD } from '../names/standing.ts';
import { isMark } from './utterance.ts';
import type { HearingStep, Word } from './utterance.ts';

/** Of a name that the bank prints in as many words; two of them are as likely grammar. One that it prints as one word may be said in two. */
const LEAST_PRINTED = 3;
const LEAST_WORDS = 2;
const MOST_WORDS = 5;
/** Two words that the bank prints as two are a name only behind a word that leads to one, and so long: "paid to everyone active". */
const LEAST_LED = 10;
const LEAD = /^(?:to|at|from|with|paid|pay|and|or|vs|plus)?$/;
/** "in the range", "to the works": with its article a shorter name stands behind the words that lead to a place. */
const LEAST_WITH_ARTICLE = 7;
const PLACE_LEAD = /^(?:to|at|from|in)$/;
/** What a bank does itself has names of common words. */
const BANK_DOES: ReadonlySet<string> = new Set(['fee', 'bank-fee', 'interest', 'transfer', 'card-payment', 'check', 'cash', 'pay']);

/** Fewer letters than this are no name that anybody would tell from grammar. */
const LEAST_LETTERS = 6;

/** A number at the head of a name is read where names are found. Own money moved and cash are said in words of their own ("credit card payment"), which ask for more than the name. */
function isNamed(key: string, texts: readonly string[], before: string, { bySquash, payees, moved }: LedgerNames): boolean {
  if (key.length < LEAST_LETTERS || /^\d/.test(key)) return false;
  const called = bySquash.get(key);
  if (!called) return false;
  const inOneWord = !isEnglish(key) && texts.every(isEnglish) && !ARTICLE_WORD.test(texts[0] ?? '');
  return called.some((id) => {
    const payee = payees.get(id);
    if (!payee || moved.has(id) || payee.kind === 'cash') return false;
    const isLed =
      LEAD.test(before) &&
      texts.length === payee.words.length &&
      key.length >= LEAST_LED &&
      !BANK_DOES.has(payee.kind ?? '') &&
      texts.every(isEnglish);
    const withArticle =
      texts[0] === 'the' && PLACE_LEAD.test(before) && texts.length === payee.words.length && key.length >= LEAST_WITH_ARTICLE;
    return (
      isLed ||
      withArticle ||
      (texts.length >= LEAST_PRINTED && payee.words.length >= LEAST_PRINTED) ||
      (inOneWord && squash(payee.words[0] ?? '') === key)
    );
  });
}

function joinAt(words: readonly Word[], at: number, names: LedgerNames): number {
  for (let length = MOST_WORDS; length >= LEAST_WORDS; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.length < length || run.some(({ text }) => isMark(text))) continue;
    const texts = run.map(({ text }) => text);
    const key = squash(texts.join(''));
    const before = words[at - 1]?.text ?? '';
    if (isNamed(key, texts, before, names) || (key.endsWith('s') && isNamed(key.slice(0, -1), texts, before, names))) return length;
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
