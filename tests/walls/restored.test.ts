// A backup is a file like any other: whoever writes one may put into every text of it what no statement could bring in. Restored, it is
// plain and bounded on every way out, no row is lost, and what has no shape of ours refuses it.
// 24 payloads in `npm test`, 2,000 with SOTTO_WALLS=whole (npm run test:walls).
import { describe, expect, test } from 'vitest';
import type { SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { hostileFile, minorOf } from './hostile-files.ts';
import { call, checkOutputs, engineOf, expectPlain, openCopy, TODAY, type Engine } from './outputs.ts';
import { payloads } from './payloads.ts';

const TEXTS = payloads(process.env['SOTTO_WALLS'] === 'whole' ? 2_000 : 24);
const MINORS = TEXTS.map((_, at) => minorOf(at));

async function opened(): Promise<Engine> {
  const engine = engineOf();
  await call(engine, 'open', { home: 'EUR', today: TODAY });
  return engine;
}

/** The backup of a plain ledger with an act or two, after somebody changed it. */
async function backupWith(change: (db: SqlJsDatabase) => void): Promise<Blob> {
  const engine = await opened();
  const { name, bytes } = hostileFile('own csv', '', TEXTS);
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const { previewId } = await call(engine, 'preview', { file, name, today: TODAY });
  await call(engine, 'import', { previewId, accountId: null, accountName: null });
  const db = await openCopy(await call(engine, 'backup', null));
  change(db);
  return new Blob([db.export() as Uint8Array<ArrayBuffer>]);
}

/** Of what a plain ledger holds few of (accounts, statements, acts) there are copies, so that each payload has a row. */
function multiply(db: SqlJsDatabase, table: string): void {
  const columns = db.query('SELECT name FROM pragma_table_info(?)', [table]).rows.map(([name]) => String(name));
  const kept = columns.filter((name) => name !== 'id');
  const copied = kept.map((name) => (name === 'name' ? `name || ' ' || ?` : name)).join(', ');
  const have = db.query(`SELECT rowid FROM ${table}`).rows.length;
  for (let at = have; at < TEXTS.length; at++)
    db.execute(
      `INSERT INTO ${table} (${kept.join(', ')}) SELECT ${copied} FROM ${table} ORDER BY rowid LIMIT 1`,
      kept.includes('name') ? [at] : [],
    );
}

/** Row n of a table gets payload n; names stay different by a number behind. */
function fill(db: SqlJsDatabase, table: string, column: string, write: (text: string, at: number) => string = (text) => text): void {
  multiply(db, table);
  const { rows } = db.query(`SELECT rowid FROM ${table} ORDER BY rowid`);
  expect(rows.length).toBeGreaterThanOrEqual(TEXTS.length);
  for (const [at, [id]] of rows.entries())
    db.execute(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`, [write(TEXTS[at % TEXTS.length] ?? '', at), id ?? null]);
}

const json = (make: (text: string) => unknown) => (text: string) => JSON.stringify(make(text));
const PLACES: [table: string, column: string, write?: (text: string, at: number) => string][] = [
  ['bank_transaction', 'descriptor'],
  ['bank_transaction', 'memo'],
  ['bank_transaction', 'kind'],
  ['bank_transaction', 'bank_id'],
  ['payee', 'name', (text, at) => `${text}${at}`],
  ['payee', 'kind'],
  ['category', 'name', (text, at) => `${at}${text}`],
  ['account', 'name', (text, at) => `${at}${text}`],
  ['account', 'institution'],
  ['account', 'number'],
  ['statement', 'file_name'],
  ['statement', 'format'],
  ['statement', 'set_aside', json((text) => [{ line: 1, why: 'summary', text }])],
  ['act', 'says', json((text) => ({ file: text, rows: 1, isSample: false }))],
];

describe('a backup in which somebody wrote', () => {
  test.each(PLACES)('%s.%s', async (table, column, write) => {
    const engine = await opened();
    await call(engine, 'restore', { file: await backupWith((db) => fill(db, table, column, write)) });
    await checkOutputs(engine, MINORS);
    expectPlain(await call(engine, 'acts', { offset: 0, limit: TEXTS.length + 10 }), 'acts');
  });

  test('what was said of rows: notes, meanings, rules, layouts, questions to keep', async () => {
    const file = await backupWith((db) => {
      const ids = db.query('SELECT id FROM bank_transaction ORDER BY id').rows;
      TEXTS.forEach((text, at) => {
        db.execute(
          `INSERT INTO said_row SELECT account_id, fingerprint, occurrence, 'note', json_quote(?) FROM bank_transaction WHERE id = ?`,
          [text.toWellFormed(), ids[at]?.[0] ?? null],
        );
        db.execute('INSERT INTO meaning VALUES (?, ?, ?)', [`${at}${text}`, text, '2026-01-01T00:00:00Z']);
        db.execute('INSERT INTO rule (place, text, category, payee) VALUES (?, ?, ?, ?)', [at, text, text, text]);
        db.execute('INSERT INTO layout_choice VALUES (?, ?)', [`${at}${text}`, JSON.stringify({ [text]: text })]);
      });
      db.execute(`INSERT OR REPLACE INTO setting VALUES ('kept-questions', ?)`, [JSON.stringify([...TEXTS, ...TEXTS])]);
    });
    const engine = await opened();
    await call(engine, 'restore', { file });
    await checkOutputs(engine, MINORS);
    expectPlain(await call(engine, 'rules', null), 'rules');
    const kept = await call(engine, 'keptQuestions', null);
    expectPlain(kept, 'kept questions');
    expect(new Set(kept).size, 'a screen tells them apart by their words').toBe(kept.length);
    const { rows } = await call(engine, 'transactions', { search: '', accountId: null, offset: 0, limit: TEXTS.length });
    for (const { transactionId } of rows.slice(0, 200)) expectPlain(await call(engine, 'row', { transactionId }), 'row');
  });

  test('names that only marks nobody sees told apart stay two', async () => {
    const engine = await opened();
    const marked = (name: string) => (db: SqlJsDatabase) => {
      db.execute('UPDATE category SET name = ? WHERE id = 1', [name]);
      db.execute('UPDATE category SET name = ? WHERE id = 2', [`${name}\u200b`]);
    };
    await call(engine, 'restore', { file: await backupWith(marked('Food')) });
    const db = await openCopy(await call(engine, 'backup', null));
    expect(db.query('SELECT name FROM category WHERE id < 3 ORDER BY id').rows).toEqual([['Food'], ['Food (2)']]);
  });

  test('and what is plain comes back as it was, to the byte', async () => {
    const file = await backupWith(() => undefined);
    const engine = await opened();
    await call(engine, 'restore', { file });
    const texts = (db: SqlJsDatabase) =>
      ['bank_transaction', 'posting', 'payee', 'category', 'account', 'statement', 'act', 'coverage'].map(
        (table) => db.query(`SELECT * FROM ${table}`).rows,
      );
    expect(texts(await openCopy(await call(engine, 'backup', null)))).toEqual(texts(await openCopy(file)));
  });
});

test.each([
  ['a day that is none', "UPDATE posting SET day = '<b>2026</b>' WHERE id = 1"],
  ['a currency that is none', "UPDATE bank_transaction SET currency = '=1+1' WHERE id = 1"],
  ['a moment that is none', "UPDATE act SET at = 'now <b>'"],
  ['JSON that is none', "UPDATE act SET says = '{'"],
  ['JSON of another shape', "UPDATE statement SET set_aside = '5'"],
])('a backup with %s is refused, and nothing has changed', async (_, change) => {
  const engine = await opened();
  const file = await backupWith((db) => db.execute(change));
  await expect(call(engine, 'restore', { file })).rejects.toMatchObject({ code: 'ledger-damaged' });
  expect((await call(engine, 'open', { home: 'EUR', today: TODAY })).transactions).toBe(0);
});
