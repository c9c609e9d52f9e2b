// The ledger's own file with readable tables beside its own: `transactions`, `accounts`, `payees` and `categories` as questions and the
// console see them, and views of spending, income and transfers over the first. Tables and not views of views, with plain types and no
// functions, so that DuckDB and any SQLite tool read them at once. Sotto takes the file back as a backup.
import { READING_VIEWS, type ReadingType, type ReadingView } from '../reading-views.ts';
import type { SqlJsDatabase } from '../sql-js-database.ts';

const TYPES: Readonly<Record<ReadingType, string>> = { day: 'DATE', text: 'TEXT', money: 'DOUBLE', count: 'BIGINT' };

const TABLES: ReadonlySet<string> = new Set(['transactions', 'accounts', 'payees', 'categories']);

const VIEWS: Readonly<Record<string, { flow: string; sign: '' | '-' }>> = {
  spending: { flow: 'expense', sign: '-' },
  income: { flow: 'income', sign: '' },
  transfers: { flow: 'transfer', sign: '' },
};

const tableSql = ({ name, columns, sql }: ReadingView): string =>
  `CREATE TABLE ${name} (${columns.map((column) => `${column.name} ${TYPES[column.type]}`).join(', ')});
INSERT INTO ${name} SELECT ${columns.map((column) => column.name).join(', ')} FROM (${sql});`;

function viewSql({ name, columns }: ReadingView): string {
  const { flow = '', sign = '' } = VIEWS[name] ?? {};
  const picked = columns.map(({ name: column }) => (column === 'amount' || column === 'minor' ? `${sign}${column} AS ${column}` : column));
  return `CREATE VIEW ${name} AS SELECT ${picked.join(', ')} FROM transactions WHERE flow = '${flow}';`;
}

export function toSqlite(db: SqlJsDatabase): Uint8Array {
  const copy = db.copy();
  try {
    copy.transaction(() => {
      for (const view of READING_VIEWS) if (TABLES.has(view.name)) copy.execute(tableSql(view));
      for (const view of READING_VIEWS) if (view.name in VIEWS) copy.execute(viewSql(view));
    });
    return copy.export();
  } finally {
    copy.close();
  }
}
