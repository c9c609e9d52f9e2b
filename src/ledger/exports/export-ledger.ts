// The whole ledger as a file: one door for every format. Texts are made in chunks, so that a large ledger is never one string.
import type { SqlJsDatabase } from '../sql-js-database.ts';
import { exportFiles, type ExportFormat } from './formats.ts';
import { currenciesOf, readAccounts, readTransactions } from './rows.ts';
import { toSqlite } from './to-sqlite.ts';
import { toBeancount, toHledger } from './to-journal.ts';
import { toOfx } from './to-ofx.ts';
import { toCsv, toJson, type OwnClosing } from './to-table.ts';
import { balanceOf } from '../ledger.ts';

/** `at`: now, ISO 8601 in UTC. */
export function exportLedger(db: SqlJsDatabase, format: ExportFormat, at: string): Blob {
  const { type } = exportFiles[format];
  if (format === 'sqlite') return new Blob([toSqlite(db) as Uint8Array<ArrayBuffer>], { type });
  return new Blob(chunks(textOf(db, format, at)), { type });
}

/** The same as pieces of text. */
export function textOf(db: SqlJsDatabase, format: Exclude<ExportFormat, 'sqlite'>, at: string): Iterable<string> {
  const transactions = () => readTransactions(db);
  switch (format) {
    case 'csv':
      return toCsv(transactions());
    case 'json':
      return toJson(transactions(), closingsOf(db), at);
    case 'ofx':
      return toOfx(statementsOf(db), transactions, closingsOf(db), at);
    case 'hledger':
      return toHledger(transactions(), currenciesOf(db));
    case 'beancount':
      return toBeancount(transactions, currenciesOf(db));
  }
}

function statementsOf(db: SqlJsDatabase) {
  const accounts = readAccounts(db);
  return db.query('SELECT DISTINCT account_id, currency FROM day_total ORDER BY 1, 2').rows.flatMap(([id, currency]) => {
    const account = accounts.get(Number(id));
    return account ? [{ account, currency: String(currency) }] : [];
  });
}

const closingsOf = (db: SqlJsDatabase): OwnClosing[] =>
  [...readAccounts(db).values()].flatMap((account) => {
    const balance = balanceOf(db, account.id, account.currency);
    return balance ? [{ account, currency: account.currency, ...balance }] : [];
  });

const CHUNK = 1 << 20;

function chunks(pieces: Iterable<string>): string[] {
  const made: string[] = [];
  let buffer: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    buffer.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    made.push(buffer.join(''));
    buffer = [];
    length = 0;
  }
  made.push(buffer.join(''));
  return made;
}
