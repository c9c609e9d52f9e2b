// The guide's queries run on the file that its export makes, and their figures are those that Sotto answers.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { toSqlite } from '../../src/ledger/exports/to-sqlite.ts';
import { openSchema } from '../../src/ledger/migrations/open-schema.ts';
import { readOnly } from '../../src/ledger/read-only.ts';
import { recordStatement } from '../../src/ledger/recording/record-statement.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { readStatement } from '../../src/import/read-statement.ts';

const TODAY = '2026-03-18';
const CARD = `Date,Description,Category,Amount
2025-12-30,Green Grocer,Groceries,-20.00
2026-01-02,Green Grocer,Groceries,-30.50
2026-01-09,Northern Rail,Travel,-40.25
2026-01-11,Northern Rail,Travel,10.25
2026-01-31,ACME CORP PAYROLL,Income,500.00
2026-02-03,Green Grocer,Groceries,-29.50
`;

const guide = readFileSync(fileURLToPath(new URL('../../docs/guide.md', import.meta.url)), 'utf8');
const queries = [...guide.matchAll(/```sql\n([\s\S]+?);\n```/g)].map(([, sql]) => sql ?? '');

const engine = await loadSqlEngine();
const ledger = new SqlJsDatabase(engine);
openSchema(ledger);
const reading = await readStatement(new TextEncoder().encode(CARD), { name: 'card.csv', today: TODAY });
const { format, digest, accounts, entries } = reading;
recordStatement(
  ledger,
  { fileName: 'card.csv', format, digest, accounts, entries, layout: null, importedAt: '2026-03-18T00:00:00Z', setAside: [] },
  { homeCurrency: 'USD' },
);
const file = new SqlJsDatabase(engine, toSqlite(ledger));
const answered = (question: string) => ask(readOnly(ledger), { question, today: TODAY }).rows;

test('there are three', () => expect(queries).toHaveLength(3));

test('each month by category', () => {
  expect(file.query(queries[0] ?? '').rows).toEqual([
    ['2025-12', 'Groceries', 'USD', 20],
    ['2026-01', 'Groceries', 'USD', 30.5],
    ['2026-01', 'Travel', 'USD', 30],
    ['2026-02', 'Groceries', 'USD', 29.5],
  ]);
  expect(answered('groceries in January')[0]).toContain(30.5);
});

test('a year by payee', () => {
  const { columns, rows } = file.query(queries[1] ?? '');
  expect(columns).toEqual(['payee', 'currency', 'spent', 'percent']);
  expect(rows).toEqual([
    ['Green Grocer', 'USD', 60, 66.7],
    ['Northern Rail', 'USD', 30, 33.3],
  ]);
  expect(answered('how much did I spend this year')[0]).toContain(90);
});

test('what was left over', () => {
  expect(file.query(queries[2] ?? '').rows).toEqual([
    ['2025-12', 'USD', -20],
    ['2026-01', 'USD', 439.5],
    ['2026-02', 'USD', -29.5],
  ]);
});
