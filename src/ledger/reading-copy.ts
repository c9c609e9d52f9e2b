// The reading views as a database of their own, with nothing else in it: what the SQL console reads, in a worker that may be ended at any
// moment. Nothing that a query does there can touch the ledger, and there is no table but the views'.
import { READING_VIEWS, openReadingViews } from './reading-views.ts';
import { SqlJsDatabase, type SqlEngine } from './sql-js-database.ts';

/** `ledger` and what is given back are the bytes of SQLite files. */
export function readingCopy(engine: SqlEngine, ledger: Uint8Array): Uint8Array {
  const db = new SqlJsDatabase(engine, ledger);
  try {
    const others = db
      .query(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence'`)
      .rows.map(([name]) => String(name));
    db.execute('PRAGMA foreign_keys = OFF');
    openReadingViews(db);
    for (const { name } of READING_VIEWS) db.execute(`CREATE TABLE main."copy of ${name}" AS SELECT * FROM temp.${name}`);
    for (const { name } of READING_VIEWS) db.execute(`DROP VIEW temp.${name}`);
    for (const name of others) db.execute(`DROP TABLE main."${name}"`);
    for (const { name } of READING_VIEWS) db.execute(`ALTER TABLE "copy of ${name}" RENAME TO ${name}`);
    db.execute('VACUUM');
    return db.export();
  } finally {
    db.close();
  }
}
