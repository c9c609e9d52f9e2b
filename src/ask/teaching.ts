// "By the office I mean Staples": a lesson is read here and never written; whoever asked confirms it and the ledger keeps it.
// What was taught is put in the place of the phrase before a question is read, so that everything after hears the name.
import type { Meaning } from '../ledger/meanings.ts';
import type { Utterance } from './hear/utterance.ts';
import { openContractions } from './hear/contractions.ts';
import { hear, isMark, splitWords } from './hear/utterance.ts';
import plain from './lexicon/plain-words.json';
import lexicon from './lexicon/teaching.json';
import { everyConceptWord, phraseConcept } from './names/concepts.ts';
import { squash } from './names/keys.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import { findCues } from './spans/cues.ts';

export type Lesson =
  | { is: 'lesson'; meaning: Meaning }
  /** The phrase is the name of a payee, category or account, which keeps its own meaning. */
  | { is: 'taken'; phrase: string }
  /** Nothing in the ledger is called that. */
  | { is: 'unknown'; means: string };

const SAID = lexicon.said.map((pattern) => new RegExp(pattern, 'i'));
const STATED = lexicon.stated.map((pattern) => new RegExp(pattern, 'i'));
const DETERMINER = /^(?:the|my|our|that|this)$/;
const MOST_WORDS = 4;
const plainWords: ReadonlySet<string> = new Set(plain.words);

const textsOf = (text: string): string[] =>
  splitWords(text)
    .map(({ text: word }) => word)
    .filter((word) => !isMark(word));

/** Without the article, in small letters: what a phrase is known by. */
function phraseKey(phrase: string): string {
  const texts = textsOf(phrase);
  return (DETERMINER.test(texts[0] ?? '') ? texts.slice(1) : texts).join(' ');
}

const isRealName = (phrase: string, { bySquash, categories, accounts }: LedgerNames): boolean =>
  bySquash.has(squash(phrase)) || [...categories, ...accounts].some(({ name }) => squash(name) === squash(phrase));

/** What a phrase is known by, where it may be given a meaning; null for names of the ledger, and for what is more than a few words. */
export function teachable(said: string, names: LedgerNames): string | null {
  const phrase = phraseKey(said);
  const count = phrase === '' ? 0 : phrase.split(' ').length;
  return count === 0 || count > MOST_WORDS || isRealName(phrase, names) ? null : phrase;
}

/** `knows` tells whether words are a name of this ledger. */
export function readLesson(question: string, names: LedgerNames, knows: (words: string) => boolean): Lesson | null {
  const text = question
    .trim()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s*[.!]+$/, '');
  if (text.includes('?')) return null;
  const read = (patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      const groups = pattern.exec(text)?.groups;
      const phrase = phraseKey(groups?.phrase ?? '');
      const means = (groups?.means ?? '').replace(/^["'“]|["'”]$/g, '').trim();
      if (phrase && means && phrase.split(' ').length <= MOST_WORDS && textsOf(means).length <= MOST_WORDS) return { phrase, means };
    }
    return null;
  };
  const said = read(SAID);
  const meaning = said ?? read(STATED);
  if (!meaning) return null;
  const known = knows(meaning.means);
  // "my biggest expense is Uber" tells something, it names nothing.
  if (!said && (!known || findCues(meaning.phrase).length > 0)) return null;
  if (isRealName(meaning.phrase, names)) return { is: 'taken', phrase: meaning.phrase };
  return known ? { is: 'lesson', meaning } : { is: 'unknown', means: meaning.means };
}

/** "office supplies" is no office: a noun that the phrase only describes keeps its words. */
function standsAlone(said: Utterance, at: number, length: number, { bySquash }: LedgerNames): boolean {
  const text = (place: number) => said.words[place]?.text ?? '';
  const phrase = said.words.slice(at, at + length).map(({ text: word }) => word);
  const next = text(at + length);
  if (!next || isMark(next) || plainWords.has(next)) return true;
  const both = [...phrase, next].join(' ');
  return !everyConceptWord.has(next) && !phraseConcept(both) && !bySquash.has(squash(both));
}

export interface Meant {
  said: Utterance;
  /** "I took “the office” as Staples, as you said." */
  assumed: string[];
}

/** The utterance with each taught phrase replaced by what it means; the words keep their place in the question as typed. */
export function applyMeanings(said: Utterance, meanings: readonly Meaning[], names: LedgerNames): Meant {
  const assumed: string[] = [];
  let { words } = said;
  for (const { phrase, means } of [...meanings].sort((a, b) => b.phrase.length - a.phrase.length)) {
    if (isRealName(phrase, names)) continue; // a payee of that name came later: it is not overridden in silence
    const wanted = hear(phrase, [openContractions]).words.map(({ text }) => text);
    const meant = splitWords(means).filter(({ text }) => !isMark(text));
    for (let at = 0; at + wanted.length <= words.length; at += 1) {
      if (!wanted.every((text, after) => (words[at + after]?.text ?? '').replace(/'s$/, '') === text)) continue;
      if (!standsAlone({ ...said, words }, at, wanted.length, names)) continue;
      const from = DETERMINER.test(words[at - 1]?.text ?? '') ? at - 1 : at;
      const [first, last] = [words[from], words[at + wanted.length - 1]];
      if (!first || !last) continue;
      const put = meant.map((word) => ({ ...word, start: first.start, end: last.end, capital: true }));
      words = [...words.slice(0, from), ...put, ...words.slice(at + wanted.length)];
      assumed.push(`I took “${said.question.slice(first.start, last.end)}” as ${means}, as you said`);
      at = from + put.length - 1;
    }
  }
  if (!assumed.length) return { said, assumed };
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    if (text) text += ' ';
    starts.push(text.length);
    text += word.text;
  }
  return { said: { ...said, words, starts, said: text }, assumed };
}

/** Whether a question says the phrase. */
export const saysPhrase = (question: string, phrase: string): boolean => ` ${textsOf(question).join(' ')} `.includes(` ${phrase} `);
