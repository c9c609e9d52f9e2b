// What a question ends in. Plain data: it crosses from the worker to the page, is kept in the thread, and is printed by `npm run ask`.
import type { DayRange } from '../../base/days.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { LedgerRow } from '../../ledger/find-rows.ts';
import type { Meaning } from '../../ledger/meanings.ts';
import type { RefusalCode } from '../intents/intent.ts';
import type { Span } from '../../trace/trace.ts';

export type Status = 'answered' | 'empty' | 'declined' | 'clarify' | 'error';

/** One number on the card. Two currencies are two figures. */
export interface Figure {
  /** Minor units for money; plain for the rest (percent 25.7 means 25.7 %). */
  value: number;
  unit: 'money' | 'count' | 'percent' | 'days' | 'day';
  currency: string | null;
  /** For a day: the day itself; for the others: formatted for the eye. */
  text: string;
  /** What it is, when there are several: "March 2026", "Uber". */
  label: string | null;
  /** Which line of the answer it stands in, from 0; none where it stands for all of them. */
  line?: number;
}

/** A slot of the question, shown so that it can be removed or changed. */
export interface Chip {
  slot:
    'measure' | 'period' | 'payee' | 'category' | 'account' | 'currency' | 'amount' | 'text' | 'weekday' | 'grouping' | 'order' | 'flow';
  text: string;
  source: 'said' | 'assumed' | 'carried' | 'model';
  removable: boolean;
  /** Of one side of a comparison: what sets it apart from the others. */
  apart?: boolean;
  /** The words of the question that were taken so, where they are no name of this ledger: another choice for them can be kept. */
  phrase?: string;
}

/** A ledger row under the figure. `minor` is signed as in the ledger. */
export type EvidenceRow = LedgerRow;

export interface EvidenceRows {
  sql: string;
  params: SqlValue[];
  /** The first rows, newest first; `total` counts them all. */
  rows: EvidenceRow[];
  total: number;
  /** Sum of all rows by currency, minor units, signed as in the ledger. */
  sums: { currency: string; minor: number }[];
}

/** The rows of one of the figures that an answer sets beside each other. */
export interface EvidenceSide extends EvidenceRows {
  /** That of its figure. */
  label: string;
  /** What it is, in words: "groceries", where the figure is only "part". */
  name: string;
}

export interface Evidence extends EvidenceRows {
  /** Where the answer has several lines: finds the rows of one of them, its key being one more parameter, the last. */
  groupSql?: string;
  /** Those keys, in the order of the lines; where there are none, the key is the label of the figure. */
  keys?: readonly string[];
  /** Where the answer sets figures beside each other: all of them, the first of which need not be the rows above. */
  sides?: readonly EvidenceSide[];
}

export interface ChartData {
  kind: 'bars' | 'line';
  title: string;
  currency: string | null;
  /** Names of the two series, where there are two. */
  series?: readonly [string, string];
  /** Money as decimals of the currency; labels may be days or months (YYYY-MM), shown by the page in its locale. */
  points: { label: string; value: number; second?: number }[];
}

export interface Answer {
  status: Status;
  /** Which lane answered: rules, or a language model whose plan the same checks passed. */
  engine: 'rules' | 'model';
  /** Why there is no answer. */
  refused?: RefusalCode;
  /** The question as it was asked, and as it was understood, in words. */
  asked: string;
  understood: string;
  figures: Figure[];
  /** One sentence for the eye, and one for the ear (no digits grouped, money in words of the locale). */
  sentence: string;
  spoken: string;
  /** "I took last month as September 2023." Each shown in warn. */
  assumed: string[];
  /** What was left out or bears on the answer: refunds, transfers, gaps. */
  notes: string[];
  /** Words of the question that nothing claimed. */
  unheard: string[];
  chips: Chip[];
  /** For `clarify`: what can be chosen, each a whole question to ask instead. */
  choices: { text: string; question: string }[];
  /** The result itself, money as decimal numbers, days as text; what `npm run ask` prints. */
  columns: string[];
  rows: SqlValue[][];
  sql: string | null;
  params: SqlValue[];
  evidence: Evidence | null;
  chart: ChartData | null;
  period: DayRange | null;
  /** What this turn taught: it holds in the conversation, and the ledger keeps it once the person says so. */
  teach?: Meaning;
  trace: Span[];
}
