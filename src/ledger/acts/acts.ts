// The acts of a person upon the ledger. Each runs in one transaction of its caller, is journalled, and can be taken back.
import { AppError } from '../../base/errors.ts';
import { plainly } from '../../base/plain-text.ts';
import type { Database, SqlValue } from '../database.ts';
import { undoImport } from '../recording/undo-import.ts';
import { eraseAccount, restoreAccount } from './erase-account.ts';
import { readAct, type ActKind, type ActSays, type ActSummary } from './history.ts';
import { Journal } from './journal.ts';
import { renameAccount } from './rename-account.ts';
import { renamePayee } from './rename-payee.ts';
import { categorise, noteRow, splitRow } from './row-acts.ts';
import { dropRule, moveRule, saveRule, type RuleDraft } from './rule-acts.ts';
import type { Origin, Part } from './said.ts';
import { sweepNames } from './sweep.ts';
import { pairRow, unpairRow } from './transfer-acts.ts';

export type Act =
  /** One row, all rows of its payee, or all of them and those to come. Null takes the category away. */
  | { do: 'categorise'; transactionId: number; category: string | null; rows: 'one' | 'payee' | 'payee-and-later'; by?: Origin }
  /** Parts that add up to the row, in minor units; none makes it whole again. */
  | { do: 'split'; transactionId: number; parts: Part[] }
  /** An empty note is none. */
  | { do: 'note'; transactionId: number; note: string }
  /** Own money moving, with its other half where that is known. */
  | { do: 'pair'; transactionId: number; withId: number | null }
  /** No own money: spending or income. */
  | { do: 'unpair'; transactionId: number }
  | { do: 'rename-payee'; payeeId: number; name: string }
  | { do: 'rename-account'; accountId: number; name: string }
  | { do: 'erase-account'; accountId: number }
  /** Without `id` a new rule, in the first place. */
  | { do: 'save-rule'; id?: number; rule: RuleDraft }
  /** To before the rule that has place `to` now, counted from 0. */
  | { do: 'move-rule'; id: number; to: number }
  | { do: 'drop-rule'; id: number };

const KINDS: Readonly<Record<Act['do'], ActKind>> = {
  categorise: 'category',
  split: 'split',
  note: 'note',
  pair: 'transfer',
  unpair: 'transfer',
  'rename-payee': 'payee-name',
  'rename-account': 'account-name',
  'erase-account': 'erase-account',
  'save-rule': 'rule',
  'move-rule': 'rule',
  'drop-rule': 'rule',
};

/** Null when everything was so already. `at`: ISO 8601, UTC. */
export function performAct(db: Database, act: Act, at: string): ActSummary | null {
  db.execute(`INSERT INTO act (kind, at, says) VALUES (?, ?, '{}')`, [KINDS[act.do], at]);
  const actId = Number(db.query('SELECT last_insert_rowid()').rows[0]?.[0]);
  const journal = new Journal(db, actId);
  const says = run(db, journal, plainly(act)); // what a person writes is held to what a backup may bring back
  if (!journal.changes) {
    db.execute('DELETE FROM act WHERE id = ?', [actId]);
    return null;
  }
  db.execute('UPDATE act SET says = ? WHERE id = ?', [JSON.stringify(says), actId]);
  journal.settle();
  if (act.do !== 'note') sweepNames(db);
  return readAct(db, actId);
}

function run(db: Database, journal: Journal, act: Act): ActSays {
  switch (act.do) {
    case 'categorise':
      return categorise(db, journal, act);
    case 'split':
      return splitRow(db, journal, act.transactionId, act.parts);
    case 'note':
      return noteRow(db, journal, act.transactionId, act.note);
    case 'pair':
      return pairRow(db, journal, act.transactionId, act.withId);
    case 'unpair':
      return unpairRow(db, journal, act.transactionId);
    case 'rename-payee':
      return renamePayee(db, journal, act.payeeId, act.name);
    case 'rename-account':
      return renameAccount(db, journal, act.accountId, act.name);
    case 'erase-account':
      return eraseAccount(db, journal, act.accountId);
    case 'save-rule':
      return saveRule(db, journal, act.id ?? null, act.rule);
    case 'move-rule':
      return moveRule(db, journal, act.id, act.to);
    case 'drop-rule':
      return dropRule(db, journal, act.id);
  }
}

/** Takes an act back, whatever came after it. Does nothing when it is taken back already. Throws `act-blocked`, `name-taken`. */
export function undoAct(db: Database, actId: number, at: string): ActSummary {
  const act = readAct(db, actId);
  if (!act) throw new AppError('unexpected', `no act ${actId}`);
  if (act.undoneAt !== null) return act;
  const statementId = importOf(db, actId);
  if (statementId !== null) {
    undoImport(db, statementId, at);
    return { ...act, undoneAt: at };
  }
  db.execute('UPDATE act SET undone_at = ? WHERE id = ?', [at, actId]);
  const journal = new Journal(db, actId);
  if (act.kind === 'erase-account') restoreAccount(db, journal);
  else journal.undo();
  journal.settle();
  sweepNames(db);
  return { ...act, undoneAt: at };
}

function importOf(db: Database, actId: number): number | null {
  const id: SqlValue | undefined = db.query('SELECT statement_id FROM act WHERE id = ?', [actId]).rows[0]?.[0];
  return typeof id === 'number' ? id : null;
}
