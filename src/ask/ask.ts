// A question's whole walk, each step one function and one span of the trace: hear, understand, plan, compile, run, phrase.
// No model is asked, nothing is written, every figure comes out of SQL.
import type { Day } from '../base/days.ts';
import type { ReadableDatabase } from '../ledger/database.ts';
import { readMeanings } from '../ledger/meanings.ts';
import { Trace } from '../trace/trace.ts';
import type { Clock } from '../trace/trace.ts';
import type { Answer, Chip } from './answer/answer.ts';
import { phrase, phraseRefusal } from './answer/phrase.ts';
import type { Told } from './answer/phrase.ts';
import { changesOf, isFollowUp, newConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { dateContext } from './date-context.ts';
import { hearQuestion } from './hear/hear.ts';
import type { Asked, Intent, Refusal } from './intents/intent.ts';
import { isRefusal } from './intents/intent.ts';
import { GUARDS, INTENTS } from './intents/index.ts';
import { doubts, unsaidBy } from './intents/doubts.ts';
import { followUp } from './intents/follow-ups.ts';
import { namesOf } from './names/ledger-names.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import { leaveOut } from './plan/leave-out.ts';
import { mergePlans } from './plan/merge.ts';
import type { QueryPlan } from './plan/plan.ts';
import { validate } from './plan/validate.ts';
import { settle } from './plan/settle.ts';
import { readUtterance, unheardWords } from './reading.ts';
import type { Reading } from './reading.ts';
import { compile } from './sql/compile.ts';
import { applyMeanings, readLesson, saysPhrase } from './teaching.ts';
import { readEvidence } from './sql/evidence.ts';

export interface Question {
  question: string;
  /** The only clock. */
  today: Day;
  /** Read for what a follow-up leans on, and given this turn's plan. */
  conversation?: Conversation;
  locale?: string;
  /** Slots that the person took off the card. */
  without?: readonly Chip['slot'][];
  clock?: Clock;
}

interface Understood {
  reading: Reading;
  plan: QueryPlan | Refusal;
  carried: boolean;
  intent: string;
}

function firstPlan(intents: readonly Intent[], asked: Asked): { intent: string; plan: QueryPlan | Refusal } | null {
  for (const { name, read } of intents) {
    const plan = read(asked);
    if (plan) return { intent: name, plan };
  }
  return null;
}

function understand(reading: Reading, asked: Asked, conversation: Conversation): Understood {
  const last = conversation.plans.at(-1);
  const guarded = firstPlan(GUARDS, asked);
  if (guarded) return { reading, plan: guarded.plan, carried: false, intent: guarded.intent };
  const carried = last !== undefined && isFollowUp(reading, conversation);
  const turn = carried ? followUp(asked) : null;
  if (turn) return { reading, plan: turn, carried: true, intent: 'follow-up' };
  const doubt = doubts(asked, carried);
  if (doubt) return { reading, plan: doubt, carried: false, intent: 'doubts' };
  const own = firstPlan(INTENTS, asked);
  if (own && !isRefusal(own.plan) && !carried) {
    const missed = unsaidBy(reading, own.plan);
    if (missed) return { reading, plan: missed, carried: false, intent: 'doubts' };
  }
  if (!carried || !last)
    return { reading, plan: own?.plan ?? { refuse: 'declined', why: 'no-question' }, carried: false, intent: own?.intent ?? 'none' };
  const plan = own && !isRefusal(own.plan) ? own.plan : null;
  if (plan?.ask === 'why' || plan?.ask === 'compare') return { reading, plan, carried: true, intent: own?.intent ?? '' };
  const said = plan && (plan.ask !== 'total' || /\bhow much\b|\btotal\b|\bspen[dt]\b/.test(reading.said.said)) ? plan : null;
  const merged = mergePlans(last, changesOf(reading, asked.ledger, said, last), asked.today);
  const limited =
    said === null && reading.limit !== null && 'limit' in merged && merged.ask !== 'budget' ? { ...merged, limit: reading.limit } : merged;
  const left = unsaidBy(reading, limited);
  return {
    reading,
    plan: left ?? limited,
    carried: true,
    intent: own?.intent ?? 'follow-up',
  };
}

/** A lesson holds at once in its conversation, and answers anew the question that it is about. */
function learn(db: ReadableDatabase, asked: Question): Answer | null {
  const { question, today, conversation = newConversation(), locale = 'en-US', clock } = asked;
  const ledger = namesOf(db);
  if (ledger.firstDay === null) return null;
  const knows = (words: string) => {
    const { names } = readUtterance(hearQuestion(`spent at ${words}`, ledger), ledger, dateContext(db, ledger, today));
    return names.length > 0 && names.every(({ value }) => value.is === 'subject' || value.is === 'account');
  };
  const lesson = readLesson(question, ledger, knows);
  if (!lesson) return null;
  const told: Told = { question, today, locale, ledger, trace: new Trace(clock) };
  if (lesson.is === 'taken') return phraseRefusal({ refuse: 'clarify', why: 'taken-name', words: [lesson.phrase] }, told, null);
  if (lesson.is === 'unknown') return phraseRefusal({ refuse: 'clarify', why: 'unknown-meaning', words: [lesson.means] }, told, null);
  const { meaning } = lesson;
  conversation.meanings = [...conversation.meanings.filter(({ phrase }) => phrase !== meaning.phrase), meaning];
  const before = conversation.question;
  const answer =
    before !== null && saysPhrase(before, meaning.phrase)
      ? ask(db, { ...asked, question: before, conversation })
      : phraseRefusal({ refuse: 'clarify', why: 'taught', words: [meaning.phrase, meaning.means] }, told, null);
  return { ...answer, asked: question, teach: meaning };
}

export function ask(db: ReadableDatabase, asked: Question): Answer {
  const learnt = learn(db, asked);
  if (learnt) return learnt;
  const answer = answerTo(db, asked);
  if (asked.conversation) asked.conversation.question = asked.question;
  return answer;
}

function answerTo(
  db: ReadableDatabase,
  { question, today, conversation = newConversation(), locale = 'en-US', without = [], clock }: Question,
): Answer {
  const trace = new Trace(clock);
  return trace.step('question', 'CHAIN', question, () => {
    const ledger: LedgerNames = trace.step('know', 'RETRIEVER', null, (span) => {
      const names = namesOf(db);
      span.output = {
        payees: names.payees.size,
        categories: names.categories.length,
        accounts: names.accounts.length,
        firstDay: names.firstDay,
        lastDay: names.lastDay,
      };
      return names;
    });
    const told: Told = { question, today, locale, ledger, trace };
    if (ledger.firstDay === null) return phraseRefusal({ refuse: 'empty', why: 'no-data' }, told, null);
    const taught = [
      ...readMeanings(db).filter(({ phrase }) => !conversation.meanings.some((one) => one.phrase === phrase)),
      ...conversation.meanings,
    ];
    const { said, assumed } = trace.step('hear', 'CHAIN', question, () => applyMeanings(hearQuestion(question, ledger), taught, ledger));
    const {
      reading,
      plan: heard,
      carried,
      intent,
    } = trace.step('understand', 'CHAIN', said.said, (span) => {
      const read = readUtterance(said, ledger, dateContext(db, ledger, today));
      const understood = understand(read, { reading: read, ledger, today, question, before: conversation.plans }, conversation);
      span.output = { intent: understood.intent, carried: understood.carried, unheard: unheardWords(read) };
      span.detail = {
        dates: read.periods,
        amounts: read.amounts,
        names: read.names,
        groupings: read.groupings,
        cues: read.cues.map(({ value, text }) => `${value}: ${text}`),
      };
      return understood;
    });
    if (isRefusal(heard)) return phraseRefusal(heard, told, reading);
    const meant = leaveOut(heard, without);
    const checked = trace.step('check', 'GUARDRAIL', meant, () => {
      const settled = settle(db, meant, ledger);
      return validate(settled, ledger, today) ?? settled;
    });
    if (isRefusal(checked)) {
      conversation.plans.push(meant);
      return phraseRefusal(checked, told, reading);
    }
    const compiled = trace.step('compile', 'CHAIN', { intent, plan: checked }, () =>
      compile(checked, { firstDay: ledger.firstDay ?? today, today }),
    );
    const result = trace.step('run', 'RETRIEVER', compiled.sql, (span) => {
      const rows = db.query(compiled.sql, compiled.params).rows;
      span.detail = { params: compiled.params, rows: rows.length };
      span.output = rows.slice(0, 50);
      return rows;
    });
    const evidence = trace.step('evidence', 'RETRIEVER', null, (span) => {
      const read = readEvidence(db, checked);
      span.output = read?.total ?? 0;
      return read;
    });
    conversation.plans.push(checked);
    return trace.step('phrase', 'CHAIN', null, (span) => {
      const answer = phrase({ plan: checked, compiled, rows: result, evidence, reading, carried }, told);
      span.output = answer.sentence;
      return { ...answer, assumed: [...assumed, ...answer.assumed] };
    });
  });
}
