// Sentences that ask nothing of a ledger, one a line; lines with # are headings.
import { readFileSync } from 'node:fs';

const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Talk of other matters: neither a figure nor "no such transactions" is an answer. */
export const foreign = linesOf('./foreign.txt');
/** Our words with another meaning: a figure would be wrong; "I find no transactions at ..." would be true. */
export const nearMisses = linesOf('./near-misses.txt');
