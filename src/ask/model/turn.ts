// One question's walk with a language model, in steps that wait for nobody: `begin` makes the first request, each `reply` ends in another
// request (a repair) or in an answer. Whoever drives it (ask-model.ts, or a page between two workers) does the waiting, so that no
// question of the rules ever stands behind a model. Whatever goes wrong ends in what the rules had said.
import type { ReadableDatabase } from '../../ledger/database.ts';
import { Trace } from '../../trace/trace.ts';
import type { Span } from '../../trace/trace.ts';
import type { Answer } from '../answer/answer.ts';
import { gaveUpWords, laneWords } from '../answer/lane-words.ts';
import type { GaveUp } from '../answer/lane-words.ts';
import { understoodAs } from '../answer/understood.ts';
import { answerPlan } from '../answer-plan.ts';
import type { Question } from '../ask.ts';
import { readQuestion } from '../ask.ts';
import { isFollowUp, newConversation } from '../conversation.ts';
import type { Conversation } from '../conversation.ts';
import { namesOf } from '../names/ledger-names.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { QueryPlan } from '../plan/plan.ts';
import { unheardWords } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { agreementOf } from './agreement.ts';
import { toEbnf } from './grammar.ts';
import type { Completion, LanguageModel, Prompt } from './language-model.ts';
import { offer } from './offer.ts';
import { planGrammar } from './plan-shape.ts';
import { planPrompt, tokensOf } from './prompt.ts';
import { readPlan } from './read-plan.ts';
import type { Uses } from './read-plan.ts';
import type { NearByMeaning } from './retrieve.ts';
import { nearNames } from './retrieve.ts';
import { outOfScope } from './scope-check.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the engine is asked, but for the signal, which is the driver's. */
export type ModelRequest = Omit<Prompt, 'signal'>;

export type Step = { is: 'ask'; request: ModelRequest } | { is: 'answer'; answer: Answer };

export interface ModelFacts extends Pick<LanguageModel, 'id' | 'contextTokens'> {
  /** Payees and the bank's words may stand in example rows. */
  allowNames?: boolean;
  near?: NearByMeaning;
}

/** One line of JSON is short. */
const PLAN_TOKENS = 256;
/** How often an output may be mended. */
export const MOST_REPAIRS = 2;

interface State {
  asked: Question;
  conversation: Conversation;
  rules: Answer;
  model: ModelFacts;
  ledger: LedgerNames;
  reading: Reading;
  assumed: readonly string[];
  carried: boolean;
  vocabulary: Vocabulary;
  trace: Trace;
}

export class ModelTurn {
  #state: State;
  #waiting: Span | null = null;
  #repairs = 0;
  #request: ModelRequest | null;

  private constructor(state: State) {
    this.#state = state;
    this.#request = this.#ask(null);
  }

  /** The turn, or null where the model is not to be asked: the rules answered, or had their reason, or it is not about these transactions. */
  static begin(db: ReadableDatabase, asked: Question, rules: Answer, model: ModelFacts): ModelTurn | null {
    const { question, today, conversation = newConversation(), clock } = asked;
    if (rules.status !== 'clarify' && rules.status !== 'declined') return null;
    const trace = new Trace(clock);
    return trace.step('question', 'CHAIN', question, (root) => {
      root.detail = { rules: { status: rules.status, sentence: rules.sentence } };
      root.output = rules.sentence; // until the turn has ended
      const ledger = namesOf(db);
      const { reading, assumed } = readQuestion(db, question, today, conversation, ledger);
      const last = conversation.plans.at(-1) ?? null;
      const carried = last !== null && isFollowUp(reading, conversation);
      const why = trace.step('scope', 'GUARDRAIL', question, () =>
        outOfScope({ reading, ledger, today, question, before: conversation.plans }, rules.refused, carried),
      );
      if (why !== null) return null;
      const vocabulary = trace.step('retrieve', 'RETRIEVER', unheardWords(reading), (span) => {
        const offered = vocabularyOf({ reading, ledger, last: carried ? last : null, near: nearNames(reading, ledger, model.near) });
        span.output = { names: [...offered.names.keys()], periods: [...offered.periods.keys()] };
        return offered;
      });
      const turn = new ModelTurn({ asked, conversation, rules, model, ledger, reading, assumed, carried, vocabulary, trace });
      return turn.#request === null ? null : turn;
    });
  }

  /** What the engine is to be asked now; null once the turn has ended. */
  get request(): ModelRequest | null {
    return this.#request;
  }

