// Whether a word is plain English, also with a regular ending.
import list from './english.json';

const words: ReadonlySet<string> = new Set(list.words.split(' '));

/** Endings, and what a word may end with in their place: "ordered" order, "paying" pay, "families" family. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ies', ['y']],
  ['es', ['']],
  ['s', ['']],
  ['ied', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['ly', ['']],
];

/** Asked of nearly every word many times over, so that nothing is made on the way that is not looked up. */
export function isEnglish(word: string): boolean {
  if (words.has(word)) return true;
  for (const [ending, adds] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    for (const add of adds) if (words.has(base + add)) return true;
    if (base.at(-1) === base.at(-2) && words.has(base.slice(0, -1))) return true;
  }
  return false;
}
