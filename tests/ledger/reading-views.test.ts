// The reading views: the same rows and sums as the ledger's own tables, in plain words; not kept in the file, and nothing to write through.
import { expect, test } from 'vitest';
import { READING_VIEWS } from '../../src/ledger/reading-views.ts';
import { readOnly } from '../../src/ledger/read-only.ts';
import { openLedger } from './open-ledger.ts';
import { american, british } from '../ask/support/ledger.ts';

test('each view has the columns that it says', () => {
  for (const { name, columns } of READING_VIEWS)
    expect(american.query(`SELECT * FROM ${name} LIMIT 0`).columns, name).toEqual(columns.map((column) => column.name));
});

test('spending is positive and nets refunds; sums agree with the postings to the minor unit', () => {
  for (const db of [american, british]) {
    const own = db.query(`SELECT currency, sum(-minor) FROM posting WHERE flow = 'expense' GROUP BY 1 ORDER BY 1`).rows;
    expect(db.query('SELECT currency, sum(minor) FROM spending GROUP BY 1 ORDER BY 1').rows).toEqual(own);
    const decimal = db.query('SELECT currency, round(100 * sum(amount)) FROM spending GROUP BY 1 ORDER BY 1').rows;
    expect(decimal).toEqual(own);
  }
  expect(american.query(`SELECT amount FROM spending WHERE payee = 'Amazon' AND month = '2026-02' ORDER BY day`).rows).toEqual([
    [35],
    [-20],
  ]);
});

test('rows are in exactly one of spending, income and transfers, and all in transactions', () => {
  const [counts] = american.query(
    'SELECT (SELECT count(*) FROM spending) + (SELECT count(*) FROM income) + (SELECT count(*) FROM transfers), (SELECT count(*) FROM transactions), (SELECT count(*) FROM posting)',
  ).rows;
  expect(new Set(counts).size).toBe(1);
});

test('an amount equals its decimal as written, whatever the digits of its currency', () => {
  expect(american.query('SELECT DISTINCT amount FROM spending WHERE amount = 17.99').rows).toEqual([[17.99]]);
  const db = openLedger();
  db.execute(`INSERT INTO account (id, name, currency) VALUES (1, 'A', 'JPY');
    INSERT INTO payee (id, name) VALUES (1, 'B');
    INSERT INTO statement (id, file_name, format, digest, imported_at, added, known) VALUES (1, 'f', 'csv', 'd', 't', 3, 0);`);
  for (const [id, currency] of ['JPY', 'EUR', 'KWD'].entries())
    db.execute(`INSERT INTO bank_transaction (id, statement_id, account_id, line, day, minor, currency, descriptor, state, fingerprint, occurrence)
      VALUES (${id + 1}, 1, 1, 1, '2026-01-01', -12345, '${currency}', 'x', 'posted', ${id}, 1);
      INSERT INTO posting (transaction_id, account_id, payee_id, day, minor, currency, flow) VALUES (${id + 1}, 1, 1, '2026-01-01', -12345, '${currency}', 'expense');`);
  expect(readOnly(db).query('SELECT currency, amount FROM spending ORDER BY 1').rows).toEqual([
    ['EUR', 123.45],
    ['JPY', 12345],
    ['KWD', 12.345],
  ]);
});

test('they are no part of the file', () => {
  const db = openLedger();
  readOnly(db);
  expect(openLedger(db.export()).query(`SELECT count(*) FROM sqlite_master WHERE type = 'view'`).rows).toEqual([[0]]);
  expect(db.query(`SELECT count(*) FROM sqlite_temp_master WHERE type = 'view'`).rows).toEqual([[READING_VIEWS.length]]);
});
