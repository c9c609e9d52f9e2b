// Many new rows go into a table without its indexes, which are made anew after them, each in one sorted pass: twice as fast as
// finding the place of every row in every index. Part of the caller's transaction, so that nobody ever sees the table without them.
import type { Database } from '../database.ts';

/** Below this the passes over the table cost more than they save. */
export const MANY = 5_000;

/** Whether `added` rows are so many, beside those there are, that making the indexes anew is the shorter way. */
export function isBulk(db: Database, table: string, added: number): boolean {
  if (added < MANY) return false;
  const highest = Number(db.query(`SELECT ifnull(max(rowid), 0) FROM ${table}`).rows[0]?.[0]); // counting would read every row
  return highest <= added;
}

/**
 * The rows must be such as the table's CHECKs hold of, for these are not read meanwhile: to look up the words of two `IN` took half of the time
 * that the postings of a bulk take. Types, NOT NULL and references are checked as ever.
 */
export function indexAfter(db: Database, table: string, insert: () => void): void {
  const { makeAgain } = dropIndexes(db, table);
  db.execute('PRAGMA ignore_check_constraints = ON');
  try {
    insert();
  } finally {
    db.execute('PRAGMA ignore_check_constraints = OFF');
  }
  makeAgain();
}

/**
 * All but those of its constraints, and those of a few rows alone that none of the new ones is of: they have nothing to write, and to make
 * them again would read every row. `isFilled`: of a column that such an index asks for, whether a new row may be of it. A transaction that is
 * rolled back has them again.
 */
export function dropIndexes(db: Database, table: string, isFilled: (column: string) => boolean = () => true): { makeAgain: () => void } {
  const indexes = db
    .query("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid", [table])
    .rows.filter(([, sql]) => {
      const asked = /\bWHERE (\w+) /.exec(String(sql))?.[1];
      return asked === undefined || isFilled(asked);
    });
  for (const [name] of indexes) db.execute(`DROP INDEX ${String(name)}`);
  return {
    makeAgain: () => {
      for (const [, sql] of indexes) db.execute(String(sql));
    },
  };
}
