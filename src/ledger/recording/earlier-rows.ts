// The latest rows of the ledger beside a file that is being written: they show with its rows which last words are numbers, and where a
// later file shows it first, they come to the payee that they should have had.
import { settleRows } from '../acts/settle-rows.ts';
import type { Database } from '../database.ts';
import type { PayeeBook } from '../payees/payee-book.ts';
import { readPayee } from '../payees/read-payee.ts';
import { textOf, type DescribedRow } from '../payees/reference-tails.ts';
import type { RowReader } from '../payees/row-reader.ts';

export interface EarlierRow extends DescribedRow {
  id: number;
  payeeId: number;
  accountId: number;
}

/** Two years of a household, some milliseconds. */
const LATEST = 3_000;

const COLUMNS = 'id, read_payee_id, account_id, descriptor, memo, kind, day';

export const earlierRows = (db: Database): EarlierRow[] =>
  db
    .query(
      `SELECT ${COLUMNS} FROM bank_transaction
       WHERE replaced_by IS NULL AND read_payee_id IS NOT NULL ORDER BY id DESC LIMIT ${LATEST}`,
    )
    .rows.map(rowOf);

/** All that stands under a payee which the person has not named. */
export const rowsOf = (db: Database, payeeId: number): EarlierRow[] =>
  db
    .query(
      `SELECT ${COLUMNS} FROM bank_transaction
       WHERE read_payee_id = ?1 AND id IN (SELECT transaction_id FROM posting WHERE payee_id = ?1)`,
      [payeeId],
    )
    .rows.map(rowOf);

const rowOf = ([id, payeeId, accountId, descriptor, memo, kind, day]: readonly unknown[]): EarlierRow => ({
  id: Number(id),
  payeeId: Number(payeeId),
  accountId: Number(accountId),
  descriptor: String(descriptor ?? ''),
  memo: textOrNull(memo),
  kind: textOrNull(kind),
  day: String(day),
});

const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** A payee that the person named or made a rule for keeps its rows. Flows are to be settled after it. */
export function joinEarlier(db: Database, rows: readonly EarlierRow[], reader: RowReader, book: PayeeBook): void {
  const moved: number[] = [];
  for (const row of rows) {
    const text = textOf(row);
    const read = reader.read(text, row.kind);
    if (read.name === readPayee(text, row.kind).name || isSpokenOf(db, row.payeeId)) continue;
    const payeeId = book.idOf(read);
    if (payeeId === row.payeeId) continue;
    db.execute('UPDATE bank_transaction SET read_payee_id = ? WHERE id = ?', [payeeId, row.id]);
    moved.push(row.id);
  }
  settleRows(db, moved);
}

export const isSpokenOf = (db: Database, payeeId: number): boolean =>
  db.query(
    `SELECT EXISTS (SELECT 1 FROM payee WHERE (id = ?1 AND shown_as IS NOT NULL) OR shown_as = ?1)
       OR EXISTS (SELECT 1 FROM rule WHERE payee_id = ?1)`,
    [payeeId],
  ).rows[0]?.[0] === 1;
