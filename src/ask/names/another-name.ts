// "Rocket Fitness" is not Rocket Mortgage, and "Food City" not Steel City Ortho: words with capitals that stand together are one name. Where
// a payee of ours has some of them and nothing of it explains the rest, the name is another's, or it is asked whose.
import { isMark } from '../hear/utterance.ts';
import type { Utterance } from '../hear/utterance.ts';
import { wordsWithin } from '../hear/utterance.ts';
import { isCalendarWord } from '../lexicon/calendar-words.ts';
import describing from '../lexicon/describing-words.json';
import type { Span } from '../spans/span.ts';
import { phraseConcept } from './concepts.ts';
import { squash, stem } from './keys.ts';
import type { LedgerNames, PayeeName } from './ledger-names.ts';
import { FUNCTION_WORD, MONEY_NOUN, PLACE_WORD } from './standing.ts';
import type { Name } from './subject.ts';
import { isChannel } from './word-forms.ts';

const SAYS_WHAT: ReadonlySet<string> = new Set([...describing.words, ...describing.titles]);

interface Said {
  said: Utterance;
  /** Words that something else explains: grammar, cues. */
  plain: readonly boolean[];
  names: LedgerNames;
}

/** With a capital, or at the head of the sentence before a word that has one. */
const isWritten = ({ words }: Utterance, at: number): boolean => words[at]?.capital === true || (at === 0 && words[1]?.capital === true);

/** Whether a word may be part of a name as it was written. */
const isNamelike = ({ said: { words }, plain }: Said, at: number): boolean => {
  const word = words[at];
  return (
    at > 0 &&
    word?.capital === true &&
    !plain[at] &&
    !isMark(word.text) &&
    !isCalendarWord(word.text) &&
    !PLACE_WORD.test(word.text) &&
    !FUNCTION_WORD.test(word.text) &&
    !MONEY_NOUN.test(word.text) &&
    !isChannel(word.text.replace(/(?<=le|mo)(?:e?d|s)$/, ''))
  );
};

/** The word is the payee's own, stands in its bank texts, says what it deals in, or only describes it. */
function isOf(word: string, payee: PayeeName, names: LedgerNames): boolean {
  const key = stem(word.replace(/'s$/, ''));
  const concept = phraseConcept(word);
  return (
    SAYS_WHAT.has(word) ||
    // Femi Adeyemi whom the bank prints as F ADEYEMI, a word that the bank cut short.
    payee.words.some((own) => stem(own) === key || (own.length !== 2 && own.length !== 3 && key.startsWith(own))) ||
    (names.byDescriptorWord.get(key)?.includes(payee.id) ?? false) ||
    (concept !== null && payee.kind !== null && (concept.kinds ?? []).includes(payee.kind))
  );
}

/** Of each payee that was found in a part of such a run of words, the whole run; null where it is that payee's. */
function anothers(span: Span<Name>, all: readonly Span<Name>[], heard: Said): Span<Name> | null {
  const { said, names } = heard;
  if (span.value.is !== 'subject' || span.value.subject.what !== 'payee' || span.value.subject.payees.length === 0) return null;
  const own = wordsWithin(said, span.start, span.end);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || !own.every((at) => isWritten(said, at))) return null;
  let [from, to] = [first, last];
  while (isNamelike(heard, from - 1)) from -= 1;
  while (isNamelike(heard, to + 1)) to += 1;
  const rest = said.words.flatMap(({ text }, at) => (at >= from && at <= to && !own.includes(at) ? [text] : []));
  const payees = span.value.subject.payees.flatMap((id) => names.payees.get(id) ?? []);
  if (rest.length === 0 || payees.some((payee) => rest.every((word) => isOf(word, payee, names)))) return null;
  const start = said.starts[from] ?? span.start;
  const end = (said.starts[to] ?? span.end) + (said.words[to]?.text.length ?? 0);
  // Another name of ours in the same run, said without "and".
  const others = all.filter((other) => other !== span && other.start < end && start < other.end);
  if (others.some(({ value }) => value.is === 'account' || value.is === 'place')) return null;
  const text = said.said.slice(start, end);
  const words = said.question.slice(said.words[from]?.start, said.words[to]?.end);
  // "Grill'd", however its mark was heard.
  if (payees.some(({ name }) => squash(name) === squash(words))) return null;
  const isHead = from === first && payees.some(({ words: called }) => stem(called[0] ?? '') === stem(said.words[first]?.text ?? ''));
  return {
    ...span,
    start,
    end,
    text,
    value: isHead ? { is: 'ambiguous', words, choices: payees.slice(0, 4).map(({ name }) => name) } : { is: 'unknown', words },
  };
}

export function withoutAnothers(found: readonly Span<Name>[], heard: Said): Span<Name>[] {
  // Where every word has a capital, none of them tells anything.
  const content = heard.said.words.filter(({ text }) => !isMark(text));
  if (content.filter(({ capital }) => capital).length > content.length / 2) return [...found];
  const kept: Span<Name>[] = [];
  for (const span of found) {
    const whole = anothers(span, found, heard);
    const now = whole ?? span;
    if (kept.some((other) => other.start < now.end && now.start < other.end)) {
      if (!whole) continue;
      kept.splice(0, kept.length, ...kept.filter((other) => !(other.start < now.end && now.start < other.end)));
    }
    kept.push(now);
  }
  return kept;
}
