// Whether a name is a person's: a title, a given name from people.json with a surname, or an initial with a surname.
import people from './people.json' with { type: 'json' };
import { kindByWords } from './kinds.ts';
import { matchWords } from './match-words.ts';

const titles = new Set(people.titles);
const given = new Set(people.givenNames);
const kin = new Set(people.kin);
const notes = new Set([...people.notes, ...people.kin]);
const particles = new Set(people.particles);

/** Trades that people run under their own names: M WALKER PLUMBING is a plumber, M WALKER PIZZA a friend. */
const TRADES = new Set(
  'home-services hairdresser car-repair legal dentist doctor vet physio therapy pharmacy insurance childcare diy garden florist education driving-school tax-preparation mortgage beauty'.split(
    ' ',
  ),
);

/** Words of companies that no person has in a name: "Douglas Credit U" is a credit union. */
const COMPANY = new Set(
  'BANK CREDIT UNION SOCIETY LTD LIMITED LLC INC PLC GROUP HOLDINGS SOLUTIONS COUNCIL NHS HOSPITAL UNIVERSITY'.split(' '),
);

export const isGivenName = (word: string): boolean => given.has(matchWords(word)[0] ?? '');

/** MRS, AUNT: before a name and no part of one, so that AUNT CAROL is not Carol Aunt. */
export const isFormOfAddress = (word: string): boolean => {
  const [plain = ''] = matchWords(word);
  return titles.has(plain) || kin.has(plain);
};

/** MR J SMITH, Miss Ada Byrd: a title is enough. */
export function hasTitle(name: string): boolean {
  const words = matchWords(name);
  return words.length > 1 && words.length < 6 && titles.has(words[0] ?? '');
}

/** Whether a word may begin a family name of its own: VAN, DE, MC. */
export const isParticle = (word: string): boolean => particles.has(matchWords(word)[0] ?? '');

/**
 * EMILY BYRD POCKET MONEY, "Emily Byrd dinner": a given and a family name without the note behind them, or null where none is sure to
 * stand there. In capitals a note is of known words only, for a third word may be a second family name; in small letters it is told by these.
 */
export function nameBeforeNote(name: string): string | null {
  const [first = '', family = '', ...rest] = name.split(' ');
  if (rest.length === 0 || !isGivenName(first) || !/^\p{Lu}[\p{L}'’-]+$/u.test(family) || isNote(family) || isParticle(family)) return null;
  if (rest.length === 1 && isGivenName(family)) return null;
  const pair = `${first} ${family}`;
  const trade = kindByWords(rest.join(' '));
  if (kindByWords(pair) !== null || (trade !== null && TRADES.has(trade))) return null;
  const isSmall =
    /\p{Ll}/u.test(pair) && /^\p{Ll}{2}/u.test(rest[0] ?? '') && !isParticle(rest[0] ?? '') && !/^(?:and|und|et)$/.test(rest[0] ?? '');
  return isSmall || rest.every(isNote) ? pair : null;
}

const isNote = (word: string): boolean => {
  const words = matchWords(word);
  return words.length > 0 && words.every((each) => notes.has(each) || /^\d+$/.test(each));
};

const JOINT = /\s(?:&|and|und|et|y|e)\s/i;
const HOUSEHOLD =
  /\b(?:household|joint(?: account| a\/c| acc?t?)?|(?:family|bills|house|current) (?:account|a\/c|acc?t?))\b|(?<=\S\s+\S+\s+)(?:saver|savings|isa)\s*$/gi;

/** The people of a name: "A Smith & B Jones" is two, "ALEX AND BO SMITH" too, "A SMITH HOUSEHOLD" one. */
export function peopleOf(name: string): string[] {
  const parts = name
    .replace(HOUSEHOLD, ' ')
    .split(JOINT)
    .map((part) => part.trim());
  const family = matchWords(parts.at(-1) ?? '').at(-1) ?? '';
  return parts
    .filter((part) => part !== '')
    .map((part) => (matchWords(part).filter((word) => !titles.has(word)).length === 1 && parts.length > 1 ? `${part} ${family}` : part));
}

/** "Jordan Lee", "J SMITH", "SMITH J", "LEE,JORDAN". Only to be trusted where money moved by bank transfer: shops have such names too. */
export function looksLikePerson(name: string): boolean {
  const people = peopleOf(name);
  return people.length > 0 && people.length < 3 && people.every(isOnePerson);
}

function isOnePerson(name: string): boolean {
  if (hasTitle(name)) return true;
  const words = matchWords(name);
  if (words.length < 1 || words.length > 4 || words.some((word) => /[\d&]/.test(word) || word === 'AND' || COMPANY.has(word))) return false;
  if (words.length === 1) return given.has(words[0] ?? '');
  // After an initial and a family name comes a note: S OKAFOR PIZZA.
  const initialFirst = words[0]?.length === 1;
  const kind = kindByWords(name);
  if (kind !== null && (!initialFirst || TRADES.has(kind) || kindByWords(words.slice(0, 2).join(' ')) !== null)) return false;
  const initial = initialFirst || words.at(-1)?.length === 1;
  return initial || given.has(words[0] ?? '') || given.has(words.at(-1) ?? '') || (kin.has(words[0] ?? '') && given.has(words[1] ?? ''));
}
