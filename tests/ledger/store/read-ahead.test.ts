// A ledger read ahead by who may have to take it over: whatever was committed, folded, erased or spoilt since, what is taken is what a
// fresh reading of the store gives, or the same refusal; and what did not change is not read again.
import { beforeAll, describe, expect, test } from 'vitest';
import { makeLock, type HeldKey, type Lock } from '../../../src/ledger/lock/lock.ts';
import { sealedCoder } from '../../../src/ledger/lock/sealed-coder.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';
import { NEWEST_VERSION, openSchema, schemaVersion, migrations } from '../../../src/ledger/migrations/open-schema.ts';
import { loadSqlEngine, SqlJsDatabase, type SqlEngine } from '../../../src/ledger/sql-js-database.ts';
import { plainCoder, type Coder } from '../../../src/ledger/store/coder.ts';
import { KeptLedger } from '../../../src/ledger/store/kept-ledger.ts';
import { changedPages, PAGE_SIZE, type StoredImage } from '../../../src/ledger/store/page-store.ts';
import { ReadAhead } from '../../../src/ledger/store/read-ahead.ts';
import { RecordPageStore } from '../../../src/ledger/store/record-page-store.ts';
import { random } from '../../support/random.ts';
import { MemoryRecords, spoilt } from '../lock/memory-records.ts';

/** Counts what is read whole. */
class CountedRecords extends MemoryRecords {
  whole = 0;
  override read() {
    this.whole += 1;
    return super.read();
  }
}

let sql: SqlEngine;
let lock: Lock;
let held: HeldKey;
beforeAll(async () => {
  sql = await loadSqlEngine();
  ({ lock, held } = await makeLock('green beans are cheap', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 }));
});

const same = (a: StoredImage | null, b: StoredImage | null) =>
  a === b || (a !== null && b !== null && a.generation === b.generation && Buffer.compare(a.bytes, b.bytes) === 0);

const codeOf = (error: unknown) => (error as { code?: string }).code;

describe.each([
  ['in the open', () => plainCoder],
  ['sealed', () => sealedCoder(held, lock)],
])('a store %s', (_, coderOf: () => Coder) => {
  test('that is followed gives what it gives when it is read anew, whatever was done to it between', async () => {
    const coder = coderOf();
    const chance = random(41);
    const below = (limit: number) => Math.floor(chance() * limit);
    const records = new CountedRecords();
    const [writer, reader] = [new RecordPageStore(records, coder), new RecordPageStore(records, coder)];
    let image = new Uint8Array();
    let generation = 0;
    let before: StoredImage | null = null;
    const found = { same: 0, patched: 0, whole: 0, told: 0 };
    for (let round = 0; round < 400; round += 1) {
      for (let commits = below(4); commits > 0; commits -= 1) {
        if (below(40) === 0) {
          await writer.erase();
          image = new Uint8Array();
          generation = 0;
          if (below(2) === 0) continue;
        }
        const size = image.length / PAGE_SIZE;
        const roll = below(30);
        const pages = Math.max(1, roll === 0 ? size + 300 : roll === 1 ? size - below(20) : size + below(3));
        const next = new Uint8Array(pages * PAGE_SIZE);
        next.set(image.subarray(0, next.length));
        for (let page = size; page < pages; page += 1) next[page * PAGE_SIZE] = 1 + below(255);
        for (let edits = 1 + below(4); edits > 0; edits -= 1) next[below(next.length)] = below(256);
        generation += 1;
        await writer.commit({ generation, image: next, pages: changedPages(image.length ? image : null, next) });
        image = next;
      }
      const kept = records.shallow();
      if (records.head !== null && below(8) === 0) {
        const [key] = [...records.patches.keys()].slice(below(3));
        if (key !== undefined) records.patches.set(key, spoilt(records.patches.get(key), below));
        else records.head = spoilt(records.head, below);
      }
      const [anew, wholeBefore] = [await reader.load().catch(codeOf), records.whole];
      const followed: StoredImage | string | null | undefined = await reader.follow(before, Infinity).catch(codeOf);
      if (typeof followed === 'string' || followed === undefined) {
        expect(anew).toBe('ledger-damaged');
        found.told += 1;
      } else if (typeof anew === 'string') {
        // Damage in what was read before it came: the bytes in memory are the sound ones.
        expect(same(followed, before) || followed?.generation === generation, `round ${round}`).toBe(true);
        expect(followed === null ? 0 : Buffer.compare(followed.bytes, image)).toBe(0);
      } else {
        expect(same(followed, anew ?? null), `round ${round}`).toBe(true);
        if (followed === before) found.same += 1;
        else if (records.whole === wholeBefore) found.patched += 1;
        else found.whole += 1;
        before = followed;
      }
      Object.assign(records, { head: kept.head, chunks: kept.chunks, patches: kept.patches });
    }
    for (const [what, count] of Object.entries(found)) expect(count, what).toBeGreaterThan(5);
  });

  test('that holds more than is wanted is left where it is until it is needed', async () => {
    const records = new CountedRecords();
    const ledger = await KeptLedger.open(sql, new RecordPageStore(records, coderOf()));
    const ahead = new ReadAhead(sql, new RecordPageStore(records, coderOf()), ledger.size - 1);
    const whole = records.whole;
    expect(await ahead.look()).toBeNull();
    expect(records.whole).toBe(whole);
    const taken = await KeptLedger.open(sql, ahead.store, { ahead });
    expect(Buffer.compare(taken.backup(), ledger.backup())).toBe(0);
  });
});