  /** What the engine wrote. */
  reply(db: ReadableDatabase, { text, tokens }: Completion): Step {
    const { trace, ledger } = this.#state;
    if (this.#waiting) trace.close(this.#waiting, { output: text });
    if (this.#waiting) this.#waiting.detail['tokens'] = tokens;
    this.#waiting = null;
    if (namesOf(db).revision !== ledger.revision) return this.#end(this.giveUp('changed'));
    return trace.resume(() => this.#take(db, text));
  }

  /** Ends the turn with what the rules had said, and why no more came of it. */
  giveUp(why: GaveUp, detail?: string): Answer {
    const { rules, trace } = this.#state;
    if (this.#waiting) trace.close(this.#waiting, { error: detail ?? why });
    this.#waiting = null;
    this.#request = null;
    return { ...rules, notes: [...rules.notes, gaveUpWords[why]], trace: trace.spans };
  }

  #end(answer: Answer): Step {
    this.#request = null;
    const [root] = this.#state.trace.spans;
    if (root) root.output = answer.sentence;
    return { is: 'answer', answer: { ...answer, trace: this.#state.trace.spans } };
  }

  #take(db: ReadableDatabase, text: string): Step {
    const { trace, vocabulary, asked } = this.#state;
    const read = trace.step('read', 'GUARDRAIL', text, () => readPlan(text, vocabulary, asked.today));
    switch (read.is) {
      case 'not-ours':
        return this.#end(this.giveUp('not-ours'));
      case 'beyond-plans':
        return this.#end(this.giveUp('no-use'));
      case 'wrong':
        return this.#repair(text, read.why);
      case 'plan':
        return this.#agree(db, text, read.plan, read.uses);
    }
  }

  #repair(output: string, why: string): Step {
    this.#repairs += 1;
    if (this.#repairs > MOST_REPAIRS) return this.#end(this.giveUp('no-use'));
    const request = this.#ask({ output, why });
    return request ? { is: 'ask', request } : this.#end(this.giveUp('too-long'));
  }

  #agree(db: ReadableDatabase, text: string, plan: QueryPlan, uses: Uses): Step {
    const { trace, reading, vocabulary, rules, asked, ledger, conversation, carried, assumed } = this.#state;
    const agreement = trace.step('agree', 'GUARDRAIL', understoodAs(plan, asked.today), () => agreementOf(reading, vocabulary, plan, uses));
    const { missing, added, unsaid } = agreement;
    if (missing.length && !added.length)
      return this.#repair(text, `the question says ${missing.map((words) => JSON.stringify(words)).join(', ')}, and the plan does not`);
    const { question, today, locale = 'en-US' } = asked;
    const isUnderstood = reading.unheard.length === 0 && rules.refused === 'unheard';
    if (missing.length || added.length || unsaid.length || !isUnderstood) {
      const offered = offer(db, rules, { question, today, plan, agreement, conversation });
      return this.#end(offered === rules ? this.giveUp('no-use') : offered);
    }
    const answer = answerPlan(
      db,
      { meant: plan, reading, carried, intent: 'model', assumed, engine: 'model' },
      { question, today, locale, ledger, trace },
      conversation,
    );
    return this.#end({ ...answer, notes: [...answer.notes, laneWords.plan] });
  }

  #ask(repair: { output: string; why: string } | null): ModelRequest | null {
    const { asked, model, vocabulary, conversation, trace } = this.#state;
    const before = conversation.plans.map((plan) => understoodAs(plan, asked.today));
    const told = {
      question: asked.question,
      before,
      today: asked.today,
      contextTokens: model.contextTokens,
      maxTokens: PLAN_TOKENS,
      repair,
    };
    const { system, user } = trace.step('prompt', 'PROMPT', { repair }, (span) => {
      const written = planPrompt(vocabulary, told);
      span.detail = { tokens: tokensOf(written.system) + tokensOf(written.user), leftOut: written.leftOut };
      return written;
    });
    const isTooLong = tokensOf(system) + tokensOf(user) + PLAN_TOKENS > model.contextTokens;
    if (isTooLong) {
      this.#request = null;
      return null;
    }
    const grammar = toEbnf(planGrammar(vocabulary, false));
    this.#waiting = trace.open('model', 'LLM', { model: model.id, grammar });
    this.#request = { system, user, shape: { is: 'grammar', grammar }, maxTokens: PLAN_TOKENS };
    return this.#request;
  }
}
