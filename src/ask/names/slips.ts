// Names not said as written: slips of spelling and of hearing, words run together or apart. A word of plain English is never a slip by itself.
import { distance, slipsAllowed } from '../../base/distance.ts';
import { soundOf } from '../../base/sound.ts';
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import { isMark } from '../hear/utterance.ts';
import { isCalendarWord } from '../lexicon/calendar-words.ts';
import { isEnglish } from '../lexicon/english.ts';
import { isBrand } from './brands.ts';
import { conceptsSounding, conceptWords, phraseConcept, resolveConcept } from './concepts.ts';
import { squash, stem } from './keys.ts';
import { SOUNDS_UP_TO } from './name-index.ts';
import type { NameSearch } from './name-search.ts';
import { payeeSubject, takenAs } from './payee-subject.ts';
import { isKindWord } from './accounts.ts';
import { FUNCTION_WORD, NAME_LEAD, PLACE_WORD, standsAsName } from './standing.ts';
import type { Name, Subject } from './subject.ts';
import { isPlaceName } from './towns.ts';
import { soundsLike } from './whole-names.ts';

/** Letters that may differ between a word and what was heard of it. */
const MISHEARD = 3;

/** "spotfy", "net flicks", "cost co", "whole food's", "grow series". A word of plain English is never a slip by itself. */
export function asSlip(search: NameSearch, at: number, length: number): Name | null {
  const texts = search.texts(at, length);
  if (texts.some((text) => isMark(text)) || (texts.every((_, each) => search.plain[at + each]) && !standsAsName(search, at))) return null;
  if (texts.some((text) => PLACE_WORD.test(text) || FUNCTION_WORD.test(text))) return null;
  const key = squash(texts.join('').replace(/'s$/, ''));
  if (key.length < 4 || /^\d/.test(key)) return null;
  // "the Capital One savings": what an account is called is no slip of a payee's name.
  if (texts.some((text) => isKindWord(text))) return null;
  const english = texts.every((text) => isEnglish(text));
  if (length === 1 && (english || isBrand(key) || isBrand(squash(texts.join(''))) || isCalendarWord(key))) return null;
  // Roger is somebody, and no slip of Rovers; Lisbon is more than Metro Lisboa.
  if (length === 1 && (isGivenName(key) || isPlaceName(key))) return null;
  // "penny's": with its s it is no word of English.
  const full = squash(texts.join(''));
  const found =
    joined(search, key) ??
    (english ? null : misspelt(search, key, length)) ??
    (length === 1 && full !== key && !isEnglish(full) ? misspelt(search, full, length) : null) ??
    misheard(search, key, english);
  return found ? takenAs(found, texts.join(' ')) : null;
}

/** Two or three words that sound like a whole name: "dutch brothers", "sick flags". */
export function asHeard(search: NameSearch, at: number, texts: readonly string[]): Name | null {
  if (texts.length > 3 || texts.some((text) => isMark(text) || FUNCTION_WORD.test(text) || PLACE_WORD.test(text))) return null;
  if (texts.every((_, each) => search.plain[at + each])) return null;
  // "Uber rides" is Uber, however near Uber Eats sounds.
  if (texts.some((text) => search.names.bySquash.has(squash(text)))) return null;
  // "planet fitness set me back": the name is whole without the plain word at its end.
  const trimmed =
    search.plain[at + texts.length - 1] || /^\d+$/.test(texts.at(-1) ?? '') ? texts.slice(0, -1) : search.plain[at] ? texts.slice(1) : [];
  if (trimmed.length && search.names.bySquash.has(squash(trimmed.join('')))) return null;
  if (standInOneName(search, texts)) return null;
  const id = soundsLike(texts, search.index.wholeNames);
  return id === null ? null : takenAs(payeeSubject([id], search.names), texts.join(' '));
}

/** "hole foods" is a letter away from Whole Foods, and no kind of thing with a word before it that nobody has heard of. */
export function asNearlyWhole(search: NameSearch, at: number, length: number): Name | null {
  const texts = search.texts(at, length);
  const isStrange = (text: string) => !search.names.byWord.has(stem(text)) && phraseConcept(text) === null;
  if (length < 2 || texts.some((_, each) => search.plain[at + each]) || !texts.some(isStrange) || phraseConcept(texts.join(' ')))
    return null;
  const name = asHeard(search, at, texts);
  const ids = name?.is === 'subject' ? name.subject.payees : [];
  const key = squash(texts.join(''));
  return key.length >= NEARLY && ids.some((id) => distance(key, squash(search.names.payees.get(id)?.words.join('') ?? ''), 1) <= 1)
    ? name
    : null;
}

/** So long must a name be that one letter of it may be another. */
const NEARLY = 8;

/** "Mark Whitfield" of Mark Whitfield Car Loan: what stands in a name as it was said was not misheard, however near Mr G Whitfield sounds. */
function standInOneName({ names }: NameSearch, texts: readonly string[]): boolean {
  const said = texts.map(stem);
  return (names.byWord.get(said[0] ?? '') ?? []).some((id) => {
    const own = (names.payees.get(id)?.words ?? []).map(stem);
    return said.length > 1 && own.some((_, from) => said.every((word, each) => own[from + each] === word));
  });
}

/** Words that open no name where a shop stands: "at the moment", "at a push". */
const OPENS_NO_NAME = /^(?:the|a|an|my|our|his|her|their|least|most|all|any|this|that|each|every)$/;

/** "spent at", and "spent in more a sons". */
const leadsToShop = (search: NameSearch, at: number): boolean =>
  NAME_LEAD.test(search.before(at)) ||
  (search.before(at) === 'in' && /^(?:spend|spends|spent|spending|shop|shopped|bought|buy)$/.test(search.words[at - 2]?.text ?? ''));

/** "at so bees", "from two if by see": where a shop stands even words of grammar may be its name in pieces, if they sound just like it. */
export function asPieces(search: NameSearch, at: number, length: number): Name | null {
  if (length < 2 || !leadsToShop(search, at) || OPENS_NO_NAME.test(search.words[at]?.text ?? '')) return null;
  const said = search.words.slice(at, at + length).map(({ was }) => was);
  if (said.some((word) => isMark(word))) return null;
  // "at philz i mean": the name is whole before the words of grammar.
  const isKnown = search.names.byWord.has(stem(search.words[at]?.text ?? ''));
  if (isKnown && search.texts(at + 1, length - 1).every((text) => FUNCTION_WORD.test(text))) return null;
  const key = squash(said.join(''));
  const ids = (search.index.soundsOfNames.get(soundOf(key)) ?? []).filter((id) => soundsTheSame(search, key, id));
  return ids.length === 1 ? takenAs(payeeSubject(ids, search.names), said.join(' ')) : null;
}

/** Of one sound, with the same first letter, and only a few letters apart. */
function soundsTheSame({ names }: NameSearch, key: string, id: number): boolean {
  const words = names.payees.get(id)?.words ?? [];
  return words.some((_, last) => {
    const own = squash(words.slice(0, last + 1).join(''));
    const bound = Math.min(MISHEARD, Math.floor(own.length / 2));
    return own[0] === key[0] && soundOf(own) === soundOf(key) && distance(key, own, bound) <= bound;
  });
}

function joined(search: NameSearch, key: string): Subject | null {
  const { names } = search;
  const ids = names.bySquash.get(key) ?? names.bySquash.get(`${key}s`) ?? names.byWord.get(stem(key));
  return ids && ids.length <= 12 ? payeeSubject(ids, names) : null;
}

function misspelt(search: NameSearch, key: string, length: number): Subject | null {
  const { names } = search;
  const bound = slipsAllowed(key.length);
  if (bound === 0) return null;
  let best: { word: string; off: number; from: 'payee' | 'concept' } | null = null;
  const consider = (word: string, from: 'payee' | 'concept') => {
    if (word.length < 4 || word[0] !== key[0]) return;
    const off = distance(key, word, best ? Math.min(bound, best.off) : bound);
    if (off <= bound && (!best || off < best.off)) best = { word, off, from };
  };
  if (length === 1) for (const word of conceptWords) consider(word, 'concept');
  for (const word of search.index.byLetter.get(key.slice(0, 1)) ?? [])
    if (Math.abs(word.length - key.length) <= bound) consider(word, 'payee');
  if (names.payees.size <= SOUNDS_UP_TO) for (const word of names.bySquash.keys()) consider(word, 'payee');
  const chosen = best as { word: string; from: 'payee' | 'concept' } | null;
  if (!chosen) return null;
  if (chosen.from === 'concept') {
    const concept = phraseConcept(chosen.word);
    return concept ? resolveConcept(concept, chosen.word, names) : null;
  }
  const ids = names.bySquash.get(chosen.word) ?? names.byWord.get(chosen.word) ?? [];
  return ids.length > 0 && ids.length <= 3 ? payeeSubject(ids, names) : null;
}

/** Half of the letters at least are there: "boba aside" is no Best Buy, whatever it sounds like. */
function isWrittenAlike({ names }: NameSearch, key: string, id: number): boolean {
  const words = names.payees.get(id)?.words ?? [];
  return words.some((_, from) =>
    words.some((_word, last) => {
      const own = last < from ? '' : squash(words.slice(from, last + 1).join(''));
      const bound = Math.floor(Math.max(own.length, key.length) / 2);
      return own !== '' && distance(key, own, bound) <= bound;
    }),
  );
}

function misheard(search: NameSearch, key: string, english: boolean): Subject | null {
  const {
    names,
    index: { soundsOfNames },
  } = search;
  const sound = soundOf(key);
  // "kudo" is Koodo: so short a sound tells only beside nearly the same letters, in a word that is none of English.
  if (sound.length === 2 && !english && key.length >= 4) {
    const same = (soundsOfNames.get(sound) ?? []).filter((id) => soundsTheSame(search, key, id));
    return same.length === 1 ? payeeSubject(same, names) : null;
  }
  if (sound.length < (english ? 4 : 3)) return null;
  // "bar chart" is no Pritchard: plain words of another first letter must at least be written alike.
  const alike = (id: number) =>
    !english || (names.payees.get(id)?.words[0] ?? '').startsWith(key.slice(0, 1)) || soundsTheSame(search, key, id);
  const ids = soundsOfNames.get(sound)?.filter(alike);
  const written = english ? ids : ids?.filter((id) => isWrittenAlike(search, key, id));
  if (written?.length && written.length <= 3) return payeeSubject(written, names);
  const words = sound.length > 3 ? names.bySound.get(sound) : undefined;
  const byWord = words?.flatMap((word) => names.byWord.get(word) ?? []);
  if (byWord && byWord.length > 0 && byWord.length <= 3) return payeeSubject(byWord, names);
  for (const word of conceptsSounding(sound)) {
    if (distance(key, word, MISHEARD) > MISHEARD) continue;
    const concept = phraseConcept(word);
    const subject = concept && resolveConcept(concept, concept.name, names);
    if (subject) return subject;
  }
  if (sound.length < (english ? 7 : 5)) return null;
  const near = [...soundsOfNames].filter(([other]) => other.length > 4 && other[0] === sound[0] && distance(sound, other, 1) <= 1);
  const nearIds = [...new Set(near.flatMap(([, list]) => list))].filter((id) => isWrittenAlike(search, key, id));
  return nearIds.length === 1 ? payeeSubject(nearIds, names) : null;
}