test('a ledger read ahead is taken with its database while nothing changed, and with what changed', async () => {
  const records = new CountedRecords();
  const coder = plainCoder;
  const owner = await KeptLedger.open(sql, new RecordPageStore(records, coder));
  const note = (value: string) =>
    owner.change((db) =>
      db.execute("INSERT INTO setting (name, value) VALUES ('kept-questions', ?) ON CONFLICT DO UPDATE SET value = excluded.value", [
        value,
      ]),
    );
  await note('["one"]');
  const ahead = new ReadAhead(sql, new RecordPageStore(records, coder), Infinity);
  const db = await ahead.look();
  expect(await ahead.look()).toBe(db);
  const read = records.whole;
  const taken = await KeptLedger.open(sql, ahead.store, { ahead });
  expect(taken.db).toBe(db);
  await taken.change((each) => each.execute("UPDATE setting SET value = '[\"two\"]' WHERE name = 'kept-questions'"));
  expect(records.whole, 'no record was read again').toBe(read);

  const later = new ReadAhead(sql, new RecordPageStore(records, coder), Infinity);
  await later.look();
  await taken.change((each) => each.execute("UPDATE setting SET value = '[\"three\"]' WHERE name = 'kept-questions'"));
  const whole = records.whole;
  const next = await KeptLedger.open(sql, later.store, { ahead: later });
  expect(next.db.query("SELECT value FROM setting WHERE name = 'kept-questions'").rows).toEqual([['["three"]']]);
  expect(records.whole).toBe(whole);
  await expect(note('["the owner before knows nothing of it"]')).rejects.toMatchObject({ code: 'ledger-in-use' });
});

test('a ledger of an older schema is not brought up to date by who only reads ahead', async () => {
  const old = new SqlJsDatabase(sql);
  openSchema(old, migrations.slice(0, -1));
  const records = new MemoryRecords();
  const image = old.export();
  await new RecordPageStore(records, plainCoder).commit({ generation: 1, image, pages: changedPages(null, image) });
  const ahead = new ReadAhead(sql, new RecordPageStore(records, plainCoder), Infinity);
  expect(await ahead.look()).toBeNull();
  const taken = await KeptLedger.open(sql, ahead.store, { ahead });
  expect(schemaVersion(taken.db)).toBe(NEWEST_VERSION);
  const stored = await KeptLedger.open(sql, new RecordPageStore(records, plainCoder));
  expect(stored.generation).toBe(2);
  expect(schemaVersion(stored.db)).toBe(NEWEST_VERSION);
});
