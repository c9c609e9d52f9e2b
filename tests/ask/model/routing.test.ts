// Where a question goes: on the development questions, with a model that always errs, what the rules answer stays as it is, and what they
// do not is answered by nobody's guess. Without the questions beside the project (../shared) this says so and is skipped.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import type { Conversation } from '../../../src/ask/conversation.ts';
import { askEngine } from '../../../src/cli/asking/ask-engine.ts';
import { fillLedger } from '../../../src/cli/fill-ledger.ts';
import { readOnly } from '../../../src/ledger/read-only.ts';
import erring from './erring.ts';

const folder = fileURLToPath(new URL('../../../../shared/eval', import.meta.url));
const hasQuestions = existsSync(`${folder}/questions.dev.jsonl`);
if (!hasQuestions) console.log(`skipped: there are no development questions at ${folder}`);

interface Line {
  id: string;
  dataset: string;
  q: string;
  today: string;
  context: string[];
}

const SETS: readonly (readonly [string, readonly string[]])[] = [
  ['household', ['checking', 'credit-card', 'savings', 'travel-card-eur'].map((name) => `household/${name}.csv`)],
  ...(process.env.SOTTO_MODEL === 'whole' ? ([['card-2023', ['card-2023.csv']]] as const) : []),
];

const shown = ({ status, sql, rows, sentence }: Answer) => ({ status, sql, rows, sentence });

describe.skipIf(!hasQuestions)('with a model that always errs', () => {
  test.each(SETS)('%s is answered as by the rules alone', async (set, files) => {
    const lines = readFileSync(`${folder}/questions.dev.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
      .filter(({ dataset }) => dataset === set);
    const [{ today } = { today: '' }] = lines;
    const db = readOnly(
      await fillLedger(
        files.map((file) => `${folder}/data/${file}`),
        { today, home: null },
      ),
    );
    const [rules, auto, alone] = [askEngine('rules', null, 0), askEngine('auto', erring, 5_000), askEngine('model', erring, 5_000)];
    const threads = new Map<string, { rules: Conversation; auto: Conversation }>();
    const figures = { questions: 0, byModel: 0, aloneAnswered: 0 };
    for (const { id, q: question, context } of lines) {
      const before = threads.get(context.at(-1) ?? '');
      const copy = (one?: Conversation): Conversation => ({ ...(one ?? newConversation()), plans: [...(one?.plans ?? [])] });
      const thread = { rules: copy(before?.rules), auto: copy(before?.auto) };
      threads.set(id, thread);
      const wanted = await rules(db, { question, today, conversation: thread.rules });
      const given = await auto(db, { question, today, conversation: thread.auto });
      figures.questions += 1;
      if (given.engine === 'model') figures.byModel += 1;
      if (wanted.status === 'answered' || wanted.status === 'empty') expect(shown(given), question).toEqual(shown(wanted));
      else expect([question, given.status, given.figures, given.rows]).toEqual([question, wanted.status, [], []]);
      if (process.env.SOTTO_MODEL !== 'whole') continue;
      // Alone, what it guesses is agreed with only where it is what the rules make of the question, too.
      const guessed = await alone(db, { question, today, conversation: copy(before?.rules) });
      if (guessed.status !== 'answered') continue;
      figures.aloneAnswered += 1;
      if (wanted.status === 'answered') expect([question, guessed.rows]).toEqual([question, wanted.rows]);
      else expect([question, guessed.understood]).toEqual([question, 'nothing']);
    }
    console.log(set, figures);
  });
});
