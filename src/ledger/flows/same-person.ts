// Whether the names on the two halves of a movement are one person's: MISS A BYRD and Ada Byrd are one, Ada Byrd and Tom Byrd are two.
import { peopleOf } from '../payees/looks-like-person.ts';
import { matchWords } from '../payees/match-words.ts';
import type { Candidate } from './candidates.ts';
import { mentionsAccount, nameOfPlace, saysAccount } from './own-accounts.ts';

const isTitle = (word: string): boolean => /^(?:MR|MRS|MS|MISS|DR)$/.test(word);

/** What tells a person: the family name, and the given one or its initial. */
interface Identity {
  family: string;
  first: string;
}

const memory = new Map<string, readonly Identity[]>();
const MEMORY = 20_000;

/** Of each person of a name; read once, for a ledger of equal sums compares the same names with one another again and again. */
function identitiesOf(name: string): readonly Identity[] {
  const known = memory.get(name);
  if (known !== undefined) return known;
  const identities = peopleOf(name).flatMap(identityOf);
  if (memory.size >= MEMORY) memory.clear();
  memory.set(name, identities);
  return identities;
}

function identityOf(person: string): Identity[] {
  const words = givenFirst(matchWords(person).filter((word) => !isTitle(word)));
  const [first, family] = [words[0], words.at(-1)];
  return first === undefined || family === undefined || family.length < 2 ? [] : [{ family, first }];
}

/** BYRD J is J BYRD. */
const givenFirst = (words: string[]): string[] =>
  words.length > 1 && words.at(-1)?.length === 1 ? [...words.slice(-1), ...words.slice(0, -1)] : words;

export const isSamePerson = (a: string, b: string): boolean =>
  identitiesOf(a).some((one) => identitiesOf(b).some((two) => isSame(one, two)));

const isSame = (one: Identity, two: Identity): boolean =>
  one.family === two.family &&
  (one.first === two.first || ((one.first.length === 1 || two.first.length === 1) && one.first.charAt(0) === two.first.charAt(0)));

/** Only names that share one of these can be of one person. */
export const familiesOf = (name: string): string[] => [...new Set(identitiesOf(name).map(({ family }) => family))];

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
