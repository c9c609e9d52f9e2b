// A bulk of rows leaves the very same table behind as rows added one by one: rows, indexes and totals.
import { expect, test } from 'vitest';
import { addDays } from '../../../src/base/days.ts';
import { indexAfter, isBulk } from '../../../src/ledger/recording/index-after.ts';
import { refreshTotals } from '../../../src/ledger/totals.ts';
import { aStatement, entry, openLedger, posted, record } from '../open-ledger.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    entry(`${addDays('2026-01-01', at % 300)} ${at % 7 === 0 ? '' : '-'}${1 + at}.50 Shop ${at % 40}`, at + 2),
  );
const indexesOf = (db: ReturnType<typeof openLedger>) =>
  db.query("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('posting', 'bank_transaction') ORDER BY name").rows;
const totalsOf = (db: ReturnType<typeof openLedger>) =>
  db.query('SELECT day, flow, currency, category_id, account_id, minor, rows FROM day_total ORDER BY 1, 2, 3, 4, 5, 6').rows;

test('many rows at once and the same rows in small files end in the same ledger', () => {
  const all = rows(6_000);
  const bulk = openLedger();
  record(bulk, aStatement(all));
  const small = openLedger();
  for (let from = 0; from < all.length; from += 2_000) record(small, aStatement(all.slice(from, from + 2_000)));
  expect(posted(bulk)).toEqual(posted(small));
  expect(indexesOf(bulk)).toEqual(indexesOf(openLedger()));
  expect(totalsOf(bulk)).toEqual(totalsOf(small));
  expect(bulk.query('PRAGMA integrity_check').rows).toEqual([['ok']]);
});

test('few rows, or few beside those there are, are no bulk', () => {
  const db = openLedger();
  expect([isBulk(db, 'posting', 4_999), isBulk(db, 'posting', 5_000)]).toEqual([false, true]);
  record(db, aStatement(rows(6_000)));
  expect([isBulk(db, 'posting', 5_500), isBulk(db, 'posting', 6_500)]).toEqual([false, true]);
});

test('the CHECKs are read again after a bulk, also after one that failed', () => {
  const db = openLedger();
  record(db, aStatement(rows(5_000)));
  const wrong = () => db.execute("UPDATE posting SET flow = 'sideways' WHERE id = 1");
  expect(wrong).toThrow(/CHECK/);
  const failing = () =>
    db.transaction(() =>
      indexAfter(db, 'posting', () => {
        throw new Error('no room');
      }),
    );
  expect(failing).toThrow('no room');
  expect(wrong).toThrow(/CHECK/);
  expect(indexesOf(db)).toEqual(indexesOf(openLedger()));
});

test('totals made anew are those made from nothing, money in, out and none apart', () => {
  const db = openLedger();
  record(db, aStatement(['2026-03-01 -4.20 Kiosk', '2026-03-01 -0.80 Kiosk', '2026-03-01 0.00 Kiosk', '2026-03-02 9.00 Salary work']));
  const before = totalsOf(db);
  expect(before).toEqual(expect.arrayContaining([['2026-03-01', 'expense', 'EUR', null, 1, -500, 2]]));
  expect(before.reduce((sum, row) => sum + Number(row[6]), 0)).toBe(4);
  refreshTotals(db);
  expect(totalsOf(db)).toEqual(before);
});
