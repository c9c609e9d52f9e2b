// From a plan to an answer, whichever lane filled it: check, compile, run, evidence, phrase, each one span of the trace.
import { addDays, isDay, toDay, unitRange, type Day } from '../base/days.ts';
import type { ReadableDatabase } from '../ledger/database.ts';
import type { Answer } from './answer/answer.ts';
import { phrase, phraseRefusal } from './answer/phrase.ts';
import type { Told } from './answer/phrase.ts';
import type { Conversation } from './conversation.ts';
import { isRefusal } from './intents/intent.ts';
import type { SqlValue } from '../ledger/database.ts';
import { squash } from './names/keys.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import type { Subject } from './names/subject.ts';
import { scopeOf } from './plan/plan.ts';
import type { Condition, Dimension, QueryPlan } from './plan/plan.ts';
import { oneRange, openPeriod } from './spans/dates/period.ts';
import type { Period } from './spans/dates/period.ts';
import { withoutIdle } from './plan/idle.ts';
import { settle } from './plan/settle.ts';
import { validate } from './plan/validate.ts';
import { hears } from './reading.ts';
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
  if (isNothingSpent(checked, result, reading) && hasOtherMoney(db, checked, span)) {
    conversation.plans.push(checked);
    return { ...phraseRefusal({ refuse: 'clarify', why: 'what-about' }, told, reading), engine };
  }
  const evidence = trace.step('evidence', 'RETRIEVER', null, (step) => {
    const read = readEvidence(db, lean, span, known);
    step.output = read.total;
    return read;
  });
  conversation.plans.push(checked);
  conversation.pointed = namedBy(checked, result, ledger) ?? timeFoundBy(checked, result, today);
  return trace.step('phrase', 'CHAIN', null, (span) => {
    const answer = phrase({ plan: checked, compiled, rows: result, evidence, reading, carried, engine }, told);
    span.output = answer.sentence;
    return { ...answer, assumed: [...assumed, ...answer.assumed] };
  });
}

/** The one payee that an answer found ("which shop do I spend most at", "my biggest purchase"), as what is asked of it next; null where none. */
function namedBy(plan: QueryPlan, rows: readonly (readonly SqlValue[])[], { payees, bySquash }: LedgerNames): QueryPlan | null {
  const [row, ...more] = rows;
  if (!row || more.length > 0) return null;
  const label = plan.ask === 'breakdown' && plan.by === 'payee' ? row[0] : plan.ask === 'extreme' || plan.ask === 'edge' ? row[1] : null;
  if (typeof label !== 'string' || scopeOf(plan).where.some((one) => one.by === 'subject' && one.any.some(({ what }) => what === 'payee')))
    return null;
  const payee = (bySquash.get(squash(label)) ?? []).flatMap((id) => payees.get(id) ?? []).find(({ name }) => name === label);
  if (!payee) return null;
  const subject: Subject = { words: label, payees: [payee.id], categories: [], loose: [], what: 'payee' };
  const scope = scopeOf(plan);
  const where: Condition[] = [...scope.where.filter(({ by }) => by !== 'subject'), { by: 'subject', any: [subject], not: false }];
  return { ask: 'total', scope: { ...scope, flow: scope.flow === 'purchases' ? 'spending' : scope.flow, where } };
}

/** The one month, week or day that an answer found ("which month did we spend most in"), or the days since a price moved, as what is asked of it next; null where none. */
function timeFoundBy(plan: QueryPlan, rows: readonly (readonly SqlValue[])[], today: Day): QueryPlan | null {
  const [row, ...more] = rows;
  const label = row?.[0];
  if (more.length > 0 || typeof label !== 'string') return null;
  if (plan.ask === 'price-change' && isDay(label)) return { ask: 'total', scope: { ...plan.scope, period: openPeriod(label, today) } };
  if (plan.ask !== 'breakdown') return null;
  const period = stretchLabelled(label, plan.by);
  return period && { ask: 'total', scope: { ...plan.scope, period } };
}

/** A stretch of time by the label that an answer laid out by it gives it. */
function stretchLabelled(label: string, by: Dimension): Period | null {
  const quarter = /^(\d{4})-Q(\d)$/.exec(label);
  const day = quarter ? toDay(Number(quarter[1]), 3 * Number(quarter[2]) - 2, 1) : `${label}-01-01`.slice(0, 10);
  if (!isDay(day)) return null;
  if (by === 'weekend') return oneRange(day, addDays(day, 2), 'weekend');
  if (by !== 'day' && by !== 'week' && by !== 'month' && by !== 'quarter' && by !== 'year') return null;
  const { from, until } = unitRange(day, by);
  return oneRange(from, until, by);
}

/** "savings April", "the money from Nationwide in June": of an account alone, where nothing was said to be spent and nothing was. */
function isNothingSpent(plan: QueryPlan, rows: readonly (readonly SqlValue[])[], reading: Reading): boolean {
  if (plan.ask !== 'total' && plan.ask !== 'count' && plan.ask !== 'list') return false;
  const { flow, where } = plan.scope;
  const counted = rows[0]?.[plan.ask === 'total' ? 1 : 0];
  return (
    (flow === 'spending' || flow === 'purchases') &&
    where.length > 0 &&
    where.every((one) => one.by === 'account' && !one.not) &&
    (plan.ask === 'list' ? rows.length === 0 : counted === 0 || counted === null) &&
    !hears(reading, 'spend', 'buy', 'cost', 'pay', 'noun-transaction')
  );
}

/** Money moved or paid in: that there is nothing would be no answer. */
function hasOtherMoney(db: ReadableDatabase, plan: QueryPlan, span: { firstDay: string; today: string }): boolean {
  const all = compile({ ask: 'count', scope: { ...scopeOf(plan), flow: 'anything' }, of: 'rows' }, span);
  return Number(db.query(all.sql, all.params).rows[0]?.[0] ?? 0) > 0;
}
