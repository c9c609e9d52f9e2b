// Engines without weights: each does one thing that a model may do, good or bad.
import { AppError } from '../../../src/base/errors.ts';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { askModel } from '../../../src/ask/model/ask-model.ts';
import type { LanguageModel, Prompt } from '../../../src/ask/model/language-model.ts';
import { ModelTurn } from '../../../src/ask/model/turn.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { TODAY } from '../support/today.ts';

export interface Scripted extends LanguageModel {
  readonly prompts: Prompt[];
}

/** Writes one text after the other, the last again and again. */
export function writes(...texts: (string | ((prompt: Prompt) => string))[]): Scripted {
  const prompts: Prompt[] = [];
  return {
    id: 'scripted',
    contextTokens: 4096,
    prompts,
    complete(prompt) {
      const text = texts[Math.min(prompts.length, texts.length - 1)] ?? '';
      prompts.push(prompt);
      const written = typeof text === 'string' ? text : text(prompt);
      return Promise.resolve({ text: written, tokens: Math.ceil(written.length / 4) });
    },
  };
}

/** Never comes back, and hears no signal. */
export const endless: LanguageModel = { id: 'endless', contextTokens: 4096, complete: () => new Promise(() => undefined) };

export const lost: LanguageModel = {
  id: 'lost',
  contextTokens: 4096,
  complete: () => Promise.reject(new AppError('unexpected', 'the device was lost')),
};

export interface WithModel {
  today?: string;
  timeLimit?: number;
  signal?: AbortSignal;
  /** Turns before, by the rules alone. */
  before?: readonly string[];
}

export interface Asked {
  rules: Answer;
  /** What the person sees in the end. */
  answer: Answer;
  /** Whether the model was asked at all. */
  wasAsked: boolean;
}

/** A question as the app asks it: rules first, then the model where the rules did not understand. */
export async function askWith(
  model: LanguageModel,
  db: ReadableDatabase,
  question: string,
  { today = TODAY, timeLimit = 2_000, signal = new AbortController().signal, before = [] }: WithModel = {},
): Promise<Asked> {
  const conversation = newConversation();
  for (const earlier of before) ask(db, { question: earlier, today, conversation });
  const asked = { question, today, conversation };
  const rules = ask(db, asked);
  const turn = ModelTurn.begin(db, asked, rules, model);
  if (!turn) return { rules, answer: rules, wasAsked: false };
  const answer = await askModel(model, turn, { withLedger: (work) => Promise.resolve(work(db)), signal, timeLimit });
  return { rules, answer, wasAsked: true };
}
