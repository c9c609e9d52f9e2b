// What the page of the storage bench can do: make a ledger of many rows by SQL, keep it in IndexedDB, open it, and change one row.
import { openDB } from 'idb';
import { performAct } from '../../src/ledger/acts/acts.ts';
import { openSchema } from '../../src/ledger/migrations/open-schema.ts';
import { loadSqlEngine, SqlJsDatabase, type SqlEngine } from '../../src/ledger/sql-js-database.ts';
import { IndexedDbStore } from '../../src/ledger/store/indexed-db-store.ts';
import { KeptLedger } from '../../src/ledger/store/kept-ledger.ts';
import { changedPages } from '../../src/ledger/store/page-store.ts';
import { refreshTotals } from '../../src/ledger/totals.ts';

export interface StorageTimes {
  fileBytes: number;
  /** Milliseconds, one each round. */
  opening: number[];
  edit: number[];
  editBytes: number[];
  whole: number[];
}

const ROWS = `
INSERT INTO account (id, name, currency) VALUES (1, 'Card', 'USD');
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) INSERT INTO payee (id, name) SELECT i, 'Shop ' || i FROM n;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) INSERT INTO category (id, name) SELECT i, 'Kind ' || i FROM n;
INSERT INTO statement (id, file_name, format, digest, imported_at, added, known) VALUES (1, 'bench.csv', 'csv', '', '2026-01-10T00:00:00Z', ?, 0);
INSERT INTO coverage (statement_id, account_id, first_day, last_day) VALUES (1, 1, '2016-01-01', '2025-12-28');
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
INSERT INTO bank_transaction (statement_id, account_id, line, day, minor, currency, descriptor, state, fingerprint, occurrence, read_payee_id, read_category_id)
  SELECT 1, 1, i, date('2016-01-01', '+' || (i * 3650 / ?) || ' days'), -100 - i * 7919 % 20000, 'USD', 'SHOP ' || (i * 7 % 1200 + 1) || ' STORE ' || (i * 13 % 400), 'posted', i, 0, i * 7 % 1200 + 1, i % 12 + 1
  FROM n;
INSERT INTO posting (transaction_id, account_id, payee_id, category_id, day, minor, currency, flow)
  SELECT id, 1, read_payee_id, read_category_id, day, minor, currency, 'expense' FROM bank_transaction`;

/** A ledger of so many rows over ten years, as a file. */
export function madeLedger(sql: SqlEngine, count: number): Uint8Array<ArrayBuffer> {
  const db = new SqlJsDatabase(sql);
  openSchema(db);
  db.transaction(() => {
    for (const step of ROWS.split(';\n')) db.execute(step.replaceAll('?', String(count)));
    refreshTotals(db);
  });
  const file = db.export() as Uint8Array<ArrayBuffer>;
  db.close();
  return file;
}

/** The alternative: the whole file in one record, in a transaction of the same durability. */
async function wholeStore() {
  const db = await openDB('whole', 1, { upgrade: (made) => void made.createObjectStore('file') });
  return async (file: Uint8Array) => {
    const writing = db.transaction('file', 'readwrite', { durability: 'strict' });
    await Promise.all([writing.store.put(file, 'file'), writing.done]);
  };
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const before = performance.now();
  const done = await work();
  times.push(performance.now() - before);
  return done;
}

export async function measure(wasm: string, count: number, rounds: number): Promise<StorageTimes> {
  const sql = await loadSqlEngine({ binary: Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)).buffer });
  const store = new IndexedDbStore(`bench-${count}`);
  const file = madeLedger(sql, count);
  await store.commit({ generation: 1, image: file, pages: changedPages(null, file) });
  const saveWhole = await wholeStore();
  const times: StorageTimes = { fileBytes: file.length, opening: [], edit: [], editBytes: [], whole: [] };
  let ledger = await KeptLedger.open(sql, store);
  for (let round = 0; round < rounds; round += 1) {
    const transactionId = 1 + ((round * 7919) % count);
    await timed(times.edit, () =>
      ledger.change((db) =>
        performAct(
          db,
          { do: 'categorise', transactionId, category: `Kind ${((transactionId + 5) % 12) + 1}`, rows: 'one' },
          '2026-01-10T00:00:00Z',
        ),
      ),
    );
    times.editBytes.push(ledger.lastCommit?.bytes ?? Number.NaN);
    await timed(times.whole, () => saveWhole(ledger.backup()));
  }
  for (let round = 0; round < Math.min(3, rounds); round += 1) {
    ledger.close();
    ledger = await timed(times.opening, () => KeptLedger.open(sql, new IndexedDbStore(`bench-${count}`)));
  }
  ledger.close();
  return times;
}
