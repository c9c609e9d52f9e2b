// A row said to be own money moving, with its other half or without; or said to be none.
import { AppError } from '../../base/errors.ts';
import type { Database } from '../database.ts';
import type { ActSays } from './history.ts';
import type { Journal } from './journal.ts';
import { findRow, sayRow } from './row-acts.ts';
import { readSaid, type SaidOfRow } from './said.ts';

const flowJson = (flow: NonNullable<SaidOfRow['flow']>): string => JSON.stringify(flow);

export function pairRow(db: Database, journal: Journal, transactionId: number, withId: number | null): ActSays {
  const row = findRow(db, transactionId);
  const other = withId === null ? null : findRow(db, withId);
  if (other && (other.id === row.id || Math.sign(other.minor) === Math.sign(row.minor))) {
    throw new AppError('row-gone', 'the two halves of a transfer go opposite ways');
  }
  for (const half of [row, other]) if (half) part(db, journal, half.id);
  journal.change(row.key, 'flow', flowJson({ is: 'transfer', with: other?.key ?? null }));
  if (other) journal.change(other.key, 'flow', flowJson({ is: 'transfer', with: row.key }));
  return { ...sayRow(row), did: other ? 'paired' : 'marked' };
}

export function unpairRow(db: Database, journal: Journal, transactionId: number): ActSays {
  const row = findRow(db, transactionId);
  const half = db.query('SELECT iif(out_id = ?1, in_id, out_id) FROM transfer WHERE out_id = ?1 OR in_id = ?1', [transactionId])
    .rows[0]?.[0];
  journal.change(row.key, 'flow', flowJson({ is: 'ordinary' }));
  if (typeof half === 'number') journal.change(findRow(db, half).key, 'flow', flowJson({ is: 'ordinary' }));
  return { ...sayRow(row), did: 'unmarked' };
}

/** A half that was said to belong to another row belongs to it no longer. */
function part(db: Database, journal: Journal, transactionId: number): void {
  const flow = readSaid(db, [transactionId]).get(transactionId)?.flow;
  if (flow?.is === 'transfer' && flow.with !== null) journal.change(flow.with, 'flow', null);
}
