// Plans by hand, as any lane may fill them.
import type { Condition, Scope } from '../../../src/ask/plan/plan.ts';
import type { Subject } from '../../../src/ask/names/subject.ts';
import type { Period } from '../../../src/ask/spans/dates/period.ts';
import { oneRange } from '../../../src/ask/spans/dates/period.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';

export const february: Period = oneRange('2026-02-01', '2026-03-01', 'month');
export const january: Period = oneRange('2026-01-01', '2026-02-01', 'month');

export const aScope = (given: Partial<Scope> = {}): Scope => ({ flow: 'spending', period: february, where: [], currency: 'USD', ...given });

const idOf = (db: ReadableDatabase, table: 'payee' | 'category' | 'account', name: string): number => {
  const id = db.query(`SELECT id FROM ${table} WHERE name = ?`, [name]).rows[0]?.[0];
  if (typeof id !== 'number') throw new RangeError(`no ${table} "${name}"`);
  return id;
};

export const payee = (db: ReadableDatabase, name: string): Subject => ({
  words: name,
  payees: [idOf(db, 'payee', name)],
  categories: [],
  loose: [],
  what: 'payee',
});

export const category = (db: ReadableDatabase, name: string): Subject => ({
  words: name.toLowerCase(),
  payees: [],
  categories: [idOf(db, 'category', name)],
  loose: [],
  what: 'category',
});

export const only = (...any: Subject[]): Condition => ({ by: 'subject', any, not: false });
export const without = (...any: Subject[]): Condition => ({ by: 'subject', any, not: true });
export const onAccount = (db: ReadableDatabase, name: string): Condition => ({
  by: 'account',
  ids: [idOf(db, 'account', name)],
  words: name.toLowerCase(),
  not: false,
});
