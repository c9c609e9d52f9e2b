import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import { NEWEST_VERSION } from '../../../src/ledger/migrations/open-schema.ts';
import { recordStatement } from '../../../src/ledger/recording/record-statement.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { KeptLedger } from '../../../src/ledger/store/kept-ledger.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { PAGE_SIZE, type Change } from '../../../src/ledger/store/page-store.ts';
import { RecordStore, type Records } from './record-store.ts';
import { aStatement, contents, posted } from '../open-ledger.ts';

const engine = await loadSqlEngine();

/** Refuses commits while `full`. */
class FillingStore extends MemoryStore {
  full = false;
  override async commit(change: Change): Promise<void> {
    if (this.full) throw new AppError('storage-full', 'no room');
    await super.commit(change);
  }
}

const rows = ['2026-03-01 -4.20 Blue Bottle', '2026-03-02 -31.00 REWE'];
const addRows = (ledger: KeptLedger, ...more: string[]) =>
  ledger.change((db) => recordStatement(db, aStatement(more.length ? more : rows), { homeCurrency: 'EUR' }));

describe('a kept ledger', () => {
  test('is there again after everything in memory is gone', async () => {
    const store = new MemoryStore();
    const ledger = await KeptLedger.open(engine, store);
    await addRows(ledger);
    const before = contents(ledger.db);
    ledger.db.close();
    const again = await KeptLedger.open(engine, store, { check: true });
    expect(contents(again.db)).toEqual(before);
    expect(again.generation).toBe(2);
  });

  test('goes back to the last durable state, in memory too, when a save fails', async () => {
    const store = new FillingStore();
    const ledger = await KeptLedger.open(engine, store);
    await addRows(ledger);
    const before = contents(ledger.db);
    store.full = true;
    await expect(addRows(ledger, '2026-04-01 -1.00 Kiosk')).rejects.toMatchObject({ code: 'storage-full' });
    expect(contents(ledger.db)).toEqual(before);
    store.full = false;
    await addRows(ledger, '2026-04-01 -1.00 Kiosk');
    expect(posted((await KeptLedger.open(engine, store)).db)).toHaveLength(3);
  });

  test('a change that throws leaves both as they were', async () => {
    const store = new MemoryStore();
    const ledger = await KeptLedger.open(engine, store);
    const fails = ledger.change((db) => {
      recordStatement(db, aStatement(rows), { homeCurrency: 'EUR' });
      throw new Error('stopped');
    });
    await expect(fails).rejects.toThrow('stopped');
    expect(posted(ledger.db)).toEqual([]);
    expect(ledger.generation).toBe(1);
  });

  test('writes only the pages that changed', async () => {
    const ledger = await KeptLedger.open(engine, new MemoryStore());
    const many = Array.from({ length: 5000 }, (_, at) => `2026-03-${String((at % 28) + 1).padStart(2, '0')} -${at}.00 Shop ${at}`);
    await addRows(ledger, ...many);
    expect(ledger.lastCommit?.pages).toBeGreaterThan(100);
    await ledger.change((db) => db.execute('UPDATE posting SET minor = minor - 1 WHERE id = 2500'));
    expect(ledger.lastCommit?.bytes).toBeLessThanOrEqual(8 * PAGE_SIZE);
  });

  test('that another writer overtook refuses once, then goes on from what is there', async () => {
    const store = new MemoryStore();
    const [mine, other] = [await KeptLedger.open(engine, store), await KeptLedger.open(engine, store)];
    await addRows(other);
    await expect(addRows(mine, '2026-04-01 -1.00 Kiosk')).rejects.toMatchObject({ code: 'ledger-in-use' });
    expect(posted(mine.db)).toHaveLength(2);
    await addRows(mine, '2026-04-01 -1.00 Kiosk');
    expect(posted(mine.db)).toHaveLength(3);
  });

  test('takes no backup that brings more than a ledger', async () => {
    const ledger = await KeptLedger.open(engine, new MemoryStore());
    await addRows(ledger);
    const backup = new SqlJsDatabase(engine, ledger.backup());
    backup.execute('CREATE TRIGGER quiet AFTER INSERT ON posting BEGIN DELETE FROM posting; END');
    await expect(ledger.restore(backup.export())).rejects.toMatchObject({ code: 'ledger-damaged' });
    backup.execute('DROP TRIGGER quiet');
    await ledger.restore(backup.export());
    expect(posted(ledger.db)).toHaveLength(2);
  });

  test('gives room back when a large import is undone', async () => {
    const store = new RecordStore();
    const ledger = await KeptLedger.open(engine, store);
    await addRows(ledger);
    const small = ledger.db.export().length;
    const many = Array.from({ length: 5000 }, (_, at) => `2026-03-${String((at % 28) + 1).padStart(2, '0')} -${at}.00 Shop ${at}`);
    const { statementId } = await addRows(ledger, ...many);
    const large = ledger.db.export().length;
    await ledger.change((db) => undoImport(db, statementId));
    expect(large).toBeGreaterThan(4 * small);
    expect((await store.load())?.bytes.length).toBeLessThan(1.5 * small);
    expect(posted((await KeptLedger.open(engine, store, { check: true })).db)).toHaveLength(2);
  });

  test('erased, it is empty and still a ledger', async () => {
    const store = new MemoryStore();
    const ledger = await KeptLedger.open(engine, store);
    await addRows(ledger);
    await ledger.erase();
    expect(posted(ledger.db)).toEqual([]);
    expect(posted((await KeptLedger.open(engine, store)).db)).toEqual([]);
  });

  test('a later release is refused, and left as it is', async () => {
    const store = new MemoryStore();
    const bytes = await laterRelease();
    await store.commit({ generation: 1, image: bytes, pages: Array.from({ length: bytes.length / PAGE_SIZE }, (_, at) => at) });
    await expect(KeptLedger.open(engine, store)).rejects.toMatchObject({ code: 'ledger-newer' });
    expect(await store.load()).toEqual({ generation: 1, bytes });
  });
});

