// Each page of a file taken away in turn, and runs of pages: every question is answered as before, or SQLite refuses it.
import { expect, test } from 'vitest';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { spreadHoles } from '../../../src/ledger/store/holes.ts';
import { PAGE_SIZE } from '../../../src/ledger/store/page-store.ts';

const engine = await loadSqlEngine();

/** Rows of a few bytes and of several pages, with figures behind the long text and an index over it. */
function longRows(): Uint8Array {
  const db = new SqlJsDatabase(engine);
  db.execute('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, minor INTEGER); CREATE INDEX note_text ON note (text, minor)');
  for (let id = 1; id <= 30; id += 1)
    db.execute('INSERT INTO note VALUES (?, ?, ?)', [id, `${id} ${'long words '.repeat((id * 73) % 1100)}`, id * 1_000_003]);
  const bytes = db.export();
  db.close();
  return bytes;
}

const QUESTIONS = [
  'SELECT id, text, minor FROM note ORDER BY id',
  'SELECT sum(minor), count(*), sum(length(text)) FROM note',
  'SELECT text, minor FROM note INDEXED BY note_text ORDER BY text',
  ...[3, 20, 29].map((id) => `SELECT text, minor FROM note WHERE id = ${id}`),
  ...[3, 20, 29].map((id) => `SELECT minor, text FROM note INDEXED BY note_text WHERE text >= '${id} ' AND text < '${id}!'`),
];

/** Null where SQLite refuses. */
function answers(bytes: Uint8Array): (string | null)[] {
  let db: SqlJsDatabase;
  try {
    db = new SqlJsDatabase(engine, bytes);
  } catch {
    return QUESTIONS.map(() => null); // SQLite's refusal of the whole file
  }
  const told = QUESTIONS.map((sql) => {
    try {
      return JSON.stringify(db.query(sql).rows);
    } catch {
      return null; // its refusal of a page
    }
  });
  db.close();
  return told;
}

const whole = longRows();
const right = answers(whole);
const pages = whole.length / PAGE_SIZE;

test.each([1, 2, 16])('holes of %i pages', (length) => {
  let answered = 0;
  let refused = 0;
  for (let first = 0; first < pages; first += 1) {
    const holes = new Set(Array.from({ length }, (_, at) => first + at).filter((page) => page < pages));
    const bytes = whole.slice();
    for (const page of holes) bytes.fill(0, page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    spreadHoles(bytes, holes);
    for (const [at, answer] of answers(bytes).entries()) {
      if (answer === null) refused += 1;
      else expect(answer === right[at], `${QUESTIONS[at]}, without ${length} from page ${first}`).toBe(true);
      if (answer !== null) answered += 1;
    }
  }
  expect(answered).toBeGreaterThan(length === 16 ? 0 : pages);
  expect(refused).toBeGreaterThan(pages);
});

test('a file without rows that run on keeps what it has', () => {
  const db = new SqlJsDatabase(engine);
  db.execute('CREATE TABLE day (id INTEGER PRIMARY KEY, minor INTEGER)');
  for (let id = 1; id <= 2_000; id += 1) db.execute('INSERT INTO day VALUES (?, ?)', [id, id]);
  const bytes = db.export();
  db.close();
  const holes = new Set([4, 5]);
  for (const page of holes) bytes.fill(0, page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  const before = bytes.slice();
  spreadHoles(bytes, holes);
  expect(Buffer.compare(bytes, before)).toBe(0);
});
