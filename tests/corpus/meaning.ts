// One meaning and the many ways in which people say it, with what the tiny households of tests/ask/support/ledger.ts must answer.
// Figures can be checked by adding up rows there. Today is Wednesday 18 March 2026.
import type { Status } from '../../src/ask/answer/answer.ts';
import type { Household } from '../ask/support/ledger.ts';

export interface Meaning {
  meaning: string;
  ledger: Household;
  /** Turns said before, for a follow-up. */
  after?: readonly string[];
  /** Several where more than one is honest. Not said: answered. */
  status?: readonly Status[];
  /** One row, some cell of which is this number (money in decimals, sign aside). */
  figure?: number;
  /** The first row holds this day. */
  day?: string;
  /** Label and value of every row, in any order. */
  table?: Readonly<Record<string, number>>;
  /** The sizes of the rows listed, in any order. */
  sizes?: readonly number[];
  /** The sentence (or the first row's label) says this. */
  says?: RegExp;
  phrasings: readonly string[];
}