describe('a damaged store', () => {
  async function damagedStore(damage: (records: Records) => void): Promise<RecordStore> {
    const store = new RecordStore();
    const ledger = await KeptLedger.open(engine, store);
    const many = Array.from({ length: 3000 }, (_, at) => `2026-03-${String((at % 28) + 1).padStart(2, '0')} -${at + 1}.00 Shop ${at}`);
    await addRows(ledger, ...many);
    await addRows(ledger, '2026-04-01 -1.00 Kiosk');
    await addRows(ledger, '2026-04-02 -1.00 Kiosk');
    damage(store.records);
    return store;
  }
  const lastPatch = (records: Records) => Math.max(...records.patches.keys());
  const count = (ledger: KeptLedger) => ledger.db.query('SELECT count(*) FROM posting').rows[0]?.[0];

  test('opens for reading with the state before the damage', async () => {
    const store = await damagedStore((records) => records.patches.delete(lastPatch(records)));
    const ledger = await KeptLedger.open(engine, store);
    expect(ledger.isDamaged).toBe(true);
    expect(count(ledger)).toBe(3001);
    await expect(addRows(ledger, '2026-05-01 -1.00 Kiosk')).rejects.toMatchObject({ code: 'ledger-damaged' });
    expect(count(ledger)).toBe(3001);
  });

  test('with a hole answers rightly or not at all', async () => {
    const store = await damagedStore((records) => records.chunks.delete(Math.max(...records.chunks.keys())));
    const ledger = await KeptLedger.open(engine, store);
    expect(ledger.isDamaged).toBe(true);
    for (const sql of [
      'SELECT count(*) FROM posting',
      'SELECT sum(minor) FROM posting NOT INDEXED',
      'SELECT count(*) FROM bank_transaction',
    ]) {
      const answer = () => Number(ledger.db.query(sql).rows[0]?.[0]);
      try {
        expect([3002, -(3000 * 3001) * 50 - 200]).toContain(answer());
      } catch (error) {
        expect(String(error)).toMatch(/malformed/);
      }
    }
  });

  test.each<[string, (records: Records) => void]>([
    ['without its head', (records) => void (records.head = null)],
    ['with nothing but its head', (records) => [records.chunks, records.patches].forEach((blocks) => blocks.clear())],
  ])('%s opens empty, for reading, and begins anew once erased', async (_, damage) => {
    const store = await damagedStore(damage);
    const ledger = await KeptLedger.open(engine, store);
    expect(ledger.isDamaged).toBe(true);
    await ledger.erase();
    expect(ledger.isDamaged).toBe(false);
    await addRows(ledger);
    expect(posted((await KeptLedger.open(engine, store)).db)).toHaveLength(2);
  });
});

async function laterRelease(): Promise<Uint8Array> {
  const ledger = await KeptLedger.open(engine, new MemoryStore());
  ledger.db.execute(`PRAGMA user_version = ${NEWEST_VERSION + 1}`);
  return ledger.db.export();
}
