// One question's walk with a language model, in steps that wait for nobody: `begin` makes the first request, each `reply` ends in another
// request (a repair, or the next lane) or in an answer. Whoever drives it (ask-model.ts, or a page between two workers) does the waiting,
// so that no question of the rules ever stands behind a model. Whatever goes wrong ends in what the rules had said.
import type { ReadableDatabase } from '../../ledger/database.ts';
import { Trace } from '../../trace/trace.ts';
import type { Span } from '../../trace/trace.ts';
import type { Answer } from '../answer/answer.ts';
import { gaveUpWords } from '../answer/lane-words.ts';
import type { GaveUp } from '../answer/lane-words.ts';
import { understoodAs } from '../answer/understood.ts';
import type { Question } from '../ask.ts';
import { readQuestion } from '../ask.ts';
import { isFollowUp, newConversation } from '../conversation.ts';
import { namesOf } from '../names/ledger-names.ts';
import { unheardWords } from '../reading.ts';
import { toEbnf } from './grammar.ts';
import type { Lane, ModelFacts, Outcome, TurnState } from './lane.ts';
import type { Completion, Prompt } from './language-model.ts';
import { planLane } from './plan-lane.ts';
import { tokensOf } from './prompt.ts';
import { exampleRows, nearNames } from './retrieve.ts';
import { outOfScope } from './scope-check.ts';
import { selectLane } from './select/select-lane.ts';
import { vocabularyOf, type NearName } from './vocabulary.ts';

export type { ModelFacts } from './lane.ts';

/** What the engine is asked, but for the signal, which is the driver's. */
export type ModelRequest = Omit<Prompt, 'signal'>;

export type Step = { is: 'ask'; request: ModelRequest } | { is: 'answer'; answer: Answer };

/** How often an output of a lane may be mended. */
const MOST_REPAIRS = 2;

export class ModelTurn {
  #state: TurnState;
  #lane: Lane = planLane;
  #waiting: Span | null = null;
  #repairs = 0;
  #request: ModelRequest | null;

  private constructor(state: TurnState) {
    this.#state = state;
    this.#request = this.#ask(null);
  }

  /** `alike`: names that are like the unread words by their meaning. The turn, or null where the model is not to be asked: the rules answered, or had their reason, or it is not about these transactions. */
  static begin(db: ReadableDatabase, asked: Question, rules: Answer, model: ModelFacts, alike: readonly NearName[] = []): ModelTurn | null {
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
      const { vocabulary, examples } = trace.step('retrieve', 'RETRIEVER', unheardWords(reading), (span) => {
        const offered = vocabularyOf({ reading, ledger, last: carried ? last : null, near: [...alike, ...nearNames(reading, ledger)] });
        const rows = exampleRows(db);
        span.output = { names: [...offered.names.keys()], periods: [...offered.periods.keys()], examples: rows };
        return { vocabulary: offered, examples: rows };
      });
      const turn = new ModelTurn({ asked, conversation, rules, model, ledger, reading, assumed, carried, vocabulary, examples, trace });
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
    if (this.#waiting) {
      trace.close(this.#waiting, { output: text });
      this.#waiting.detail['tokens'] = tokens;
    }
    this.#waiting = null;
    if (namesOf(db).revision !== ledger.revision) return this.#end(this.giveUp('changed'));
    return trace.resume(() => this.#follow(text, this.#lane.take(db, this.#state, text)));
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

  #follow(text: string, outcome: Outcome): Step {
    switch (outcome.is) {
      case 'answer':
        return this.#end(outcome.answer);
      case 'give-up':
        return this.#end(this.giveUp(outcome.why));
      case 'wrong':
        this.#repairs += 1;
        return this.#repairs > MOST_REPAIRS ? this.#end(this.giveUp('no-use')) : this.#next({ output: text, why: outcome.why });
      case 'beyond':
        if (this.#lane === selectLane) return this.#end(this.giveUp('no-use'));
        this.#lane = selectLane;
        this.#repairs = 0;
        return this.#next(null);
    }
  }

  #next(repair: { output: string; why: string } | null): Step {
    const request = this.#ask(repair);
    return request ? { is: 'ask', request } : this.#end(this.giveUp('too-long'));
  }

  #ask(repair: { output: string; why: string } | null): ModelRequest | null {
    const { asked, model, conversation, trace } = this.#state;
    const { name, maxTokens } = this.#lane;
    const before = conversation.plans.map((plan) => understoodAs(plan, asked.today));
    const told = { question: asked.question, before, today: asked.today, contextTokens: model.contextTokens, maxTokens, repair };
    const { system, user } = trace.step('prompt', 'PROMPT', { lane: name, repair }, (span) => {
      const written = this.#lane.prompt(this.#state, told);
      span.detail = { tokens: tokensOf(written.system) + tokensOf(written.user), leftOut: written.leftOut };
      return written;
    });
    this.#request = null;
    if (tokensOf(system) + tokensOf(user) + maxTokens > model.contextTokens) return null;
    const grammar = toEbnf(this.#lane.grammar(this.#state));
    this.#waiting = trace.open('model', 'LLM', { model: model.id, lane: name, grammar });
    this.#request = { system, user, grammar, maxTokens };
    return this.#request;
  }
}
