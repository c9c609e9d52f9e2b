import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/ledger/database.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { aStatement, contents, openLedger, posted, record } from '../open-ledger.ts';

const january = ['2026-01-05 -5.00 Kiosk', '2026-01-31 -9.00 Kino', '2026-02-01 -3.00 Kiosk'];
const february = ['2026-02-01 -3.00 Kiosk', '2026-02-14 -60.00 Flowers'];

test('an import undone leaves the ledger as it was, and the same file imports again', () => {
  const db = openLedger();
  const empty = contents(db);
  const file = aStatement(january);
  undoImport(db, record(db, file).statementId);
  expect(contents(db)).toEqual(empty);
  expect(record(db, file)).toMatchObject({ added: 3, known: 0 });
});

test('rows that a later file reports too stay with it', () => {
  const db = openLedger();
  const first = record(db, aStatement(january));
  const second = record(db, aStatement(february));
  undoImport(db, first.statementId);
  expect(posted(db)).toEqual(['2026-02-01 -3.00 Kiosk', '2026-02-14 -60.00 Flowers']);
  expect(db.query('SELECT added, known FROM statement').rows).toEqual([[2, 0]]);
  undoImport(db, second.statementId);
  expect(posted(db)).toEqual([]);
});

test('undoing the later file keeps the rows of the first', () => {
  const db = openLedger();
  record(db, aStatement(january));
  const before = posted(db);
  undoImport(db, record(db, aStatement(february)).statementId);
  expect(posted(db)).toEqual(before);
});

test('a pending row that had given way comes back', () => {
  const db = openLedger();
  record(db, aStatement(['2026-03-01 -4.20 Blue Bottle pending']));
  const before = posted(db);
  const second = record(db, aStatement(['2026-03-02 -4.20 Blue Bottle', '2026-03-02 -1.00 Kiosk']));
  undoImport(db, second.statementId);
  expect(posted(db)).toEqual(before);
  expect(db.query('SELECT replaced_by FROM bank_transaction').rows).toEqual([[null]]);
});

test('undoing the file of the pending row keeps the posted one', () => {
  const db = openLedger();
  const first = record(db, aStatement(['2026-03-01 -4.20 Blue Bottle pending']));
  record(db, aStatement(['2026-03-02 -4.20 Blue Bottle']));
  undoImport(db, first.statementId);
  expect(posted(db)).toEqual(['2026-03-02 -4.20 Blue Bottle']);
});

describe('names that only the file undone had shown', () => {
  const names = (db: Database): string[] =>
    db.query('SELECT DISTINCT payee.name FROM posting JOIN payee ON payee.id = payee_id ORDER BY 1').rows.map(([name]) => String(name));
  /** Imports two files and takes the second back; the names after each step. */
  const steps = (first: readonly string[], second: readonly string[]): string[][] => {
    const db = openLedger();
    record(db, aStatement(first));
    const one = names(db);
    const { statementId } = record(db, aStatement(second));
    const both = names(db);
    undoImport(db, statementId);
    return [one, both, names(db)];
  };

  test.each<[string, string[], string[], string]>([
    ['a place', ['2026-01-03 -6.00 GILPIN SWEETS NETHER ORME'], ['2026-02-03 -9.00 BOOTS 0914 NETHER ORME'], 'Gilpin Sweets'],
    [
      'a reference',
      ['2025-12-20 -60.00 INGA SOLHEIM QATRPZ'],
      ['2026-01-03 -60.00 INGA SOLHEIM K4RW2N', '2026-01-17 -60.00 INGA SOLHEIM 9ZTQ3M', '2026-01-24 -60.00 INGA SOLHEIM 8HGT5R'],
      'Inga Solheim',
    ],
  ])('%s comes back', (_, first, second, name) => {
    const [one = [], both = [], after] = steps(first, second);
    expect(both).toContain(name);
    expect(one).not.toContain(name);
    expect(after).toEqual(one);
  });

  test('but not one that the first file shows by itself', () => {
    const [one, , after] = steps(
      ['2026-01-03 -6.00 GILPIN SWEETS NETHER ORME', '2026-01-04 -9.00 BOOTS 0914 NETHER ORME'],
      ['2026-02-03 -9.00 KWIK FIT 0571 NETHER ORME'],
    );
    expect(one).toContain('Gilpin Sweets');
    expect(after).toEqual(one);
  });
});
