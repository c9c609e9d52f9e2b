// Earlier states: what comes out is what was kept, sealed where the ledger is locked; and which of them stay.
import { describe, expect, test } from 'vitest';
import { digest, toHex } from '../../../src/ledger/backup/backup-file.ts';
import { memoryShelf } from '../../../src/ledger/backup/memory-shelf.ts';
import { squeeze } from '../../../src/ledger/backup/squeeze.ts';
import {
  keepSnapshot,
  makesRoom,
  openSnapshot,
  shelfFor,
  thinned,
  USUAL_SHELF,
  type SnapshotFacts,
  type SnapshotShelf,
} from '../../../src/ledger/backup/snapshot.ts';
import { makeLock, type HeldKey } from '../../../src/ledger/lock/lock.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';

const MiB = 2 ** 20;
/** Three pieces, the last of them short. */
const file = new Uint8Array(5 * MiB).map((_, at) => (at >> 9) % 251);
const facts = { id: 3, at: '2026-03-18T10:00:00Z', revision: 12, transactions: 40 };
const { held } = await makeLock('green beans are cheap', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });
const { held: other } = await makeLock('green beans are dear', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });

interface Keeping {
  key?: HeldKey | null;
  signal?: AbortSignal;
  /** Where the ledger is another one. */
  changesAt?: number;
}

const keep = (shelf: SnapshotShelf, { key = null, signal = new AbortController().signal, changesAt = Infinity }: Keeping = {}) =>
  keepSnapshot(
    shelf,
    { facts, size: file.length, held: key, signal, read: async (from, until) => (until > changesAt ? null : file.slice(from, until)) },
    () => [],
  );

async function kept(key: HeldKey | null) {
  const shelf = memoryShelf();
  const made = await keep(shelf, { key });
  if (!made) throw new Error('it was not kept');
  return { shelf, made };
}

const isWhole = (bytes: Uint8Array) => Buffer.compare(bytes, file) === 0;

describe('an earlier state', () => {
  test.each([
    ['in the open', null],
    ['sealed', held],
  ])('%s comes out as it was kept, and spoilt, exchanged or with a piece gone not at all', async (_, key) => {
    const { shelf, made } = await kept(key);
    expect(await shelf.list()).toEqual([made]);
    expect(isWhole(await openSnapshot(shelf, made, key))).toBe(true);
    expect(made.takes).toBeLessThan(file.length / 10);
    const [first, second] = [await shelf.piece(3, 0), await shelf.piece(3, 1)];
    const spoilt = structuredClone(first) as { bytes?: Uint8Array; sealed?: Uint8Array };
    const bytes = spoilt.bytes ?? spoilt.sealed ?? new Uint8Array();
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    for (const piece of [spoilt, second, null]) {
      await shelf.addPiece(3, 0, piece);
      await expect(openSnapshot(shelf, made, key)).rejects.toMatchObject({ code: 'ledger-damaged' });
    }
    await shelf.addPiece(3, 0, first);
    expect(isWhole(await openSnapshot(shelf, made, key))).toBe(true);
  });

  test('sealed opens with no other key, and under no other date', async () => {
    const { shelf, made } = await kept(held);
    for (const [given, key] of [
      [made, other],
      [made, null],
      [{ ...made, at: '2026-03-19T10:00:00Z' }, held],
    ] as const) {
      await expect(openSnapshot(shelf, given, key)).rejects.toMatchObject({ code: 'ledger-damaged' });
    }
  });

  test('of a ledger that changes meanwhile, that is stopped or finds no room, is none, and leaves nothing', async () => {
    const none = memoryShelf();
    expect(await keep(none, { changesAt: 3 * MiB })).toBeNull();
    const stop = new AbortController();
    const stopping: SnapshotShelf = { ...none, addPiece: async (...piece) => none.addPiece(...piece).then(() => stop.abort()) };
    expect(await keep(stopping, { signal: stop.signal })).toBeNull();
    const full: SnapshotShelf = {
      ...none,
      addPiece: (id, at, piece) => (at ? Promise.reject(new Error('full')) : none.addPiece(id, at, piece)),
    };
    await expect(keep(full)).rejects.toThrow('full');
    expect(await none.list()).toEqual([]);
    for (const at of [0, 1, 2]) expect(await none.piece(3, at)).toBeNull();
  });

  test('that an earlier version kept in one piece opens', async () => {
    const shelf = memoryShelf();
    const bytes = await squeeze(file);
    await shelf.addPiece(3, 0, { bytes, sum: toHex(await digest(bytes)) });
    const old = { ...facts, size: file.length, takes: bytes.length, sealedBy: null };
    await shelf.put(old, []);
    expect(isWhole(await openSnapshot(shelf, old, null))).toBe(true);
  });
});

const DAY = 86_400_000;
const start = Date.parse('2026-01-01T10:00:00Z');
const onDay = (day: number, takes = 1000, size = takes): SnapshotFacts => {
  return { id: day, at: new Date(start + day * DAY).toISOString(), size, takes, transactions: 1, revision: day, sealedBy: null };
};

describe('of many earlier states', () => {
  test('few stay, denser the nearer they are, whatever day it is', () => {
    let kept: SnapshotFacts[] = [];
    for (let day = 0; day <= 400; day += 1) {
      const all = [...kept, onDay(day)];
      const gone = thinned(all, onDay(day).at, USUAL_SHELF);
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
    const much = 0.4 * USUAL_SHELF;
    expect(thinned([onDay(1, much), onDay(2, much), onDay(4, much)], onDay(5).at, USUAL_SHELF)).toEqual([1]);
    expect(thinned([onDay(1), onDay(2, 2 * USUAL_SHELF)], onDay(3).at, USUAL_SHELF)).toEqual([1]);
  });

  test('they may take a tenth of what the browser grants, and never more than 512 MiB', () => {
    expect([null, { used: 0, granted: 1000 * MiB }, { used: 0, granted: 1e12 }].map(shelfFor)).toEqual([64 * MiB, 100 * MiB, 512 * MiB]);
  });

  test('one more is made where the ledger keeps its room, at need in the place of the oldest', () => {
    const million = 272 * MiB;
    const all = [onDay(1, 60 * MiB, million), onDay(2, 60 * MiB, million)];
    const quota = (used: number, granted: number) => ({ used: used * MiB, granted: granted * MiB });
    expect(makesRoom(million, [], quota(300, 10_000))).toEqual([]);
    expect(makesRoom(million, [], quota(300, 500))).toBeNull();
    expect(makesRoom(million, all, quota(420, 700))).toEqual([]);
    expect(makesRoom(million, all, quota(450, 700))).toEqual([1]);
    expect(makesRoom(million, all, quota(500, 700))).toBeNull();
    expect([makesRoom(64 * MiB, [], null), makesRoom(65 * MiB, [], null)]).toEqual([[], null]);
  });
});
