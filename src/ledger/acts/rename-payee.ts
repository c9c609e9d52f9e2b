// A payee renamed. Rows keep the payee that was read; it is shown under another name from then on, and so is what comes later.
// A name that another payee has makes the two one.
import { AppError } from '../../base/errors.ts';
import { squeeze } from '../../base/text.ts';
import type { Database } from '../database.ts';
import type { ActSays } from './history.ts';
import type { Journal } from './journal.ts';

export function renamePayee(db: Database, journal: Journal, payeeId: number, written: string): ActSays {
  const name = squeeze(written);
  if (!name) throw new AppError('name-empty', 'a payee needs a name');
  const [before, kind = null] = db.query('SELECT name, kind FROM payee WHERE id = ?', [payeeId]).rows[0] ?? [];
  if (typeof before !== 'string') throw new AppError('row-gone', `no payee ${payeeId}`);
  const rows = Number(db.query('SELECT count(*) FROM posting WHERE payee_id = ?', [payeeId]).rows[0]?.[0]);
  const shown = db.query('SELECT id FROM payee WHERE id = ?1 OR shown_as = ?1', [payeeId]).rows.map(([id]) => Number(id));
  if (name !== before) {
    const target = payeeNamed(db, name, kind);
    journal.change(`p:${target}`, 'shown-as', null);
    for (const id of shown) if (id !== target) journal.change(`p:${id}`, 'shown-as', String(target));
  }
  return { payee: before, name, rows };
}

function payeeNamed(db: Database, name: string, kind: string | number | null): number {
  const known = db.query('SELECT id FROM payee WHERE name = ?', [name]).rows[0]?.[0];
  if (typeof known === 'number') return known;
  db.execute('INSERT INTO payee (name, kind) VALUES (?, ?)', [name, kind]);
  return Number(db.query('SELECT last_insert_rowid()').rows[0]?.[0]);
}
