// Turning the lock on and off, cut at every write: one whole ledger is there each time, and nothing of it in the open once it is locked.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { Locking, ownKey } from '../../src/app/engine/locking.ts';
import { LEAST_MEMORY_KIB } from '../../src/ledger/lock/stretch.ts';
import { Vault } from '../../src/ledger/lock/vault.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import { plainCoder } from '../../src/ledger/store/coder.ts';
import type { KeptLedger } from '../../src/ledger/store/kept-ledger.ts';
import { RecordPageStore } from '../../src/ledger/store/record-page-store.ts';
import { recordStatement } from '../../src/ledger/recording/record-statement.ts';
import { aStatement, posted } from '../ledger/open-ledger.ts';
import { MemoryRecords } from '../ledger/lock/memory-records.ts';

const engine = await loadSqlEngine();
const PASSPHRASE = 'green beans are cheap';
const SECRET = { by: 'passphrase', text: PASSPHRASE } as const;

/** Two databases that may be cut off: from `left` writes on, none happens. */
class Disk {
  plain = new MemoryRecords();
  locked = new MemoryRecords();
  left = Infinity;

  /** What a worker started anew finds. */
  start(keys = ownKey()) {
    const vault = new Vault(new RecordPageStore(this.#cuttable(this.plain), plainCoder), this.#cuttable(this.locked));
    return new Locking(vault, keys, () => 0, { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });
  }

  #cuttable(records: MemoryRecords): MemoryRecords {
    return new Proxy(records, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...input: unknown[]): Promise<unknown> => {
          if (['write', 'writeLock', 'erase'].includes(String(name)) && (this.left -= 1) < 0)
            throw new AppError('storage-failed', 'killed');
          return (value as (...input: unknown[]) => unknown).apply(target, input);
        };
      },
    });
  }
}

const openAt = (locking: Locking) => locking.open(async () => engine);
const rowsOf = (ledger: KeptLedger) => posted(ledger.db).length;

async function filled(disk: Disk): Promise<{ locking: Locking; ledger: KeptLedger }> {
  const locking = disk.start();
  const ledger = await openAt(locking);
  await ledger.change((db) =>
    recordStatement(db, aStatement(['2026-03-01 -4.20 Blue Bottle', '2026-03-02 -31.00 REWE']), { homeCurrency: 'EUR' }),
  );
  return { locking, ledger };
}

/** Opens with the passphrase where it is asked for. */
async function reopened(disk: Disk): Promise<{ rows: number; isLocked: boolean }> {
  disk.left = Infinity;
  const locking = disk.start();
  try {
    return { rows: rowsOf(await openAt(locking)), isLocked: false };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ledger-locked') throw error;
    await locking.unlock(SECRET);
    return { rows: rowsOf(await openAt(locking)), isLocked: true };
  }
}

const isOpenToAll = ({ plain }: Disk) => plain.chunks.size + plain.patches.size > 0 || plain.head !== null;

describe('the lock', () => {
  test('turned on, off and on again keeps every row, and leaves nothing in the open', async () => {
    const disk = new Disk();
    const { locking, ledger } = await filled(disk);
    await locking.prepare(PASSPHRASE);
    await locking.turnOn(ledger);
    expect(isOpenToAll(disk)).toBe(false);
    await ledger.change((db) => recordStatement(db, aStatement(['2026-04-01 -1.00 Kiosk']), { homeCurrency: 'EUR' }));
    expect(await reopened(disk)).toEqual({ rows: 3, isLocked: true });
    await expect(locking.turnOff(ledger, { by: 'passphrase', text: 'wrong' })).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await locking.turnOff(ledger, SECRET);
    expect(disk.locked).toEqual(new MemoryRecords());
    expect(await reopened(disk)).toEqual({ rows: 3, isLocked: false });
  });

  test('is not opened without its passphrase, nor with the key of a lock before', async () => {
    const disk = new Disk();
    const { locking, ledger } = await filled(disk);
    await locking.prepare(PASSPHRASE);
    await locking.turnOn(ledger);
    await expect(openAt(disk.start())).rejects.toMatchObject({ code: 'ledger-locked' });
    const keys = ownKey();
    const other = disk.start(keys);
    await other.unlock(SECRET);
    const stale = await keys.current();
    await locking.turnOff(ledger, SECRET);
    await locking.prepare(PASSPHRASE);
    await locking.turnOn(ledger);
    keys.put(stale);
    await expect(openAt(disk.start(keys))).rejects.toMatchObject({ code: 'ledger-locked' });
  });

  test.each(['on', 'off'] as const)('cut off while it is turned %s, at any write, there is one whole ledger', async (act) => {
    const seen = new Set<boolean>();
    for (let writes = 0; writes < 4; writes += 1) {
      const disk = new Disk();
      const { locking, ledger } = await filled(disk);
      await locking.prepare(PASSPHRASE);
      if (act === 'off') await locking.turnOn(ledger);
      disk.left = writes;
      const done = await (act === 'on' ? locking.turnOn(ledger) : locking.turnOff(ledger, SECRET)).then(
        () => true,
        () => false,
      );
      const after = await reopened(disk);
      expect(after.rows, `after ${writes} writes`).toBe(2);
      if (after.isLocked) expect(isOpenToAll(disk), `after ${writes} writes`).toBe(false);
      if (done) expect(after.isLocked).toBe(act === 'on');
      seen.add(done);
    }
    expect([...seen].sort()).toEqual([false, true]);
  });

  test('a change of the passphrase writes one record and no other', async () => {
    const disk = new Disk();
    const { locking, ledger } = await filled(disk);
    await locking.prepare(PASSPHRASE);
    await locking.turnOn(ledger);
    const before = disk.locked.copy();
    await locking.change(SECRET, 'four other words here');
    expect(disk.locked.lock).not.toEqual(before.lock);
    expect({ ...disk.locked, lock: null }).toEqual({ ...before, lock: null });
    await expect(disk.start().unlock(SECRET)).rejects.toMatchObject({ code: 'passphrase-wrong' });
  });

  test('whose record is gone is damage, and no empty ledger takes its place', async () => {
    const disk = new Disk();
    const { locking, ledger } = await filled(disk);
    await locking.prepare(PASSPHRASE);
    await locking.turnOn(ledger);
    disk.locked.lock = null;
    await expect(openAt(disk.start())).rejects.toMatchObject({ code: 'ledger-damaged' });
  });
});
