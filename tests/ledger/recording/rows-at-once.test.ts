// Rows of an import go in a hundred to a statement: none is lost, doubled or mixed up with another at the ends of a hundred, and what must
// see the rows before it (parts of a row, a pending row that gives way, another currency) finds them there.
import { expect, test } from 'vitest';
import { addDays } from '../../../src/base/days.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { aStatement, contents, entry, openLedger, posted, record } from '../open-ledger.ts';

const row = (at: number, given: Parameters<typeof entry>[2] = {}) =>
  entry(`${addDays('2026-01-01', at % 60)} -${1 + at}.25 Shop ${at % 7}`, at + 2, given);

test.each([1, 99, 100, 101, 199, 200, 250])('%i rows are each there once, in their order', (count) => {
  const db = openLedger();
  expect(record(db, aStatement(Array.from({ length: count }, (_, at) => row(at))))).toMatchObject({ added: count });
  const { rows } = db.query('SELECT id, line, minor, descriptor FROM bank_transaction ORDER BY id');
  expect(rows).toEqual(Array.from({ length: count }, (_, at) => [at + 1, at + 2, -(100 * (1 + at) + 25), `Shop ${at % 7}`]));
  expect(posted(db)).toHaveLength(count);
});

test('parts, pending rows that give way and other currencies stand among rows that wait', () => {
  const db = openLedger();
  record(db, aStatement(['2026-02-10 -77.00 Fuel pump pending']));
  const before = contents(db);
  const rows = Array.from({ length: 230 }, (_, at) => row(at));
  rows[50] = row(50, { splits: [{ minor: -1000, category: 'Food', memo: null }] });
  rows[120] = row(120, { currency: 'USD' });
  rows[121] = row(121, { currency: 'USD', state: 'pending' });
  rows[170] = entry('2026-02-11 -77.00 Fuel pump', 172);
  const { statementId } = record(db, aStatement(rows));
  const count = (sql: string) => db.query(`SELECT count(*) FROM ${sql}`).rows[0]?.[0];
  expect(count('bank_transaction')).toBe(231);
  expect(count('posting')).toBe(231); // the parts of one row are two; the pending row has none
  expect(count("bank_transaction WHERE currency = 'USD'")).toBe(2);
  expect(db.query('SELECT line FROM bank_transaction WHERE id IN (SELECT replaced_by FROM bank_transaction)').rows).toEqual([[172]]);
  expect(db.query('PRAGMA foreign_key_check').rows).toEqual([]);
  undoImport(db, statementId);
  expect(contents(db)).toEqual(before);
});
