// What one lane of the model is: which output it is held to, what it is told, and what becomes of what it wrote. The plan lane is asked
// first; what no plan can say goes on to the SELECT lane. turn.ts walks them.
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { Trace } from '../../trace/trace.ts';
import type { Answer } from '../answer/answer.ts';
import type { GaveUp } from '../answer/lane-words.ts';
import type { Question } from '../ask.ts';
import type { Conversation } from '../conversation.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Reading } from '../reading.ts';
import type { Grammar } from './grammar.ts';
import type { LanguageModel } from './language-model.ts';
import type { PromptText, Told } from './prompt.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ModelFacts = Pick<LanguageModel, 'id' | 'contextTokens'>;

/** All that is known of a question while a model works on it. */
export interface TurnState {
  asked: Question;
  conversation: Conversation;
  /** What the rules had said. */
  rules: Answer;
  model: ModelFacts;
  ledger: LedgerNames;
  reading: Reading;
  assumed: readonly string[];
  carried: boolean;
  vocabulary: Vocabulary;
  /** Rows that show what the columns hold. */
  examples: readonly string[];
  trace: Trace;
}

export type Outcome =
  | { is: 'answer'; answer: Answer }
  /** To be mended, with the exact error. */
  | { is: 'wrong'; why: string }
  | { is: 'give-up'; why: GaveUp }
  /** The next lane may say it. */
  | { is: 'beyond' };

export interface Lane {
  name: 'plan' | 'select';
  /** Of output, at most. */
  maxTokens: number;
  grammar(state: TurnState): Grammar;
  prompt(state: TurnState, told: Told): PromptText;
  take(db: ReadableDatabase, state: TurnState, text: string): Outcome;
}

/** Every word was read, and the rules say that what they made of them is not all of it: only then is a model's reading answered. */
export const isAllRead = ({ reading }: TurnState): boolean => reading.unheard.length === 0;

/** A SELECT stands by itself: it carries nothing over from a turn before, and cannot offer what a word may mean. */
export const mayBeSelect = (state: TurnState): boolean => isAllRead(state) && !state.carried;

export const quotedList = (words: readonly string[]): string => words.map((one) => JSON.stringify(one)).join(', ');
