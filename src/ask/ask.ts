// A question's whole walk, each step one function and one span of the trace: hear, understand, plan, compile, run, phrase.
// No model is asked, nothing is written, every figure comes out of SQL.
import type { Day } from '../base/days.ts';
import type { ReadableDatabase } from '../ledger/database.ts';
import { readMeanings } from '../ledger/meanings.ts';
import type { Meaning } from '../ledger/meanings.ts';
import { Trace } from '../trace/trace.ts';
import type { Clock } from '../trace/trace.ts';
import type { Answer, Chip } from './answer/answer.ts';
import { answerPlan } from './answer-plan.ts';
import { phraseRefusal } from './answer/phrase.ts';
import type { Told } from './answer/phrase.ts';
import { clarified, wordOf } from './clarified.ts';
import { changesOf, isFollowUp, leansOnMissed, newConversation, turnsBefore } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { dateContext } from './date-context.ts';
import { hearQuestion } from './hear/hear.ts';
import type { Asked, Refusal } from './intents/intent.ts';
import { isRefusal } from './intents/intent.ts';
import { GUARDS, INTENTS } from './intents/index.ts';
import { doubts, unsaidBy } from './intents/doubts.ts';
import { firstPlan } from './intents/first-plan.ts';
import { followUp } from './intents/follow-ups.ts';
import { namesOf } from './names/ledger-names.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import { leaveOut } from './plan/leave-out.ts';
import { mergePlans } from './plan/merge.ts';
import type { QueryPlan } from './plan/plan.ts';
import { keptOf, scopeOf, withScope } from './plan/plan.ts';
import { readUtterance, unheardWords } from './reading.ts';
import type { Reading } from './reading.ts';
import type { DateContext } from './spans/dates/period.ts';
import type { Told as StoryTold } from './story-before.ts';
import { setStoryAside } from './story-before.ts';
import { applyMeanings, readLesson, saysPhrase } from './teaching.ts';
import type { Lesson } from './teaching.ts';

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

/** After groups that a bound kept, a turn that leans on them keeps them too, or is asked about: "list them" would list all. */
function ofSameGroups(last: QueryPlan, plan: QueryPlan | Refusal, { amounts }: Reading): QueryPlan | Refusal {
  const before = keptOf(last);
  if (before === null || isRefusal(plan)) return plan;
  const counted = before.value === 'count' && amounts.length > 0; // a number of rows or money: the turn does not say
  return keptOf(plan) === null || counted ? { refuse: 'clarify', why: 'what-about' } : plan;
}

/** A turn that says something and changes nothing was not understood: the same figure again would seem to be what it asked for. */
function changesNothing(last: QueryPlan, plan: QueryPlan, reading: Reading): Refusal | null {
  const {
    said: { said },
    cues,
    groupings,
    weekdays,
    amounts,
    periods,
    names,
  } = reading;
  if (periods.length + names.length > 0) return null; // the same once more: it is what was asked
  const says = cues.length + groupings.length + weekdays.length + amounts.length > 0;
  const repeats = /\b(?:again|repeat|once more|sure|right|correct|really|exactly|add|sum|total|altogether|in all)\b/.test(said);
  return says && !repeats && JSON.stringify(plan) === JSON.stringify(last) ? { refuse: 'clarify', why: 'what-about' } : null;
}

/** "is that more in 2026 than 2025": of two times, what was asked about before. */
function ofThatBefore(plan: QueryPlan, last: QueryPlan, { said, names }: Reading): QueryPlan {
  const { where, flow } = scopeOf(last);
  const leans = names.length === 0 && /\b(?:that|it|this|those|they)\b/.test(said.said) && where.length > 0;
  return leans && plan.ask === 'compare' ? withScope(plan, (scope) => ({ ...scope, where, flow })) : plan;
}

function understand(reading: Reading, asked: Asked, conversation: Conversation): Understood {
  const last = asked.before.at(-1);
  const guarded = firstPlan(GUARDS, asked);
  if (guarded) return { reading, plan: guarded.plan, carried: false, intent: guarded.intent };
  if (leansOnMissed(reading, conversation))
    return { reading, plan: { refuse: 'clarify', why: 'what-about' }, carried: false, intent: 'doubts' };
  const carried = last !== undefined && isFollowUp(reading, conversation);
  const turn = carried ? followUp(asked) : null;
  if (turn) return { reading, plan: last ? ofSameGroups(last, turn, reading) : turn, carried: true, intent: 'follow-up' };
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
  if (plan?.ask === 'why' || plan?.ask === 'compare')
    return { reading, plan: ofThatBefore(plan, last, reading), carried: true, intent: own?.intent ?? '' };
  const said = plan && (plan.ask !== 'total' || /\bhow much\b|\btotal\b|\bspen[dt]\b/.test(reading.said.said)) ? plan : null;
  const merged = mergePlans(last, changesOf(reading, asked.ledger, said, last), asked.today);
  const limited =
    said === null && reading.limit !== null && 'limit' in merged && merged.ask !== 'budget' ? { ...merged, limit: reading.limit } : merged;
  const left = unsaidBy(reading, limited) ?? changesNothing(last, limited, reading);
  return {
    reading,
    plan: left ?? ofSameGroups(last, limited, reading),
    carried: true,
    intent: own?.intent ?? 'follow-up',
  };
}

