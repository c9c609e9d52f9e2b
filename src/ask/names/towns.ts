// Towns and countries: "in Berlin", "the Lisbon trip", "in Leeds".
import { lookUp } from '../../base/look-up.ts';
import { isEnglish } from '../lexicon/english.ts';
import places from '../lexicon/places.json';
import { cueWords } from '../spans/cues.ts';
import { MANY_PAYEES, textSubject } from './concepts.ts';
import { stem } from './keys.ts';
import type { LedgerNames } from './ledger-names.ts';
import type { NameSearch } from './name-search.ts';
import type { Name } from './subject.ts';
import { carriersOf } from './texts.ts';

/** Payees that the bank never names without this word: a chain with one branch there is not there. */
const alwaysCarrying = (word: string, { texts }: LedgerNames): number[] =>
  carriersOf([word], texts).flatMap(({ payee, always }) => (always ? [payee] : []));

const KNOWN: ReadonlySet<string> = new Set(Object.keys(places.places));

/** A country or town that anybody knows. */
export const isPlaceName = (word: string): boolean => KNOWN.has(word.toLowerCase());

/** "the Lisbon Starbucks", "Berlin in April": a place also where nothing before it says so. As a bank writes it ("Milano") it may be a shop. */
const isKnownPlace = (word: string): boolean => KNOWN.has(word) && !isEnglish(word);

const isJourney = (text = '') => /^(?:trip|holiday|vacation|journey|weekend|visit|getaway|break|travels)$/.test(text);

/** "the Edinburgh trip", "our weekend in York". */
const isJourneyAt = (search: NameSearch, at: number): boolean =>
  isJourney(search.words[at + 1]?.text) || (/^(?:to|in)$/.test(search.before(at)) && isJourney(search.words[at - 2]?.text));

/** More payees than one journey meets: a town with so many is where one lives. */
const OF_A_JOURNEY = 40;

/** "in Berlin", "to Lisbon": a word of payees' names or descriptors that stands where a place stands. */
export function asPlace(search: NameSearch, at: number, word: string): Name | null {
  const { names } = search;
  const journey = isJourneyAt(search, at);
  const stands = journey || /^(?:in|to|around)$/.test(search.words[at - 1]?.text ?? '') || isKnownPlace(word);
  // "back in refunds": what a question asks of money is no town, though a bank's text holds the word.
  if (!stands || names.currencies.length < 2 || (cueWords.has(word) && !isKnownPlace(word))) return null;
  const forms = [word, ...(lookUp<readonly string[]>(places.places, word) ?? [])];
  const ids = [...new Set(forms.flatMap((form) => [...(names.byWord.get(stem(form)) ?? []), ...alwaysCarrying(form, names)]))];
  const exact = names.bySquash.has(word);
  // One payee's own name after "to" is where one went, no town.
  if (search.before(at) === 'to' && !journey && ids.length < 2) return null;
  return ids.length > 0 && ids.length <= 40 && !exact ? { is: 'place', payees: ids, words: search.words[at]?.was ?? word } : null;
}

/** "the Edinburgh trip", "our weekend in York": of a household that counts in one currency the town's own rows. */
export function asJourney(search: NameSearch, at: number, length: number): Name | null {
  if (length < 2 || length > 3 || search.names.currencies.length > 1) return null;
  const town = length === 2 ? at : at + 2;
  const leads = length === 2 ? isJourney(search.words[at + 1]?.text) : isJourney(search.words[at]?.text);
  return leads && isJourneyAt(search, town) ? asTown(search, town, stem(search.words[town]?.text ?? '')) : null;
}

/** "in Leeds", "the Leeds trip": a word after "in" that many payees carry is where they are, no part of one's name. */
export function asTown(search: NameSearch, at: number, word: string): Name | null {
  const { names } = search;
  const journey = isJourneyAt(search, at);
  if (!(journey || search.before(at) === 'in') || names.bySquash.has(word) || isEnglish(search.words[at]?.text ?? word)) return null;
  const named = names.byWord.get(word)?.length ?? 0;
  // One shop more than those that are called so makes a town of what a journey is said to.
  if ((names.byDescriptorWord.get(word)?.length ?? 0) < named + (journey ? 1 : 3)) return null;
  const subject = textSubject([word], search.words[at]?.was ?? word, names, undefined, journey ? OF_A_JOURNEY : MANY_PAYEES);
  return subject && { is: 'subject', subject: { ...subject, what: 'category' } };
}
