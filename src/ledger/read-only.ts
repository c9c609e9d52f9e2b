// A face that can only read: one SELECT at a time, checked word by word before it runs, run under PRAGMA query_only,
// with a time limit looked at between rows and a cap on rows. A single step that never ends is not seen here;
// the page's own limit ends the worker then.
import { AppError } from '../base/errors.ts';
import type { ReadableDatabase, ResultSet, SqlValue } from './database.ts';
import { openReadingViews } from './reading-views.ts';
import type { SqlJsDatabase } from './sql-js-database.ts';

export interface ReadLimits {
  /** Milliseconds for one query. */
  time: number;
  rows: number;
  clock: () => number;
}

const LIMITS: ReadLimits = { time: 5_000, rows: 1_000_000, clock: () => performance.now() };

/** Words that begin or belong to a statement that writes, leaves the file, or changes the connection. */
const FORBIDDEN = new Set(
  `alter analyze attach begin commit create delete detach drop end_transaction insert pragma reindex release replace rollback
   savepoint update vacuum`.split(/\s+/),
);
/** Functions that reach outside a row, or can fill the memory in one call. */
const FORBIDDEN_FUNCTIONS = new Set(['load_extension', 'fts3_tokenizer', 'readfile', 'writefile', 'edit', 'zeroblob', 'randomblob']);

interface Word {
  text: string;
  /** Written without quotes, so that it may be a keyword. */
  bare: boolean;
}

const TOKEN =
  /(?<blank>\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^']|'')*')|(?<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])|(?<word>[\p{L}_][\p{L}\p{N}_$]*)|(?<number>\d[\w.]*)|(?<mark>[^\s])/uy;

function tokens(sql: string): Word[] {
  const found: Word[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.length) {
    const groups = TOKEN.exec(sql)?.groups;
    if (!groups) throw refused('it cannot be read');
    const { word, quoted, mark } = groups;
    if (mark === "'" || mark === '"' || mark === '`' || mark === '[') throw refused('a quote is not closed');
    if (word !== undefined) found.push({ text: word.toLowerCase(), bare: true });
    else if (quoted !== undefined) found.push({ text: quoted.slice(1, -1).toLowerCase(), bare: false });
    else if (mark !== undefined) found.push({ text: mark, bare: true });
  }
  return found;
}

const refused = (why: string) => new AppError('query-refused', `this query was not run: ${why}`);

/** Throws `query-refused` unless the text is one SELECT (or WITH ... SELECT) that touches nothing but rows. */
export function checkReadOnly(sql: string): void {
  if (sql.includes('\0')) throw refused('it holds a NUL');
  const words = tokens(sql);
  while (words.at(-1)?.text === ';') words.pop();
  const first = words[0];
  if (!first?.bare || (first.text !== 'select' && first.text !== 'with')) throw refused('it is not a SELECT');
  for (const [at, { text, bare }] of words.entries()) {
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
    const columns = db.read(sql, params, (row) => {
      if (rows.push(row) > cap) throw new AppError('query-slow', `the query gives more than ${cap} rows`, { rows: cap });
      if (clock() > deadline) throw new AppError('query-slow', `the query ran longer than ${time} ms`, { time });
      return true;
    });
    return { columns, rows };
  };
  return {
    query(sql, params = []) {
      checkReadOnly(sql);
      db.execute('PRAGMA query_only = 1');
      try {
        return read(sql, params);
      } finally {
        db.execute('PRAGMA query_only = 0');
      }
    },
  };
}
