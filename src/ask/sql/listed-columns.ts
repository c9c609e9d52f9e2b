// What an answer of rows is made of, before it is SQL, and the columns that such answers share.
import type { SqlValue } from '../../ledger/database.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import type { ColumnUnit } from './compile.ts';
import { flows } from './filter.ts';

export type Of<A extends QueryPlan['ask']> = Extract<QueryPlan, { ask: A }>;
export type Column = readonly [sql: string, name: string, unit: ColumnUnit, of?: 'whole'];

export interface Listed {
  /** WITH ..., or nothing. */
  head: string;
  /** FROM ..., in the order of the answer, one row a line of it. */
  from: string;
  params: SqlValue[];
  columns: readonly Column[];
  /** Expressions that give the postings of one line. */
  ids: readonly string[];
  /** The answer is one line about all of them. */
  inOne?: boolean;
}

const PAYEE = '(SELECT name FROM payee WHERE id = payee_id)';
export const DAY: Column = ['day', 'date', 'day'];
export const TO: Column = [`${PAYEE} AS payee`, 'payee', 'label'];

export const rowColumns = (flow: Scope['flow']): readonly Column[] => [DAY, TO, [`${flows[flow].amount} AS amount`, 'amount', 'money']];
