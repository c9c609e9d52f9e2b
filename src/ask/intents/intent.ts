// One intent a file: from a reading to a plan, to a refusal in plain words, or null for "not mine". Their order is in index.ts.
import type { Day } from '../../base/days.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { QueryPlan } from '../plan/plan.ts';
import type { Reading } from '../reading.ts';

export interface Refusal {
  refuse: 'declined' | 'empty' | 'clarify';
  /** Which sentence of src/ask/answer/refusals.ts; `words` fill its blanks. */
  why: RefusalCode;
  words?: readonly string[];
  /** Whole questions to ask instead. */
  choices?: readonly { text: string; question: string }[];
}

export type RefusalCode =
  | 'out-of-scope'
  | 'orders'
  | 'others'
  | 'forecast'
  | 'advice'
  | 'not-in-statements'
  | 'instructions'
  | 'no-income'
  | 'no-balance'
  | 'before-data'
  | 'after-data'
  | 'unknown-name'
  | 'unknown-word'
  | 'unknown-kind'
  | 'which-of-kind'
  | 'which-person'
  | 'which-name-for'
  | 'no-rows'
  | 'which-name'
  | 'what-about'
  | 'unheard'
  | 'no-question'
  | 'no-data'
  | 'no-currency'
  | 'no-recurring'
  | 'never-paid'
  | 'balance-moves'
  | 'taught'
  | 'taken-name'
  | 'unknown-meaning';

export interface Asked {
  reading: Reading;
  ledger: LedgerNames;
  today: Day;
  question: string;
  /** The plans of this conversation, the latest last. */
  before: readonly QueryPlan[];
}

export interface Intent {
  name: string;
  read(asked: Asked): QueryPlan | Refusal | null;
}

export const isRefusal = (value: QueryPlan | Refusal): value is Refusal => 'refuse' in value;
