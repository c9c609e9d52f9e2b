// What a ledger under faults should hold, kept beside it in plain maps: notes among its settings, and statements with their totals.
import { AppError } from '../../../src/base/errors.ts';
import type { Database } from '../../../src/ledger/database.ts';

export type ModelAct =
  | { is: 'notes'; notes: Map<string, string | null> }
  | { is: 'import'; name: string; rows: string[]; total: number }
  | { is: 'undo'; name: string }
  | { is: 'restore'; backup: Backup };

/** The whole file, and what it holds. */
export interface Backup {
  bytes: Uint8Array;
  model: LedgerModel;
}

export class LedgerModel {
  readonly notes: ReadonlyMap<string, string> = new Map();
  /** Rows and their sum in minor units, by the name of the file. */
  readonly statements: ReadonlyMap<string, { rows: number; total: number }> = new Map();
  readonly imported: number = 0;

  /** What a person might do next. In a large ledger notes fill hundreds of pages and go again, so that it grows, folds and shrinks. */
  draw(chance: () => number, isLarge: boolean, backups: readonly Backup[]): ModelAct {
    const below = (limit: number) => Math.floor(chance() * limit);
    const roll = chance();
    if (roll < 0.1) return anImport(this.imported + 1, 1 + below(3));
    const there = [...this.statements.keys()];
    if (roll < (there.length > 5 ? 0.25 : 0.15) && there.length) return { is: 'undo', name: there[below(there.length)] ?? '' };
    const backup = roll > 0.25 && roll < 0.28 ? backups[below(backups.length)] : undefined;
    if (backup) return { is: 'restore', backup };
    if (isLarge && roll > 0.97) return { is: 'notes', notes: new Map([...this.notes.keys()].map((name) => [name, null])) };
    const [names, count, longest] = isLarge ? [400, roll > 0.9 ? 400 : 30, roll > 0.9 ? 16_000 : 4_000] : [40, 6, 1_200];
    const notes = new Map<string, string | null>();
    for (let left = 1 + below(count); left > 0; left -= 1)
      notes.set(`note ${below(names)}`, chance() < 0.3 ? null : aNote(String.fromCharCode(97 + below(26)), below(longest)));
    return { is: 'notes', notes };
  }
}

/** No text is longer than a backup may bring in; all of them together run on over several pages. */
const LONGEST_TEXT = 1_500;
const aNote = (letter: string, letters: number): string =>
  JSON.stringify(
    Array.from({ length: 1 + letters / LONGEST_TEXT }, (_, at) => letter.repeat(Math.min(LONGEST_TEXT, letters - at * LONGEST_TEXT))),
  );

function anImport(number: number, count: number): ModelAct {
  const cents = Array.from({ length: count }, (_, at) => number * 100 + at);
  const rows = cents.map((cent, at) => `2026-03-0${at + 1} -${(cent / 100).toFixed(2)} Shop ${number}`);
  return { is: 'import', name: `${number}.csv`, rows, total: -cents.reduce((sum, cent) => sum + cent, 0) };
}

export function afterwards(model: LedgerModel, act: ModelAct): LedgerModel {
  if (act.is === 'restore') return Object.assign(new LedgerModel(), act.backup.model, { imported: model.imported });
  const notes = new Map(model.notes);
  const statements = new Map(model.statements);
  let { imported } = model;
  if (act.is === 'notes') {
    for (const [name, value] of act.notes) {
      if (value === null) notes.delete(name);
      else notes.set(name, value);
    }
  } else if (act.is === 'import') {
    statements.set(act.name, { rows: act.rows.length, total: act.total });
    imported += 1;
  } else statements.delete(act.name);
  return Object.assign(new LedgerModel(), { notes, statements, imported });
}

/** True when the ledger holds exactly that. `orNothing`: a question that SQLite refuses to answer is no wrong answer. */
export function sees(db: Database, { notes, statements }: LedgerModel, { orNothing = false } = {}): boolean {
  const holds = (sql: string, expected: ReadonlyMap<string, string>): boolean => {
    try {
      const { rows } = db.query(sql);
      return rows.length === expected.size && rows.every(([name, value]) => expected.get(String(name)) === value);
    } catch (error) {
      if (!orNothing || error instanceof AppError) throw error;
      return true;
    }
  };
  const texts = new Map([...statements].map(([name, { rows, total }]) => [name, `${rows} ${total}`]));
  const sums = [...statements.values()];
  const all = `${sums.reduce((count, { rows }) => count + rows, 0)} ${sums.reduce((sum, { total }) => sum + total, 0)}`;
  return (
    holds("SELECT name, value FROM setting WHERE name LIKE 'note %'", notes) &&
    holds(
      `SELECT file_name, count(*) || ' ' || sum(posting.minor) FROM statement JOIN bank_transaction t ON t.statement_id = statement.id
       JOIN posting ON posting.transaction_id = t.id GROUP BY statement.id`,
      texts,
    ) &&
    holds("SELECT 'all', count(*) || ' ' || ifnull(sum(minor), 0) FROM posting", new Map([['all', all]]))
  );
}
