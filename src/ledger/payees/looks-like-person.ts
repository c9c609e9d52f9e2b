// Whether a name is a person's: a title, a given name from people.json with a surname, or an initial with a surname.
import people from './people.json' with { type: 'json' };
import { kindByWords } from './kinds.ts';
import { matchWords } from './match-words.ts';

const titles = new Set(people.titles);
const given = new Set(people.givenNames);

export const isGivenName = (word: string): boolean => given.has(matchWords(word)[0] ?? '');

/** MR J SMITH, Miss Ada Byrd: a title is enough. */
export function hasTitle(name: string): boolean {
  const words = matchWords(name);
  return words.length > 1 && words.length < 6 && titles.has(words[0] ?? '');
}

/** "Jordan Lee", "J SMITH", "SMITH J", "LEE,JORDAN". Only to be trusted where money moved by bank transfer: shops have such names too. */
export function looksLikePerson(name: string): boolean {
  if (hasTitle(name)) return true;
  const words = matchWords(name);
  if (words.length < 1 || words.length > 4 || words.some((word) => /[\d&]/.test(word) || word === 'AND')) return false;
  if (words.length === 1) return given.has(words[0] ?? '');
  // After an initial and a family name comes a note: S OKAFOR PIZZA.
  const initialFirst = words[0]?.length === 1;
  if (kindByWords((initialFirst ? words.slice(0, 2) : words).join(' ')) !== null) return false;
  const initial = initialFirst || words.at(-1)?.length === 1;
  return initial || given.has(words[0] ?? '') || given.has(words.at(-1) ?? '');
}
