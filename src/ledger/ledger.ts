// What the rest of the house asks of the ledger, beside recording and undoing: its state, accounts, statements and rows.
// Everything here reads; amounts are minor units, days both included.
import type { Day } from '../base/days.ts';
import type { ReadableDatabase, ResultSet, SqlValue } from './database.ts';
import { chosenCurrency, revisionOf } from './settings.ts';
import type { AccountKind } from './statement.ts';
import { coveredDays } from './statement-gaps.ts';

export { transactions, type LedgerRow, type RowFilter, type TransactionFilter, type TransactionPage } from './find-rows.ts';
export type { ImportResult } from './recording/record-statement.ts';

export interface LedgerState {
  transactions: number;
  accounts: number;
  statements: number;
  firstDay: Day | null;
  lastDay: Day | null;
  homeCurrency: string;
  /** Grows with every change of rows. */
  revision: number;
  hasSample: boolean;
  /** The store is damaged: these are the rows that could be saved, and nothing can be changed until everything is erased. */
  isDamaged: boolean;
}

export interface AccountSummary {
  id: number;
  name: string;
  institution: string | null;
  /** As written in the file. */
  number: string | null;
  kind: AccountKind;
  currency: string;
  transactions: number;
  /** As of the last statement; null where no file gave one. */
  balance: { minor: number; day: Day } | null;
  firstDay: Day | null;
  lastDay: Day | null;
  /** The days that statements cover, in order and apart; between two of them is a gap. */
  covered: { first: Day; last: Day }[];
}

export interface StatementSummary {
  id: number;
  fileName: string;
  format: string;
  /** ISO 8601, UTC. */
  importedAt: string;
  added: number;
  known: number;
  pendingReplaced: number;
  setAside: { line: number; why: string; text: string }[];
  isSample: boolean;
  accounts: string[];
  firstDay: Day | null;
  lastDay: Day | null;
}

const text = (value: SqlValue | undefined): string | null => (value === null || value === undefined ? null : String(value));

const first = ({ rows }: ResultSet): SqlValue[] => rows[0] ?? [];

export function ledgerState(db: ReadableDatabase, home: string, isDamaged = false): LedgerState {
  const [transactions, firstDay, lastDay] = first(
    db.query(
      `SELECT (SELECT count(*) FROM bank_transaction) - (SELECT count(*) FROM bank_transaction WHERE replaced_by IS NOT NULL),
              (SELECT min(day) FROM posting), (SELECT max(day) FROM posting)`,
    ),
  );
  const [accounts, statements, samples] = first(
    db.query(
      'SELECT (SELECT count(DISTINCT account_id) FROM coverage), (SELECT count(*) FROM statement), (SELECT count(*) FROM statement WHERE is_sample)',
    ),
  );
  return {
    transactions: Number(transactions),
    accounts: Number(accounts),
    statements: Number(statements),
    firstDay: text(firstDay),
    lastDay: text(lastDay),
    homeCurrency: homeCurrency(db, home),
    revision: revisionOf(db),
    hasSample: Number(samples) > 0,
    isDamaged,
  };
}

/** The person's choice; else `home` as long as any row is in it; else the currency of most rows. */
export function homeCurrency(db: ReadableDatabase, home: string): string {
  const chosen = chosenCurrency(db);
  if (chosen) return chosen;
  const isUsed = db.query('SELECT 1 FROM posting WHERE currency = ? LIMIT 1', [home]).rows.length > 0;
  if (isUsed) return home;
  const [most] = first(db.query('SELECT currency, sum(rows) AS uses FROM day_total GROUP BY currency ORDER BY uses DESC LIMIT 1'));
  return text(most) ?? home;
}

