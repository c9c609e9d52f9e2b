// How the amount of a row comes about and which way it went: what is judged of a table once, and used for each of its rows.
import type { Reason, Source } from '../reading.ts';

/** How the amount of a row comes about; columns from 0. */
export type MoneyModel =
  | {
      kind: 'single';
      column: number;
      direction: number | null;
      /** `by-balance`: no figure has a sign; each row goes the way that the running balance moved. */
      how: 'as-written' | 'flipped' | 'by-word' | 'word-times-value' | 'by-balance';
      /** What a blank beside the words means: "CR" beside some rows, nothing beside the rest. */
      blank: -1 | 1 | null;
      /** The whole reading turned about, by choice. */
      turned: boolean;
      /** Further columns of amounts, each in the currency that its header is ("GBP | USD"); a row fills one of them. */
      others?: { column: number; currency: string }[];
    }
  /** `signedOut`: the debit column carries its own minus; `signedIn`: so does the credit column, which still is money in. */
  | { kind: 'pair'; out: number; into: number; signedOut: boolean; signedIn: boolean; turned: boolean };

export interface Fee {
  column: number;
  /** What is added to the amount: the fee times this. 0 where the amount holds it already. */
  times: -1 | 0 | 1;
}

export interface MoneyVerdict {
  model: MoneyModel;
  fee: Fee | null;
  balance: number | null;
  /** The balance is one that is owed: it is kept with its sign turned. */
  owed?: boolean;
  sign: { source: Source; reason: Reason };
  /** Set when the fee is nonzero somewhere and nothing says whether the amount holds it. */
  feeOpen: boolean;
  /** Columns that could be the amount instead; not empty means ask. */
  rivals: number[];
}

export type How = (MoneyModel & { kind: 'single' })['how'];

/** Whether the model books the figures the other way about than the file writes them. */
export const isTurned = (model: MoneyModel): boolean => (model.kind === 'pair' ? model.turned : (model.how === 'flipped') !== model.turned);

/** The column that amounts are read from first. */
export const mainColumn = (model: MoneyModel): number => (model.kind === 'pair' ? model.out : model.column);

export function applySign(value: number | null, how: How, word: -1 | 0 | 1 | null, blank: -1 | 1 | null): number | null {
  if (value === null) return null;
  if (how === 'as-written' || how === 'by-balance') return value;
  if (how === 'flipped') return -value;
  const sign = word ?? blank ?? 1;
  return how === 'by-word' ? (sign === 0 ? value : sign * Math.abs(value)) : (sign === 0 ? 1 : sign) * value;
}
