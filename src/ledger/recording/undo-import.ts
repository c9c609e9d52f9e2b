// Takes a statement back, at any time: its rows go, save those that another statement reports too (that one inherits them);
// pending rows that had given way to it come back; accounts, payees and categories that nothing uses any more go with it.
import { settleFlows } from '../flows/settle-flows.ts';
import { raiseRevision } from '../settings.ts';
import type { Database } from '../database.ts';
import { postTransactions } from './transaction-writer.ts';

export function undoImport(db: Database, statementId: number): void {
  db.transaction(() => {
    inherit(db, statementId);
    const mine = 'SELECT id FROM bank_transaction WHERE statement_id = ?';
    db.execute(`DELETE FROM transfer WHERE out_id IN (${mine}) OR in_id IN (${mine})`, [statementId, statementId]);
    db.execute(`DELETE FROM posting WHERE transaction_id IN (${mine})`, [statementId]);
    postTransactions(db, `replaced_by IN (${mine}) AND statement_id <> ?`, [statementId, statementId]);
    db.execute(`UPDATE bank_transaction SET replaced_by = NULL WHERE replaced_by IN (${mine})`, [statementId]);
    db.execute('DELETE FROM sighting WHERE statement_id = ?', [statementId]);
    db.execute('DELETE FROM bank_transaction WHERE statement_id = ?', [statementId]);
    db.execute('DELETE FROM coverage WHERE statement_id = ?', [statementId]);
    db.execute('DELETE FROM statement WHERE id = ?', [statementId]);
    sweep(db);
    settleFlows(db);
    raiseRevision(db);
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

function sweep(db: Database): void {
  db.execute(
    `DELETE FROM account WHERE id NOT IN (SELECT account_id FROM bank_transaction) AND id NOT IN (SELECT account_id FROM coverage)`,
  );
  const used = (column: string) =>
    `SELECT ${column}_id FROM posting WHERE ${column}_id IS NOT NULL
     UNION SELECT read_${column}_id FROM bank_transaction WHERE read_${column}_id IS NOT NULL`;
  db.execute(`DELETE FROM payee WHERE id NOT IN (${used('payee')})`);
  db.execute(`DELETE FROM category WHERE id NOT IN (${used('category')})`);
}
