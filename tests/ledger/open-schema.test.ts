import { expect, test } from 'vitest';
import { NEWEST_VERSION, openSchema, schemaVersion } from '../../src/ledger/migrations/open-schema.ts';
import { openLedger } from './open-ledger.ts';

test('an empty file becomes a ledger of the newest version, once', () => {
  const db = openLedger();
  expect(schemaVersion(db)).toBe(NEWEST_VERSION);
  db.execute("INSERT INTO setting VALUES ('week-start', '1')");
  openSchema(db);
  expect(db.query('SELECT count(*) FROM setting').rows).toEqual([[1]]);
});

test('a ledger of a later release is refused and stays as it is', () => {
  const db = openLedger();
  db.execute(`PRAGMA user_version = ${NEWEST_VERSION + 1}`);
  const before = db.export();
  expect(() => openSchema(db)).toThrow(expect.objectContaining({ code: 'ledger-newer' }));
  expect(db.export()).toEqual(before);
});

test('a step that fails leaves the version before it', () => {
  const db = openLedger();
  const steps = Array.from({ length: NEWEST_VERSION }, () => '');
  expect(() => openSchema(db, [...steps, 'CREATE TABLE later (id INTEGER); SELECT no_such_column'])).toThrow('no_such_column');
  expect(schemaVersion(db)).toBe(NEWEST_VERSION);
  expect(db.query("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").rows).toEqual([[0]]);
});
