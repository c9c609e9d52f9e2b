// What a reader of statements hands to the ledger: entries as the bank reports them, with nothing guessed about meaning.
import type { Day } from '../base/days.ts';

/** One booked (or pending) line of a statement. */
export interface StatementEntry {
  day: Day;
  /** Signed minor units, money out negative, in `currency`. */
  minor: number;
  /** ISO 4217, or null where the file does not say; the ledger then takes the account's. */
  currency: string | null;
  /** The bank's own text about the other side, white space squeezed. May be empty. */
  descriptor: string;
  /** Further text of the bank (reference, purpose), or null. */
  memo: string | null;
  /** The category that the file gives, as written, or null. */
  category: string | null;
  /** The bank's word for the kind of movement ("CARD_PAYMENT", "Return", "DD"), or null. */
  kind: string | null;
  /** The bank's own id (FITID, reference), or null. Not unique: see duplicates. */
  bankId: string | null;
  /** Running balance after this entry in minor units, or null. */
  balance: number | null;
  state: 'posted' | 'pending';
  /** Which account of the file this belongs to: the key of a StatementAccount. */
  account: string;
  /** 1-based line (or record) in the file. */
  line: number;
  /** Parts that add up to `minor`; empty when the file does not split. */
  splits: { minor: number; category: string | null; memo: string | null }[];
}

/** An account that the file speaks of. A file that names none has one, with key ''. */
export interface StatementAccount {
  key: string;
  /** As the file names it, or null. */
  name: string | null;
  /** Account number or IBAN as written, or null. */
  number: string | null;
  institution: string | null;
  currency: string | null;
  kind: AccountKind;
  /** Closing balance in minor units with its day, where the file states it. */
  closing: { minor: number; day: Day | null } | null;
  opening: { minor: number; day: Day | null } | null;
}

export type AccountKind = 'checking' | 'savings' | 'card' | 'cash' | 'loan' | 'investment' | 'unknown';

/** A row that could not be read, with its line, why, and the text as it stands in the file. */
export interface RowIssue {
  line: number;
  why: string;
  text: string;
}
