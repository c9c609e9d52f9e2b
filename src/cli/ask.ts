// Two ways to ask from a shell, both with the code that the browser runs:
//   npm run --silent ask -- --today D --data FILE [--data FILE ...] --questions FILE.jsonl   one line of JSON for each question
//   npm run ask -- --data FILE "how much did I spend last month?"                            an answer for a person
// With --engine auto a language model gets what the rules did not understand, with --engine model every question; --model names the
// module that reaches it (docs/language-model.md).
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { isDay } from '../base/days.ts';
import { AppError } from '../base/errors.ts';
import type { Answer } from '../ask/answer/answer.ts';
import { newConversation } from '../ask/conversation.ts';
import type { Conversation } from '../ask/conversation.ts';
import { rehearse } from '../ask/rehearse.ts';
import type { ReadableDatabase } from '../ledger/database.ts';
import { readOnly } from '../ledger/read-only.ts';
import { askEngine, LANES, openModel } from './asking/ask-engine.ts';
import type { AskEngine } from './asking/ask-engine.ts';
import { fillLedger } from './fill-ledger.ts';

interface Line {
  id: string;
  q: string;
  context: string[];
}

const localToday = () => new Intl.DateTimeFormat('sv-SE').format(new Date());

async function answerLine(
  db: ReadableDatabase,
  { id, q, context }: Line,
  { today, threads, answer }: { today: string; threads: Map<string, Conversation>; answer: AskEngine },
): Promise<string> {
  const before = threads.get(context.at(-1) ?? '');
  const conversation: Conversation = { ...(before ?? newConversation()), plans: [...(before?.plans ?? [])] };
  const start = performance.now();
  try {
    const { status, sql, columns, rows, sentence, engine } = await answer(db, { question: q, today, conversation });
    threads.set(id, conversation);
    return JSON.stringify({ id, status, sql, columns, rows, answer: sentence, engine, ms: round(performance.now() - start) });
  } catch (error) {
    const { code, message } = AppError.toWire(error);
    console.error(`${id}: ${message}`);
    if (error instanceof Error && process.env.SOTTO_STACK) console.error(error.stack);
    return JSON.stringify({
      id,
      status: 'error',
      sql: null,
      columns: [],
      rows: [],
      answer: `Something went wrong (${code}).`,
      engine: 'rules',
      ms: round(performance.now() - start),
    });
  }
}

const round = (ms: number) => Math.round(ms * 100) / 100;

function printForPerson({ status, understood, sentence, assumed, notes, columns, rows, sql, params, evidence, choices }: Answer): void {
  const lines = [
    understood && `  ${understood}`,
    `  ${sentence}`,
    ...assumed.map((text) => `  (${text})`),
    ...notes.map((text) => `  (${text})`),
    ...choices.map(({ text }) => `  - ${text}`),
  ];
  console.log(`${status}\n${lines.filter(Boolean).join('\n')}`);
  if (rows.length > 1 || columns.length > 2) {
    console.log(`\n${columns.join(' | ')}`);
    for (const row of rows.slice(0, 30)) console.log(row.join(' | '));
  }
  if (evidence?.rows.length) {
    console.log(`\n${evidence.total} rows beneath, the newest:`);
    for (const { day, payee, category, account, minor, currency } of evidence.rows.slice(0, 10))
      console.log(`${day}  ${(minor / 100).toFixed(2).padStart(10)} ${currency}  ${payee}  ${category ?? '-'}  ${account}`);
  }
  if (sql) console.log(`\n${sql}\n-- ${JSON.stringify(params)}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      today: { type: 'string' },
      data: { type: 'string', multiple: true, default: [] },
      questions: { type: 'string' },
      home: { type: 'string' },
      engine: { type: 'string', default: 'rules' },
      model: { type: 'string' },
      'time-limit': { type: 'string', default: '120' },
    },
  });
  const today = values.today ?? localToday();
  if (!isDay(today)) throw new AppError('unexpected', `--today wants YYYY-MM-DD, not "${today}"`);
  const lanes = LANES.find((one) => one === values.engine);
  if (!lanes) throw new AppError('unexpected', `--engine wants one of ${LANES.join(', ')}, not "${values.engine}"`);
  const db = readOnly(await fillLedger(values.data, { today, home: values.home ?? null }));
  const model = values.model === undefined ? null : await openModel(values.model);
  try {
    const answer = askEngine(lanes, model, Number(values['time-limit']) * 1000);
    if (values.questions === undefined) {
      const conversation = newConversation();
      for (const question of positionals) printForPerson(await answer(db, { question, today, conversation }));
      return;
    }
    const threads = new Map<string, Conversation>();
    const lines = (await readFile(values.questions, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    const steps = rehearse(db, today); // as the page does once the ledger is open: the first question is no slower than the rest
    while (!steps.next().done);
    for (const line of lines) console.log(await answerLine(db, JSON.parse(line) as Line, { today, threads, answer }));
  } finally {
    await model?.close?.();
  }
}

await main();
