// A ledger in memory, and statements small enough to check by eye: "2026-03-01 -4.20 Blue Bottle" is one row.
import { toMinor } from '../../src/base/money.ts';
import { openSchema } from '../../src/ledger/migrations/open-schema.ts';
import { recordStatement, type ReadStatement, type RecordOptions } from '../../src/ledger/recording/record-statement.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import type { StatementAccount, StatementEntry } from '../../src/ledger/statement.ts';

const engine = await loadSqlEngine();

export function openLedger(bytes?: Uint8Array): SqlJsDatabase {
  const db = new SqlJsDatabase(engine, bytes);
  openSchema(db);
  return db;
}

export const anAccount = (given: Partial<StatementAccount> = {}): StatementAccount => ({
  key: '',
  name: null,
  number: null,
  institution: null,
  currency: 'EUR',
  kind: 'unknown',
  closing: null,
  opening: null,
  ...given,
});

/** `day amount text`, then optionally `#id` and `pending`. */
export function entry(row: string, line = 1, given: Partial<StatementEntry> = {}): StatementEntry {
  const [, day = '', amount = '', rest = ''] = /^(\S+) (\S+) ?(.*)$/.exec(row) ?? [];
  const bankId = /#(\S+)/.exec(rest)?.[1] ?? null;
  return {
    day,
    minor: toMinor(amount, 'EUR') ?? Number.NaN,
    currency: null,
    descriptor: rest
      .replace(/#\S+/, '')
      .replace(/\bpending\b/, '')
      .trim(),
    memo: null,
    category: null,
    kind: null,
    bankId,
    balance: null,
    state: /\bpending\b/.test(rest) ? 'pending' : 'posted',
    account: '',
    line,
    splits: [],
    ...given,
  };
}

let files = 0;

export function aStatement(rows: readonly (string | StatementEntry)[], given: Partial<ReadStatement> = {}): ReadStatement {
  files += 1;
  return {
    fileName: 'everyday.csv',
    format: 'csv',
    digest: `digest ${files}`,
    layout: null,
    importedAt: '2026-03-18T10:00:00Z',
    accounts: [anAccount()],
    entries: rows.map((row, at) => (typeof row === 'string' ? entry(row, at + 2) : row)),
    setAside: [],
    ...given,
  };
}

export const record = (db: SqlJsDatabase, statement: ReadStatement, options: Partial<RecordOptions> = {}) =>
  recordStatement(db, statement, { homeCurrency: 'EUR', ...options });

/** What questions would count, oldest first. */
export const posted = (db: SqlJsDatabase): string[] =>
  db
    .query(
      `SELECT posting.day, posting.minor, descriptor FROM posting JOIN bank_transaction ON bank_transaction.id = transaction_id
       ORDER BY 1, 2 DESC, 3, posting.id`,
    )
    .rows.map(([day, minor, text]) => `${String(day)} ${(Number(minor) / 100).toFixed(2)} ${String(text)}`);

/** All rows of all tables but ids of statements, for telling whether two ledgers say the same. */
export const contents = (db: SqlJsDatabase): unknown =>
  ['account', 'payee', 'category', 'bank_transaction', 'posting', 'coverage', 'sighting', 'transfer', 'statement'].map((table) => [
    table,
    db.query(`SELECT * FROM "${table}" ORDER BY 1, 2`).rows,
  ]);
