// The plan lane: one line of JSON, read into the same plan that the rules fill, agreed with the question, and answered by the same code.
import type { ReadableDatabase } from '../../ledger/database.ts';
import { laneWords } from '../answer/lane-words.ts';
import { understoodAs } from '../answer/understood.ts';
import { answerPlan } from '../answer-plan.ts';
import type { QueryPlan } from '../plan/plan.ts';
import { agreementOf } from './agreement.ts';
import type { Lane, Outcome, TurnState } from './lane.ts';
import { isAllRead, mayBeSelect, quotedList } from './lane.ts';
import { offer } from './offer.ts';
import { planGrammar } from './plan-shape.ts';
import { planPrompt } from './prompt.ts';
import { readPlan } from './read-plan.ts';
import type { Uses } from './read-plan.ts';

function agree(db: ReadableDatabase, state: TurnState, plan: QueryPlan, uses: Uses): Outcome {
  const { trace, reading, vocabulary, rules, asked, ledger, conversation, carried, assumed } = state;
  const { question, today, locale = 'en-US' } = asked;
  const agreement = trace.step('agree', 'GUARDRAIL', understoodAs(plan, today), () => agreementOf(reading, vocabulary, plan, uses));
  const { missing, added, unsaid } = agreement;
  if (missing.length && !added.length) return { is: 'wrong', why: `the question says ${quotedList(missing)}, and the plan does not` };
  if (missing.length || added.length || unsaid.length || !isAllRead(state) || rules.refused !== 'unheard') {
    const offered = offer(db, rules, { question, today, plan, agreement, conversation });
    return offered === rules ? { is: 'give-up', why: 'no-use' } : { is: 'answer', answer: offered };
  }
  const answer = answerPlan(
    db,
    { meant: plan, reading, carried, intent: 'model', assumed, engine: 'model' },
    { question, today, locale, ledger, trace },
    conversation,
  );
  return { is: 'answer', answer: { ...answer, notes: [...answer.notes, laneWords.plan] } };
}

export const planLane: Lane = {
  name: 'plan',
  maxTokens: 256,
  grammar: (state) => planGrammar(state.vocabulary, mayBeSelect(state)),
  prompt: ({ vocabulary }, told) => planPrompt(vocabulary, told),
  take(db, state, text) {
    const { trace, vocabulary, asked } = state;
    const read = trace.step('read', 'GUARDRAIL', text, () => readPlan(text, vocabulary, asked.today));
    switch (read.is) {
      case 'not-ours':
        return { is: 'give-up', why: 'not-ours' };
      case 'beyond-plans':
        return mayBeSelect(state) ? { is: 'beyond' } : { is: 'give-up', why: 'no-use' };
      case 'wrong':
        return { is: 'wrong', why: read.why };
      case 'plan':
        return agree(db, state, read.plan, read.uses);
    }
  },
};
