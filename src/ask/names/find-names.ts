// Finds the names in an utterance: accounts, categories, kinds and payees. First what is said as written, the longest first;
// then parts of names, slips of spelling and of hearing, only over words that nothing else explains; at last unknown names.
import type { Utterance } from '../hear/utterance.ts';
import type { Span } from '../spans/span.ts';
import { isEnglish } from '../lexicon/english.ts';
import { withoutAnothers } from './another-name.ts';
import { beside } from './beside.ts';
import { phraseConcept } from './concepts.ts';
import { squash, stem } from './keys.ts';
import type { NameIndex } from './name-index.ts';
import { asPart } from './name-parts.ts';
import type { FreeWords, ReadRun } from './name-search.ts';
import { NameSearch } from './name-search.ts';
import { asNearlyWhole, asPieces, asSlip } from './slips.ts';
import { FUNCTION_WORD, PLACE_WORD } from './standing.ts';
import { asJourney } from './towns.ts';
import type { Name } from './subject.ts';
import { findUnknown } from './unknown-names.ts';
import { asWritten } from './written-names.ts';

/**
 * "Cardiff Council" of Cardiff Council C Tax, "Denver Post" of The Denver Post Circ: two words with which the name of a payee begins. A
 * plain first word names it only where it is no notion by itself: City Plumbing, and no coffee.
 */
function beginsName(search: NameSearch, at: number): boolean {
  const [first = '', second = ''] = search.texts(at, 2).map((text) => stem(text.replace(/'s$/, '')));
  const { byWord, bySquash, payees } = search.names;
  // Flying M is no flight: a letter behind it makes a name.
  const isNotion = isEnglish(first) && second.length > 1 && (phraseConcept(first) !== null || phraseConcept(second) === null);
  if (isNotion || phraseConcept(`${first} ${second}`) || bySquash.has(squash(search.texts(at, 2).join('')))) return false;
  const next = stem(search.words[at + 2]?.text ?? '');
  // Both words stand in such a name: the rarer of them is looked by.
  const [called, also] = [byWord.get(first) ?? [], byWord.get(second) ?? []];
  return (also.length < called.length ? also : called).some((id) => {
    const own = (payees.get(id)?.words ?? []).map(stem);
    const [head = '', behind = '', third = ''] = own[0] === 'the' ? own.slice(1) : own;
    return head === first && behind === second && (own[0] === 'the' || third !== '') && third !== next;
  });
}

/** "Glasgow City Council" is whom it names, before "city council" is any council. */
const asLongName: ReadRun = (search, at, length) =>
  length > 1 &&
  !search.plain.slice(at, at + length).includes(true) &&
  !search.index.accounts.has(search.texts(at, length).join(' ')) &&
  !search.texts(at, length).some((text) => FUNCTION_WORD.test(text) || PLACE_WORD.test(text)) &&
  (length > 2 || beginsName(search, at))
    ? asPart(search, at, length)
    : null;

export function findNames(said: Utterance, index: NameIndex, free: FreeWords): Span<Name>[] {
  const search = new NameSearch(said, index, free);
  search.eachRun(asLongName);
  search.eachRun(asJourney, 3);
  search.eachRun(asNearlyWhole, 3);
  search.eachRun(asWritten);
  search.eachRun(asPieces, 4);
  search.eachRun(asPart);
  search.eachRun(asSlip, 3);
  findUnknown(search);
  const found = withoutAnothers(
    search.found.sort((a, b) => a.start - b.start),
    { said, plain: free.plain.map((plain, at) => plain || free.taken[at] === true), names: search.names },
  );
  return beside(found, said, search.names, free.plain);
}
