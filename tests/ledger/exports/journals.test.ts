// hledger and Beancount: read here by their grammar as the manuals give it, each transaction balanced, every account's sum the ledger's.
import { describe, expect, test } from 'vitest';
import { exportLedger, textOf } from '../../../src/ledger/exports/export-ledger.ts';
import { EXPORT_FORMATS, exportFiles } from '../../../src/ledger/exports/formats.ts';
import type { SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { loadSqlEngine, SqlJsDatabase as Open } from '../../../src/ledger/sql-js-database.ts';
import { proveBackup } from '../../../src/ledger/store/open-file.ts';
import { act, aLedger, idOf } from '../acts/acts-ledger.ts';
import { anAccount, aStatement, entry, record } from '../open-ledger.ts';

const AT = '2026-03-18T10:00:00Z';
const text = (db: SqlJsDatabase, format: 'hledger' | 'beancount') => [...textOf(db, format, AT)].join('');

function awkward(): SqlJsDatabase {
  const db = aLedger();
  record(
    db,
    aStatement(
      [
        entry('2026-03-11 -1.00 ; a comment? | no', 2, { category: '(Rent): the  flat; "old"' }),
        entry('2026-03-11 -2.00 He said "\\ no"', 3, { category: 'Ωδείο' }),
        entry('2026-03-12 3.00 *refund!', 4, { category: '99 things', state: 'pending' }),
      ],
      {
        fileName: 'card.csv',
        digest: 'card',
        accounts: [anAccount({ name: 'Gold card: main;  one', number: '4111', kind: 'card', currency: 'KWD' })],
      },
    ),
  );
  act(db, { do: 'note', transactionId: idOf(db, 'REWE'), note: 'for two;\nsee list' });
  return db;
}

interface Posting {
  account: string;
  minor: number;
  currency: string;
}

/** Throws at the first line that the grammar does not know. */
function read(journal: string, is: { head: RegExp; aside: RegExp; top: RegExp; posting: RegExp }): Posting[][] {
  const found: Posting[][] = [];
  let inTransaction = false;
  for (const line of journal.split('\n')) {
    if (line === '') inTransaction = false;
    else if (!inTransaction && is.head.test(line)) {
      found.push([]);
      inTransaction = true;
    } else if (inTransaction && is.aside.test(line)) continue;
    else if (inTransaction && is.posting.test(line)) {
      const [, account = '', amount = '', currency = ''] = is.posting.exec(line) ?? [];
      found.at(-1)?.push({ account, minor: Math.round(Number(amount) * 1000), currency });
    } else if (inTransaction || !is.top.test(line)) throw new Error(`no line of a journal: ${line}`);
  }
  return found;
}

const hledger = (journal: string) =>
  read(journal, {
    head: /^\d{4}-\d\d-\d\d [*!] [^;|]+ \| [^;|]*$/,
    aside: /^ {4}; .*$/,
    top: /^(?:;.*|decimal-mark \.|commodity 1000\.0* [A-Z]{3})$/,
    posting: /^ {4}((?:Assets|Liabilities|Income|Expenses|Equity):(?! )(?:(?! {2}|;|:).)+) {2}(-?\d+(?:\.\d+)?) ([A-Z]{3})$/,
  });

const BEAN_NAME = '(?:Assets|Liabilities|Income|Expenses|Equity)(?::[A-Z0-9][A-Za-z0-9-]*)+';
const BEAN_TEXT = '"(?:[^"\\\\]|\\\\["\\\\])*"';
const beancount = (journal: string) =>
  read(journal, {
    head: new RegExp(`^\\d{4}-\\d\\d-\\d\\d [*!] ${BEAN_TEXT} ${BEAN_TEXT}$`),
    aside: new RegExp(`^  (?:memo|note): ${BEAN_TEXT}$`),
    top: new RegExp(
      `^(?:;.*|option "(?:title|operating_currency)" ${BEAN_TEXT}|\\d{4}-\\d\\d-\\d\\d open ${BEAN_NAME}|  name: ${BEAN_TEXT})$`,
    ),
    posting: new RegExp(`^  (${BEAN_NAME})  (-?\\d+(?:\\.\\d+)?) ([A-Z]{3})$`),
  });

describe.each([
  ['hledger', hledger],
  ['beancount', beancount],
] as const)('%s', (format, grammar) => {
  test.each([
    ['a household', aLedger],
    ['names with every sign that means something', awkward],
  ])('%s: every line is known, every transaction balances, and nothing is missing', (_, make) => {
    const db = make();
    const transactions = grammar(text(db, format));
    expect(transactions).toHaveLength(Number(db.query('SELECT count(*) FROM bank_transaction WHERE replaced_by IS NULL').rows[0]?.[0]));
    for (const postings of transactions) {
      expect(postings.length).toBeGreaterThan(1);
      expect(postings.reduce((sum, { minor }) => sum + minor, 0)).toBe(0);
      expect(new Set(postings.map(({ currency }) => currency)).size).toBe(1);
    }
    const owned = transactions.flatMap(([own]) => (own ? [own] : []));
    const sums = (rows: readonly Posting[]) => rows.reduce((sum, { minor }) => sum + minor, 0);
    const [euros, dinars] = ['EUR', 'KWD'].map((code) =>
      Number(db.query('SELECT ifnull(sum(minor), 0) FROM posting WHERE currency = ?', [code ?? '']).rows[0]?.[0]),
    );
    expect(sums(owned.filter(({ currency }) => currency === 'EUR'))).toBe((euros ?? 0) * 10);
    expect(sums(owned.filter(({ currency }) => currency === 'KWD'))).toBe(dinars ?? 0);
  });
});

test('every account that Beancount uses was opened, once, on the first day', () => {
  const journal = text(awkward(), 'beancount');
  const opened = [...journal.matchAll(/^(\S+) open (\S+)$/gm)].map(([, day, name]) => `${day ?? ''} ${name ?? ''}`);
  const used = new Set(beancount(journal).flatMap((postings) => postings.map(({ account }) => `2026-03-01 ${account}`)));
  expect(new Set(opened)).toEqual(used);
  expect(opened).toHaveLength(used.size);
});

test('own money moving meets itself and cancels', () => {
  const db = aLedger();
  act(db, { do: 'pair', transactionId: idOf(db, 'Savings pot'), withId: idOf(db, 'Standing order in') });
  const journal = text(db, 'hledger');
  const between = hledger(journal).flatMap((postings) => postings.filter(({ account }) => account === 'Equity:Transfers'));
  expect(between.map(({ minor }) => minor).sort()).toEqual([-200_000, 200_000]);
});

test('the SQLite file is read by plain SQL, and taken back whole', async () => {
  const db = awkward();
  const engine = await loadSqlEngine();
  const bytes = new Uint8Array(await exportLedger(db, 'sqlite', AT).arrayBuffer());
  const file = new Open(engine, bytes);
  const one = (sql: string) => file.query(sql).rows[0]?.[0];
  expect(one('SELECT count(*) FROM transactions')).toBe(db.query('SELECT count(*) FROM posting').rows[0]?.[0]);
  expect(one("SELECT sum(minor) FROM spending WHERE currency = 'EUR'")).toBe(
    db.query("SELECT -sum(minor) FROM posting WHERE flow = 'expense' AND currency = 'EUR'").rows[0]?.[0],
  );
  const back = proveBackup(engine, bytes);
  const all = (of: SqlJsDatabase) => of.query('SELECT day, minor, currency, flow FROM posting ORDER BY id').rows;
  expect(all(back)).toEqual(all(db));
});

test.each(EXPORT_FORMATS)('%s has a name and a kind', async (format) => {
  const blob = exportLedger(aLedger(), format, AT);
  expect(blob.type).toBe(exportFiles[format].type);
  expect(blob.size).toBeGreaterThan(100);
});
