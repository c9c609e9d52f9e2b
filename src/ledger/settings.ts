// Settings of a ledger by name, each a JSON value; and its revision, a number that grows with every change of rows.
import { plainly } from '../base/plain-text.ts';
import type { Database } from './database.ts';
import { refreshTotals } from './totals.ts';

export type SettingName = 'home-currency' | 'week-start' | 'revision' | 'auto-lock' | 'kept-questions' | 'put-away';

export function readSetting(db: Pick<Database, 'query'>, name: SettingName): unknown {
  const value = db.query('SELECT value FROM setting WHERE name = ?', [name]).rows[0]?.[0];
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
}

export function writeSetting(db: Database, name: SettingName, value: unknown): void {
  db.execute('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
    name,
    JSON.stringify(value),
  ]);
}

export function revisionOf(db: Pick<Database, 'query'>): number {
  const revision = readSetting(db, 'revision');
  return typeof revision === 'number' ? revision : 0;
}

/** Every change of rows ends with this, in the same transaction: what is summed ahead is summed anew. */
export function raiseRevision(db: Database): void {
  refreshTotals(db);
  countChange(db);
}

/** After other rows took the place of all: higher than both revisions, so that whoever watches notices. */
export function raiseRevisionAbove(db: Database, before: number): void {
  writeSetting(db, 'revision', Math.max(before, revisionOf(db)));
  raiseRevision(db);
}

/** A change of something other than rows. */
export const countChange = (db: Database): void => writeSetting(db, 'revision', revisionOf(db) + 1);

/** The person's choice, or null while there is none. */
export function chosenCurrency(db: Pick<Database, 'query'>): string | null {
  const chosen = readSetting(db, 'home-currency');
  return typeof chosen === 'string' ? chosen : null;
}

/** Questions without a currency mean `home`, as soon as any row is in it; until then the ledger's own most used one. */
export function chooseHome(db: Database, home: string): void {
  if (chosenCurrency(db) === home) return;
  if (!db.query('SELECT 1 FROM posting WHERE currency = ? LIMIT 1', [home]).rows.length) return;
  writeSetting(db, 'home-currency', home);
  countChange(db);
}

/** Questions that the person keeps, in their order. */
export function keptQuestions(db: Pick<Database, 'query'>): string[] {
  const kept = readSetting(db, 'kept-questions');
  return Array.isArray(kept) ? [...new Set(kept.filter((each) => typeof each === 'string'))] : []; // a backup may say one twice
}

export function keepQuestions(db: Database, questions: readonly string[]): void {
  writeSetting(db, 'kept-questions', plainly(questions));
  countChange(db);
}
