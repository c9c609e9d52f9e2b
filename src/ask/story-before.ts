// A story in sentences of its own before the question: "The Odeon did a lovely ice cream. How many days since we were there?"
// The question alone is read; what it leans on ("there", "it", "since then") is put in from the story, where only one thing can be meant.
// Where that is not plain the words stay as they were said, and the doubts of the whole sentence decide.
import type { Utterance, Word } from './hear/utterance.ts';
import { endsOne, sentencesOf, utteranceOf } from './hear/utterance.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import { subjectKeys, type Name } from './names/subject.ts';
import { hears, readUtterance } from './reading.ts';
import type { Reading } from './reading.ts';
import type { DateContext } from './spans/dates/period.ts';
import type { Span } from './spans/span.ts';

export interface Told {
  said: Utterance;
  /** What a word of the question was taken as. */
  assumed: string[];
}

/** Words and marks of a heading at most. */
const HEADING = 7;
const LEAD =
  '(?:(?:and|so|but|now|well|right|ok|okay|then|anyway|kindly|just|listen|look|or|anyhow|on what|in what|from what|all|tell me) ?,? ?)*';
/** How a sentence begins that asks, or orders figures. */
const ASKS = new RegExp(
  `^${LEAD}(?:(?:in|for|during|over) (?:20\\d\\d|[a-z]+)(?: 20\\d\\d)? ,? ?)?(?:what|how|when|which|where|who|did|do|does|have|has|is|are|was|were|can|could|would|will|show|list|give|tell|remind me|compare|count|break|total|i (?:would like|want|need|wish|am wondering|wonder))\\b`,
);
/** A sentence that changes what is asked after it: a name left out, a limit, an order to keep to something. */
const CHANGES =
  /^(?:(?:and|so|but|now|well|ok|please) )*(?:leave|ignore|skip|forget|exclude|take|keep|only|just|include|count|use|say|suppose|imagine|assume|if|not|no|without|except|excluding|never mind|by)\b/;
const PERSON = /^(?:it|they|them|he|him|she|her)$/;
/** "how much that was", "what was that": the thing of the story. */
const THING = /^(?:is|was|were|has|did|does|comes?|came|costs?|cost)$/;
const PLACE = /^there$/;
/** "since then", "that day": the time of the story. */
const TIME = /\b(?:then|that (?:day|week|month|year|weekend|night|evening))\b/;
/** Of these the time of the story says nothing. */
const OF_NOW = /\b(?:still|now|these days|nowadays|currently|at the moment|ever|last|first|latest|most recent|balance|when|since)\b/;

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
/** "What with his knee and my chest we live at the doctor's.": where another sentence has its question mark, this asks nothing. */
const asks = (sentence: readonly Word[], _at: number, all: readonly (readonly Word[])[]): boolean =>
  sentence.at(-1)?.text === '?' ||
  (ASKS.test(textOf(sentence)) && !(/^(?:what|how|when|which|where|who)\b/.test(textOf(sentence)) && all.at(-1)?.at(-1)?.text === '?'));
const isKnown = ({ value }: Span<Name>): boolean => value.is === 'subject' || value.is === 'account' || value.is === 'place';
const keyOf = ({ value, text }: Span<Name>): string =>
  value.is === 'subject' ? subjectKeys(value.subject).join() : value.is === 'account' ? `account ${value.ids.join()}` : text;

/** Whatever in the story changes the figure by itself: then the whole is read as one. */
const bearsFigure = (story: Reading): boolean =>
  // "I lent Ailsa 300 quid.": what a story tells of bounds nothing, unless it says over or under.
  story.amounts.some(({ value }) => value.money && value.is !== 'bare') ||
  hears(story, 'do-not-count', 'except', 'budget', 'correction') ||
  (hears(story, 'what-if') && /\b(?:if|suppose|supposing|imagine|say (?:i|we))\b/.test(story.said.said));

/** Which way the money went is told by the story alone: "she has been sending us money. What does it add up to?" */
const tellsFlow = (story: Reading, tail: Reading): boolean =>
  hears(story, 'income', 'refund', 'transfer') && !hears(tail, 'spend', 'pay', 'cost', 'buy', 'income', 'refund', 'transfer', 'count');

const wordsOf = ({ said }: Reading, { start, end }: { start: number; end: number }): Word[] =>
  said.words.filter((_, at) => (said.starts[at] ?? 0) >= start && (said.starts[at] ?? 0) < end);

/** The one thing of the story that is named and known, or null; whoever was paid is meant before what for. */
function onlyName(story: Reading): Span<Name> | null {
  const all = story.names.filter(isKnown);
  const payees = all.filter(({ value }) => value.is === 'subject' && value.subject.what === 'payee' && !value.subject.noted);
  const known = payees.length ? payees : all;
  const [one] = known;
  return one && new Set(known.map(keyOf)).size === 1 ? one : null;
}

