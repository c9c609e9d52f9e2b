// Names to choose from when a category or a payee is written: most used first.
import type { ReadableDatabase } from './database.ts';

export interface LedgerNameList {
  categories: { id: number; name: string; rows: number }[];
  payees: { id: number; name: string; rows: number }[];
}

const MOST = 500;

export function nameList(db: ReadableDatabase): LedgerNameList {
  const read = (sql: string) =>
    db.query(sql, [MOST]).rows.map(([id, name, rows]) => ({ id: Number(id), name: String(name), rows: Number(rows) }));
  return {
    categories: read(
      `SELECT category.id, name, sum(rows) AS uses FROM day_total JOIN category ON category.id = category_id GROUP BY 1 ORDER BY uses DESC, name LIMIT ?`,
    ),
    payees: read(
      `SELECT payee.id, name, uses FROM (SELECT payee_id, count(*) AS uses FROM posting GROUP BY 1) JOIN payee ON payee.id = payee_id
       ORDER BY uses DESC, name LIMIT ?`,
    ),
  };
}
