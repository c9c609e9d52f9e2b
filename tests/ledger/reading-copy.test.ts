import { expect, test } from 'vitest';
import { readingCopy } from '../../src/ledger/reading-copy.ts';
import { READING_VIEWS, openReadingViews } from '../../src/ledger/reading-views.ts';
import { select } from '../../src/ledger/select-wall.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { aStatement, openLedger, record } from './open-ledger.ts';

const engine = await loadSqlEngine();

function aLedger(): SqlJsDatabase {
  const db = openLedger();
  record(db, aStatement(['2026-03-01 -4.20 Elm Books', '2026-03-02 -31.15 Green Grocer', '2026-03-03 1900.00 Employer']));
  db.execute("INSERT INTO meaning VALUES ('office', 'a secret', '2026-03-18T10:00:00Z')");
  return db;
}

test('the copy holds the views’ rows and nothing else, not even as remains', () => {
  const ledger = aLedger();
  openReadingViews(ledger);
  const bytes = readingCopy(engine, ledger.export());
  const copy = new SqlJsDatabase(engine, bytes);
  expect(copy.query('SELECT name FROM sqlite_schema ORDER BY 1').rows.flat()).toEqual(READING_VIEWS.map(({ name }) => name).sort());
  for (const { name, columns } of READING_VIEWS) {
    const there = copy.query(`SELECT * FROM ${name}`);
    expect(there.columns).toEqual(columns.map((column) => column.name));
    openReadingViews(ledger);
    expect(there.rows, name).toEqual(ledger.query(`SELECT * FROM ${name}`).rows);
  }
  expect(Buffer.from(bytes).includes('a secret')).toBe(false);
});

test('the console’s wall reads the copy', () => {
  const copy = new SqlJsDatabase(engine, readingCopy(engine, aLedger().export()));
  expect(select(copy, 'SELECT payee, amount FROM spending ORDER BY amount').rows).toEqual([
    ['Elm Books', 4.2],
    ['Green Grocer', 31.15],
  ]);
  expect(() => select(copy, 'SELECT * FROM posting')).toThrow(expect.objectContaining({ code: 'query-refused' }));
  expect(() => copy.query('SELECT * FROM posting')).toThrow('no such table');
});
