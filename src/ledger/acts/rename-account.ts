// An account given another name; files go on finding it by the one that they give.
import { AppError } from '../../base/errors.ts';
import { fold, squeeze } from '../../base/text.ts';
import type { Database } from '../database.ts';
import type { ActSays } from './history.ts';
import type { Journal } from './journal.ts';

export function accountName(db: Database, accountId: number): string {
  const name = db.query('SELECT name FROM account WHERE id = ?', [accountId]).rows[0]?.[0];
  if (typeof name !== 'string') throw new AppError('row-gone', `no account ${accountId}`);
  return name;
}

export function renameAccount(db: Database, journal: Journal, accountId: number, written: string): ActSays {
  const before = accountName(db, accountId);
  const name = squeeze(written);
  if (!name) throw new AppError('name-empty', 'an account needs a name');
  const others = db.query('SELECT name FROM account WHERE id <> ?', [accountId]).rows;
  if (others.some(([other]) => fold(String(other)) === fold(name))) throw new AppError('name-taken', `an account is called ${name}`);
  journal.change(`a:${accountId}`, 'name', JSON.stringify(name));
  return { account: before, name };
}
