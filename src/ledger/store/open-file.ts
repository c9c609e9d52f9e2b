// Bytes that claim to be a ledger: opened, and for a backup proved whole before it may replace anything.
import { AppError } from '../../base/errors.ts';
import { dropReadable } from '../exports/readable-names.ts';
import { cleanTexts } from './clean-texts.ts';
import { openSchema } from '../migrations/open-schema.ts';
import { SqlJsDatabase, type SqlEngine } from '../sql-js-database.ts';

/** Null makes an empty file. Throws `ledger-damaged`. */
export function openFile(engine: SqlEngine, bytes: Uint8Array | null): SqlJsDatabase {
  try {
    return new SqlJsDatabase(engine, bytes ?? undefined, { grows: true });
  } catch (error) {
    throw new AppError('ledger-damaged', 'the stored bytes are no ledger', undefined, { cause: error });
  }
}

/** Throws `ledger-damaged` or `ledger-newer`. */
export function proveBackup(engine: SqlEngine, backup: Uint8Array): SqlJsDatabase {
  const db = openFile(engine, backup);
  try {
    const wanted = db.query("SELECT count(*) FROM sqlite_schema WHERE name IN ('account', 'bank_transaction', 'posting', 'statement')")
      .rows[0]?.[0];
    if (wanted !== 4) throw new AppError('ledger-damaged', 'this file is no ledger of Sotto');
    const check = db.query('PRAGMA integrity_check(1)').rows[0]?.[0];
    if (check !== 'ok') throw new AppError('ledger-damaged', `the file is damaged: ${String(check)}`);
    if (db.query('PRAGMA foreign_key_check').rows.length) throw new AppError('ledger-damaged', 'rows of the file point to nothing');
    openSchema(db);
    dropReadable(db); // of a file that was exported to be read elsewhere
    if (schemaOf(db) !== emptySchema(engine)) throw new AppError('ledger-damaged', 'the file holds more than a ledger of Sotto');
    cleanTexts(db);
    return db;
  } catch (error) {
    db.close();
    if (error instanceof AppError) throw error;
    throw new AppError('ledger-damaged', 'this file is no ledger of Sotto', undefined, { cause: error });
  }
}

/** Triggers, views and tables that are none of ours do not come in with a file. */
const schemaOf = (db: SqlJsDatabase): string =>
  JSON.stringify(
    db.query("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1, 2").rows,
  );

function emptySchema(engine: SqlEngine): string {
  const db = new SqlJsDatabase(engine);
  try {
    openSchema(db);
    return schemaOf(db);
  } finally {
    db.close();
  }
}
