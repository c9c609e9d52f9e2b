// A name or a kind of which the ledger shows nothing. That there is nothing is said only of what would be known if it were there: a shop
// that is named as one. A payee whose trade nobody knows could be any kind, and a bank's short form any name: then it is asked.
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import type { LedgerNames, PayeeName } from '../names/ledger-names.ts';
import { wordsWithin } from '../hear/utterance.ts';
import { isEnglish } from '../lexicon/english.ts';
import { isBrand } from '../names/brands.ts';
import { nameWords, squash, stem } from '../names/keys.ts';
import { indexNames } from '../names/name-index.ts';
import type { Name } from '../names/subject.ts';
import { NAME_LEAD } from '../names/standing.ts';
import { isPlaceName } from '../names/towns.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../spans/span.ts';
import { askedInstead } from './asked-instead.ts';
import type { Refusal } from './intent.ts';
import { isSomebody } from './narrowing.ts';

/** So many payees are offered, the busiest first. */
const OFFERED = 4;

/** "Did I pay any parking fines?": that none is known is an answer to it. */
const YES_OR_NO = /^(?:(?:so|and|ok|hey) )?(?:did|do|does|is|are|was|were|have|has|any)\b/;
const TO = /^(?:to|in|on|for|vs|or|and|than|of|did|does|has)$/;
const TIME_LEAD = /^(?:since|until|till|before|after|during|over)$/;

export function missing(unknown: readonly Span<Name>[], reading: Reading, ledger: LedgerNames): Refusal {
  const words = unknown.map(({ value }) => ('words' in value ? value.words : ''));
  const said = words.join(', ');
  const instead = (payees: readonly PayeeName[]) =>
    askedInstead(
      reading,
      words[0] ?? '',
      payees.map(({ name }) => name),
    );
  if (unknown.every(({ value }) => value.is === 'unknown' && value.concept)) {
    const open = YES_OR_NO.test(reading.said.said) && !unknown.some((span) => isTheOne(span, reading)) ? [] : withoutKind(words, ledger);
    return open.length
      ? { refuse: 'clarify', why: 'which-of-kind', words: [said], choices: instead(open) }
      : { refuse: 'empty', why: 'unknown-kind', words: [said] };
  }
  const behind = words.flatMap((name) => behindInitial(name, ledger));
  if (behind.length) return { refuse: 'clarify', why: 'which-name-for', words: [said], choices: instead(behind) };
  if (!unknown.every((span) => standsAsShop(span, reading))) return { refuse: 'clarify', why: 'unknown-word', words };
  const short = words.flatMap((name) => shortFormsOf(name, ledger));
  return short.length
    ? { refuse: 'clarify', why: 'which-name-for', words: [said], choices: instead(short) }
    : { refuse: 'empty', why: 'unknown-name', words: [said] };
}

/** "how much have I given to mum": people who are paid or pay, of whom she may be one. Null where nobody is asked for, or no payee is a person. */
export function whoIsMeant(words: readonly string[], reading: Reading, { payees, moved }: LedgerNames): Refusal | null {
  const [who = '', ...others] = new Set(words);
  if (others.length > 0 || !isSomebody(who)) return null;
  const people = [...payees.values()].filter(({ id, kind }) => kind === 'person' && !moved.has(id)).sort(byCount);
  if (people.length === 0) return null;
  const said = new RegExp(`\\b(?:my|our|the) ${who}\\b`).exec(reading.said.said)?.[0] ?? who;
  const choices = askedInstead(
    reading,
    said,
    people.slice(0, OFFERED).map(({ name }) => name),
  );
  return { refuse: 'clarify', why: 'which-person', words: [said], choices };
}

const byCount = (a: PayeeName, b: PayeeName): number => b.count - a.count || a.name.localeCompare(b.name);

/** What any kind of payment is called. */
const GENERIC = /^(?:bills?|fees?|costs?|payments?|charges?|money|shop|store|stuff|things?)$/;

/** "did I pay the water bill": what is called so is there, whatever the bank calls it. "Any parking fines" may be none. */
const isTheOne = ({ start, text }: Span<Name>, { said: { said } }: Reading): boolean =>
  /^(?:the|my|our) /.test(text) || /\b(?:the|my|our) $/.test(said.slice(0, start));

