// What was said, as words in a normal form that the parsers read: lower case, no accents, contractions open, numbers in
// figures, slips mended. Every word keeps its place in the question as typed, so that a card can underline it.
import { fold } from '../../base/text.ts';

export interface Word {
  /** The normal form. */
  text: string;
  /** The word as typed, in lower case without accents. */
  was: string;
  /** Half-open offsets in the question. */
  start: number;
  end: number;
  /** Written with a capital, not at the head of a sentence. */
  capital: boolean;
}

export interface Utterance {
  question: string;
  words: Word[];
  /** The normal forms joined by one blank; parsers read this. */
  said: string;
  /** Where each word begins in `said`. */
  starts: number[];
}

export type HearingStep = (words: Word[]) => Word[];

/** A dash between blanks that means "to": "jan - mar", "1st - 15th June", "May 3 - 10", "2024 - 2025". */
const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATED = `(?:${MONTHS}(?:\\s+\\d{1,2})?|(?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)|(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur?|sun)(?:day)?|q[1-4])`;
const DASH = new RegExp(
  `(?<=\\b${DATED}\\s+)[-\\u2013\\u2014](?=\\s+(?:the\\s+)?(?:${DATED}|\\d{1,2}\\s+${MONTHS})\\b)|(?<=\\b${MONTHS}\\s+\\d{1,2}\\s+)[-\\u2013\\u2014](?=\\s+\\d{1,2}\\b)|(?<=\\b\\d{1,2}\\s+)[-\\u2013\\u2014](?=\\s+\\d{1,2}\\s+${MONTHS}\\b)`,
  'giu',
);

/** "$100-$200", "£50-100", "100-200 dollars": from one size of money to another. */
const MONEY_DASH =
  /(?<=[$£€]\d[\d,]*(?:\.\d+)?k?)-(?=[$£€]?\d)|(?<=(?<![\d/.-])\d{1,5})-(?=\d{1,6}\s?(?:dollars?|bucks|pounds?|quid|euros?)\b)/giu;

/** "... on the head - is it still coming out?": a dash before what asks. */
const ASIDE =
  /(?:(?<=\w\s+)[-\u2013\u2014]|(?<=\w)\.\.(?=\.)|(?<=\w)\u2026)(?=\.?\s+(?:so |and |but )?(?:is|are|was|were|did|do|does|have|has|had|how|what|when|which|where|who|am|can|could)\b)/giu;

const TOKEN =
  /[$£€¥]?\d+(?:,\d{3})*(?:\.\d+)?(?:[/.-]\d+)*(?:%|[\p{L}]+)?(?:-[\p{L}\d]+)*|[\p{L}][\p{L}\d]*(?:['&.+/-][\p{L}\d]+)*\+?|(?<=[\s\d])\u2192(?=[\s\d$£€])|#(?=\s+of\b)|[?.,;:!()"%&+=<>]|[$£€¥]/gu;

/** A full stop behind a whole word, before a new sentence; "St. Ives" and "Mrs. Hall" have none. */
const endsSentence = (question: string, at: number): boolean =>
  /(?:[\p{L}\d]{3,}|\b(?:it|is|me|us|so|do|go|on|in|up|am|to|he|we|by|no|ok|at|be))$/iu.test(question.slice(0, at)) &&
  !/\b(?:mrs|inc|ltd|etc|dept|ave|blvd|corp|approx)$/i.test(question.slice(0, at)) &&
  /^\.\s+(?:\p{Lu}|(?:(?:so|and|now|ok) )?(?:(?:in|on|for|during) (?:the )?\w+ )?(?:what|how|when|which|where|who|did|have|has|is|are|was|were|do|does|can|could|show|list|any)\b)/u.test(
    question.slice(at),
  );

/** "rent > 500" and "petrol aug > jul" compare; the signs of "<b>", "]]>", "=>" and "<<" do not. */
function compares(plain: string, at: number): boolean {
  const [before, behind] = [plain.slice(0, at), plain.slice(at + 1)];
  return /[\s\p{L}\d]$/u.test(before) && !/<[^<>]*$/.test(before) && /^=?\s*[$£€¥\p{L}\d]/u.test(behind) && !/^[^<>]*>/.test(behind);
}

/** "haircuts '25": two figures behind an apostrophe of their own are a year. */
const shortYear = (plain: string, at: number, raw: string): string | null =>
  /^\d\d$/.test(raw) && plain[at - 1] === "'" && !/[\p{L}\d]/u.test(plain[at - 2] ?? ' ') ? `20${raw}` : null;

/** Splits into words and marks. */
export function splitWords(question: string): Word[] {
  const plain = question
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    // "2025's rent", "July 4th's charges": a figure owns nothing else than a word does.
    .replace(/(?<=\d(?:st|nd|rd|th)?)'s(?![\p{L}\d])/giu, '  ')
    .replace(/(?<=[\p{L}\d])[\u2013\u2014](?=[\p{L}\d])/gu, '-')
    .replace(DASH, '\u2192')
    .replace(MONEY_DASH, '\u2192')
    .replace(ASIDE, ',')
    .replace(/[\u2013\u2014]/g, ' ');
  const words: Word[] = [];
  let head = true;
  for (const match of plain.matchAll(TOKEN)) {
    const isNoMark = (match[0] === '.' && !endsSentence(plain, match.index)) || (/^[<>]$/.test(match[0]) && !compares(plain, match.index));
    const raw = isNoMark ? '' : match[0];
    const text =
      raw === '\u2192'
        ? 'to'
        : raw === '#'
          ? 'number'
          : (shortYear(plain, match.index, raw) ?? fold(raw).replace(/^([a-z])\.([a-z])\.?$/, '$1$2'));
    words.push({
      text,
      was: text,
      start: match.index,
      end: match.index + raw.length,
      capital: !head && /^\p{Lu}/u.test(raw) && !/^I(?:'|$)/.test(raw),
    });
    head = /^[?.!]$/.test(raw);
  }
  return words;
}

export function hear(question: string, steps: readonly HearingStep[]): Utterance {
  return utteranceOf(
    question,
    steps.reduce((heard, step) => step(heard), splitWords(question)).filter(({ text }) => text !== ''),
  );
}

/** These words of a question, as parsers read them. */
export function utteranceOf(question: string, words: Word[]): Utterance {
  const starts: number[] = [];
  let said = '';
  for (const { text } of words) {
    if (said) said += ' ';
    starts.push(said.length);
    said += text;
  }
  return { question, words, said, starts };
}

/** Indices of the words that `[start, end)` of `said` touches. */
export function wordsWithin({ words, starts }: Utterance, start: number, end: number): number[] {
  const found: number[] = [];
  for (const [at, begin] of starts.entries()) {
    const word = words[at];
    if (word && begin < end && begin + word.text.length > start) found.push(at);
  }
  return found;
}

const MARKS: ReadonlySet<string> = new Set('?.,;:!()"&+=%');
export const isMark = (text: string): boolean => MARKS.has(text);

/** Whether the mark ends a sentence. */
export const endsOne = (text: string): boolean => /^[.!?]$/.test(text);

/** The words sentence by sentence, each with its mark. */
export function sentencesOf(words: readonly Word[]): Word[][] {
  const found: Word[][] = [];
  let open: Word[] | null = null;
  for (const word of words) {
    if (open) open.push(word);
    else found.push((open = [word]));
    if (endsOne(word.text)) open = null;
  }
  return found;
}
