// What goes out and comes back gives the same answers: the same sums by flow, category, payee, account, currency and month.
import { describe, expect, test } from 'vitest';
import { exponentOf } from '../../../src/base/money.ts';
import { readStatement } from '../../../src/import/read-statement.ts';
import { textOf } from '../../../src/ledger/exports/export-ledger.ts';
import { OWN_COLUMNS } from '../../../src/ledger/exports/own-columns.ts';
import type { SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import type { StatementEntry } from '../../../src/ledger/statement.ts';
import { random } from '../../support/random.ts';
import { act, idOf, payeeId } from '../acts/acts-ledger.ts';
import { anAccount, aStatement, openLedger, record } from '../open-ledger.ts';

const AT = '2026-03-18T10:00:00Z';
const TEXTS = [
  'REWE SAGT DANKE 4711',
  'SQ *BLUE BOTTLE 0213 OAKLAND CA',
  '=HYPERLINK("http://x","y")',
  '+49 170 1234567 Handy; "Tarif"',
  '@home, Möbel & mehr',
  "-'quoted' <b>&amp;</b>",
  "'=already disarmed",
  'ACME PAYROLL',
  'Ελληνικό καφενείο',
  'A very long text of a bank that goes on and on, far beyond thirty-two letters, with a reference 0001',
  'Smith Ltd',
];
const CATEGORIES = ['Groceries', 'Eating out', '=cmd|calc', 'Wohnen & Möbel', null];
const MEMOS = [null, 'Rechnung 12; Kunde 7', 'line one line two', null];

interface Made {
  name: string;
  currency: string;
}

const ACCOUNTS: Made[] = [
  { name: 'Everyday', currency: 'EUR' },
  { name: 'Tokyo', currency: 'JPY' },
  { name: 'Kuwait', currency: 'KWD' },
];

function aLedger(seed: number): SqlJsDatabase {
  const chance = random(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const db = openLedger();
  for (const [nth, { name, currency }] of ACCOUNTS.entries()) {
    const rows = Array.from({ length: 12 }, (_, at): StatementEntry => {
      const minor = Math.floor(chance() * 10 ** (exponentOf(currency) + 3)) + 1;
      return {
        day: `2026-0${1 + Math.floor(chance() * 3)}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`,
        minor: chance() < 0.8 ? -minor : minor,
        currency,
        descriptor: `${one(TEXTS)}`,
        memo: one(MEMOS),
        category: one(CATEGORIES),
        kind: one([null, 'CARD_PAYMENT', 'FPI']),
        bankId: null,
        balance: null,
        state: 'posted',
        account: '',
        line: at + 2,
        splits: [],
      };
    });
    record(db, aStatement(rows, { fileName: `${name}.csv`, accounts: [anAccount({ name, currency, number: `00${nth}7654321${nth}` })] }));
  }
  return db;
}

/** What questions add up. */
const answers = (db: SqlJsDatabase): string[] =>
  db
    .query(
      `SELECT flow, ifnull(category.name, '-'), payee.name, account.name, posting.currency, substr(day, 1, 7), sum(minor), count(*)
       FROM posting JOIN payee ON payee.id = payee_id JOIN account ON account.id = posting.account_id
       LEFT JOIN category ON category.id = category_id GROUP BY 1, 2, 3, 4, 5, 6`,
    )
    .rows.map((row) => row.join(' | '))
    .sort();

async function again(db: SqlJsDatabase, format: 'csv' | 'json' | 'ofx'): Promise<SqlJsDatabase> {
  const text = [...textOf(db, format, AT)].join('');
  const reading = await readStatement(new TextEncoder().encode(text), { name: `sotto.${format}`, today: '2026-03-18' });
  expect(reading.setAside).toEqual([]);
  expect(reading.asks).toEqual([]);
  const copy = openLedger();
  record(copy, aStatement(reading.entries, { accounts: reading.accounts, fileName: `sotto.${format}`, format }));
  return copy;
}

const formats = ['csv', 'json', 'ofx'] as const;

describe.each(formats)('%s', (format) => {
  test.each([1, 2, 3, 4, 5, 6])('made ledger %i comes back', async (seed) => {
    const db = aLedger(seed);
    expect(answers(await again(db, format))).toEqual(answers(db));
  });

  test('with a category, a name and a transfer that a person gave', async () => {
    const db = aLedger(7);
    const texts = db.query('SELECT descriptor FROM bank_transaction WHERE minor < 0 ORDER BY id').rows.map(([text]) => String(text));
    act(db, { do: 'categorise', transactionId: idOf(db, texts[0] ?? ''), category: 'Treats', rows: 'one' });
    act(db, { do: 'rename-payee', payeeId: payeeId(db, 'Smith Ltd'), name: 'The smithy' });
    act(db, { do: 'pair', transactionId: idOf(db, texts.at(-1) ?? ''), withId: null });
    expect(answers(await again(db, format))).toEqual(answers(db));
  });
});

test.each(['csv', 'json'] as const)('%s tells parts one by one', async (format) => {
  const db = aLedger(8);
  const [id, minor] = db.query('SELECT id, minor FROM bank_transaction WHERE minor < -100 ORDER BY id LIMIT 1').rows[0] ?? [];
  act(db, {
    do: 'split',
    transactionId: Number(id),
    parts: [
      { minor: Number(minor) + 1, category: 'Most' },
      { minor: -1, category: 'Rest' },
    ],
  });
  expect(answers(await again(db, format))).toEqual(answers(db));
});

test('no cell of the CSV begins as a formula does, and every amount has the digits of its currency', () => {
  const db = aLedger(9);
  const [, ...lines] = [...textOf(db, 'csv', AT)];
  for (const line of lines) {
    const cells = [...line.trim().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    expect(cells).toHaveLength(OWN_COLUMNS.length);
    for (const [at, cell] of cells.entries())
      if (!['Amount', 'Balance'].includes(OWN_COLUMNS[at] ?? '')) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const decimals = (cells[4] ?? '').split('.')[1]?.length ?? 0;
    expect(decimals).toBe(exponentOf(cells[5] ?? ''));
  }
});
