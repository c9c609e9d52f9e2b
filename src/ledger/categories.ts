// The categories of a ledger by name: "Groceries" and "GROCERIES " are one, written as first met.
import { fold, squeeze } from '../base/text.ts';
import type { Database } from './database.ts';

/** The category's id; a new one is written. */
export function findCategory(db: Database, written: string): number {
  const name = squeeze(written);
  const same = db.query('SELECT id, name FROM category').rows.find((row) => fold(String(row[1])) === fold(name));
  if (same) return Number(same[0]);
  db.execute('INSERT INTO category (name) VALUES (?)', [name]);
  return Number(db.query('SELECT last_insert_rowid()').rows[0]?.[0]);
}
