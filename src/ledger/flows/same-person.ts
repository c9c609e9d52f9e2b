// Whether the names on the two halves of a movement are one person's: MISS A BYRD and Ada Byrd are one, Ada Byrd and Tom Byrd are two.
import { peopleOf } from '../payees/looks-like-person.ts';
import { matchWords } from '../payees/match-words.ts';
import type { Candidate } from './candidates.ts';
import { mentionsAccount, nameOfPlace, saysAccount } from './own-accounts.ts';

const isTitle = (word: string): boolean => /^(?:MR|MRS|MS|MISS|DR)$/.test(word);

export const isSamePerson = (a: string, b: string): boolean => peopleOf(a).some((one) => peopleOf(b).some((two) => isSame(one, two)));

/** BYRD J is J BYRD. */
const givenFirst = (words: string[]): string[] =>
  words.length > 1 && words.at(-1)?.length === 1 ? [...words.slice(-1), ...words.slice(0, -1)] : words;

function isSame(a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) => givenFirst(matchWords(name).filter((word) => !isTitle(word))));
  const family = one?.at(-1);
  if (!one || !two || family === undefined || family.length < 2 || family !== two.at(-1)) return false;
  const [first = '', second = ''] = [one[0], two[0]];
  return first === second || ((first.length === 1 || second.length === 1) && first.charAt(0) === second.charAt(0));
}

/** Words between a name and the bank that it is called by: RHIAN BYRD FROM STARLING. */
const BETWEEN = new Set(['FROM', 'TO', 'AT', 'VIA', 'ACCOUNT', 'ACCT', 'ACC', 'AC']);

/** "A SMITH MONZO" where the other half lies at Monzo is A SMITH: people call a payee by the bank that the money goes to. */
export function personBeside({ reading }: Candidate, { account }: Candidate): string {
  const place = nameOfPlace(account);
  const words = matchWords(reading.name);
  if (!words.some((word) => place.includes(word))) return reading.name;
  const own = words.filter((word) => !place.includes(word) && !BETWEEN.has(word));
  return own.length > 1 ? own.join(' ') : reading.name;
}

export const isSameBeside = (out: Candidate, into: Candidate): boolean => isSamePerson(personBeside(out, into), personBeside(into, out));

/** Whether a person's name stands anywhere in a text, with an initial too: "C BYRD JOINT BILLS" is of Ceri Byrd & Jo Finch. */
function namesPerson(text: string, name: string): boolean {
  const words = matchWords(text);
  return words.some((word, at) => isSamePerson(`${word} ${words[at + 1] ?? ''}`, name));
}

const namesFamily = (text: string, { name, isPerson }: Candidate['reading']): boolean =>
  isPerson && peopleOf(name).some((one) => matchWords(text).some((word) => word.length > 2 && word === matchWords(one).at(-1)));

/**
 * What one half says of the other: where it lies and whose it is, and that it is an account of theirs ("BYRD FINCH JOINT MONZO" beside
 * Ada Byrd at Monzo) or not ("C BYRD BILLS MONZO", which a friend at that bank may be too).
 */
export type SaysOfOther = 'account' | 'person' | null;

export function saysOfOther(out: Candidate, into: Candidate): SaysOfOther {
  const says = [saysOf(out, into), saysOf(into, out)];
  return says.find((each) => each === 'account') ?? says.find((each) => each !== null) ?? null;
}

function saysOf(half: Candidate, other: Candidate): SaysOfOther {
  if (!mentionsAccount(half.text, other.account)) return null;
  const isNamed = isSameBeside(half, other) || namesPerson(half.text, other.reading.name);
  if (saysAccount(half.text) && (isNamed || namesFamily(half.text, other.reading))) return 'account';
  return isNamed ? 'person' : null;
}

/** Two different people: what one was paid and another sent is no transfer. */
export function areStrangers(out: Candidate, into: Candidate): boolean {
  if (out.reading.isPerson && into.reading.isPerson) return !isSameBeside(out, into);
  return (isByPhone(out) || isByPhone(into)) && out.likeness !== 'own' && into.likeness !== 'own';
}

/** Services by which people pay one another. */
const isByPhone = ({ text, reading }: Candidate): boolean => reading.isPerson && /zelle|venmo|cash app|bizum|tikkie/i.test(text);