/** Payees whose kind nobody knows; before them those of whose name a word begins with what was said: Atlanta Watershed for "water". */
function withoutKind(said: readonly string[], ledger: LedgerNames): PayeeName[] {
  const { payees, moved } = ledger;
  const keys = said.flatMap((words) => nameWords(words)).filter((word) => word.length >= 4 && !GENERIC.test(word));
  const alike = keys.flatMap((key) => holding(stemsBeginning(key, ledger), ledger)).filter(({ id }) => !moved.has(id));
  const open = [...payees.values()].filter(({ id, kind }) => kind === null && !moved.has(id)).sort(byCount);
  return [...new Set([...alike.sort(byCount), ...open])].slice(0, OFFERED);
}

/** A brand, a name with a capital, or what stands behind "at": not "since Waitangi Day", not a small word that could be anything. */
function standsAsShop({ value, text, start, end }: Span<Name>, { said }: Reading): boolean {
  if (value.is !== 'unknown') return false;
  const at = said.starts.indexOf(start);
  const lead = said.words[at - 1]?.text ?? '';
  // "in Spain": the rows may be of there and not say so.
  if (TIME_LEAD.test(lead) || (lead === 'in' && isPlaceName(text))) return false;
  // "did Ewa get paid", "has Jo been paid": somebody who is paid is no shop.
  if (/^\s+(?:(?:get|gets|got|been|be|was|is|did|has)\s+)?(?:paid|earn|earned)\b/.test(said.said.slice(end)) && !isBrand(squash(text)))
    return false;
  return (
    isBrand(squash(text)) ||
    wordsWithin(said, start, end).some((word) => said.words[word]?.capital === true) ||
    NAME_LEAD.test(lead) ||
    TO.test(lead)
  );
}

/** Payees in whose names one of these words stands: there may be tens of thousands of others, and a miss shall be no slower than a hit. */
function holding(words: readonly string[], { byWord, payees }: LedgerNames): PayeeName[] {
  const ids = new Set(words.flatMap((word) => byWord.get(stem(word)) ?? []));
  return [...ids].flatMap((id) => payees.get(id) ?? []);
}

/** Stems of words that begin so: of a word that is cut short, the end may be what its stem has lost. */
const stemsBeginning = (start: string, ledger: LedgerNames): string[] =>
  (indexNames(ledger).byLetter.get(start.slice(0, 1)) ?? []).filter((each) =>
    [each, `${each}s`, `${each.slice(0, -1)}ies`].some((word) => word.startsWith(start)),
  );

/** "Nw Hutt City" for New World, "Chemist Wh" for Chemist Warehouse: initials, or each word cut. */
function shortFormsOf(name: string, ledger: LedgerNames): PayeeName[] {
  const wanted = nameWords(name);
  // "Jet2" of JET2HOLIDAYS: what a bank ran together begins with the name.
  if (wanted.length < 2) {
    const key = squash(name);
    return key.length < (isEnglish(key) ? 4 : 3)
      ? []
      : holding(stemsBeginning(key, ledger), ledger)
          .filter(({ words }) => words[0]?.startsWith(key) === true)
          .sort(byCount)
          .slice(0, OFFERED);
  }
  const initials = wanted.map((word) => word[0]).join('');
  const isShort = (words: readonly string[]) =>
    words[0] === initials || (words.length >= wanted.length && wanted.every((word, at) => isCut(words[at], word)));
  const heads = [...(wanted[0] ?? '')].map((_letter, last) => (wanted[0] ?? '').slice(0, last + 1));
  return holding([initials, ...heads], ledger)
    .filter(({ words }) => isShort(words))
    .sort(byCount)
    .slice(0, OFFERED);
}

/** "Craig" where the bank prints C ROBSON: whom a given name could stand for, the busiest first. */
function behindInitial(name: string, ledger: LedgerNames): PayeeName[] {
  const [given = '', family] = nameWords(name);
  if (!isGivenName(given)) return [];
  return holding([given.slice(0, 1)], ledger)
    .filter(
      ({ kind, words }) =>
        (kind === 'person' || kind === null) &&
        words.length > 1 &&
        (words[0] === given[0] || words.at(-1) === given[0]) &&
        (!family || words.includes(family)),
    )
    .sort(byCount)
    .slice(0, OFFERED);
}

const isCut = (short: string | undefined, word: string): boolean => short !== undefined && short.length >= 2 && word.startsWith(short);
