// What the model makes of words that nobody taught is offered, never answered: a tap says that a word means a name (and the rules answer
// the question anew), or asks the question that the plan would be. Each choice is tried on the rules first; what they would not read is
// not offered.
import type { Day } from '../../base/days.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { Answer } from '../answer/answer.ts';
import { laneWords } from '../answer/lane-words.ts';
import { lessonOf, rulesPlan } from '../ask.ts';
import type { Conversation } from '../conversation.ts';
import { isRefusal } from '../intents/intent.ts';
import type { QueryPlan } from '../plan/plan.ts';
import { saysPhrase } from '../teaching.ts';
import type { Agreement } from './agreement.ts';
import { isSamePlan, questionOf } from './question-of.ts';
import type { NearName } from './vocabulary.ts';

type Choice = Answer['choices'][number];

export interface Offering {
  question: string;
  today: Day;
  plan: QueryPlan;
  agreement: Agreement;
  conversation: Conversation;
}

const isEmptyPlan = (plan: QueryPlan): boolean => plan.ask === 'balance' && plan.accounts.length === 0;

/** "When I say lunches I mean Restaurants", where that makes the question one that the rules read. */
export function lessonChoice(
  db: ReadableDatabase,
  { subject, nearTo }: NearName,
  { question, today, conversation }: Pick<Offering, 'question' | 'today' | 'conversation'>,
): Choice | null {
  if (!saysPhrase(question, nearTo)) return null;
  const asked = `When I say ${nearTo} I mean ${subject.words}`;
  const lesson = lessonOf(db, asked, today);
  if (lesson?.is !== 'lesson') return null;
  const taught: Conversation = { ...conversation, plans: [...conversation.plans], meanings: [...conversation.meanings, lesson.meaning] };
  const plan = rulesPlan(db, question, today, taught);
  if (isRefusal(plan) || isEmptyPlan(plan)) return null;
  return { text: `“${nearTo}” is ${subject.words}`, question: asked };
}

function questionChoice(db: ReadableDatabase, { plan, today }: Offering): Choice | null {
  const question = questionOf(plan, today);
  if (question === null) return null;
  const read = rulesPlan(db, question, today);
  return !isRefusal(read) && isSamePlan(read, plan) ? { text: question, question } : null;
}

/** The rules' answer with the model's choices; as it was where there is none. */
export function offer(db: ReadableDatabase, rules: Answer, offering: Offering): Answer {
  const { added, missing } = offering.agreement;
  const lessons = added.flatMap(({ name: { thing, nearTo } }) =>
    thing.is === 'subject' && nearTo !== null ? (lessonChoice(db, { subject: thing.subject, nearTo }, offering) ?? []) : [],
  );
  const whole = missing.length === 0 ? questionChoice(db, offering) : null;
  const choices = [...lessons, ...(whole ? [whole] : [])];
  if (!choices.length) return rules;
  return { ...withChoices(rules, choices), engine: 'model' };
}

/** The rules' answer, and what else could be meant. */
export const withChoices = (rules: Answer, choices: readonly Choice[]): Answer => ({
  ...rules,
  sentence: `${rules.sentence} ${laneWords.offer}`,
  spoken: `${rules.spoken} ${laneWords.offer}`,
  choices: [...rules.choices, ...choices],
});
