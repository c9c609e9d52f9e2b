// Finds the longest of many phrases at a place in a text, by its first word. A star at the end of a phrase stands for the rest of a word.
import { matchWords } from './match-words.ts';

interface Phrase<T> {
  words: readonly string[];
  open: boolean;
  value: T;
}

export interface Found<T> {
  value: T;
  /** Words that the phrase covers. */
  length: number;
}

export class PhraseIndex<T> {
  #byFirst = new Map<string, Phrase<T>[]>();
  /** Phrases of one open word, by their first three letters. */
  #openFirst = new Map<string, Phrase<T>[]>();

  add(text: string, value: T): void {
    const open = text.endsWith('*');
    const words = matchWords(open ? text.slice(0, -1) : text);
    const first = words[0];
    if (first === undefined) return;
    const alone = open && words.length === 1;
    const index = alone ? this.#openFirst : this.#byFirst;
    const key = alone ? first.slice(0, 3) : first;
    const phrases = index.get(key) ?? [];
    phrases.push({ words, open, value });
    phrases.sort((a, b) => b.words.length - a.words.length || b.words.join().length - a.words.join().length);
    index.set(key, phrases);
  }

  /** The longest phrase that begins at word `at`, or null. */
  longestAt(words: readonly string[], at: number): Found<T> | null {
    const first = words[at];
    if (first === undefined) return null;
    return (
      longest(this.#byFirst.get(first), words, at) ??
      (first.length >= 3 ? longest(this.#openFirst.get(first.slice(0, 3)), words, at) : null)
    );
  }
}

function longest<T>(phrases: Phrase<T>[] | undefined, words: readonly string[], at: number): Found<T> | null {
  for (const phrase of phrases ?? []) {
    if (fits(phrase, words, at)) return { value: phrase.value, length: phrase.words.length };
  }
  return null;
}

function fits({ words: wanted, open }: { words: readonly string[]; open: boolean }, words: readonly string[], at: number): boolean {
  const last = wanted.length - 1;
  for (let i = 0; i <= last; i++) {
    const have = words[at + i];
    const want = wanted[i];
    if (have === undefined || want === undefined) return false;
    if (have === want) continue;
    if (i !== last) return false;
    if (open) return have.startsWith(want);
    // Banks cut names at a fixed width: BARNES AND NOB at the very end is still Barnes and Noble.
    return wanted.length > 1 && at + i === words.length - 1 && have.length >= 4 && want.startsWith(have);
  }
  return true;
}
