// Runs SQL that a person or a language model wrote: checked word by word, on a connection that cannot write, with limits on rows and,
// between two rows, on time. A single step that takes too long is ended from outside, by replacing the worker.
// Throws `query-refused` or `query-slow`.
import { AppError } from '../base/errors.ts';
import { checkSelect } from './check-select.ts';
import type { ReadableDatabase, SqlValue } from './database.ts';
import type { SqlJsDatabase } from './sql-js-database.ts';

export interface SelectLimits {
  /** Rows given back; what is beyond is told as `more`. */
  rows: number;
  /** Milliseconds. */
  time: number;
  clock: () => number;
}

const LIMITS: SelectLimits = { rows: 1_000, time: 5_000, clock: () => performance.now() };

export interface Selected {
  columns: string[];
  rows: SqlValue[][];
  /** Whether there are rows beyond those given. */
  more: boolean;
}

export function select(db: SqlJsDatabase, sql: string, params: readonly SqlValue[] = [], limits: Partial<SelectLimits> = {}): Selected {
  const { rows: most, time, clock } = { ...LIMITS, ...limits };
  checkSelect(sql, namesOf(db));
  const text = sql.replace(/[\s;]+$/, '');
  const deadline = clock() + time;
  const rows: SqlValue[][] = [];
  let more = false;
  const columns = db.readProtected(text, params, (row) => {
    more = rows.length === most;
    if (more) return false;
    if (clock() > deadline) throw new AppError('query-slow', `the query ran longer than ${time} ms`, { time });
    return rows.push(row) > 0;
  });
  return { columns, rows, more };
}

/** The same wall before a face that cannot write and keeps the time itself (read-only.ts). */
export function selectFrom(db: ReadableDatabase, sql: string, params: readonly SqlValue[] = [], most: number = LIMITS.rows): Selected {
  checkSelect(sql);
  const { columns, rows } = db.query(sql.replace(/[\s;]+$/, ''), params);
  return { columns, rows: rows.slice(0, most), more: rows.length > most };
}

const namesOf = (db: SqlJsDatabase): string[] =>
  db.query('SELECT name FROM sqlite_schema UNION SELECT name FROM sqlite_temp_schema').rows.map(([name]) => String(name));
