// Backups and earlier states through the calls that the page makes.
import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import type { Quota } from '../../src/ledger/backup/snapshot.ts';
import { memoryShelf } from '../../src/ledger/backup/memory-shelf.ts';
import { loadSqlEngine, type SqlEngine } from '../../src/ledger/sql-js-database.ts';
import { MemoryStore } from '../support/memory-store.ts';
import type { CallContext, Handlers } from '../../src/rpc/serve.ts';
import { MemoryRecords } from '../ledger/lock/memory-records.ts';

let sql: SqlEngine;
beforeAll(async () => {
  sql = await loadSqlEngine();
});

const quiet: CallContext<unknown> = { signal: new AbortController().signal, note: () => undefined };
const today = '2026-03-18';
const PASSPHRASE = 'green beans are cheap';

class Device {
  readonly store = new MemoryStore();
  readonly lockable = new MemoryRecords();
  readonly shelf = memoryShelf();
  at = '2026-03-18T10:00:00Z';
  quota: Quota | null = null;
  engine: Handlers<LedgerApi> = this.#made();
  #later: () => Promise<void> = async () => undefined;

  #made() {
    const { store, lockable, shelf } = this;
    return createEngine({
      loadSql: async () => sql,
      store,
      lockable,
      shelf,
      later: (work) => (this.#later = work),
      quota: async () => this.quota,
      now: () => this.at,
    });
  }

  /** As after the page was loaded anew, and some time spent. */
  async open(at = this.at) {
    this.at = at;
    this.engine = this.#made();
    const state = await this.engine.open({ home: 'EUR', today }, quiet);
    await this.#later();
    return state;
  }

  async add(...rows: string[]) {
    const file = new Blob([['Date,Description,Amount', ...rows, ''].join('\n')]);
    const { previewId } = await this.engine.preview({ file, name: 'card.csv', today }, quiet);
    await this.engine.import({ previewId, accountId: null, accountName: null }, quiet);
  }

  async days() {
    const { rows } = await this.engine.transactions({ search: '', accountId: null, offset: 0, limit: 100 }, quiet);
    return rows.map(({ day }) => day.slice(8)).sort();
  }
  kept = async () => (await this.engine.snapshots(null, quiet)).states.map(({ at, transactions }) => `${at.slice(8, 10)}: ${transactions}`);
}

async function device(...rows: string[]): Promise<Device> {
  const made = new Device();
  await made.open();
  if (rows.length) await made.add(...rows);
  return made;
}

describe('a sealed backup', () => {
  test('is proved, asks for its passphrase, and brings everything to another device', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20', '2026-03-16,REWE,-31.00');
    const file = await mine.engine.backup({ passphrase: PASSPHRASE }, quiet);
    const other = await device();
    expect(await other.engine.isSealed({ file }, quiet)).toBe(true);
    expect(await other.engine.proveBackup({ file, passphrase: PASSPHRASE }, quiet)).toEqual({
      made: '2026-03-18T10:00:00Z',
      transactions: 2,
      accounts: 1,
      firstDay: '2026-03-01',
      lastDay: '2026-03-16',
    });
    expect(await other.days()).toEqual([]);
    await expect(other.engine.restore({ file, passphrase: 'green beans are dear' }, quiet)).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    expect(await other.engine.restore({ file, passphrase: PASSPHRASE }, quiet)).toMatchObject({ transactions: 2 });
    expect(await other.days()).toEqual(['01', '16']);
  });

  test('of what is no ledger is refused before anything is touched', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20');
    const { writeBackup } = await import('../../src/ledger/backup/backup-file.ts');
    const file = await writeBackup(new TextEncoder().encode('SQLite format 3'), { passphrase: PASSPHRASE, made: mine.at });
    for (const method of ['proveBackup', 'restore'] as const) {
      await expect(mine.engine[method]({ file, passphrase: PASSPHRASE }, quiet)).rejects.toMatchObject({ code: 'ledger-damaged' });
    }
    expect(await mine.days()).toEqual(['01']);
  });

  test('whoever watches hears of it, even if it counts as many changes as the ledger that it replaces', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20');
    const file = await mine.engine.backup(null, quiet);
    await mine.add('2026-03-02,REWE,-31.00');
    const { revision } = await mine.engine.open({ home: 'EUR', today }, quiet);
    const heard = mine.engine.watch({ revision }, quiet);
    await mine.engine.restore({ file }, quiet);
    expect(await heard).toMatchObject({ transactions: 1 });
  });
});

