// A face that can only read: one SELECT at a time, checked word by word before it runs, run under PRAGMA query_only,
// with a time limit looked at between rows and a cap on rows. A single step that never ends is not seen here;
// the page's own limit ends the worker then.
import { AppError } from '../base/errors.ts';
import type { ReadableDatabase, ResultSet, SqlValue } from './database.ts';
import { openReadingViews } from './reading-views.ts';
import { refused, sqlWords } from './sql-words.ts';
import type { SqlJsDatabase } from './sql-js-database.ts';

export interface ReadLimits {
  /** Milliseconds for one query. */
  time: number;
  rows: number;
  clock: () => number;
}

/** Texts of queries that are remembered as harmless. */
const KEPT_TEXTS = 500;

const LIMITS: ReadLimits = { time: 5_000, rows: 1_000_000, clock: () => performance.now() };

/** Words that begin or belong to a statement that writes, leaves the file, or changes the connection. */
const FORBIDDEN = new Set(
  `alter analyze attach begin commit create delete detach drop end_transaction insert pragma reindex release replace rollback
   savepoint update vacuum`.split(/\s+/),
);
/** Functions that reach outside a row, or can fill the memory in one call. */
const FORBIDDEN_FUNCTIONS = new Set(['load_extension', 'fts3_tokenizer', 'readfile', 'writefile', 'edit', 'zeroblob', 'randomblob']);

/** Throws `query-refused` unless the text is one SELECT (or WITH ... SELECT) that touches nothing but rows. */
export function checkReadOnly(sql: string): void {
  const words = sqlWords(sql).filter(({ kind }) => kind !== 'string' && kind !== 'number');
  while (words.at(-1)?.text === ';') words.pop();
  const first = words[0];
  if (first?.kind !== 'name' || (first.text !== 'select' && first.text !== 'with')) throw refused('it is not a SELECT');
  for (const [at, { text, kind }] of words.entries()) {
    const bare = kind === 'name' || kind === 'mark';
    const calls = words[at + 1]?.text === '(';
    if (bare && text === ';') throw refused('it holds more than one statement');
    if (bare && FORBIDDEN.has(text) && !(text === 'replace' && calls)) throw refused(`it says ${text.toUpperCase()}`);
    if (text.startsWith('pragma_') || (calls && FORBIDDEN_FUNCTIONS.has(text))) throw refused(`it uses ${text}`);
  }
}

/** The reading face of a database, with the reading views. Throws `query-refused` for what is no reading, `query-slow` past the limits. */
export function readOnly(db: SqlJsDatabase, limits: Partial<ReadLimits> = {}): ReadableDatabase {
  const { time, rows: cap, clock } = { ...LIMITS, ...limits };
  openReadingViews(db);
  const read = (sql: string, params: readonly SqlValue[]): ResultSet => {
    const rows: SqlValue[][] = [];
    const deadline = clock() + time;
    const columns = db.readProtected(sql, params, (row) => {
      if (rows.push(row) > cap) throw new AppError('query-slow', `the query gives more than ${cap} rows`, { rows: cap });
      if (clock() > deadline) throw new AppError('query-slow', `the query ran longer than ${time} ms`, { time });
      return true;
    });
    return { columns, rows };
  };
  // A text that was no write is none the next time; most are asked again with other values.
  const passed = new Set<string>();
  const check = (sql: string): void => {
    if (passed.has(sql)) return;
    checkReadOnly(sql);
    if (passed.size >= KEPT_TEXTS) passed.clear();
    passed.add(sql);
  };
  return {
    query(sql, params = []) {
      check(sql);
      return read(sql, params);
    },
  };
}
