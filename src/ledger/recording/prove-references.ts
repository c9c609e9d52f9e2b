// The references of a bulk of rows, proved at its end by what the indexes and the sums of days hold of them, where SQLite would look up
// three for every row. Each id that any row names is looked at once.
import { AppError } from '../../base/errors.ts';
import type { Database, ReadableDatabase } from '../database.ts';

/** From one value of an indexed column to the next, whatever number of rows have it. */
const named = (table: string, column: string) => `WITH RECURSIVE named (id) AS (
    SELECT min(${column}) FROM ${table}
    UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > named.id) FROM named WHERE named.id IS NOT NULL)
  SELECT id FROM named WHERE id IS NOT NULL`;

/** A posting's transaction is the row that it was made from, so that alone is not looked at. */
const REFERENCES = [
  [named('posting', 'payee_id'), 'payee'],
  ['SELECT DISTINCT category_id AS id FROM day_total WHERE category_id IS NOT NULL', 'category'],
  [named('bank_transaction', 'account_id'), 'account'],
  [named('bank_transaction', 'statement_id'), 'statement'],
] as const;

/** Few rows beside those of a bulk, or none. */
const LOOKED_THROUGH = ['coverage', 'sighting', 'read_split', 'transfer', 'payee', 'rule'];

export const checksReferences = (db: ReadableDatabase): boolean => db.query('PRAGMA foreign_keys').rows[0]?.[0] === 1;

/** Call when indexes and sums stand; throws where a row points to nothing, so that its transaction comes to nothing. */
export function proveReferences(db: Database): void {
  for (const [ids, parent] of REFERENCES) {
    const lost = db.query(`SELECT 1 FROM (${ids}) WHERE id NOT IN (SELECT id FROM ${parent}) LIMIT 1`).rows;
    if (lost.length) throw new AppError('unexpected', `a row of this import points to no ${parent}`);
  }
  for (const table of LOOKED_THROUGH)
    if (db.query(`PRAGMA foreign_key_check(${table})`).rows.length)
      throw new AppError('unexpected', `a row of ${table} that this import wrote points to nothing`);
}