describe('earlier states', () => {
  test('are kept by themselves, once a day, of a ledger that changed', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20');
    expect(await mine.kept()).toEqual([]);
    await mine.open('2026-03-18T12:00:00Z');
    await mine.open('2026-03-19T12:00:00Z');
    expect(await mine.kept()).toEqual(['18: 1']);
    await mine.add('2026-03-02,REWE,-31.00');
    await mine.open('2026-03-19T13:00:00Z');
    await mine.open('2026-03-19T14:00:00Z');
    expect(await mine.kept()).toEqual(['18: 1', '19: 2']);
  });

  test('are gone back to, and the way back from there stays open', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20');
    await mine.open();
    await mine.add('2026-03-02,REWE,-31.00');
    expect(await mine.engine.restoreSnapshot({ id: 1 }, quiet)).toMatchObject({ transactions: 1 });
    expect(await mine.days()).toEqual(['01']);
    await mine.engine.restoreSnapshot({ id: 2 }, quiet);
    expect(await mine.days()).toEqual(['01', '02']);
    await expect(mine.engine.restoreSnapshot({ id: 9 }, quiet)).rejects.toMatchObject({ code: 'ledger-damaged' });
  });

  test('go with the lock: none in the open beside a locked ledger, none sealed beside an open one, none after an erasure', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20');
    await mine.open();
    expect((await mine.shelf.list()).map(({ sealedBy }) => sealedBy)).toEqual([null]);
    await mine.engine.prepareLock({ passphrase: PASSPHRASE }, quiet);
    await mine.engine.turnLockOn(null, quiet);
    expect(await mine.shelf.list()).toEqual([]);
    await mine.add('2026-03-02,REWE,-31.00');
    const backup = await mine.engine.backup(null, quiet);
    await mine.engine.restore({ file: backup }, quiet);
    expect((await mine.shelf.list()).map(({ sealedBy }) => typeof sealedBy)).toEqual(['string']);
    await mine.engine.restoreSnapshot({ id: 1 }, quiet);
    expect(await mine.days()).toEqual(['01', '02']);
    await mine.engine.turnLockOff({ by: 'passphrase', text: PASSPHRASE }, quiet);
    expect(await mine.shelf.list()).toEqual([]);
    await mine.engine.restore({ file: backup }, quiet);
    await mine.engine.eraseAll(null, quiet);
    expect(await mine.shelf.list()).toEqual([]);
  });

  test('are none where the browser grants too little, and that is told', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20');
    mine.quota = { used: 900_000, granted: 1_000_000 };
    await mine.open();
    expect(await mine.engine.snapshots(null, quiet)).toEqual({ states: [], hasRoom: false });
    mine.quota = { used: 900_000, granted: 100_000_000 };
    await mine.open();
    expect(await mine.kept()).toEqual(['18: 1']);
    expect((await mine.engine.snapshots(null, quiet)).hasRoom).toBe(true);
  });

  test('make room for the next one, the oldest first', async () => {
    const mine = await device('2026-03-01,Blue Bottle,-4.20');
    await mine.open('2026-03-18T12:00:00Z');
    for (const day of ['19', '20']) {
      await mine.add(`2026-03-${day},REWE,-31.00`);
      await mine.open(`2026-03-${day}T12:00:00Z`);
    }
    const [{ takes = 0 } = {}] = await mine.shelf.list();
    const full = takes * 100;
    mine.quota = { used: full * 0.7 - takes * 0.5, granted: full }; // half of what one takes is left
    await mine.add('2026-03-21,REWE,-12.00');
    await mine.open('2026-03-21T12:00:00Z');
    expect((await mine.kept()).map((each) => each.slice(0, 2))).toEqual(['19', '20', '21']);
  });
});
