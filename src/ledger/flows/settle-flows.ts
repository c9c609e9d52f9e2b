// Decides what each posting is: expense (a refund is a positive expense), income, or a transfer between own accounts.
import type { Database } from '../database.ts';

export function settleFlows(db: Database): void {
  db.execute(`UPDATE posting SET flow = CASE WHEN minor < 0 THEN 'expense' ELSE 'income' END`);
}
