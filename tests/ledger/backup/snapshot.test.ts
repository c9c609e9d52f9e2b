// Earlier states: what comes out is what was kept, sealed where the ledger is locked; and which of them stay.
import { describe, expect, test } from 'vitest';
import { makeSnapshot, openSnapshot, SHELF_BYTES, thinned, type SnapshotFacts } from '../../../src/ledger/backup/snapshot.ts';
import { makeLock } from '../../../src/ledger/lock/lock.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';

const file = new TextEncoder().encode('Blue Bottle Coffee, Oakland '.repeat(2_000));
const facts = { id: 3, at: '2026-03-18T10:00:00Z', revision: 12, transactions: 40 };
const { held } = await makeLock('green beans are cheap', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });
const { held: other } = await makeLock('green beans are dear', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });

describe('an earlier state', () => {
  test.each([
    ['in the open', null],
    ['sealed', held],
  ])('%s comes out as it was kept, and spoilt not at all', async (_, key) => {
    const snapshot = await makeSnapshot(file, facts, key);
    expect(await openSnapshot(snapshot, key)).toEqual(file);
    expect(snapshot.facts.takes).toBeLessThan(file.length / 10);
    const bytes = 'bytes' in snapshot.content ? snapshot.content.bytes : snapshot.content.sealed;
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await expect(openSnapshot(snapshot, key)).rejects.toMatchObject({ code: 'ledger-damaged' });
  });

  test('sealed opens with no other key, and under no other date', async () => {
    const snapshot = await makeSnapshot(file, facts, held);
    for (const [given, key] of [
      [snapshot, other],
      [snapshot, null],
      [{ ...snapshot, facts: { ...snapshot.facts, at: '2026-03-19T10:00:00Z' } }, held],
    ] as const) {
      await expect(openSnapshot(given, key)).rejects.toMatchObject({ code: 'ledger-damaged' });
    }
  });
});

const DAY = 86_400_000;
const start = Date.parse('2026-01-01T10:00:00Z');
const onDay = (day: number, takes = 1000): SnapshotFacts => {
  return { id: day, at: new Date(start + day * DAY).toISOString(), size: takes, takes, transactions: 1, revision: day, sealedBy: null };
};

describe('of many earlier states', () => {
  test('few stay, denser the nearer they are, whatever day it is', () => {
    let kept: SnapshotFacts[] = [];
    for (let day = 0; day <= 400; day += 1) {
      const all = [...kept, onDay(day)];
      const gone = thinned(all, onDay(day).at);
      kept = all.filter(({ id }) => !gone.includes(id));
      expect(kept.length).toBeLessThanOrEqual(8);
      expect(kept.at(-1)?.id).toBe(day);
      const oldest = day - (kept[0]?.id ?? 0);
      expect(oldest, `day ${day}`).toBeGreaterThanOrEqual(Math.min(day, 30));
    }
    const ages = kept.map(({ id }) => 400 - id).reverse();
    expect(ages.slice(0, 2)).toEqual([0, 1]);
    expect(ages.at(-1)).toBeGreaterThanOrEqual(60);
  });

  test('they take bounded room, and the newest stays however large it is', () => {
    const much = 0.4 * SHELF_BYTES;
    expect(thinned([onDay(1, much), onDay(2, much), onDay(4, much)], onDay(5).at)).toEqual([1]);
    expect(thinned([onDay(1), onDay(2, 2 * SHELF_BYTES)], onDay(3).at)).toEqual([1]);
  });
});
