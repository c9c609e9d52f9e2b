// A file whose columns stand in any order, whose lines are in two encodings, or which stops anywhere: every row of it is in the
// ledger once or named aside, and what cannot be read or recorded leaves the ledger as it was.
import { expect, test } from 'vitest';
import { addDays } from '../../src/base/days.ts';
import { readStatement } from '../../src/import/read-statement.ts';
import type { StatementReading } from '../../src/import/reading.ts';
import type { SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { recordStatement } from '../../src/ledger/recording/record-statement.ts';
import { random } from '../support/random.ts';
import { encodeAs } from './encode.ts';
import { TODAY } from './judge.ts';

const HEADER = ['Date', 'Payee', 'Amount', 'Balance', 'Reference', 'Category'];
const PAYEES = ['Café Noé', 'Müller & Söhne', 'Ángel Peña', 'Corner shop', 'Čeněk'];
const decimal = (minor: number): string => (minor / 100).toFixed(2);

interface Row {
  key: string;
  cells: string[];
}

function invent(next: () => number, count: number): Row[] {
  let balance = 300_000;
  return Array.from({ length: count }, (_, at) => {
    const minor = next() < 0.2 ? 120_000 : -100 - Math.floor(next() * 9000);
    balance += minor;
    const day = addDays('2026-01-15', Math.floor(at / 2));
    const payee = PAYEES[Math.floor(next() * (PAYEES.length - 1))] ?? '';
    return { key: `${day} ${minor}`, cells: [day, payee, decimal(minor), decimal(balance), `R${1000 + at}`, next() < 0.5 ? 'Food' : ''] };
  });
}

function shuffled(next: () => number): number[] {
  const order = HEADER.map((_, at) => at);
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

const line = (cells: readonly string[], order: readonly number[]): string => order.map((at) => cells[at] ?? '').join(';');
const rowsOf = (db: SqlJsDatabase): string[] =>
  db
    .query('SELECT day, minor FROM posting')
    .rows.map(([day, minor]) => `${String(day)} ${String(minor)}`)
    .sort();
const everything = (db: SqlJsDatabase): string =>
  ['statement', 'account', 'bank_transaction', 'posting']
    .map((table) => String(db.query(`SELECT count(*) FROM ${table}`).rows[0]?.[0]))
    .join();

const asRecorded = (reading: StatementReading, digest: string) => ({
  ...reading,
  fileName: 'file.csv',
  digest,
  layout: reading.layout,
  importedAt: '2026-03-18T10:00:00Z',
  setAside: [],
});

test('columns in any order: the same rows, each once', async () => {
  const next = random(5);
  for (let round = 0; round < 12; round += 1) {
    const rows = invent(next, 12);
    const order = shuffled(next);
    const text = [line(HEADER, order), ...rows.map(({ cells }) => line(cells, order))].join('\n');
    const reading = await readStatement(new TextEncoder().encode(text), { name: 'file.csv', today: TODAY });
    const db = openLedger();
    recordStatement(db, asRecorded(reading, `columns ${round}`), { homeCurrency: 'EUR' });
    expect(rowsOf(db), order.join()).toEqual(rows.map(({ key }) => key).sort());
    db.close();
  }
});

test('lines in two encodings: every row, and the text of one of the two', async () => {
  const next = random(6);
  for (let round = 0; round < 12; round += 1) {
    const rows = invent(next, 12);
    const order = shuffled(next);
    const lines = [line(HEADER, order), ...rows.map(({ cells }) => line(cells, order))].map((each) => `${each}\n`);
    const parts = lines.map((each) => (next() < 0.5 ? encodeAs(each, 'windows-1252') : new TextEncoder().encode(each)));
    const bytes = new Uint8Array(parts.flatMap((part) => [...part]));
    const reading = await readStatement(bytes, { name: 'file.csv', today: TODAY });
    const found = [...reading.entries.map(({ day, minor }) => `${day} ${minor}`)].sort();
    expect(found, `round ${round}`).toEqual(rows.map(({ key }) => key).sort());
  }
});

test('a file that stops anywhere: each whole row before that place is an entry', async () => {
  const next = random(7);
  const rows = invent(next, 40);
  const order = shuffled(next);
  const text = [line(HEADER, order), ...rows.map(({ cells }) => line(cells, order))].join('\n');
  for (let round = 0; round < 20; round += 1) {
    const until = 150 + Math.floor(next() * (text.length - 150));
    const whole = text.slice(0, until).split('\n').length - 2;
    const reading = await readStatement(new TextEncoder().encode(text.slice(0, until)), { name: 'file.csv', today: TODAY });
    const keys = reading.entries.map(({ day, minor }) => `${day} ${minor}`);
    expect(keys.slice(0, whole), `until ${until}`).toEqual(rows.slice(0, whole).map(({ key }) => key));
  }
});

test('an entry that the ledger refuses takes the whole file back with it', async () => {
  const next = random(8);
  const rows = invent(next, 30);
  const text = [HEADER.join(';'), ...rows.map(({ cells }) => cells.join(';'))].join('\n');
  const reading = await readStatement(new TextEncoder().encode(text), { name: 'file.csv', today: TODAY });
  const db = openLedger();
  recordStatement(db, asRecorded(reading, 'first'), { homeCurrency: 'EUR' });
  const before = everything(db);
  const broken = { ...asRecorded(reading, 'second'), entries: reading.entries.map((entry) => ({ ...entry, day: addDays(entry.day, 90) })) };
  const last = broken.entries.at(-1);
  if (last) last.minor = Number.NaN;
  expect(() => recordStatement(db, broken, { homeCurrency: 'EUR' })).toThrow();
  expect(everything(db)).toBe(before);
  expect(rowsOf(db)).toEqual(rows.map(({ key }) => key).sort());
  db.close();
});
