// Brings a database to the newest schema: PRAGMA user_version says where it is, each step runs in one transaction with the
// version it leads to, so that a ledger is never between two versions. Steps are only ever added, never changed.
import { AppError } from '../../base/errors.ts';
import type { Database } from '../database.ts';
import { v1 } from '../schema/v1.sql.ts';
import { v2 } from '../schema/v2.sql.ts';
import { v3 } from '../schema/v3.sql.ts';
import { v4 } from '../schema/v4.sql.ts';
import { v5 } from '../schema/v5.sql.ts';

/** Step n leads from version n to n + 1. */
export const migrations: readonly string[] = [v1, v2, v3, v4, v5];

export const NEWEST_VERSION = migrations.length;

export const schemaVersion = (db: Database): number => Number(db.query('PRAGMA user_version').rows[0]?.[0] ?? 0);

/** Throws `ledger-newer` when a later release of the app wrote this ledger, and leaves it as it is. */
export function openSchema(db: Database, steps: readonly string[] = migrations): void {
  const version = schemaVersion(db);
  if (version > steps.length) {
    throw new AppError('ledger-newer', `the ledger has version ${version}, this app knows up to ${steps.length}`, {
      ledger: version,
      app: steps.length,
    });
  }
  for (const [at, step] of steps.entries()) {
    if (at < version) continue;
    db.transaction(() => {
      db.execute(step);
      db.execute(`PRAGMA user_version = ${at + 1}`);
    });
  }
}
