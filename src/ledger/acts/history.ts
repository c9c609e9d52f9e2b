// The acts done to this ledger, newest first, as the page lists them.
import type { ReadableDatabase, SqlValue } from '../database.ts';

export type ActKind = 'import' | 'category' | 'split' | 'note' | 'transfer' | 'payee-name' | 'account-name' | 'erase-account' | 'rule';

/** What a history can say of an act, in names as they were then. */
export interface ActSays {
  payee?: string;
  category?: string | null;
  /** The name given. */
  name?: string;
  account?: string;
  file?: string;
  day?: string;
  minor?: number;
  currency?: string;
  /** How many rows it changed. */
  rows?: number;
  parts?: number;
  note?: string;
  text?: string;
  isSample?: boolean;
  /** What was done to a rule or a transfer; or that it holds for rows to come. */
  did?: 'added' | 'changed' | 'moved' | 'dropped' | 'paired' | 'marked' | 'unmarked' | 'later';
}

export interface ActSummary {
  id: number;
  kind: ActKind;
  /** ISO 8601, UTC. */
  at: string;
  says: ActSays;
  undoneAt: string | null;
}

const COLUMNS = 'id, kind, at, says, undone_at';

const toSummary = ([id, kind, at, says, undoneAt]: SqlValue[]): ActSummary => ({
  id: Number(id),
  kind: String(kind) as ActKind,
  at: String(at),
  says: JSON.parse(String(says)) as ActSays,
  undoneAt: undoneAt === null || undoneAt === undefined ? null : String(undoneAt),
});

export function readAct(db: ReadableDatabase, actId: number): ActSummary | null {
  const row = db.query(`SELECT ${COLUMNS} FROM act WHERE id = ?`, [actId]).rows[0];
  return row ? toSummary(row) : null;
}

export interface ActPage {
  acts: ActSummary[];
  total: number;
}

export function readActs(db: ReadableDatabase, { offset, limit }: { offset: number; limit: number }): ActPage {
  return {
    acts: db.query(`SELECT ${COLUMNS} FROM act ORDER BY id DESC LIMIT ? OFFSET ?`, [limit, offset]).rows.map(toSummary),
    total: Number(db.query('SELECT count(*) FROM act').rows[0]?.[0]),
  };
}

/** The newest act that still stands. */
export function lastAct(db: ReadableDatabase): ActSummary | null {
  const row = db.query(`SELECT ${COLUMNS} FROM act WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1`).rows[0];
  return row ? toSummary(row) : null;
}
