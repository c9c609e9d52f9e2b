// What the cells of each column are like, over the rows looked at: dates, amounts, codes, words. Roles are given from this and
// from the header.
import { markOf, takeAmountApart, type AmountParts } from '../amounts.ts';
import { takeApart, type DateParts } from '../dates.ts';
import { codeOf } from '../words/currencies.ts';
import { directionOf, stateOf } from '../words/row-words.ts';
import { isBlank } from './cell-text.ts';

export interface Profile {
  filled: number;
  dates: number;
  amounts: number;
  /** Amounts with a decimal mark or a currency beside them; the rest are whole numbers. */
  marked: number;
  negative: number;
  positive: number;
  zero: number;
  /** Amounts with an explicit plus. */
  plus: number;
  codes: number;
  directions: number;
  states: number;
  /** Cells with a letter in them that are none of the above. */
  texts: number;
  ibans: number;
  /** Characters in all, and different cells (counted up to MOST_DISTINCT). */
  length: number;
  distinct: Set<string>;
  longestDigits: number;
  /** Amounts in a file of whole numbers that begin with a zero, as ids do. */
  leadingZeros: number;
}

const MOST_DISTINCT = 64;

const emptyProfile = (): Profile => ({
  filled: 0,
  dates: 0,
  amounts: 0,
  marked: 0,
  negative: 0,
  positive: 0,
  zero: 0,
  plus: 0,
  codes: 0,
  directions: 0,
  states: 0,
  texts: 0,
  ibans: 0,
  length: 0,
  distinct: new Set(),
  longestDigits: 0,
  leadingZeros: 0,
});

export function profileColumns(rows: readonly { cells: string[] }[], width: number, thisYear: number): Profile[] {
  const profiles = Array.from({ length: width }, emptyProfile);
  for (const { cells } of rows) {
    const until = Math.min(width, cells.length);
    for (let column = 0; column < until; column += 1) {
      const profile = profiles[column];
      const cell = cells[column];
      if (profile && cell !== undefined) add(profile, cell.trim(), thisYear);
    }
  }
  return profiles;
}

const dateMemory = new Map<string, DateParts | null>();
let dateMemoryYear = 0;

/** `takeApart`, remembered: dates repeat. */
export function datePartsOf(cell: string, thisYear: number): DateParts | null {
  if (thisYear !== dateMemoryYear) {
    dateMemory.clear();
    dateMemoryYear = thisYear;
  }
  const known = dateMemory.get(cell);
  if (known !== undefined) return known;
  const parts = takeApart(cell, thisYear);
  if (dateMemory.size > 20_000) dateMemory.clear();
  dateMemory.set(cell, parts);
  return parts;
}

function add(profile: Profile, cell: string, thisYear: number): void {
  if (isBlank(cell)) return;
  profile.filled += 1;
  profile.length += cell.length;
  if (profile.distinct.size < MOST_DISTINCT) profile.distinct.add(cell);
  if (cell.length <= 64 && datePartsOf(cell, thisYear)) {
    profile.dates += 1;
    return;
  }
  const amount = cell.length <= 48 ? takeAmountApart(cell) : null;
  if (amount) {
    addAmount(profile, amount);
    return;
  }
  if (codeOf(cell)) profile.codes += 1;
  if (directionOf(cell) !== null) profile.directions += 1;
  if (stateOf(cell)) profile.states += 1;
  if (/^[A-Z]{2}\d{2}[A-Z0-9 ]{8,36}$/.test(cell)) profile.ibans += 1;
  if (/\p{L}/u.test(cell)) profile.texts += 1;
}

function addAmount(profile: Profile, amount: AmountParts): void {
  profile.amounts += 1;
  const { body } = amount;
  if (markOf(body) !== null || amount.currency !== null) profile.marked += 1;
  const digits = body.replace(/[.,]/g, '');
  profile.longestDigits = Math.max(profile.longestDigits, digits.length);
  if (digits.length > 1 && body.startsWith('0') && body[1] !== '.' && body[1] !== ',') profile.leadingZeros += 1;
  if (/^0*$/.test(digits)) profile.zero += 1;
  else if (amount.negative || amount.word === -1) profile.negative += 1;
  else profile.positive += 1;
  if (amount.signed && !amount.negative) profile.plus += 1;
}
