import { expect, test, vi } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { checkReadOnly, readOnly } from '../../src/ledger/read-only.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import { openLedger } from './open-ledger.ts';

test.each([
  'SELECT 1',
  'select count(*) from posting;',
  '  -- how many\n SELECT 1 ;; ',
  'WITH x AS (SELECT 1) SELECT * FROM x',
  "SELECT 'drop table posting; delete from x' AS words",
  `SELECT replace(name, 'a', 'b') AS "update" FROM payee`,
  'SELECT [delete] FROM (SELECT 1 AS [delete])',
  'SELECT 1 /* ; DROP TABLE posting */',
])('%s is a reading', (sql) => {
  expect(() => checkReadOnly(sql)).not.toThrow();
  expect(() => readOnly(openLedger()).query(sql)).not.toThrow();
});

test.each([
  '',
  ';',
  'DELETE FROM posting',
  'SELECT 1; DELETE FROM posting',
  'SELECT 1;SELECT 2',
  'PRAGMA query_only = 0',
  "ATTACH 'x' AS y",
  "SELECT 1 FROM pragma_table_info('posting')",
  'SELECT * FROM "pragma_table_info"(\'posting\')',
  'WITH gone AS (SELECT 1) DELETE FROM posting WHERE 1 IN gone',
  "WITH gone AS (SELECT 1) REPLACE INTO setting VALUES ('a', '1')",
  'VACUUM',
  'EXPLAIN SELECT 1',
  "SELECT load_extension('x')",
  'SELECT zeroblob(1000000000)',
  "SELECT 'never closed",
  'SELECT 1 -- \n ; drop table posting',
  'SELECT 1\0; drop table posting',
])('%s is refused', (sql) => {
  expect(() => readOnly(openLedger()).query(sql)).toThrow(expect.objectContaining({ code: 'query-refused' }));
});

test('values are bound, and the same database still writes afterwards', () => {
  const db = openLedger();
  const face = readOnly(db);
  expect(face.query('SELECT ? || ?', ['a', "'; DROP TABLE posting"]).rows).toEqual([["a'; DROP TABLE posting"]]);
  expect(() => face.query('SELECT no_such_column')).toThrow('no_such_column');
  db.execute("INSERT INTO setting VALUES ('week-start', '1')");
  expect(face.query('SELECT value FROM setting').rows).toEqual([['1']]);
});

test('while the face reads the connection itself writes nothing; its owner writes again, by every way', () => {
  const db = openLedger();
  const write = "INSERT OR REPLACE INTO setting VALUES ('week-start', '2')";
  const prepared = db.prepare(write);
  const refuses = () => {
    readOnly(db).query('SELECT 1');
    expect(() => db.readProtected(write, [], () => true)).toThrow('readonly');
  };
  refuses();
  db.execute(write);
  refuses();
  db.query(write);
  refuses();
  prepared.run([]);
  refuses();
  db.transaction(() => {
    refuses();
    db.execute("INSERT OR REPLACE INTO setting VALUES ('week-start', '3')");
    refuses();
  });
  prepared.close();
  expect(readOnly(db).query("SELECT value FROM setting WHERE name = 'week-start'").rows).toEqual([['3']]);
});

test('one reading after another turns nothing on the connection, for which SQLite would prepare every statement anew', async () => {
  const engine = await loadSqlEngine();
  const db = openLedger();
  const face = readOnly(db);
  face.query('SELECT 1');
  const run = vi.spyOn(engine.Database.prototype, 'run');
  face.query('SELECT 1');
  face.query('SELECT 2');
  expect(run).not.toHaveBeenCalled();
  db.query('SELECT 1');
  expect(run.mock.calls).toEqual([['PRAGMA query_only = 0']]);
  run.mockRestore();
});

const endless = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';

test('a query past its time or its rows ends with words, and the next one runs', () => {
  let now = 0;
  const slow = readOnly(openLedger(), { time: 50, clock: () => (now += 1) });
  expect(() => slow.query(endless)).toThrow(expect.objectContaining({ code: 'query-slow' }));
  const many = readOnly(openLedger(), { rows: 1000 });
  expect(() => many.query(endless)).toThrow(AppError);
  expect(many.query('SELECT 7').rows).toEqual([[7]]);
});
