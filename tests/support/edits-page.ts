// What the page of the edit bench does: one durable edit by the product's own path, and the same change by saving the whole file.
import { performAct } from '../../src/ledger/acts/acts.ts';
import { loadSqlEngine, SqlJsDatabase, type SqlEngine } from '../../src/ledger/sql-js-database.ts';
import { IndexedDbStore } from '../../src/ledger/store/indexed-db-store.ts';
import { KeptLedger } from '../../src/ledger/store/kept-ledger.ts';

const bytesAt = async (path: string) => (await fetch(path)).arrayBuffer();

interface Prepared {
  engine: SqlEngine;
  ledger: KeptLedger;
  whole: SqlJsDatabase;
  files: IDBDatabase;
}
let prepared: Prepared | null = null;
const ready = (): Prepared => {
  if (!prepared) throw new Error('nothing is prepared');
  return prepared;
};

const done = (request: IDBRequest | IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    if (request instanceof IDBTransaction) request.oncomplete = () => resolve();
    else request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

export async function prepare(): Promise<void> {
  const engine = await loadSqlEngine({ binary: await bytesAt('/sql-wasm.wasm') });
  const bytes = new Uint8Array(await bytesAt('/ledger.sqlite'));
  const ledger = await KeptLedger.open(engine, new IndexedDbStore('bench'));
  await ledger.restore(bytes);
  const opening = indexedDB.open('whole');
  opening.onupgradeneeded = () => void opening.result.createObjectStore('files');
  await done(opening);
  prepared = { engine, ledger, whole: new SqlJsDatabase(engine, bytes), files: opening.result };
}

/** Opens what is kept, as a start does: read from the store, checked, ready. Milliseconds. */
export async function start(): Promise<number> {
  const began = performance.now();
  await KeptLedger.open(ready().engine, new IndexedDbStore('bench'));
  return performance.now() - began;
}

/** A row recategorised as a person does it: the act, its journal, the day's totals, and the pages that changed, durable. */
export async function ours(round: number): Promise<{ took: number; bytes: number }> {
  const { ledger } = ready();
  const began = performance.now();
  await ledger.change((db) =>
    performAct(
      db,
      { do: 'categorise', transactionId: 100 + 37 * round, category: `Bench ${round % 3}`, rows: 'one' },
      '2026-01-10T00:00:00Z',
    ),
  );
  return { took: performance.now() - began, bytes: ledger.lastCommit?.bytes ?? 0 };
}

/** One UPDATE of one row, then the whole file into IndexedDB, durable. */
export async function wholeFile(round: number): Promise<{ took: number; bytes: number }> {
  const { whole, files } = ready();
  const began = performance.now();
  whole.execute('UPDATE posting SET category_id = ? WHERE id = ?', [1 + (round % 3), 100 + 37 * round]);
  const bytes = whole.export();
  const transaction = files.transaction('files', 'readwrite', { durability: 'strict' });
  transaction.objectStore('files').put(bytes, 'ledger');
  await done(transaction);
  return { took: performance.now() - began, bytes: bytes.length };
}
