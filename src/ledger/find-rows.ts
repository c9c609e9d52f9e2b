// Rows as the Ledger screen lists them, newest first: any window of a million, with the count and the sums of all that fit.
// What was counted is remembered until the ledger changes, so that scrolling asks for rows alone.
import type { Day } from '../base/days.ts';
import { exponentOf, toMinor } from '../base/money.ts';
import { fold } from '../base/text.ts';
import type { ReadableDatabase, SqlValue } from './database.ts';
import { revisionOf } from './settings.ts';

export interface LedgerRow {
  transactionId: number;
  day: Day;
  payee: string;
  category: string | null;
  account: string;
  minor: number;
  currency: string;
}

/** Of columns in the order of a LedgerRow. */
export const toLedgerRow = ([id, day, payee, category, account, minor, currency]: readonly SqlValue[]): LedgerRow => ({
  transactionId: Number(id),
  day: String(day),
  payee: String(payee),
  category: typeof category === 'string' ? category : null,
  account: String(account),
  minor: Number(minor),
  currency: String(currency),
});

export interface TransactionPage {
  rows: LedgerRow[];
  total: number;
  sums: { currency: string; minor: number }[];
}

export interface RowFilter {
  /** Words that must all occur in payee, category, account, the bank's text or the note; a figure also fits an amount. */
  search: string;
  accountId: number | null;
  payeeId?: number | null;
  /** 'none': rows without one. */
  categoryId?: number | 'none' | null;
  flow?: 'expense' | 'income' | 'transfer' | null;
  /** Half-open. */
  from?: Day | null;
  until?: Day | null;
}

export interface TransactionFilter extends RowFilter {
  offset: number;
  limit: number;
}

interface Where {
  text: string;
  params: SqlValue[];
}

/** Either the ids themselves, or on which days how many rows lie, or nothing but the count. */
interface Found {
  key: string;
  total: number;
  sums: TransactionPage['sums'];
  ids: number[] | null;
  days: { day: Day; rows: number }[] | null;
}

const kept = new WeakMap<ReadableDatabase, Found>();
/** So many ids are remembered; a search that finds more is read from its first row on. */
const MOST_IDS = 50_000;

export function transactions(db: ReadableDatabase, { offset, limit, ...filter }: TransactionFilter): TransactionPage {
  const found = find(db, filter);
  return { rows: readRows(db, pageIds(db, filter, found, offset, limit)), total: found.total, sums: found.sums };
}

function find(db: ReadableDatabase, filter: RowFilter): Found {
  const key = JSON.stringify([revisionOf(db), filter]);
  const known = kept.get(db);
  if (known?.key === key) return known;
  const counted = filter.search.trim() || typeof filter.payeeId === 'number' ? countRows(db, filter) : countDays(db, filter);
  const found = { key, ...counted };
  kept.set(db, found);
  return found;
}

/** Without words or a payee, the day totals know everything. */
function countDays(db: ReadableDatabase, filter: RowFilter): Omit<Found, 'key'> {
  const { text, params } = conditions(filter);
  const sums = db.query(`SELECT currency, sum(minor), sum(rows) FROM day_total ${text} GROUP BY currency ORDER BY 3 DESC`, params).rows;
  const days = db.query(`SELECT day, sum(rows) FROM day_total ${text} GROUP BY day ORDER BY day DESC`, params).rows;
  return { ...summed(sums), ids: null, days: days.map(([day, rows]) => ({ day: String(day), rows: Number(rows) })) };
}

function countRows(db: ReadableDatabase, filter: RowFilter): Omit<Found, 'key'> {
  const { text, params } = fullConditions(db, filter);
  // Words must be looked for in every row: in the order of the table that is one pass, in the order of days a leap for each row.
  const source = filter.search.trim() ? 'posting NOT INDEXED' : 'posting';
  const some = db.query(`SELECT id, currency, minor FROM ${source} ${text} ORDER BY day DESC, id DESC LIMIT ${MOST_IDS + 1}`, params).rows;
  if (some.length > MOST_IDS) {
    const sums = db.query(`SELECT currency, sum(minor), count(*) FROM ${source} ${text} GROUP BY currency ORDER BY 3 DESC`, params).rows;
    return { ...summed(sums), ids: null, days: null };
  }
  const sums = new Map<string, { minor: number; rows: number }>();
  for (const [, currency, minor] of some) {
    const sum = sums.get(String(currency)) ?? { minor: 0, rows: 0 };
    sums.set(String(currency), { minor: sum.minor + Number(minor), rows: sum.rows + 1 });
  }
  const listed = [...sums].sort(([, a], [, b]) => b.rows - a.rows).map(([currency, { minor, rows }]) => [currency, minor, rows]);
  return { ...summed(listed), ids: some.map(([id]) => Number(id)), days: null };
}

const summed = (rows: readonly SqlValue[][]): Pick<Found, 'total' | 'sums'> => ({
  total: rows.reduce((total, row) => total + Number(row[2]), 0),
  sums: rows.map(([currency, minor]) => ({ currency: String(currency), minor: Number(minor) })),
});

function pageIds(db: ReadableDatabase, filter: RowFilter, { ids, days }: Found, offset: number, limit: number): number[] {
  if (ids) return ids.slice(offset, offset + limit);
  const stretch = days ? stretchOf(days, offset, limit) : null;
  if (days && !stretch) return [];
  const { text, params } = fullConditions(db, filter);
  const within = stretch ? `${text ? `${text} AND` : 'WHERE'} day BETWEEN ? AND ?` : text;
  const bounds = stretch ? [stretch.last, stretch.first] : [];
  return db
    .query(`SELECT id FROM posting ${within} ORDER BY day DESC, id DESC LIMIT ? OFFSET ?`, [
      ...params,
      ...bounds,
      limit,
      stretch?.skip ?? offset,
    ])
    .rows.map(([id]) => Number(id));
}

