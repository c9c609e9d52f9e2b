// The ledger as a person or a language model may read it with SQL: a few views with plain column names, and nothing else. They hold the
// same rows as the questions' own postings, so that both tell the same figures. Temporary, so no part of the file, its backup or its
// version. `amount` is decimal in the row's currency (for reading and comparing); `minor` the same in whole minor units (for exact sums).
import { exponentOf, oddCurrencies } from '../base/money.ts';
import type { Database } from './database.ts';

export type ReadingType = 'day' | 'text' | 'money' | 'count';

export interface ReadingColumn {
  name: string;
  type: ReadingType;
  /** What it is, for the console's list and a model's prompt. */
  says: string;
}

export interface ReadingView {
  name: string;
  says: string;
  columns: readonly ReadingColumn[];
  sql: string;
}

const scale = `CASE p.currency ${oddCurrencies.map((code) => `WHEN '${code}' THEN ${10 ** exponentOf(code)}.0`).join(' ')} ELSE 100.0 END`;

const ROWS: readonly ReadingColumn[] = [
  { name: 'day', type: 'day', says: 'YYYY-MM-DD' },
  { name: 'month', type: 'text', says: 'YYYY-MM' },
  { name: 'year', type: 'text', says: 'YYYY' },
  { name: 'weekday', type: 'text', says: 'Monday to Sunday' },
  { name: 'payee', type: 'text', says: 'shop, person or company' },
  { name: 'category', type: 'text', says: "the file's category; NULL where it gives none" },
  { name: 'account', type: 'text', says: 'own account or card' },
  { name: 'amount', type: 'money', says: 'decimal, in the row’s currency' },
  { name: 'minor', type: 'count', says: 'the amount in whole minor units' },
  { name: 'currency', type: 'text', says: 'ISO 4217; never add two of them' },
  { name: 'flow', type: 'text', says: 'expense, income or transfer' },
  { name: 'text', type: 'text', says: "the bank's own words" },
  { name: 'memo', type: 'text', says: 'the memo; NULL where there is none' },
  { name: 'transaction_id', type: 'count', says: 'number of the transaction' },
];

const HOW_MANY: ReadingColumn = { name: 'transactions', type: 'count', says: 'how many rows' };

/** `sign` turns money out into a positive size. */
const rows = (name: string, says: string, where: string, sign: '' | '-' = ''): ReadingView => ({
  name,
  says,
  columns: ROWS,
  sql: `SELECT p.day AS day, substr(p.day, 1, 7) AS month, substr(p.day, 1, 4) AS year,
  CASE strftime('%w', p.day) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday' WHEN '3' THEN 'Wednesday'
    WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END AS weekday,
  y.name AS payee, c.name AS category, a.name AS account, ${sign}p.minor / ${scale} AS amount, ${sign}p.minor AS minor,
  p.currency AS currency, p.flow AS flow, b.descriptor AS text, b.memo AS memo, p.transaction_id AS transaction_id
FROM main.posting AS p
JOIN main.payee AS y ON y.id = p.payee_id
JOIN main.account AS a ON a.id = p.account_id
JOIN main.bank_transaction AS b ON b.id = p.transaction_id
LEFT JOIN main.category AS c ON c.id = p.category_id
WHERE ${where}`,
});

export const READING_VIEWS: readonly ReadingView[] = [
  rows('transactions', 'every transaction; amount is signed, money out negative', 'TRUE'),
  rows('spending', 'money spent; amount is positive, a refund negative; no transfers', `p.flow = 'expense'`, '-'),
  rows('income', 'money that came in and is neither refund nor transfer; amount is positive', `p.flow = 'income'`),
  rows('transfers', 'between own accounts, both sides; amount is signed, money out negative', `p.flow = 'transfer'`),
  {
    name: 'accounts',
    says: 'own accounts and cards',
    columns: [
      { name: 'account', type: 'text', says: 'its name' },
      { name: 'kind', type: 'text', says: 'checking, savings, card, cash, loan, investment or unknown' },
      { name: 'currency', type: 'text', says: 'ISO 4217' },
      { name: 'institution', type: 'text', says: 'the bank; NULL where unknown' },
      HOW_MANY,
      { name: 'first_day', type: 'day', says: 'of its rows' },
      { name: 'last_day', type: 'day', says: 'of its rows' },
    ],
    sql: `SELECT a.name AS account, a.kind AS kind, a.currency AS currency, a.institution AS institution,
  (SELECT count(*) FROM main.posting AS p WHERE p.account_id = a.id) AS transactions,
  (SELECT min(p.day) FROM main.posting AS p WHERE p.account_id = a.id) AS first_day,
  (SELECT max(p.day) FROM main.posting AS p WHERE p.account_id = a.id) AS last_day
FROM main.account AS a`,
  },
  {
    name: 'payees',
    says: 'shops, people and companies',
    columns: [
      { name: 'payee', type: 'text', says: 'its name' },
      { name: 'kind', type: 'text', says: 'what it is, where known: coffee, fuel, streaming' },
      HOW_MANY,
    ],
    sql: `SELECT y.name AS payee, y.kind AS kind, (SELECT count(*) FROM main.posting AS p WHERE p.payee_id = y.id) AS transactions
FROM main.payee AS y
WHERE EXISTS (SELECT 1 FROM main.posting AS p WHERE p.payee_id = y.id)`,
  },
  {
    name: 'categories',
    says: 'as the files name them',
    columns: [{ name: 'category', type: 'text', says: 'its name' }, HOW_MANY],
    sql: `SELECT c.name AS category, (SELECT count(*) FROM main.posting AS p WHERE p.category_id = c.id) AS transactions
FROM main.category AS c
WHERE EXISTS (SELECT 1 FROM main.posting AS p WHERE p.category_id = c.id)`,
  },
];

/** Makes the views on this connection, once; they go with it. */
export function openReadingViews(db: Database): void {
  db.execute(READING_VIEWS.map(({ name, sql }) => `CREATE TEMP VIEW IF NOT EXISTS ${name} AS ${sql}`).join(';\n'));
}