export function accountSummaries(db: ReadableDatabase): AccountSummary[] {
  const counts = new Map(
    db
      .query(`SELECT account_id, count(*), min(day), max(day) FROM bank_transaction WHERE replaced_by IS NULL GROUP BY account_id`)
      .rows.map(([id, count, from, last]) => [Number(id), { count: Number(count), from: text(from), last: text(last) }]),
  );
  return db
    .query(
      `SELECT id, name, institution, number, kind, currency FROM account WHERE id IN (SELECT account_id FROM coverage) ORDER BY name COLLATE NOCASE`,
    )
    .rows.map(([id, name, institution, number, kind, currency]) => ({
      id: Number(id),
      name: String(name),
      institution: text(institution),
      number: text(number),
      kind: kind as AccountKind,
      currency: String(currency),
      transactions: counts.get(Number(id))?.count ?? 0,
      balance: balanceOf(db, Number(id), String(currency)),
      firstDay: counts.get(Number(id))?.from ?? null,
      lastDay: counts.get(Number(id))?.last ?? null,
      covered: coveredDays(db, Number(id)),
    }));
}

/** The closing balance that a statement gives, or the running balance of the last row, whichever is younger. */
export function balanceOf(db: ReadableDatabase, accountId: number, currency: string): { minor: number; day: Day } | null {
  const [closing, closingDay] = first(
    db.query(
      `SELECT closing_minor, ifnull(closing_day, last_day) AS day FROM coverage
       WHERE account_id = ? AND closing_minor IS NOT NULL ORDER BY day DESC, statement_id DESC LIMIT 1`,
      [accountId],
    ),
  );
  const running = runningBalance(db, accountId, currency);
  if (typeof closing === 'number' && typeof closingDay === 'string' && (!running || closingDay >= running.day)) {
    return { minor: closing, day: closingDay };
  }
  return running;
}

/** Files run oldest first or newest first: of the last day's rows, the last is the one whose balance no other row of the day starts from. */
function runningBalance(db: ReadableDatabase, accountId: number, currency: string): { minor: number; day: Day } | null {
  const rows = db
    .query(
      `SELECT balance, minor, day FROM bank_transaction WHERE account_id = ?1 AND currency = ?2 AND replaced_by IS NULL AND state = 'posted'
       AND balance IS NOT NULL AND day = (SELECT max(day) FROM bank_transaction WHERE account_id = ?1 AND currency = ?2
         AND balance IS NOT NULL AND replaced_by IS NULL AND state = 'posted') ORDER BY id`,
      [accountId, currency],
    )
    .rows.map(([balance, minor, day]) => ({ after: Number(balance), before: Number(balance) - Number(minor), day: String(day) }));
  const ends = rows.filter(({ after }) => !rows.some(({ before }) => before === after));
  const last = ends.length === 1 ? ends[0] : rows.at(-1);
  return last ? { minor: last.after, day: last.day } : null;
}

export function statementSummaries(db: ReadableDatabase): StatementSummary[] {
  return db
    .query(
      `SELECT id, file_name, format, imported_at, added, known, pending_replaced, set_aside, is_sample,
              (SELECT json_group_array(name) FROM account WHERE id IN (SELECT account_id FROM coverage WHERE statement_id = statement.id)),
              (SELECT min(first_day) FROM coverage WHERE statement_id = statement.id),
              (SELECT max(last_day) FROM coverage WHERE statement_id = statement.id)
       FROM statement ORDER BY id DESC`,
    )
    .rows.map(([id, fileName, format, importedAt, added, known, replaced, setAside, isSample, accounts, firstDay, lastDay]) => ({
      id: Number(id),
      fileName: String(fileName),
      format: String(format),
      importedAt: String(importedAt),
      added: Number(added),
      known: Number(known),
      pendingReplaced: Number(replaced),
      setAside: JSON.parse(String(setAside)) as StatementSummary['setAside'],
      isSample: Number(isSample) === 1,
      accounts: JSON.parse(String(accounts)) as string[],
      firstDay: text(firstDay),
      lastDay: text(lastDay),
    }));
}
