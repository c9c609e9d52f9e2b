// Holds a copy of the reading views for the SQL console. It has no ledger, writes nothing, and is ended when a query takes too long.
import wasmUrl from 'sql.js/dist/sql-wasm.wasm?url';
import type { ReaderApi } from '../src/app/reader-api.ts';
import { AppError } from '../src/base/errors.ts';
import { fetchPinned } from '../src/base/pinned.ts';
import { select } from '../src/ledger/select-wall.ts';
import { loadSqlEngine, SqlJsDatabase } from '../src/ledger/sql-js-database.ts';
import { serve, type ServerPort } from '../src/rpc/serve.ts';

let db: SqlJsDatabase | null = null;

serve<ReaderApi>(self as unknown as ServerPort, {
  async open({ file }) {
    db = new SqlJsDatabase(
      await loadSqlEngine({ binary: await fetchPinned(wasmUrl, 'sql-wasm') }),
      new Uint8Array(await file.arrayBuffer()),
    );
    return null;
  },
  select({ sql }) {
    if (!db) throw new AppError('unexpected', 'no copy was opened');
    return select(db, sql);
  },
});
