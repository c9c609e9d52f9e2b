// What a person can say, and of what: the values that acts change, each under a key that outlives rows of the bank.
// A row is known by account, fingerprint and occurrence, so that the same row imported again is found.
import type { Database, ReadableDatabase, SqlValue } from '../database.ts';

export type Origin = 'person' | 'rule' | 'earlier' | 'brand';

/** A part of a transaction, in minor units of its currency, with the sign of the ledger. */
export interface Part {
  minor: number;
  category: string | null;
}

/** What was said of one row. */
export interface SaidOfRow {
  category?: { name: string | null; by: Origin };
  split?: Part[];
  note?: string;
  /** `with` is the key of the other half, where one was named. */
  flow?: { is: 'transfer'; with: string | null } | { is: 'ordinary' };
}

export type RowAspect = keyof SaidOfRow;
export type Aspect = RowAspect | 'shown-as' | 'name' | 'rule';

export const rowKey = (accountId: number, fingerprint: number, occurrence: number): string => `r:${accountId}:${fingerprint}:${occurrence}`;

const ROW_KEY = `'r:' || account_id || ':' || fingerprint || ':' || occurrence`;

export function keyOfRow(db: ReadableDatabase, transactionId: number): string | null {
  const key = db.query(`SELECT ${ROW_KEY} FROM bank_transaction WHERE id = ?`, [transactionId]).rows[0]?.[0];
  return typeof key === 'string' ? key : null;
}

const partsOf = (about: string): [kind: string, ...ids: number[]] => {
  const [kind = '', ...ids] = about.split(':');
  return [kind, ...ids.map(Number)];
};

/** The transaction that a row's key names, if it is in the ledger. */
export function rowOfKey(db: ReadableDatabase, key: string): number | null {
  const [, accountId = 0, fingerprint = 0, occurrence = 0] = partsOf(key);
  const id = db.query('SELECT id FROM bank_transaction WHERE account_id = ? AND fingerprint = ? AND occurrence = ?', [
    accountId,
    fingerprint,
    occurrence,
  ]).rows[0]?.[0];
  return typeof id === 'number' ? id : null;
}

const text = (value: SqlValue | undefined): string | null => (value === null || value === undefined ? null : String(value));

/** The value that stands, as JSON; null is nothing. */
export function readValue(db: ReadableDatabase, about: string, what: Aspect): string | null {
  const [kind, id = 0, fingerprint = 0, occurrence = 0] = partsOf(about);
  if (kind === 'r') {
    const key = [id, fingerprint, occurrence, what];
    return text(
      db.query('SELECT value FROM said_row WHERE account_id = ? AND fingerprint = ? AND occurrence = ? AND what = ?', key).rows[0]?.[0],
    );
  }
  if (kind === 'p') return text(db.query('SELECT shown_as FROM payee WHERE id = ?', [id]).rows[0]?.[0]);
  if (kind === 'a') return text(db.query('SELECT json_quote(name) FROM account WHERE id = ?', [id]).rows[0]?.[0]);
  return text(
    db.query(
      `SELECT json_object('place', place, 'payeeId', payee_id, 'text', text, 'category', category, 'payee', payee, 'overFile', over_file)
       FROM rule WHERE id = ?`,
      [id],
    ).rows[0]?.[0],
  );
}

/** As kept in the table `rule`. */
export interface RuleValue {
  place: number;
  payeeId: number | null;
  text: string | null;
  category: string | null;
  payee: string | null;
  overFile: 0 | 1;
}

export function writeValue(db: Database, about: string, what: Aspect, value: string | null): void {
  const [kind, id = 0, fingerprint = 0, occurrence = 0] = partsOf(about);
  if (kind === 'r') writeRow(db, [id, fingerprint, occurrence, what], value);
  else if (kind === 'p') db.execute('UPDATE payee SET shown_as = ? WHERE id = ?', [value === null ? null : Number(value), id]);
  else if (kind === 'a') {
    const name = value === null ? '' : String(JSON.parse(value));
    db.execute('UPDATE account SET read_name = nullif(ifnull(read_name, name), ?1), name = ?1 WHERE id = ?2', [name, id]);
  } else writeRule(db, id, value === null ? null : (JSON.parse(value) as RuleValue));
}

function writeRow(db: Database, key: SqlValue[], value: string | null): void {
  if (value === null) db.execute('DELETE FROM said_row WHERE account_id = ? AND fingerprint = ? AND occurrence = ? AND what = ?', key);
  else {
    db.execute('INSERT OR REPLACE INTO said_row (account_id, fingerprint, occurrence, what, value) VALUES (?, ?, ?, ?, ?)', [
      ...key,
      value,
    ]);
  }
}

function writeRule(db: Database, id: number, rule: RuleValue | null): void {
  if (!rule) {
    db.execute('DELETE FROM rule WHERE id = ?', [id]);
    return;
  }
  const { place, payeeId, text: words, category, payee, overFile } = rule;
  db.execute('INSERT OR REPLACE INTO rule (id, place, payee_id, text, category, payee, over_file) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    id,
    place,
    payeeId,
    words,
    category,
    payee,
    overFile,
  ]);
}

const AT_KEY = 'said.account_id = t.account_id AND said.fingerprint = t.fingerprint AND said.occurrence = t.occurrence';
/** A posted row takes over what was said of the pending row that gave way to it, where both are of one payee and direction. */
const PENDING = `JOIN bank_transaction AS n ON n.id = t.replaced_by AND n.read_payee_id = t.read_payee_id AND (n.minor < 0) = (t.minor < 0)`;

/** What was said of these rows, by id. Rows of which nothing was said have no entry. */
export function readSaid(db: ReadableDatabase, ids: readonly number[]): Map<number, SaidOfRow> {
  const said = new Map<number, SaidOfRow>();
  const list = JSON.stringify(ids);
  const take = (rows: SqlValue[][]) => {
    for (const [id, what, value] of rows) {
      const of = said.get(Number(id)) ?? {};
      Object.assign(of, { [String(what)]: JSON.parse(String(value)) as unknown });
      said.set(Number(id), of);
    }
  };
  if (!db.query('SELECT 1 FROM said_row LIMIT 1').rows.length) return said;
  take(
    db.query(
      `SELECT n.id, said.what, said.value FROM json_each(?) AS asked CROSS JOIN bank_transaction AS t ON t.replaced_by = asked.value ${PENDING}
       JOIN said_row AS said ON ${AT_KEY}`,
      [list],
    ).rows,
  );
  take(
    db.query(
      `SELECT t.id, said.what, said.value FROM json_each(?) AS asked CROSS JOIN bank_transaction AS t ON t.id = asked.value
       JOIN said_row AS said ON ${AT_KEY}`,
      [list],
    ).rows,
  );
  return said;
}
