// One utterance while its names are sought: which words are still free, what was found so far, and the words around a place.
import type { Utterance } from '../hear/utterance.ts';
import { isMark } from '../hear/utterance.ts';
import type { Span } from '../spans/span.ts';
import type { LedgerNames } from './ledger-names.ts';
import type { NameIndex } from './name-index.ts';
import type { Name } from './subject.ts';

export interface FreeWords {
  /** Claimed by dates, amounts and the like: no name may use them. */
  taken: readonly boolean[];
  /** Also explained by a cue or plain: a name may use them only together with others, or when they stand like a name. */
  plain: readonly boolean[];
}

/** A name, and which words it took. */
export type Found = Span<Name> & { first: number; count: number };

/** Reads the words `at` and on, `length` of them; null where they are no name of its sort. */
export type ReadRun = (search: NameSearch, at: number, length: number) => Name | null;

const LONGEST = 6;

export class NameSearch {
  readonly said: Utterance;
  readonly index: NameIndex;
  readonly plain: readonly boolean[];
  readonly taken: boolean[];
  readonly found: Found[] = [];

  constructor(said: Utterance, index: NameIndex, { taken, plain }: FreeWords) {
    this.said = said;
    this.index = index;
    this.taken = [...taken];
    this.plain = plain;
  }

  get words(): Utterance['words'] {
    return this.said.words;
  }

  get names(): LedgerNames {
    return this.index.names;
  }

  before(at: number): string {
    return this.words[at - 1]?.text ?? '';
  }

  texts(at: number, length: number): string[] {
    return this.words.slice(at, at + length).map(({ text }) => text);
  }

  /** As typed, with its capitals and blanks. */
  original(at: number, length: number): string {
    return this.said.question.slice(this.words[at]?.start ?? 0, this.words[at + length - 1]?.end ?? 0);
  }

  isFree(at: number, length: number): boolean {
    const { words } = this;
    if (isMark(words[at]?.text ?? '') || isMark(words[at + length - 1]?.text ?? '')) return false;
    for (let each = at; each < at + length; each += 1) if (this.taken[each] || /^[?.;:!]$/.test(words[each]?.text ?? '')) return false;
    return true;
  }

  claim(at: number, length: number, value: Name, by: string): void {
    const { starts, words, said } = this.said;
    const start = starts[at] ?? 0;
    const end = (starts[at + length - 1] ?? 0) + (words[at + length - 1]?.text.length ?? 0);
    for (let each = at; each < at + length; each += 1) this.taken[each] = true;
    this.found.push({ start, end, text: said.slice(start, end), by, value, first: at, count: length });
  }

  /** Longest runs first, from left to right; a run that is read is taken. */
  eachRun(read: ReadRun, longest = LONGEST): void {
    for (let length = Math.min(longest, this.words.length); length > 0; length -= 1) {
      for (let at = 0; at + length <= this.words.length; at += 1) {
        if (!this.isFree(at, length)) continue;
        const name = read(this, at, length);
        if (name) this.claim(at, length, name, 'name');
      }
    }
  }
}
