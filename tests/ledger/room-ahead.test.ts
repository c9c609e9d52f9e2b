// A file that sql.js grows beyond the step and beyond the most that it may grow in place is the file that it would be without.
import { afterEach, expect, test, vi } from 'vitest';
import { withRoom } from '../../src/ledger/room-ahead.ts';
import { loadSqlEngine, type SqlEngine } from '../../src/ledger/sql-js-database.ts';

const engine = await loadSqlEngine();
const MIB = 2 ** 20;

type SqlFile = InstanceType<SqlEngine['Database']>;

/** Rows of 1 MiB, each of another letter, and a change and a rollback among them. */
function fill(file: SqlFile, rows: number): void {
  const insert = file.prepare('INSERT INTO long (text) VALUES (?)');
  for (let row = 0; row < rows; row += 1) insert.run([String.fromCharCode(97 + (row % 26)).repeat(MIB)]);
  file.run('BEGIN');
  for (let row = 0; row < 3; row += 1) insert.run(['never'.repeat(MIB / 5)]);
  file.run('ROLLBACK');
  file.run("UPDATE long SET text = upper(text) WHERE id = 2; INSERT INTO long (text) VALUES ('last')");
  insert.free();
}

const TABLE = 'CREATE TABLE long (id INTEGER PRIMARY KEY, text TEXT)';

function begun(): Uint8Array {
  const file = new engine.Database();
  file.run(TABLE);
  const bytes = file.export();
  file.close();
  return bytes;
}

function grownFrom(bytes: Uint8Array, rows: number): Uint8Array {
  const file = new engine.Database(bytes);
  fill(file, rows);
  expect(file.exec('PRAGMA integrity_check')[0]?.values).toEqual([['ok']]);
  const grown = file.export();
  file.close();
  return grown;
}

const plain = new Map<number, Uint8Array>();

/** The same file made without room. */
function plainly(rows: number): Uint8Array {
  const grown = plain.get(rows) ?? grownFrom(begun(), rows);
  plain.set(rows, grown);
  return grown;
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['over a step', 20, undefined],
  ['over two steps', 40, undefined],
  ['beyond the most', 40, 24 * MIB],
  ['from a file beyond the most', 5, 1000],
])('grows %s', (_, rows, most) => {
  const bytes = begun();
  const kept = Uint8Array.from(bytes);
  const grown = grownFrom(withRoom(bytes, most), rows);
  expect(grown.length).toBeGreaterThan(rows * MIB);
  expect(Buffer.compare(grown, plainly(rows))).toBe(0);
  expect(bytes).toEqual(kept);
});

test('the array grows where it lies, and no larger than a step at a time', () => {
  const room = withRoom(Uint8Array.of(1, 2, 3)).slice();
  expect([...room.subarray(0, 3)]).toEqual([1, 2, 3]);
  expect(room.byteLength).toBe(3);
  expect(room.length).toBeGreaterThan(500 * MIB);
  const { buffer } = room;
  room.set(Uint8Array.of(7), 20 * MIB);
  expect(room.buffer).toBe(buffer);
  expect(room.byteLength).toBe(32 * MIB);
  expect([...room.subarray(20 * MIB, 20 * MIB + 2)]).toEqual([7, 0]);
});

/** As in a browser from before 2023: without `resize`. */
const OldBuffer = { prototype: {} };

/** As where no stretch of memory is left that is as large as the most. */
class CrowdedBuffer extends ArrayBuffer {
  constructor(size: number, options?: { maxByteLength?: number }) {
    if (options) throw new RangeError('Array buffer allocation failed');
    super(size);
  }
}

test.each([
  ['an old one', OldBuffer],
  ['one without so much memory', CrowdedBuffer],
])('a browser that cannot grow an array (%s) gets room behind the bytes', (_, buffer) => {
  vi.stubGlobal('ArrayBuffer', buffer);
  const room = withRoom(begun()).slice();
  expect(room.constructor).toBe(Uint8Array);
  expect(room.byteLength).toBeGreaterThan(16 * MIB);
  const grown = grownFrom(withRoom(begun()), 40);
  vi.unstubAllGlobals();
  expect(Buffer.compare(grown, plainly(40))).toBe(0);
});
