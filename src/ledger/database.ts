// One small face over a SQL engine, so that ledger and questions run on sql.js in a worker, in Node and in tests alike.

export type SqlValue = string | number | null;

export interface ResultSet {
  columns: string[];
  rows: SqlValue[][];
}

/** What a question gets: it can read, and nothing else. */
export interface ReadableDatabase {
  /** Runs one statement and reads all its rows. Values are bound, never spliced. */
  query(sql: string, params?: readonly SqlValue[]): ResultSet;
}

export interface Database extends ReadableDatabase {
  /** Runs one or more statements for their effect. */
  execute(sql: string, params?: readonly SqlValue[]): void;
  /** A statement prepared once and run for many rows; close it after. */
  prepare(sql: string): { run(params: readonly SqlValue[]): void; close(): void };
  /** All or nothing: what `work` throws rolls everything back and passes on. */
  transaction<T>(work: () => T): T;
}