/** The days on which a window lies, and how many rows of the first of them stand before it. */
function stretchOf(days: NonNullable<Found['days']>, offset: number, limit: number): { first: Day; last: Day; skip: number } | null {
  let before = 0;
  let stretch: { first: Day; last: Day; skip: number } | null = null;
  for (const { day, rows } of days) {
    if (stretch) stretch.last = day;
    else if (before + rows > offset) stretch = { first: day, last: day, skip: offset - before };
    before += rows;
    if (before >= offset + limit) break;
  }
  return stretch;
}

/** In the order of the ids. */
function readRows(db: ReadableDatabase, ids: readonly number[]): LedgerRow[] {
  return db
    .query(
      `SELECT transaction_id, posting.day, payee.name, category.name, account.name, posting.minor, posting.currency
       FROM json_each(?) AS asked CROSS JOIN posting ON posting.id = asked.value JOIN payee ON payee.id = payee_id
       JOIN account ON account.id = posting.account_id LEFT JOIN category ON category.id = category_id ORDER BY asked.key`,
      [JSON.stringify(ids)],
    )
    .rows.map(toLedgerRow);
}

/** What postings and day totals both know. */
function conditions({ accountId, categoryId = null, flow = null, from = null, until = null }: RowFilter): Where {
  const all: [string, SqlValue][] = [];
  if (accountId !== null) all.push(['account_id = ?', accountId]);
  if (typeof categoryId === 'number') all.push(['category_id = ?', categoryId]);
  if (flow !== null) all.push(['flow = ?', flow]);
  if (from !== null) all.push(['day >= ?', from]);
  if (until !== null) all.push(['day < ?', until]);
  const parts = [...all.map(([part]) => part), ...(categoryId === 'none' ? ['category_id IS NULL'] : [])];
  return { text: parts.length ? `WHERE ${parts.join(' AND ')}` : '', params: all.map(([, value]) => value) };
}

function fullConditions(db: ReadableDatabase, filter: RowFilter): Where {
  const plain = conditions(filter);
  const more = [
    ...(typeof filter.payeeId === 'number' ? [{ text: 'payee_id = ?', params: [filter.payeeId] }] : []),
    ...filter.search
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => hasWord(db, word)),
  ];
  const parts = [plain.text.replace(/^WHERE /, ''), ...more.map(({ text }) => text)].filter(Boolean);
  return { text: parts.length ? `WHERE ${parts.join(' AND ')}` : '', params: [...plain.params, ...more.flatMap(({ params }) => params)] };
}

/** Names by their letters, accents and capitals aside; the bank's text and the note as they are written, capitals aside. */
function hasWord(db: ReadableDatabase, word: string): Where {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const { amounts, figures } = amountOf(db, word);
  const text = `(payee_id IN (SELECT value FROM json_each(?)) OR category_id IN (SELECT value FROM json_each(?))
    OR account_id IN (SELECT value FROM json_each(?))
    OR transaction_id IN (SELECT id FROM bank_transaction WHERE descriptor LIKE ? ESCAPE '\\' OR memo LIKE ? ESCAPE '\\')
    OR transaction_id IN (SELECT t.id FROM said_row AS s JOIN bank_transaction AS t ON t.account_id = s.account_id
      AND t.fingerprint = s.fingerprint AND t.occurrence = s.occurrence WHERE s.what = 'note' AND s.value LIKE ? ESCAPE '\\')${amounts})`;
  const named = (['payee', 'category', 'account'] as const).map((table) => JSON.stringify(idsNamed(db, table, fold(word))));
  return { text, params: [...named, like, like, like, ...figures] };
}

function idsNamed(db: ReadableDatabase, table: 'payee' | 'category' | 'account', word: string): number[] {
  return namesOf(db, table)
    .filter(({ name }) => name.includes(word))
    .map(({ id }) => id);
}

type Names = { id: number; name: string }[];
const folded = new WeakMap<ReadableDatabase, { revision: number; tables: Map<string, Names> }>();

function namesOf(db: ReadableDatabase, table: 'payee' | 'category' | 'account'): Names {
  const revision = revisionOf(db);
  let known = folded.get(db);
  if (known?.revision !== revision) {
    known = { revision, tables: new Map() };
    folded.set(db, known);
  }
  const names =
    known.tables.get(table) ??
    db.query(`SELECT id, name FROM ${table}`).rows.map(([id, name]) => ({ id: Number(id), name: fold(String(name)) }));
  known.tables.set(table, names);
  return names;
}

/** "12.50" fits rows of that much in any currency that has so many decimals. */
function amountOf(db: ReadableDatabase, word: string): { amounts: string; figures: SqlValue[] } {
  if (!/^[-+]?\d+(?:[.,]\d+)?$/.test(word)) return { amounts: '', figures: [] };
  const decimal = word.replace(',', '.').replace(/^[-+]/, '');
  const currencies = db.query('SELECT DISTINCT currency FROM day_total').rows.map(([currency]) => String(currency));
  const fits = currencies.flatMap((currency) => {
    const decimals = decimal.split('.')[1]?.length ?? 0;
    const minor = decimals === 0 || decimals === exponentOf(currency) ? toMinor(decimal, currency) : null;
    return minor === null ? [] : [[currency, minor, -minor] as const];
  });
  return { amounts: fits.map(() => ' OR (currency = ? AND minor IN (?, ?))').join(''), figures: fits.flat() };
}
