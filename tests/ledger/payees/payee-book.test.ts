import { expect, test } from 'vitest';
import { PayeeBook } from '../../../src/ledger/payees/payee-book.ts';
import { emptyLedger, importFile } from '../flows/ledger-of.ts';

test('two spellings of one shop are one payee, now and in a later import', () => {
  const db = emptyLedger();
  importFile(db, 'monzo.csv', 'GBP', [
    ['2026-03-02', -5, "Joe's Place", 'Card payment'],
    ['2026-03-03', -6, 'Bean There', 'Card payment'],
  ]);
  importFile(db, 'amex.csv', 'GBP', [
    ['2026-03-04', -7, 'JOES PLACE LEEDS'],
    ['2026-03-05', -8, 'BEAN THERE 0412 LEEDS GB'],
    ['2026-03-06', -9, 'BEAN THERE TOO LEEDS'],
  ]);
  expect(db.query('SELECT name FROM payee ORDER BY id').rows.flat()).toEqual(["Joe's Place", 'Bean There', 'Bean There Too']);
});

test('names in other letters are not taken for one another', () => {
  const book = new PayeeBook(emptyLedger());
  const ids = ['Кафе 21', 'Бар 21', '21', '全家 ABC', '便利店 ABC'].map((name) => book.idOf({ name, kind: null }));
  expect(new Set(ids).size).toBe(5);
});

test('a payee whose kind was unknown learns it, and keeps it', () => {
  const db = emptyLedger();
  const book = new PayeeBook(db);
  const id = book.idOf({ name: 'Holm', kind: null });
  expect(book.idOf({ name: 'HOLM', kind: 'coffee' })).toBe(id);
  expect(new PayeeBook(db).idOf({ name: 'Holm', kind: 'books' })).toBe(id);
  expect(db.query('SELECT name, kind FROM payee').rows).toEqual([['Holm', 'coffee']]);
});
