// Holds the ledger: sql.js over IndexedDB, shared by all tabs.
import wasmUrl from 'sql.js/dist/sql-wasm.wasm?url';
import { fetchPinned } from '../src/base/pinned.ts';
import { createEngine } from '../src/app/engine.ts';
import { shareHandlers } from '../src/app/engine/shared.ts';
import { askingRoom } from '../src/app/engine/rooms.ts';
import type { LedgerApi } from '../src/app/ledger-api.ts';
import { shareKey } from '../src/app/engine/share-key.ts';
import { loadSqlEngine, type SqlEngine } from '../src/ledger/sql-js-database.ts';
import type { Quota } from '../src/ledger/backup/snapshot.ts';
import { IndexedDbSnapshots } from '../src/ledger/backup/indexed-db-snapshots.ts';
import { IndexedDbRecords } from '../src/ledger/store/indexed-db-records.ts';
import { IndexedDbStore } from '../src/ledger/store/indexed-db-store.ts';
import { serve } from '../src/rpc/serve.ts';

/** Milliseconds after the opening: by then the first answers are given. */
const KEEP_AFTER = 8_000;

/** Milliseconds of rest after which what may be needed is fetched, and who is next in line makes ready to take over. */
const READY_AFTER = 2_000;

let sql: Promise<SqlEngine> | null = null;
async function loadSql(): Promise<SqlEngine> {
  sql ??= fetchPinned(wasmUrl, 'sql-wasm').then((binary) => loadSqlEngine({ binary }));
  try {
    return await sql;
  } catch (error) {
    sql = null; // tried again at the next call
    throw error;
  }
}
setTimeout(() => void Promise.all([loadSql(), askingRoom()]), READY_AFTER);

/** Null where the browser does not say. */
async function quota(): Promise<Quota | null> {
  const { usage, quota: granted } = await navigator.storage.estimate();
  return usage === undefined || !granted ? null : { used: usage, granted };
}

const engine = createEngine({
  loadSql,
  store: new IndexedDbStore(),
  lockable: new IndexedDbRecords('sotto-locked'),
  shelf: new IndexedDbSnapshots(),
  later: (work) => setTimeout(() => void work(), KEEP_AFTER),
  quota,
  keys: shareKey(new BroadcastChannel('sotto-key')),
  now: () => new Date().toISOString(),
});

const shared = shareHandlers<LedgerApi>(engine, {
  name: 'sotto-ledger',
  locks: navigator.locks,
  channel: new BroadcastChannel('sotto-ledger'),
  self: crypto.randomUUID(),
  repeatable: new Set([
    'open',
    'makeReady',
    'watch',
    'preview',
    'statements',
    'accounts',
    'ask',
    'suggestions',
    'rehearse',
    'hush',
    'withoutVector',
    'meanings',
    'evidence',
    'insights',
    'transactions',
    'readingCopy',
    'backup',
    'isSealed',
    'proveBackup',
    'snapshots',
    'dropPreview',
    'keptQuestions',
    'acts',
    'row',
    'rules',
    'names',
    'exportAs',
    'lockState',
    'lockNow',
    'stay',
    'untilUnlocked',
  ]),
  opening: 'open',
  readying: 'makeReady',
  readyAfter: READY_AFTER,
});

serve<LedgerApi>(self, shared);
