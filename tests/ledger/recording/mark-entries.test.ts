// What the preview points at before an import: rows already here, rows much like one, halves of own transfers; and what it must leave alone.
import { expect, test } from 'vitest';
import { judgeStatement } from '../../../src/ledger/recording/judge-statement.ts';
import { markEntries } from '../../../src/ledger/recording/mark-entries.ts';
import { anAccount, aStatement, openLedger, record } from '../open-ledger.ts';

const savings = anAccount({ key: 's', kind: 'savings', name: 'Rainy days', number: 'DE02120300000000202051' });
const current = anAccount({ number: 'DE89370400440532013000' });

function marksOf(before: readonly string[], rows: readonly string[], other: readonly string[] = []) {
  const db = openLedger();
  if (before.length > 0) record(db, aStatement(before, { accounts: [current] }));
  if (other.length > 0) {
    const statement = aStatement(other, { accounts: [savings] });
    record(db, { ...statement, entries: statement.entries.map((entry) => ({ ...entry, account: 's' })) });
  }
  const count = () => db.query('SELECT count(*) FROM bank_transaction').rows;
  const rowsBefore = count();
  const parts = [...judgeStatement(db, aStatement(rows, { accounts: [current] }), { homeCurrency: 'EUR' })];
  const marks = parts.flatMap((part) => markEntries(db, part));
  expect(count()).toEqual(rowsBefore);
  return marks;
}

const HISTORY = ['2026-03-01 -4.20 Blue Bottle', '2026-03-02 -30.00 Rewe', '2026-03-03 -7.00 Kiosk'];

test('a row that is here is known, one of another day and the same amount and text is pointed at, others are not', () => {
  expect(
    marksOf(HISTORY, ['2026-03-01 -4.20 Blue Bottle', '2026-03-04 -30.00 Rewe', '2026-03-03 -7.00 Bakery', '2026-03-20 -7.00 Kiosk']),
  ).toEqual([{ kind: 'known' }, { kind: 'twin', day: '2026-03-02' }, null, null]);
});

test('a row that another row of the file already is makes no twin of a second one', () => {
  expect(marksOf(HISTORY, ['2026-03-02 -30.00 Rewe', '2026-03-04 -30.00 Rewe'])).toEqual([{ kind: 'known' }, null]);
});

test('a posted row takes the place of a pending one', () => {
  expect(marksOf(['2026-03-01 -4.20 Blue Bottle #p1 pending'], ['2026-03-01 -4.20 Blue Bottle #p1'])).toEqual([{ kind: 'replaces' }]);
});

test('the other half of a transfer is named by its account, once, and only within days and in the opposite amount', () => {
  const marks = marksOf(
    HISTORY,
    ['2026-03-10 -100.00 Transfer to savings', '2026-03-10 -100.00 Transfer to savings', '2026-03-10 -99.00 Transfer to savings'],
    ['2026-03-11 100.00 Transfer from current account'],
  );
  expect(marks).toEqual([{ kind: 'transfer', account: expect.any(String) as string }, null, null]);
  expect(marksOf(HISTORY, ['2026-03-20 -100.00 Transfer to savings'], ['2026-03-11 100.00 Transfer from current account'])).toEqual([null]);
});
