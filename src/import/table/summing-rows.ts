// Rows at either end of a table that hold the sum of all others, or of what went out and what came in, under words that no list
// has ("Net movement for period"): their figures tell. Such a sum may as well be a closing balance, to which the rows lead from an
// opening one at the other end; the figures are the same, so that row is asked about. Minor units.
import { fold } from '../../base/text.ts';
import type { StatementEntry } from '../../ledger/statement.ts';
import type { Ask, Guesses, SetAside } from '../reading.ts';
import { hintOf } from '../words/row-words.ts';

/** So many rows make it no chance that another one is their sum to the cent. */
const ENOUGH = 3;
/** Whole figures meet sooner. */
const ENOUGH_OF_WHOLE = 6;

interface Sums {
  /** Where they stand in the entries, rising. */
  at: number[];
  /** Where the row stands that may be an opening balance, or null. */
  opening: number | null;
}

export function summingRows(entries: readonly StatementEntry[]): Sums {
  const end = entries.length - 1;
  for (const [lone, near, far] of [
    [end, end - 1, 0],
    [0, 1, end],
  ] as const) {
    if (isSumOf(entries, lone)) return { at: [lone], opening: mayOpen(entries, far, lone) ? far : null };
    if (areSums(entries, lone, near)) return { at: [Math.min(lone, near), Math.max(lone, near)], opening: null };
  }
  return { at: [], opening: null };
}

/** Takes such rows out of the entries by `drop`; gives the question about the row that may open them, where there is one. */
export function takeSums(
  entries: readonly StatementEntry[],
  { carried }: Partial<Guesses>,
  drop: (at: number, why: SetAside['why']) => void,
): Ask | null {
  const { at, opening } = summingRows(entries);
  const opens = opening === null ? undefined : entries[opening];
  const gone = opening !== null && carried !== 'keep' ? [...at, opening] : at;
  for (const each of gone.sort((a, b) => b - a)) drop(each, 'summary');
  if (!opens || carried !== undefined) return null;
  const { line, descriptor, day, minor, currency } = opens;
  return {
    key: 'carried',
    assumed: 'leave-out',
    readings: [
      { value: 'leave-out', rows: [] },
      { value: 'keep', rows: [{ line, text: descriptor, day, minor, currency }] },
    ],
  };
}

function isSumOf(entries: readonly StatementEntry[], at: number): boolean {
  const lone = entries[at];
  if (!lone || lone.minor === 0 || entries.length <= ENOUGH || movesBalance(entries, at)) return false;
  let sum = 0;
  for (const { minor } of entries) sum += minor;
  return sum === 2 * lone.minor && standsApart(entries, [lone]);
}

/** What came in at the other end, before all others, of which no word says that it is one of those that come in. */
function mayOpen(entries: readonly StatementEntry[], at: number, sum: number): boolean {
  const [opens, closes] = [entries[at], entries[sum]];
  if (!opens || !closes || opens.minor <= 0 || entries.length < ENOUGH + 2 || hintOf(opens.descriptor) !== 0) return false;
  const others = entries.filter((each) => each !== opens && each !== closes);
  return others.every(({ day }) => day >= opens.day) && standsApart([...others, opens], [opens]);
}

/** Two rows together: all that went out, and all that came in, with a sign or without. */
function areSums(entries: readonly StatementEntry[], at: number, near: number): boolean {
  const [one, other] = [entries[at], entries[near]];
  if (!one || !other || one.minor === 0 || other.minor === 0 || entries.length < ENOUGH + 3) return false;
  if (movesBalance(entries, at) || movesBalance(entries, near)) return false;
  let [out, into] = [0, 0];
  for (const each of entries) {
    if (each === one || each === other) continue;
    if (each.minor < 0) out -= each.minor;
    else into += each.minor;
  }
  const [left, right] = [Math.abs(one.minor), Math.abs(other.minor)];
  const fits = (left === out && right === into) || (left === into && right === out);
  return out !== 0 && into !== 0 && fits && standsApart(entries, [one, other]);
}

/** Of one currency, at an edge of the days, called like no other row and, where it is one alone, as large as none; enough others. */
function standsApart(entries: readonly StatementEntry[], apart: readonly StatementEntry[]): boolean {
  const others = entries.filter((each) => !apart.includes(each) && each.minor !== 0);
  const [first] = others;
  if (!first || others.length < (others.every(({ minor }) => minor % 100 === 0) ? ENOUGH_OF_WHOLE : ENOUGH)) return false;
  if (others.some(({ currency }) => currency !== first.currency)) return false;
  return apart.every(({ minor, day, currency, descriptor, category }) => {
    if (category !== null || (currency !== null && currency !== first.currency)) return false;
    const name = fold(descriptor);
    if (others.some((each) => fold(each.descriptor) === name || (apart.length === 1 && each.minor === minor))) return false;
    return others.every((each) => each.day <= day) || others.every((each) => each.day >= day);
  });
}

/** A row whose balance is another than that of its neighbour is one that booked. */
function movesBalance(entries: readonly StatementEntry[], at: number): boolean {
  const balance = entries[at]?.balance ?? null;
  return balance !== null && entries[at === 0 ? 1 : at - 1]?.balance !== balance;
}
