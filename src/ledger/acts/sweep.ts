// Accounts, payees and categories that nothing uses any more go; what the person said of them, or the history speaks of, stays.
import type { Database } from '../database.ts';
import { sweepVectors } from '../name-vectors.ts';

export function sweep(db: Database): void {
  db.execute(
    `DELETE FROM account WHERE id NOT IN (SELECT account_id FROM bank_transaction) AND id NOT IN (SELECT account_id FROM coverage)
       AND id NOT IN (SELECT account_id FROM said_row)
       AND NOT EXISTS (SELECT 1 FROM act_change WHERE about = 'a:' || account.id AND what = 'name')`,
  );
  sweepNames(db);
}

/** Asks the day totals, which are to be true by now, and looks through the rows only for what these do not name. */
export function sweepNames(db: Database): void {
  db.execute(
    `DELETE FROM payee WHERE shown_as IS NULL
       AND NOT EXISTS (SELECT 1 FROM posting WHERE payee_id = payee.id)
       AND id NOT IN (SELECT shown_as FROM payee WHERE shown_as IS NOT NULL)
       AND id NOT IN (SELECT payee_id FROM rule WHERE payee_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM act_change WHERE about = 'p:' || payee.id AND what = 'shown-as')
       AND NOT EXISTS (SELECT 1 FROM bank_transaction WHERE read_payee_id = payee.id)`,
  );
  db.execute(
    `DELETE FROM category WHERE id NOT IN (SELECT category_id FROM day_total WHERE category_id IS NOT NULL)
       AND id NOT IN (SELECT category_id FROM read_split WHERE category_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM bank_transaction WHERE read_category_id = category.id)`,
  );
  sweepVectors(db);
}
