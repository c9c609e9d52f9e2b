// The Database face over sql.js: one code for the worker, Node and the tests. The file lives in memory; keeping it is the store's task.
// Statements are prepared once and kept by their text, the least used first to go.
import initSqlJs from 'sql.js';
import type { Database as SqlJsFile, SqlJsStatic, Statement } from 'sql.js';
import type { Database, ResultSet, SqlValue } from './database.ts';
import { withRoom } from './room-ahead.ts';

export type SqlEngine = SqlJsStatic;

/** Where the WebAssembly comes from: an address in the browser, nothing in Node (sql.js finds its own file). */
export interface WasmSource {
  url?: string;
  binary?: ArrayBuffer;
}

export async function loadSqlEngine({ url, binary }: WasmSource = {}): Promise<SqlEngine> {
  return initSqlJs({
    ...(url === undefined ? {} : { locateFile: () => url }),
    ...(binary === undefined ? {} : { wasmBinary: binary }),
    ...{ useOldExtensionFunctions: false }, // the engine's own sqrt() and friends
  });
}

const emptyFiles = new WeakMap<SqlEngine, Uint8Array>();

/** A database without a table. */
function emptyFile(engine: SqlEngine): Uint8Array {
  const known = emptyFiles.get(engine);
  if (known) return known;
  const file = new engine.Database();
  file.run('PRAGMA user_version = 0; CREATE TABLE t (x); DROP TABLE t; VACUUM');
  const bytes = file.export();
  file.close();
  emptyFiles.set(engine, bytes);
  return bytes;
}

/** Told each row; returning false ends the reading. */
export type OnRow = (row: SqlValue[]) => boolean;

const KEPT_STATEMENTS = 100;

export class SqlJsDatabase implements Database {
  readonly #engine: SqlEngine;
  readonly #file: SqlJsFile;
  readonly #kept = new Map<string, Statement>();
  #depth = 0;
  /** SQLite prepares every statement anew after this is turned, so it is only turned when the other is wanted. */
  #onlyReads = false;

  /** Opens `bytes` (a SQLite file) or an empty database. `grows`: with room for what an import adds; opening takes a little longer. */
  constructor(engine: SqlEngine, bytes?: Uint8Array, { grows = false } = {}) {
    this.#engine = engine;
    this.#file = new engine.Database(grows ? withRoom(bytes ?? emptyFile(engine)) : bytes);
    // The file and its journal are memory already, so neither waits for a disk; a transaction still rolls back whole. Nobody else can
    // open the file either: a lock that is kept spares each statement the look for a journal and for another's change.
    this.#file.run(
      'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON',
    );
  }

  query(sql: string, params: readonly SqlValue[] = []): ResultSet {
    const rows: SqlValue[][] = [];
    const columns = this.read(sql, params, (row) => rows.push(row) > 0);
    return { columns, rows };
  }

  /** Reads row by row and returns the column names. */
  read(sql: string, params: readonly SqlValue[], onRow: OnRow): string[] {
    this.#onlyRead(false);
    return this.#readRows(sql, params, onRow);
  }

  /** The same while the connection refuses to write, whatever the text says. */
  readProtected(sql: string, params: readonly SqlValue[], onRow: OnRow): string[] {
    this.#onlyRead(true);
    return this.#readRows(sql, params, onRow);
  }

  #onlyRead(only: boolean): void {
    if (this.#onlyReads === only) return;
    this.#file.run(`PRAGMA query_only = ${only ? 1 : 0}`);
    this.#onlyReads = only;
  }

  #readRows(sql: string, params: readonly SqlValue[], onRow: OnRow): string[] {
    const statement = this.#statement(sql);
    try {
      statement.bind([...params]);
      while (statement.step()) if (!onRow(statement.get() as SqlValue[])) break;
      return statement.getColumnNames();
    } finally {
      statement.reset();
    }
  }

  execute(sql: string, params?: readonly SqlValue[]): void {
    this.#onlyRead(false);
    if (params === undefined) {
      this.#file.run(sql);
      return;
    }
    this.#statement(sql).run([...params]);
  }

  prepare(sql: string): { run(params: readonly SqlValue[]): void; close(): void } {
    const statement = this.#file.prepare(sql);
    return {
      run: (params) => {
        this.#onlyRead(false);
        statement.run(params as SqlValue[]);
      },
      close: () => void statement.free(),
    };
  }

  /** Nests by savepoints. */
  transaction<T>(work: () => T): T {
    const name = `level_${this.#depth}`;
    this.#onlyRead(false);
    this.#file.run(`SAVEPOINT ${name}`);
    this.#depth += 1;
    try {
      const result = work();
      this.#file.run(`RELEASE ${name}`);
      return result;
    } catch (error) {
      this.#file.run(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  /**
   * Call before a transaction whose work proves the references of what it writes: until `checkAgain`, which follows its end, however it
   * ended, SQLite looks up none of them row by row.
   */
  leaveReferences(): { checkAgain: () => void } {
    this.#file.run('PRAGMA foreign_keys = OFF');
    return {
      checkAgain: () => {
        this.#file.run('PRAGMA foreign_keys = ON'); // without effect while a transaction is open
        if (this.query('PRAGMA foreign_keys').rows[0]?.[0] !== 1)
          throw new Error('references are checked again only after the transaction');
      },
    };
  }

  /** The whole database as the bytes of a SQLite file. */
  export(): Uint8Array {
    return this.#file.export();
  }

  /** Another database that is now as this one is; close it after. */
  copy(): SqlJsDatabase {
    return new SqlJsDatabase(this.#engine, this.export());
  }

  close(): void {
    this.#kept.clear(); // closing the file frees its statements
    this.#file.close();
  }

  #statement(sql: string): Statement {
    const kept = this.#kept.get(sql);
    if (kept) {
      this.#kept.delete(sql);
      this.#kept.set(sql, kept); // now the youngest
      return kept;
    }
    const statement = this.#file.prepare(sql);
    this.#kept.set(sql, statement);
    for (const [text, oldest] of this.#kept) {
      if (this.#kept.size <= KEPT_STATEMENTS) break;
      oldest.free();
      this.#kept.delete(text);
    }
    return statement;
  }
}
