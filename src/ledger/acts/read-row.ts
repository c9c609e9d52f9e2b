// One row as its panel shows it: the bank's words, where it came from, its parts, its other half, and what may be said of it.
import { AppError } from '../../base/errors.ts';
import type { ReadableDatabase, SqlValue } from '../database.ts';
import { noteOf } from './row-acts.ts';
import { readSaid, type Origin } from './said.ts';
import { suggestFor, type Suggestion } from './suggest.ts';

/** Another row that is, or may be, the other half of a transfer. */
export interface Half {
  transactionId: number;
  day: string;
  account: string;
  payee: string;
  minor: number;
  currency: string;
}

export interface RowDetail {
  transactionId: number;
  day: string;
  minor: number;
  currency: string;
  account: { id: number; name: string };
  payee: { id: number; name: string; rows: number };
  /** The bank's own words. */
  text: string;
  memo: string | null;
  isPending: boolean;
  file: string;
  /** 1-based line of the file. */
  line: number;
  flow: string;
  /** One, unless the row is split. */
  parts: { minor: number; category: string | null; origin: Origin | null }[];
  /** Split by the person, not by the file. */
  isSplitHere: boolean;
  note: string | null;
  half: Half | null;
  /** Rows that may be its other half: as much the other way, on another account, within days. */
  halves: Half[];
  suggestions: Suggestion[];
}

const text = (value: SqlValue | undefined): string | null => (value === null || value === undefined ? null : String(value));

/** Throws `row-gone`. */
export function readRow(db: ReadableDatabase, transactionId: number): RowDetail {
  const row = db.query(
    `SELECT t.day, t.minor, t.currency, t.account_id, account.name, posting.payee_id, payee.name, t.descriptor, t.memo, t.state,
            statement.file_name, t.line, posting.flow, (SELECT count(*) FROM posting AS p WHERE p.payee_id = posting.payee_id)
     FROM bank_transaction AS t JOIN posting ON posting.transaction_id = t.id JOIN payee ON payee.id = posting.payee_id
     JOIN account ON account.id = t.account_id JOIN statement ON statement.id = t.statement_id WHERE t.id = ? ORDER BY posting.id LIMIT 1`,
    [transactionId],
  ).rows[0];
  if (!row) throw new AppError('row-gone', `no transaction ${transactionId}`);
  const [day, minor, currency, accountId, account, payeeId, payee, descriptor, memo, state, file, line, flow, rows] = row;
  return {
    transactionId,
    day: String(day),
    minor: Number(minor),
    currency: String(currency),
    account: { id: Number(accountId), name: String(account) },
    payee: { id: Number(payeeId), name: String(payee), rows: Number(rows) },
    text: String(descriptor),
    memo: text(memo),
    isPending: state === 'pending',
    file: String(file),
    line: Number(line),
    flow: String(flow),
    parts: partsOf(db, transactionId),
    isSplitHere: readSaid(db, [transactionId]).get(transactionId)?.split !== undefined,
    note: noteOf(db, transactionId),
    half: halfOf(db, transactionId),
    halves: halvesOf(db, transactionId),
    suggestions: suggestFor(db, Number(payeeId)),
  };
}

const partsOf = (db: ReadableDatabase, transactionId: number): RowDetail['parts'] =>
  db
    .query(
      `SELECT minor, name, origin FROM posting LEFT JOIN category ON category.id = category_id WHERE transaction_id = ? ORDER BY posting.id`,
      [transactionId],
    )
    .rows.map(([minor, category, origin]) => ({
      minor: Number(minor),
      category: text(category),
      origin: text(origin) as Origin | null,
    }));

const HALF = `t.id, t.day, account.name, ifnull((SELECT payee.name FROM posting JOIN payee ON payee.id = payee_id WHERE transaction_id = t.id LIMIT 1), ''),
  t.minor, t.currency FROM bank_transaction AS t JOIN account ON account.id = t.account_id`;

const toHalf = ([id, day, account, payee, minor, currency]: SqlValue[]): Half => ({
  transactionId: Number(id),
  day: String(day),
  account: String(account),
  payee: String(payee),
  minor: Number(minor),
  currency: String(currency),
});

function halfOf(db: ReadableDatabase, id: number): Half | null {
  const row = db.query(
    `SELECT ${HALF} WHERE t.id = (SELECT iif(out_id = ?1, in_id, out_id) FROM transfer WHERE out_id = ?1 OR in_id = ?1)`,
    [id],
  ).rows[0];
  return row ? toHalf(row) : null;
}

const DAYS = 10;
const MOST = 5;

/** The days around are read through the accounts' index of rows by day. */
function halvesOf(db: ReadableDatabase, id: number): Half[] {
  return db
    .query(
      `SELECT ${HALF} JOIN bank_transaction AS m ON m.id = ?1
       WHERE t.id IN (SELECT transaction_id FROM posting WHERE day BETWEEN date(m.day, '-${DAYS} days') AND date(m.day, '+${DAYS} days')
           AND currency = m.currency AND minor = -m.minor)
         AND t.account_id <> m.account_id AND t.minor = -m.minor
       ORDER BY abs(julianday(t.day) - julianday(m.day)), t.id LIMIT ${MOST}`,
      [id],
    )
    .rows.map(toHalf);
}
