// From a plan to an answer, whichever lane filled it: check, compile, run, evidence, phrase, each one span of the trace.
import type { ReadableDatabase } from '../ledger/database.ts';
import type { Answer } from './answer/answer.ts';
import { phrase, phraseRefusal } from './answer/phrase.ts';
import type { Told } from './answer/phrase.ts';
import type { Conversation } from './conversation.ts';
import { isRefusal } from './intents/intent.ts';
import type { QueryPlan } from './plan/plan.ts';
import { withoutIdle } from './plan/idle.ts';
import { settle } from './plan/settle.ts';
import { validate } from './plan/validate.ts';
import type { Reading } from './reading.ts';
import { compile } from './sql/compile.ts';
import { readEvidence } from './sql/evidence.ts';

export interface Planned {
  meant: QueryPlan;
  reading: Reading;
  carried: boolean;
  intent: string;
  /** What taught words were taken as, for the card. */
  assumed: readonly string[];
  engine: Answer['engine'];
}

export function answerPlan(
  db: ReadableDatabase,
  { meant, reading, carried, intent, assumed, engine }: Planned,
  told: Told,
  conversation: Conversation,
): Answer {
  const { trace, ledger, today } = told;
  const checked = trace.step('check', 'GUARDRAIL', meant, () => {
    const settled = settle(db, meant, ledger);
    return validate(settled, ledger, today) ?? settled;
  });
  if (isRefusal(checked)) {
    conversation.plans.push(meant);
    return { ...phraseRefusal(checked, told, reading), engine };
  }
  const lean = withoutIdle(checked, ledger);
  const span = { firstDay: ledger.firstDay ?? today, today };
  const compiled = trace.step('compile', 'CHAIN', { intent, plan: checked }, () => compile(lean, span));
  const width = compiled.columns.length;
  const asked = compiled.withLines ?? compiled.withSums ?? compiled.sql;
  const { result, known } = trace.step('run', 'RETRIEVER', asked, (span) => {
    const found = db.query(asked, compiled.params).rows;
    const result = asked === compiled.sql ? found : found.map((row) => row.slice(0, width));
    const beneath = found.map((row) => row.slice(width));
    span.detail = { params: compiled.params, rows: result.length };
    span.output = result.slice(0, 50);
    return { result, known: { lines: compiled.withLines ? beneath : null, sums: compiled.withSums ? beneath : null } };
  });
  const evidence = trace.step('evidence', 'RETRIEVER', null, (step) => {
    const read = readEvidence(db, lean, span, known);
    step.output = read.total;
    return read;
  });
  conversation.plans.push(checked);
  return trace.step('phrase', 'CHAIN', null, (span) => {
    const answer = phrase({ plan: checked, compiled, rows: result, evidence, reading, carried, engine }, told);
    span.output = answer.sentence;
    return { ...answer, assumed: [...assumed, ...answer.assumed] };
  });
}