/** An order that was declined leaves the turn before it standing; "how much" by itself waits for its subject. */
const isMissed = ({ refuse, why }: Refusal, words: number, before: boolean): boolean =>
  why === 'what-about' ? words > BARE || before : refuse !== 'declined' || !LEAVES_STANDING.has(why);
const BARE = 5;
/** Of the app and of other matters; any other that is declined was about the money, and what follows leans on it. */
const LEAVES_STANDING: ReadonlySet<Refusal['why']> = new Set<Refusal['why']>(['orders', 'instructions', 'out-of-scope']);

/** Kept by the ledger, and taught in this conversation, which goes before. */
const taughtIn = (db: ReadableDatabase, { meanings }: Conversation): Meaning[] => [
  ...readMeanings(db).filter(({ phrase }) => !meanings.some((one) => one.phrase === phrase)),
  ...meanings,
];

/** What a question reads as, after what was taught in the ledger and in this conversation. */
export function readQuestion(db: ReadableDatabase, question: string, today: Day, conversation: Conversation, ledger: LedgerNames): Heard {
  const dates = dateContext(db, ledger, today);
  const { said, assumed } = hearWhole(db, question, conversation, ledger, dates);
  return { reading: readUtterance(said, ledger, dates), assumed };
}

/** The words of a question as it is read: with what was taught, and without the story before it. */
function hearWhole(db: ReadableDatabase, question: string, conversation: Conversation, ledger: LedgerNames, dates: DateContext): StoryTold {
  const taught = applyMeanings(hearQuestion(question, ledger), taughtIn(db, conversation), ledger);
  const told = setStoryAside(taught.said, ledger, dates);
  return { said: told.said, assumed: [...taught.assumed, ...told.assumed] };
}

export interface Heard {
  reading: Reading;
  /** What taught words were taken as. */
  assumed: string[];
}

/** What the rules make of a question, before any ledger row is read: by itself, or with the turns and lessons of a conversation. */
export function rulesPlan(db: ReadableDatabase, question: string, today: Day, conversation = newConversation()): QueryPlan | Refusal {
  const ledger = namesOf(db);
  const { reading } = readQuestion(db, question, today, conversation, ledger);
  return understand(reading, { reading, ledger, today, question, before: turnsBefore(reading, conversation) }, conversation).plan;
}

/** "By the office I mean Staples", where that is a lesson about this ledger. */
export function lessonOf(db: ReadableDatabase, question: string, today: Day, ledger = namesOf(db)): Lesson | null {
  const knows = (words: string) => {
    const { names } = readUtterance(hearQuestion(`spent at ${words}`, ledger), ledger, dateContext(db, ledger, today));
    return names.length > 0 && names.every(({ value }) => value.is === 'subject' || value.is === 'account');
  };
  return readLesson(question, ledger, knows);
}

/** A lesson holds at once in its conversation, and answers anew the question that it is about. */
function learn(db: ReadableDatabase, asked: Question): Answer | null {
  const { question, today, conversation = newConversation(), locale = 'en-US', clock } = asked;
  const ledger = namesOf(db);
  if (ledger.firstDay === null) return null;
  const lesson = lessonOf(db, question, today, ledger);
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
  const { conversation } = asked;
  const whole = conversation ? clarified(db, { ...asked, conversation, ledger: namesOf(db) }) : null;
  const answer = answerTo(db, whole ? { ...asked, question: whole.question } : asked);
  if (conversation) conversation.question = whole?.question ?? asked.question;
  return whole ? { ...answer, asked: asked.question, assumed: [`I took “${whole.word}” as ${whole.name}.`, ...answer.assumed] } : answer;
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
    const dates = dateContext(db, ledger, today);
    const { said, assumed } = trace.step('hear', 'CHAIN', question, () => hearWhole(db, question, conversation, ledger, dates));
    const {
      reading,
      plan: heard,
      carried,
      intent,
    } = trace.step('understand', 'CHAIN', said.said, (span) => {
      const read = readUtterance(said, ledger, dates);
      const understood = understand(
        read,
        { reading: read, ledger, today, question, before: turnsBefore(read, conversation) },
        conversation,
      );
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
    conversation.pointed = null;
    conversation.missed = isRefusal(heard) && isMissed(heard, said.words.length, conversation.missed);
    conversation.unknown = isRefusal(heard) ? wordOf(heard) : null;
    if (isRefusal(heard)) return phraseRefusal(heard, told, reading);
    return answerPlan(db, { meant: leaveOut(heard, without), reading, carried, intent, assumed, engine: 'rules' }, told, conversation);
  });
}
