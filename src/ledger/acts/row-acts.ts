// What a person says of rows: their category, their parts, a note.
import { AppError } from '../../base/errors.ts';
import { squeeze } from '../../base/text.ts';
import type { Database, ReadableDatabase } from '../database.ts';
import type { ActSays } from './history.ts';
import type { Journal } from './journal.ts';
import { readRules } from './rules.ts';
import { keyOfRow, readSaid, rowKey, type Origin, type Part, type RowAspect } from './said.ts';
import { firstPlace, freshRuleId, ruleValue } from './rule-acts.ts';

export interface ActRow {
  id: number;
  key: string;
  day: string;
  minor: number;
  currency: string;
  /** As shown. */
  payeeId: number;
  payee: string;
  categoryId: number | null;
}

/** Throws `row-gone`. */
export function findRow(db: ReadableDatabase, transactionId: number): ActRow {
  const row = db.query(
    `SELECT t.day, t.minor, t.currency, posting.payee_id, payee.name, posting.category_id FROM bank_transaction AS t
     JOIN posting ON posting.transaction_id = t.id JOIN payee ON payee.id = posting.payee_id WHERE t.id = ? ORDER BY posting.id LIMIT 1`,
    [transactionId],
  ).rows[0];
  const key = keyOfRow(db, transactionId);
  if (!row || key === null) throw new AppError('row-gone', `no transaction ${transactionId}`);
  const [day, minor, currency, payeeId, payee, categoryId] = row;
  return {
    id: transactionId,
    key,
    day: String(day),
    minor: Number(minor),
    currency: String(currency),
    payeeId: Number(payeeId),
    payee: String(payee),
    categoryId: categoryId === null || categoryId === undefined ? null : Number(categoryId),
  };
}

export const sayRow = ({ day, minor, currency, payee }: ActRow): ActSays => ({ day, minor, currency, payee, rows: 1 });

export interface Categorise {
  transactionId: number;
  category: string | null;
  rows: 'one' | 'payee' | 'payee-and-later';
  by?: Origin;
}

export function categorise(db: Database, journal: Journal, { transactionId, category, rows, by = 'person' }: Categorise): ActSays {
  const row = findRow(db, transactionId);
  const name = category === null ? null : squeeze(category) || null;
  const says = { ...sayRow(row), category: name };
  if (rows === 'one') {
    sayCategory(journal, row.key, name, by);
    journal.change(row.key, 'split', null);
    return says;
  }
  const keys = wholeRowsOf(db, row.payeeId);
  // A rule has no word for "none", so rows that lose their category are told so one by one.
  if (rows === 'payee' || name === null) for (const key of keys) sayCategory(journal, key, name, by);
  else {
    for (const key of keys) journal.change(key, 'category', null);
    ruleFor(db, journal, row.payeeId, name);
  }
  return { ...says, rows: keys.length, ...(rows === 'payee-and-later' && name !== null ? { did: 'later' as const } : {}) };
}

const sayCategory = (journal: Journal, key: string, name: string | null, by: Origin) =>
  journal.change(key, 'category', JSON.stringify({ name, by }));

/** Keys of the payee's rows; rows in parts keep their parts. */
function wholeRowsOf(db: Database, payeeId: number): string[] {
  const { rows } = db.query(
    `SELECT DISTINCT t.id, t.account_id, t.fingerprint, t.occurrence FROM posting JOIN bank_transaction AS t ON t.id = transaction_id
     WHERE payee_id = ? AND posting.minor = t.minor`,
    [payeeId],
  );
  return rows.map(([, accountId, fingerprint, occurrence]) => rowKey(Number(accountId), Number(fingerprint), Number(occurrence)));
}

/** One rule for a payee is enough: the one there is learns the new category, and comes first. */
function ruleFor(db: Database, journal: Journal, payeeId: number, category: string): void {
  const rules = readRules(db);
  const own = rules.find((rule) => rule.payeeId === payeeId && rule.text === null);
  const id = own?.id ?? freshRuleId(db);
  const place = own && rules[0]?.id === own.id ? own.place : firstPlace(rules);
  journal.change(`u:${id}`, 'rule', ruleValue({ place, payeeId, text: null, category, payee: own?.payee ?? null, overFile: 1 }));
}

export function splitRow(db: Database, journal: Journal, transactionId: number, parts: readonly Part[]): ActSays {
  const row = findRow(db, transactionId);
  const clean = parts.map(({ minor, category }) => ({ minor, category: category === null ? null : squeeze(category) || null }));
  const isWhole = clean.length === 0;
  if (!isWhole) prove(row, clean);
  journal.change(row.key, 'split', isWhole ? null : JSON.stringify(clean));
  if (!isWhole) journal.change(row.key, 'category', null);
  return { ...sayRow(row), parts: clean.length };
}

/** Throws `split-unequal`: every part is a whole number of minor units, none is nothing, and together they are the row. */
function prove(row: ActRow, parts: readonly Part[]): void {
  const isSound = parts.length > 1 && parts.every(({ minor }) => Number.isSafeInteger(minor) && minor !== 0);
  const sum = parts.reduce((total, { minor }) => total + minor, 0);
  if (!isSound || sum !== row.minor) {
    throw new AppError('split-unequal', `the parts give ${sum}, the row has ${row.minor}`, { sum, minor: row.minor });
  }
}

export function noteRow(db: Database, journal: Journal, transactionId: number, note: string): ActSays {
  const row = findRow(db, transactionId);
  const text = note.trim();
  journal.change(row.key, 'note' satisfies RowAspect, text ? JSON.stringify(text) : null);
  return { ...sayRow(row), note: text };
}

export const noteOf = (db: ReadableDatabase, transactionId: number): string | null =>
  readSaid(db, [transactionId]).get(transactionId)?.note ?? null;