/** The question with the name in the place of the word that leans on it; null where no word does. */
function withName(tail: readonly Word[], name: readonly Word[]): { words: Word[]; leaning: string } | null {
  const isThing = (place: number) =>
    tail[place]?.text === 'that' && (THING.test(tail[place - 1]?.text ?? '') || THING.test(tail[place + 1]?.text ?? ''));
  const at = tail.findIndex(({ text }, place) => PERSON.test(text) || PLACE.test(text) || isThing(place));
  const word = tail[at];
  if (!word) return null;
  const placed = (text: string, was: Word): Word => ({ ...was, text });
  const lead = PLACE.test(word.text) ? [placed('at', { ...word, capital: false })] : [];
  const put = name.map(({ text, capital }) => ({ ...word, text, capital }));
  return { words: [...tail.slice(0, at), ...lead, ...put, ...tail.slice(at + 1)], leaning: word.text };
}

/** The question with the time of the story in the place of "then", or behind it. */
function withTime(tail: readonly Word[], time: readonly Word[]): Word[] {
  const text = textOf(tail);
  const mark = endsOne(tail.at(-1)?.text ?? '') ? 1 : 0;
  const end = tail.length - mark;
  const match = TIME.exec(text);
  const near = tail[end - 1];
  if (!near) return [...tail];
  const put = time.map(({ text: each }) => ({ ...near, text: each, capital: false }));
  const at = match ? text.slice(0, match.index).split(' ').filter(Boolean).length : end;
  const count = match ? match[0].split(' ').length : 0;
  return [...tail.slice(0, at), ...put, ...tail.slice(at + count)];
}

/** How a story begins that is told in one breath with its question: somebody, or a time of one's own. */
const TELLS =
  /^(?:(?:so|right|well|ok|okay|now|listen|look|anyway|see|basically|yeah|and|but) ?,? ?)*(?:i|we|my|our|the|he|she|they|there|his|her|it|when (?:i|we|the|my|our|it|he|she))\b/;
/** What makes it a story and no heading: something is done or said in it. */
const DOES =
  /\b(?:am|is|was|are|were|has|have|had|do|did|does|went|came|got|gets?|keeps?|kept|says?|said|told|thinks?|thought|reckons?|swears?|swore|sends?|sent|bought|took|broke|packed|cost|wants?|asked|loves?|hates?|lives?|goes|going|\w{3,}ed)\b/;
/** Words of a story at least. */
const STORY = 6;

/** "My mam sends us money now and then, how much has she sent in all": where the last clause alone asks, it is a sentence of its own. */
function toldFirst(sentence: Word[]): Word[][] {
  const text = textOf(sentence);
  if (sentence.length < 2 * STORY || !TELLS.test(text)) return [sentence];
  const commas = sentence.flatMap(({ text: mark }, at) => (mark === ',' && at >= STORY ? [at] : []));
  for (const comma of commas.reverse()) {
    const [story, question] = [sentence.slice(0, comma), sentence.slice(comma + 1)];
    if (!ASKS.test(textOf(question))) continue;
    const leans = question.some(({ text: word }) => PERSON.test(word) || PLACE.test(word) || word === 'that');
    const asksBefore = /\b(?:how much|how many|what (?:did|do|have|is|was)|which|show me|list)\b/.test(textOf(story));
    if (asksBefore || !DOES.test(textOf(story)) || (/^(?:\w+ ?,? ?){0,3}when\b/.test(textOf(story)) && !leans)) return [sentence];
    return [story, question];
  }
  return [sentence];
}

export function setStoryAside(said: Utterance, ledger: LedgerNames, dates: DateContext): Told {
  const whole = { said, assumed: [] };
  const split = sentencesOf(said.words)
    .filter((sentence) => sentence.some(({ text }) => /\w/.test(text)))
    .map(toldFirst);
  const told = new Set(split.flatMap((parts) => parts.slice(0, -1)));
  const sentences = split.flat();
  const first = sentences.findIndex((sentence, at, all) => !told.has(sentence) && asks(sentence, at, all));
  if (first < 1) return whole;
  const before = sentences.slice(0, first);
  if (before.some((sentence) => CHANGES.test(textOf(sentence)))) return whole;
  const read = (words: Word[]) => readUtterance(utteranceOf(said.question, words), ledger, dates);
  const story = read(before.flat());
  let words = sentences.slice(first).flat();
  let tail = read(words);
  // "Purchases in June. What do they add up to?": a heading is no story.
  if (story.unheard.length === 0 && before.every((sentence) => sentence.length <= HEADING)) return whole;
  if (bearsFigure(story) || tellsFlow(story, tail)) return whole;
  const assumed: string[] = [];
  if (tail.names.length === 0 && story.names.some(isKnown)) {
    const name = onlyName(story);
    const put = name && withName(words, wordsOf(story, name));
    if (!name || !put) return whole;
    ({ words } = put);
    assumed.push(`I took "${put.leaning}" as ${name.value.is === 'subject' ? name.value.subject.words : name.text}`);
    tail = read(words);
  }
  const [time, ...more] = story.periods;
  const leans = TIME.test(tail.said.said);
  if (tail.periods.length === 0 && time && (leans || !OF_NOW.test(tail.said.said))) {
    if (more.length) return whole;
    words = withTime(words, wordsOf(story, time));
  } else if (leans && tail.periods.length === 0) return whole;
  return { said: utteranceOf(said.question, words), assumed };
}
