// A change is as small in the store as it is in life: the pages that differ after one row was given another category, in a ledger whose
// pages are as full as an import leaves them.
import { expect, test } from 'vitest';
import { performAct } from '../../../src/ledger/acts/acts.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { changedPages, PAGE_SIZE } from '../../../src/ledger/store/page-store.ts';
import { madeLedger } from '../../support/bench-storage-page.ts';

const ROWS = 10_000;
const EDITS = 200;
const MOST = 64 * 1024;

test('one row recategorised writes at most 64 KiB', async () => {
  const engine = await loadSqlEngine();
  const db = new SqlJsDatabase(engine, madeLedger(engine, ROWS));
  const written: number[] = [];
  let before = db.export();
  for (let round = 0; round < EDITS; round += 1) {
    const transactionId = 1 + ((round * 7919) % ROWS);
    const category = `Kind ${((transactionId + 5) % 12) + 1}`;
    db.transaction(() => performAct(db, { do: 'categorise', transactionId, category, rows: 'one' }, '2026-01-10T00:00:00Z'));
    const now = db.export();
    written.push(changedPages(before, now).length * PAGE_SIZE);
    before = now;
  }
  expect(Math.min(...written)).toBeGreaterThan(0);
  expect(Math.max(...written)).toBeLessThanOrEqual(MOST);
});
