// Which lanes a command asks: the rules alone, the rules and then a language model (as the page does), or the model alone, to measure it.
// The model is a module that a path names: its default export is a LanguageModel, or makes one.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../base/errors.ts';
import type { Answer } from '../../ask/answer/answer.ts';
import { phraseRefusal } from '../../ask/answer/phrase.ts';
import { ask } from '../../ask/ask.ts';
import type { Question } from '../../ask/ask.ts';
import { askModel } from '../../ask/model/ask-model.ts';
import type { LanguageModel } from '../../ask/model/language-model.ts';
import { ModelTurn } from '../../ask/model/turn.ts';
import { namesOf } from '../../ask/names/ledger-names.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import { Trace } from '../../trace/trace.ts';

export const LANES = ['rules', 'auto', 'model'] as const;
export type Lanes = (typeof LANES)[number];

export type AskEngine = (db: ReadableDatabase, asked: Question) => Promise<Answer>;

/** A model that may hold a device or a browser open. */
export type OpenModel = LanguageModel & { close?: () => Promise<void> };

const isModel = (value: unknown): value is OpenModel =>
  typeof value === 'object' && value !== null && 'complete' in value && typeof value.complete === 'function' && 'id' in value;

export async function openModel(path: string): Promise<OpenModel> {
  const { default: found } = (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown };
  const made: unknown = typeof found === 'function' ? await (found as () => unknown)() : found;
  if (!isModel(made)) throw new AppError('unexpected', `${path} gives no language model as its default export`);
  return made;
}

/** In place of the rules' answer, so that the model is asked whatever they would have said. */
const nothingRead = (db: ReadableDatabase, { question, today, locale = 'en-US' }: Question): Answer =>
  phraseRefusal(
    { refuse: 'clarify', why: 'unheard', words: [question] },
    { question, today, locale, ledger: namesOf(db), trace: new Trace() },
    null,
  );

/** `timeLimit`: milliseconds for the model's whole part in one question. */
export function askEngine(lanes: Lanes, model: LanguageModel | null, timeLimit: number): AskEngine {
  if (lanes === 'rules') return (db, asked) => Promise.resolve(ask(db, asked));
  if (!model) throw new AppError('unexpected', `--engine ${lanes} wants a language model: --model PATH (docs/language-model.md)`);
  const { signal } = new AbortController();
  return async (db, asked) => {
    const before = lanes === 'auto' ? ask(db, asked) : nothingRead(db, asked);
    const turn = ModelTurn.begin(db, asked, before, model);
    return turn ? askModel(model, turn, { withLedger: (work) => Promise.resolve(work(db)), signal, timeLimit }) : before;
  };
}
