// Windows of rows against a plain reading of all of them: the same rows in the same order, whatever the filter and wherever the window.
import { describe, expect, test } from 'vitest';
import { transactions, type RowFilter } from '../../src/ledger/find-rows.ts';
import type { SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { random } from '../support/random.ts';
import { act, idOf } from './acts/acts-ledger.ts';
import { anAccount, aStatement, entry, openLedger, record } from './open-ledger.ts';

const PAYEES = ['Café Müller', 'REWE', 'Blue Bottle', 'ACME PAYROLL', 'Smith & Sons'];

function aLedger(): SqlJsDatabase {
  const chance = random(11);
  const pick = (count: number) => Math.floor(chance() * count);
  const db = openLedger();
  for (const [nth, name] of ['Everyday', 'Savings'].entries()) {
    const rows = Array.from({ length: 150 }, (_, at) =>
      entry(`2026-0${1 + pick(3)}-${String(1 + pick(28)).padStart(2, '0')} ${(-1 - pick(9000)) / 100} ${PAYEES[pick(5)] ?? ''}`, at + 2, {
        category: [null, 'Food', 'Sport'][pick(3)] ?? null,
        memo: pick(4) === 0 ? `100%_sure ${at}` : null,
      }),
    );
    record(db, aStatement(rows, { fileName: `${name}.csv`, accounts: [anAccount({ name, number: `DE00${nth}0000${nth}` })] }));
  }
  return db;
}

const db = aLedger();
const all = { search: '', accountId: null };
const idOfName = (table: 'category' | 'account' | 'payee', name: string) =>
  Number(db.query(`SELECT id FROM ${table} WHERE name = ?`, [name]).rows[0]?.[0]);

/** Every row that a plain condition finds, newest first. */
const plainly = (where: string) =>
  db
    .query(
      `SELECT transaction_id, posting.minor FROM posting JOIN bank_transaction AS t ON t.id = transaction_id JOIN payee ON payee.id = payee_id
       LEFT JOIN category ON category.id = category_id JOIN account ON account.id = posting.account_id
       WHERE ${where} ORDER BY posting.day DESC, posting.id DESC`,
    )
    .rows.map(([id, minor]) => `${String(id)} ${String(minor)}`);

describe.each<[string, RowFilter, string]>([
  ['everything', all, '1'],
  ['one account', { ...all, accountId: idOfName('account', 'Savings') }, `account.name = 'Savings'`],
  ['one payee', { ...all, payeeId: idOfName('payee', 'REWE') }, `payee.name = 'REWE'`],
  ['one category', { ...all, categoryId: idOfName('category', 'Food') }, `category.name = 'Food'`],
  ['no category', { ...all, categoryId: 'none' }, 'category.name IS NULL'],
  ['a month', { ...all, from: '2026-02-01', until: '2026-03-01' }, `posting.day LIKE '2026-02-%'`],
  [
    'spending of a month in one account',
    { ...all, accountId: idOfName('account', 'Everyday'), flow: 'expense', from: '2026-03-01' },
    `account.name = 'Everyday' AND flow = 'expense' AND posting.day >= '2026-03-01'`,
  ],
  ['words', { ...all, search: 'blue sport' }, `payee.name LIKE 'Blue%' AND category.name = 'Sport'`],
  ['a word without its accents', { ...all, search: 'CAFE muller' }, `payee.name = 'Café Müller'`],
  ['signs that LIKE knows', { ...all, search: '100%_s' }, `memo LIKE '100\\%\\_s%' ESCAPE '\\'`],
  ['words within a category', { ...all, search: 'rewe', categoryId: 'none' }, `payee.name = 'REWE' AND category.name IS NULL`],
  ['nothing', { ...all, search: 'zzz' }, '0'],
])('%s', (_, filter, where) => {
  test('each window is a part of the whole, with its count and sum', () => {
    const wanted = plainly(where);
    const sum = wanted.reduce((total, row) => total + Number(row.split(' ')[1]), 0);
    const seen: string[] = [];
    for (let offset = 0; offset <= wanted.length; offset += 37) {
      const { rows, total, sums } = transactions(db, { ...filter, offset, limit: 37 });
      expect(total).toBe(wanted.length);
      expect(sums).toEqual(wanted.length ? [{ currency: 'EUR', minor: sum }] : []);
      seen.push(...rows.map(({ transactionId, minor }) => `${transactionId} ${minor}`));
    }
    expect(seen).toEqual(wanted);
  });
});

test('an amount is found by its figure, and never by a part of it', () => {
  const mine = openLedger();
  record(mine, aStatement(['2026-03-01 -12.50 Kiosk', '2026-03-02 12.50 Refund', '2026-03-03 -112.50 Kiosk', '2026-03-04 -12.00 Kiosk']));
  const days = (search: string) => transactions(mine, { ...all, search, offset: 0, limit: 9 }).rows.map(({ day }) => day.slice(-2));
  expect(days('12.50')).toEqual(['02', '01']);
  expect(days('12,50')).toEqual(['02', '01']);
  expect(days('12')).toEqual(['04']);
  expect(days('12.5')).toEqual([]);
});

test('a note is found, and what was counted is counted again after an act', () => {
  const mine = aLedger();
  const text = 'REWE';
  const before = transactions(mine, { ...all, search: 'birthday', offset: 0, limit: 9 });
  act(mine, { do: 'note', transactionId: idOf(mine, text), note: 'for the Birthday' });
  const after = transactions(mine, { ...all, search: 'birthday', offset: 0, limit: 9 });
  expect([before.total, after.total]).toEqual([0, 1]);
});
