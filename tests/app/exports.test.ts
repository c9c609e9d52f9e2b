// The whole ledger out of one engine and into an empty one, by the calls of the page: the same questions have the same answers.
import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import { exportFiles, type ExportFormat } from '../../src/ledger/exports/formats.ts';
import { loadSqlEngine, type SqlEngine } from '../../src/ledger/sql-js-database.ts';
import { MemoryStore } from '../support/memory-store.ts';
import type { CallContext } from '../../src/rpc/serve.ts';

const today = '2026-03-18';
const quiet: CallContext<unknown> = { signal: new AbortController().signal, note: () => undefined };

let sql: SqlEngine;
beforeAll(async () => {
  sql = await loadSqlEngine();
});

async function anEngine() {
  const engine = createEngine({ loadSql: async () => sql, store: new MemoryStore(), now: () => '2026-03-18T10:00:00Z' });
  await engine.open({ home: 'EUR', today }, quiet);
  return engine;
}
type Engine = Awaited<ReturnType<typeof anEngine>>;

const QUESTIONS = [
  'How much did I spend last month?',
  'How much did groceries cost last month?',
  'Which month did I spend most?',
  'What did I earn in February?',
  'How much did I move to savings this year?',
  'Spending by category this year',
  'What are my subscriptions?',
  'What is my biggest purchase this year?',
  'How much is in each account?',
  'How much did I get back in refunds this year?',
];

async function answersOf(engine: Engine) {
  const answers = [];
  for (const [at, question] of QUESTIONS.entries()) {
    const { status, figures, sentence } = await engine.ask({ question, today, thread: `t${at}`, locale: 'en-GB' }, quiet);
    answers.push({ question, status, figures, sentence });
  }
  return answers;
}

let before: Engine;
let wanted: Awaited<ReturnType<typeof answersOf>>;
beforeAll(async () => {
  before = await anEngine();
  await before.addSample({ today }, quiet);
  wanted = await answersOf(before);
});

const exported = (format: ExportFormat) => before.exportAs({ format }, quiet);

async function bringIn(engine: Engine, format: ExportFormat) {
  const file = await exported(format);
  const { previewId } = await engine.preview({ file, name: exportFiles[format].name, today }, quiet);
  return engine.import({ previewId, accountId: null, accountName: null }, quiet);
}

describe.each(['csv', 'json', 'ofx'] as const)('%s', (format) => {
  test('taken into an empty ledger gives the same answers', async () => {
    const after = await anEngine();
    await bringIn(after, format);
    expect(await answersOf(after)).toEqual(wanted);
  });

  test('taken into the ledger it came from adds nothing', async () => {
    expect(await bringIn(before, format)).toMatchObject({ added: 0 });
  });
});

test('sqlite put in the place of everything gives the same answers', async () => {
  const after = await anEngine();
  await after.restore({ file: await exported('sqlite') }, quiet);
  expect(await answersOf(after)).toEqual(wanted);
});
