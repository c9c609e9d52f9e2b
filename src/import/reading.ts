// What reading one file gives: entries and accounts, what was set aside and why, and how the file was understood. All of it
// is data that survives structured clone; the words for it are in src/strings.
import type { Day } from '../base/days.ts';
import type { RowIssue, StatementAccount, StatementEntry } from '../ledger/statement.ts';

export type Format = 'csv' | 'ofx' | 'qif' | 'camt' | 'mt940' | 'xlsx' | 'xls' | 'html' | 'json' | 'gnucash';

/** What a column of a table can be. `ignore` is a choice of a person, or a column nothing is known of. */
export type Role =
  | 'day'
  | 'booked-day'
  | 'value-day'
  | 'time'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'direction'
  | 'balance'
  | 'fee'
  | 'net'
  | 'currency'
  | 'original-amount'
  | 'original-currency'
  | 'payee'
  | 'memo'
  | 'category'
  | 'kind'
  | 'id'
  | 'state'
  | 'account'
  | 'account-name'
  | 'other-account'
  | 'ignore';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Everything a person can change about a reading, by one flat key; a column is named by its number from 0, '' for none. */
export type GuessKey =
  | 'encoding'
  | 'delimiter'
  | 'header-line'
  | 'date-order'
  | 'decimal-mark'
  | 'unit'
  | 'sign'
  | 'fee'
  | 'pending'
  | 'carried'
  | 'currency'
  | 'account'
  | `column:${Role}`;

/** Changed guesses; a missing key is left to the reader. Values are those of `Understood.options`. */
export type Guesses = Record<GuessKey, string>;

/**
 * How sure a reading is: `proved` by the file itself, `guessed` from hints, `asked` when nothing decides (an Ask has both
 * readings), `chosen` by the person.
 */
export type Source = 'proved' | 'guessed' | 'asked' | 'chosen';

/** Why something was understood as it was: a code for the words, with the line and figures that the words may name. */
export interface Reason {
  code:
    | 'chosen'
    | 'header-word'
    | 'shape'
    | 'only-one'
    | 'mark'
    | 'strict-utf-8'
    | 'declared'
    | 'detector'
    | 'day-over-12'
    | 'year-first'
    | 'month-name'
    | 'row-order'
    | 'period-line'
    | 'future'
    | 'locale'
    | 'both-readings'
    | 'signed'
    | 'two-columns'
    | 'words'
    | 'running-balance'
    | 'spending-card'
    | 'currency-sign'
    | 'layout-file'
    | 'format';
  /** 1-based line of the row that decided. */
  line?: number;
  /** How many rows speak for it, of how many. */
  count?: number;
  of?: number;
  /** The text that decided: a cell, a word, a header. */
  text?: string;
}

/** One thing that was understood about the file, with what else it could be. */
export interface Understood {
  key: GuessKey;
  value: string;
  /** `label` is text of the file (a header), where a person would know the choice by it. */
  options: { value: string; label?: string }[];
  source: Source;
  reason: Reason;
}

/** A question that only the person can answer, with a few rows as each answer would read them. */
export interface Ask {
  key: GuessKey;
  /** The answer used until the person says otherwise: the value of one of the readings. */
  assumed: string;
  readings: { value: string; rows: { line: number; text: string; day: Day | null; minor: number | null; currency: string | null }[] }[];
}

/** Why a row was set aside; a row of the first three kinds never was a transaction. */
export type WhySetAside =
  | 'preamble'
  | 'footer'
  | 'header-again'
  | 'summary'
  | 'notice'
  | 'no-day'
  | 'bad-day'
  | 'no-amount'
  | 'bad-amount'
  | 'no-text'
  | 'never-happened'
  | 'pending-without-day'
  | 'pending-left-out'
  | 'cut'
  | 'open-quote'
  | 'too-many-digits'
  | 'not-cash'
  | 'neutral';

/** A RowIssue whose `why` is one of the known codes. */
export interface SetAside extends RowIssue {
  why: WhySetAside;
}

/** Whether opening balance plus rows gives the closing balance, where the file states both. */
export interface BalanceCheck {
  account: string;
  currency: string | null;
  opening: number;
  closing: number;
  /** How many rows there are between the two, and what they add up to. */
  rows: number;
  rowsMinor: number;
  agrees: boolean;
}

export interface StatementReading {
  format: Format;
  encoding: string;
  accounts: StatementAccount[];
  /** In file order. */
  entries: StatementEntry[];
  /** Rows that are not entries, in file order; at most MOST_SET_ASIDE of them, `setAsideCount` says how many there were. */
  setAside: SetAside[];
  setAsideCount: number;
  /** Rows that were read but deserve a look (a quote that never closes). */
  warnings: SetAside[];
  asks: Ask[];
  layout: Understood[];
  /** The header as in the file, and the first rows as in the file: cells of a table, or one cell with the text of the record. */
  header: { line: number; cells: string[] } | null;
  sample: { line: number; cells: string[] }[];
  /** Exact signed sums by currency ('' where the file says none), in decimal text as the file counts, before any rounding. */
  net: { currency: string; decimal: string }[];
  /** Rows whose amount has more digits than the currency; their `minor` is rounded half away from zero. */
  rounded: number;
  checks: BalanceCheck[];
  /** First and last day of the period that the file says it covers, or null. */
  period: { first: Day; last: Day } | null;
  /** The same for every file of the same layout (format, header, delimiter): what was chosen is remembered under it. */
  fingerprint: string;
  /** SHA-256 of the bytes, hex. */
  digest: string;
}

export const MOST_SET_ASIDE = 1000;
export const SAMPLE_ROWS = 20;

export interface ReadOptions {
  name: string;
  today: Day;
  guesses?: Partial<Guesses>;
  signal?: AbortSignal;
  /** `done` of `total` in bytes or rows; called a few times a second at most. */
  onProgress?: (done: number, total: number) => void;
}
