// A small ledger of two accounts to act upon, and what it says: postings with the names that a person reads, no ids.
import { performAct, undoAct, type Act } from '../../../src/ledger/acts/acts.ts';
import type { ActSummary } from '../../../src/ledger/acts/history.ts';
import type { SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { aStatement, anAccount, entry, openLedger, record } from '../open-ledger.ts';

export const AT = '2026-03-18T11:00:00Z';

export const everyday = () =>
  aStatement(
    [
      entry('2026-03-01 -4.20 Blue Bottle Coffee', 2, { category: 'Coffee' }),
      entry('2026-03-02 -31.00 REWE', 3),
      entry('2026-03-05 -12.50 Blue Bottle Coffee', 4, { category: 'Coffee' }),
      entry('2026-03-07 -100.00 Amazon', 5, {
        splits: [
          { minor: -6000, category: 'Books', memo: null },
          { minor: -4000, category: null, memo: null },
        ],
      }),
      entry('2026-03-08 -200.00 Savings pot', 6),
      entry('2026-03-09 2500.00 ACME PAYROLL', 7),
      entry('2026-03-10 -7.00 Kiosk am Café', 8),
    ],
    { fileName: 'everyday.csv', digest: 'everyday', accounts: [anAccount({ name: 'Everyday', number: 'DE1234567890' })] },
  );

export const savings = () =>
  aStatement(['2026-03-09 200.00 Standing order in', '2026-03-15 1.20 Interest'], {
    fileName: 'savings.csv',
    digest: 'savings',
    accounts: [anAccount({ name: 'Rainy days', number: 'DE9876543210', kind: 'checking' })],
  });

export function aLedger(): SqlJsDatabase {
  const db = openLedger();
  record(db, everyday());
  record(db, savings());
  return db;
}

export const act = (db: SqlJsDatabase, given: Act): ActSummary | null => db.transaction(() => performAct(db, given, AT));
export const undo = (db: SqlJsDatabase, id: number): ActSummary => db.transaction(() => undoAct(db, id, AT));

/** Parts as [minor units, category]. */
export const splitInto = (transactionId: number, ...parts: [minor: number, category: string | null][]): Act => ({
  do: 'split',
  transactionId,
  parts: parts.map(([minor, category]) => ({ minor, category })),
});

/** The transaction whose bank text this is; the nth of several. */
export function idOf(db: SqlJsDatabase, text: string, nth = 0): number {
  const id = db.query('SELECT id FROM bank_transaction WHERE descriptor = ? ORDER BY id', [text]).rows[nth]?.[0];
  if (typeof id !== 'number') throw new Error(`no row "${text}"`);
  return id;
}

export const payeeId = (db: SqlJsDatabase, name: string): number =>
  Number(db.query('SELECT id FROM payee WHERE name = ?', [name]).rows[0]?.[0]);

/** Every posting in words, in an order of its own. */
export const said = (db: SqlJsDatabase): string[] =>
  db
    .query(
      `SELECT p.day, p.minor, p.currency, payee.name, ifnull(category.name, '-'), account.name, p.flow, ifnull(p.origin, '-')
       FROM posting AS p JOIN payee ON payee.id = payee_id JOIN account ON account.id = p.account_id LEFT JOIN category ON category.id = category_id`,
    )
    .rows.map((row) => row.map(String).join(' | '))
    .sort();

/** The rows of one text: "-4.20 Blue Bottle Coffee: Coffee, expense". */
export const rowsOf = (db: SqlJsDatabase, text: string): string[] =>
  db
    .query(
      `SELECT p.minor, payee.name, ifnull(category.name, '-'), p.flow FROM posting AS p JOIN payee ON payee.id = payee_id
       LEFT JOIN category ON category.id = category_id JOIN bank_transaction AS t ON t.id = transaction_id WHERE t.descriptor = ? ORDER BY p.day, p.id`,
      [text],
    )
    .rows.map(
      ([minor, payee, category, flow]) => `${(Number(minor) / 100).toFixed(2)} ${String(payee)}: ${String(category)}, ${String(flow)}`,
    );

/** Rows of the totals that are not those of the postings. */
export const untrueTotals = (db: SqlJsDatabase): number => {
  const fresh = `SELECT day, flow, currency, category_id, account_id, sum(minor), count(*) FROM posting
    GROUP BY day, flow, currency, category_id, account_id, sign(minor)`;
  const kept = 'SELECT day, flow, currency, category_id, account_id, minor, rows FROM day_total';
  return db.query(`SELECT * FROM (${fresh} EXCEPT ${kept}) UNION ALL SELECT * FROM (${kept} EXCEPT ${fresh})`).rows.length;
};

/** All that is known, in words: for telling whether an undo restored exactly. */
export const everything = (db: SqlJsDatabase): unknown => ({
  postings: said(db),
  accounts: db.query('SELECT * FROM account ORDER BY id').rows,
  payees: db.query('SELECT name, kind, (SELECT name FROM payee AS s WHERE s.id = payee.shown_as) FROM payee ORDER BY 1').rows,
  categories: db.query('SELECT name FROM category ORDER BY 1').rows,
  rows: db.query(
    'SELECT day, minor, descriptor, memo, fingerprint, occurrence, statement_id, line FROM bank_transaction ORDER BY 1, 2, 3, 6',
  ).rows,
  coverage: db.query('SELECT * FROM coverage ORDER BY 1, 2').rows,
  statements: db.query('SELECT * FROM statement ORDER BY 1').rows,
  parts: db.query('SELECT nth, minor FROM read_split ORDER BY 1, 2').rows,
  said: db.query('SELECT * FROM said_row').rows,
  rules: db.query('SELECT * FROM rule ORDER BY place, id').rows,
  pairs: db.query(
    `SELECT o.descriptor, i.descriptor FROM transfer JOIN bank_transaction AS o ON o.id = out_id JOIN bank_transaction AS i ON i.id = in_id ORDER BY 1, 2`,
  ).rows,
});
