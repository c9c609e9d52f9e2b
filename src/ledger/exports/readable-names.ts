// The tables and views that an exported SQLite file has beside the ledger's own; a file taken back is a ledger without them.
import type { Database } from '../database.ts';

const READABLE = ['spending', 'income', 'transfers', 'transactions', 'accounts', 'payees', 'categories'] as const;

export function dropReadable(db: Database): void {
  const rows = db.query(
    `SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(READABLE)],
  ).rows;
  for (const [type, name] of rows) db.execute(`DROP ${type === 'view' ? 'VIEW' : 'TABLE'} ${READABLE.find((each) => each === name) ?? ''}`);
}
