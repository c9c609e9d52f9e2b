// The rows that a rule may concern: those of its payee, or all where the bank's text decides.
import type { ReadableDatabase } from '../database.ts';
import type { RuleValue } from './said.ts';

export function ruleRows(db: ReadableDatabase, { payeeId }: Pick<RuleValue, 'payeeId'>): number[] {
  const { rows } =
    payeeId === null
      ? db.query('SELECT id FROM bank_transaction WHERE replaced_by IS NULL')
      : db.query('SELECT transaction_id FROM posting WHERE payee_id = (SELECT ifnull(shown_as, id) FROM payee WHERE id = ?)', [payeeId]);
  return rows.map(([id]) => Number(id));
}
