// A tiny ledger out of invented rows, written through the same recording as a real import.
import initSqlJs from 'sql.js';
import { openSchema } from '../../../src/ledger/migrations/open-schema.ts';
import { recordStatement } from '../../../src/ledger/recording/record-statement.ts';
import { SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import type { StatementEntry } from '../../../src/ledger/statement.ts';

/** Day, amount in whole units, descriptor, the bank's word for the kind of movement, the note beside, the file's category. */
export type Row = [day: string, amount: number, descriptor: string, kind?: string, memo?: string, category?: string];

const engine = await initSqlJs();

export function importFile(
  db: SqlJsDatabase,
  fileName: string,
  currency: string,
  rows: readonly Row[],
  number: string | null = null,
): void {
  const entries = rows.map(([day, amount, descriptor, kind, memo, category], at): StatementEntry => ({
    day,
    minor: Math.round(amount * 100),
    currency,
    descriptor,
    memo: memo ?? null,
    category: category ?? null,
    kind: kind || null,
    bankId: null,
    balance: null,
    state: 'posted',
    account: '',
    line: at + 1,
    splits: [],
  }));
  recordStatement(
    db,
    {
      fileName,
      format: 'csv',
      digest: fileName,
      layout: null,
      layoutKey: fileName,
      importedAt: '2026-06-18T00:00:00Z',
      accounts: [{ key: '', name: null, number, institution: null, currency, kind: 'unknown', closing: null, opening: null }],
      entries,
      setAside: [],
    },
    { homeCurrency: currency },
  );
}

export function emptyLedger(): SqlJsDatabase {
  const db = new SqlJsDatabase(engine);
  openSchema(db);
  return db;
}

/** "file line" -> flow, refunds told apart from purchases. */
export function flowsOf(db: SqlJsDatabase): Record<string, string> {
  const { rows } = db.query(
    `SELECT descriptor, t.day, CASE WHEN flow = 'expense' AND posting.minor > 0 THEN 'refund' ELSE flow END FROM posting JOIN bank_transaction t ON t.id = transaction_id`,
  );
  return Object.fromEntries(rows.map(([descriptor, day, flow]) => [`${String(day)} ${String(descriptor)}`, String(flow)]));
}

export const pairsOf = (db: SqlJsDatabase): string[] =>
  db
    .query(
      'SELECT o.descriptor, i.descriptor FROM transfer JOIN bank_transaction o ON o.id = out_id JOIN bank_transaction i ON i.id = in_id ORDER BY o.day, o.id',
    )
    .rows.map(([out, into]) => `${String(out)} -> ${String(into)}`);
