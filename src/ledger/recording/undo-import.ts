// Takes a statement back, at any time: its rows go, save those that another statement reports too (that one inherits them);
// pending rows that had given way to it come back; accounts, payees and categories that nothing uses any more go with it.
import { noteImportUndone } from '../acts/import-act.ts';
import { settleRows } from '../acts/settle-rows.ts';
import { sweep } from '../acts/sweep.ts';
import { settleFlows } from '../flows/settle-flows.ts';
import { raiseRevision } from '../settings.ts';
import type { Database } from '../database.ts';
import { RowReader } from '../payees/row-reader.ts';
import { earlierRows } from './earlier-rows.ts';
import { restoreNames } from './restore-names.ts';
import { postTransactions } from './transaction-writer.ts';

/** What the person said of its rows stays, and holds again when the same rows are imported again. `at`: when, ISO 8601 in UTC. */
export function undoImport(db: Database, statementId: number, at = ''): void {
  db.transaction(() => {
    inherit(db, statementId);
    const before = new RowReader(earlierRows(db));
    const mine = 'SELECT id FROM bank_transaction WHERE statement_id = ?';
    db.execute(`DELETE FROM transfer WHERE out_id IN (${mine}) OR in_id IN (${mine})`, [statementId, statementId]);
    db.execute(`DELETE FROM posting WHERE transaction_id IN (${mine})`, [statementId]);
    db.execute(`DELETE FROM read_split WHERE transaction_id IN (${mine})`, [statementId]);
    const back = db.query(`SELECT id FROM bank_transaction WHERE replaced_by IN (${mine}) AND statement_id <> ?`, [
      statementId,
      statementId,
    ]);
    postTransactions(db, `replaced_by IN (${mine}) AND statement_id <> ?`, [statementId, statementId]);
    db.execute(`UPDATE bank_transaction SET replaced_by = NULL WHERE replaced_by IN (${mine})`, [statementId]);
    db.execute('DELETE FROM sighting WHERE statement_id = ?', [statementId]);
    db.execute('DELETE FROM bank_transaction WHERE statement_id = ?', [statementId]);
    db.execute('DELETE FROM coverage WHERE statement_id = ?', [statementId]);
    db.execute('DELETE FROM statement WHERE id = ?', [statementId]);
    settleRows(
      db,
      back.rows.map(([id]) => Number(id)),
    );
    restoreNames(db, before);
    noteImportUndone(db, statementId, at);
    settleFlows(db);
    raiseRevision(db);
    sweep(db);
  });
}

/** Rows that a later statement saw too become its own. */
function inherit(db: Database, statementId: number): void {
  const heirs = db.query(
    `SELECT transaction_id, min(sighting.statement_id), sighting.line FROM sighting JOIN bank_transaction ON id = transaction_id
     WHERE bank_transaction.statement_id = ? GROUP BY transaction_id`,
    [statementId],
  ).rows;
  for (const [id, heir, line] of heirs) {
    const [transaction = null, statement = null, at = null] = [id, heir, line];
    db.execute('UPDATE bank_transaction SET statement_id = ?, line = ? WHERE id = ?', [statement, at, transaction]);
    db.execute('DELETE FROM sighting WHERE transaction_id = ? AND statement_id = ?', [transaction, statement]);
    db.execute('UPDATE statement SET added = added + 1, known = known - 1 WHERE id = ?', [statement]);
  }
}
