// A ledger over a store that fails at random: no room, a transaction given up, an answer lost after the writing, a worker killed
// between two changes. Memory and store are the same after each, what was acknowledged is there, and SQLite finds its file whole.
import { expect, test } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import { makeLock } from '../../../src/ledger/lock/lock.ts';
import { sealedCoder } from '../../../src/ledger/lock/sealed-coder.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';
import { loadSqlEngine } from '../../../src/ledger/sql-js-database.ts';
import { plainCoder, type StoredBatch } from '../../../src/ledger/store/coder.ts';
import { KeptLedger } from '../../../src/ledger/store/kept-ledger.ts';
import { RecordPageStore } from '../../../src/ledger/store/record-page-store.ts';
import { random } from '../../support/random.ts';
import { MemoryRecords } from '../lock/memory-records.ts';

const engine = await loadSqlEngine();
const rounds = Math.ceil(Number(process.env['SOTTO_FAULTS'] ?? 1_600) / 20);

type Fault = 'none' | 'full' | 'aborted' | 'answer lost';

class FailingRecords extends MemoryRecords {
  next: Fault = 'none';
  override async write(batch: StoredBatch, isLatest: (head: unknown) => boolean): Promise<void> {
    const fault = this.next;
    this.next = 'none';
    if (fault === 'full') throw new AppError('storage-full', 'no room');
    if (fault === 'aborted') throw new AppError('storage-failed', 'AbortError: given up');
    await super.write(batch, isLatest);
    if (fault === 'answer lost') throw new AppError('storage-failed', 'UnknownError: nobody knows');
  }
}

const { lock, held } = await makeLock('green beans are cheap', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });

test.each([
  ['in the open', plainCoder],
  ['sealed', sealedCoder(held, lock)],
] as const)(`${rounds} changes over a failing store, %s`, { timeout: 60_000 + rounds * 200 }, async (_, coder) => {
  const chance = random(31);
  const below = (limit: number) => Math.floor(chance() * limit);
  const records = new FailingRecords();
  const open = () => KeptLedger.open(engine, new RecordPageStore(records, coder));
  let ledger = await open();
  /** What must be there. A change whose answer was lost is found to be there, and so acknowledged. */
  let acknowledged = new Map<string, string>();
  const seen = new Map<Fault, number>();

  for (let round = 0; round < rounds; round += 1) {
    const fault = (['none', 'none', 'full', 'aborted', 'answer lost'] as const)[below(5)] ?? 'none';
    const next = new Map(acknowledged);
    const names = Array.from({ length: 1 + below(30) }, () => `note ${below(400)}`);
    for (const name of names) {
      if (chance() < 0.3) next.delete(name);
      else next.set(name, JSON.stringify('x'.repeat(below(3_000))));
    }
    records.next = fault;
    const done = await ledger
      .change((db) => {
        for (const name of names) {
          const value = next.get(name);
          db.execute('DELETE FROM setting WHERE name = ?', [name]);
          if (value !== undefined) db.execute('INSERT INTO setting (name, value) VALUES (?, ?)', [name, value]);
        }
      })
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof AppError && /^(storage|ledger-in-use)/.test(error.code)) return false;
          throw error;
        },
      );
    seen.set(fault, (seen.get(fault) ?? 0) + 1);
    if (chance() < 0.2) ledger = await open(); // killed and started again
    const there = notesOf(ledger);
    expect(done, fault).toBe(fault === 'none' || fault === 'answer lost' || sameAs(next, acknowledged));
    expect(sameAs(there, done ? next : acknowledged), `round ${round}, ${fault}`).toBe(true);
    acknowledged = there;
    if (round % 20 === 0) {
      const fresh = await open();
      expect(fresh.db.query('PRAGMA integrity_check').rows).toEqual([['ok']]);
      expect(sameAs(notesOf(fresh), there)).toBe(true);
      fresh.close();
    }
  }
  expect(seen.size).toBe(4);
});

const notesOf = ({ db }: KeptLedger) =>
  new Map(db.query("SELECT name, value FROM setting WHERE name LIKE 'note %'").rows.map(([name, value]) => [String(name), String(value)]));

const sameAs = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
