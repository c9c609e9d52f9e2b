// Rows whose payee the bank cut come to the one payee of the ledger that the rest of the word makes; with two that fit they stay.
import { settleRows } from '../acts/settle-rows.ts';
import type { Database } from '../database.ts';
import { CutNames } from '../payees/cut-names.ts';
import type { PayeeBook } from '../payees/payee-book.ts';
import { earlierRows, isSpokenOf, rowsOf } from './earlier-rows.ts';

/** Over the latest rows of the ledger; call once an import is posted. A payee that the person named or made a rule for keeps its rows. */
export function joinCutNames(db: Database, book: PayeeBook): void {
  const latest = earlierRows(db);
  const cut = new CutNames(latest);
  const stems = new Set<string>();
  for (const row of latest) {
    const stem = cut.stemOf(row);
    if (stem !== null) stems.add(stem);
  }
  if (stems.size === 0) return;
  const begun = book.begunBy(stems);
  // Longest first: what one bank cuts at 16 another may cut at 17.
  for (const stem of [...stems].sort((a, b) => b.length - a.length)) {
    const fitting = (begun.get(stem) ?? []).filter(({ id }) => hasRows(db, id));
    const short = fitting.find(({ rest }) => rest === '');
    const [only, second] = fitting.filter(({ rest }) => rest !== '');
    if (!short || !only || second || !/^\p{L}/u.test(only.rest) || isSpokenOf(db, short.id)) continue;
    const payeeId = short.id;
    const rows = rowsOf(db, payeeId);
    if (!rows.every((row) => cut.isAtEdge(row)) || !isOneKind(db, payeeId, only.id)) continue;
    for (const { id } of rows) db.execute('UPDATE bank_transaction SET read_payee_id = ? WHERE id = ?', [only.id, id]);
    settleRows(
      db,
      rows.map(({ id }) => id),
    );
  }
}

const hasRows = (db: Database, payeeId: number): boolean =>
  db.query('SELECT EXISTS (SELECT 1 FROM posting WHERE payee_id = ?)', [payeeId]).rows[0]?.[0] === 1;

const isOneKind = (db: Database, ...payeeIds: readonly [number, number]): boolean =>
  Number(db.query('SELECT count(DISTINCT kind) FROM payee WHERE id IN (?, ?)', payeeIds).rows[0]?.[0]) < 2;
