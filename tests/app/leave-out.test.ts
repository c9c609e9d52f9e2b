// A chip taken off the card: the same question without that slot, through the engine that the page calls.
import { beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import type { Chip } from '../../src/ask/answer/answer.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import { MemoryStore } from '../support/memory-store.ts';
import type { CallContext, Handlers } from '../../src/rpc/serve.ts';

const today = '2026-03-18';
const quiet: CallContext<unknown> = { signal: new AbortController().signal, note: () => undefined };
const file = [
  'Date,Description,Category,Amount',
  '2026-01-20,Green Grocer,Groceries,-10.00',
  '2026-02-03,Green Grocer,Groceries,-20.00',
  '2026-02-16,Blue Bottle Coffee,Coffee,-4.00',
  '2026-03-02,Blue Bottle Coffee,Coffee,-5.00',
].join('\n');

let engine: Handlers<LedgerApi>;
beforeAll(async () => {
  const sql = await loadSqlEngine();
  engine = createEngine({ loadSql: () => Promise.resolve(sql), store: new MemoryStore(), now: () => '2026-03-18T10:00:00Z' });
  await engine.open({ home: 'EUR', today }, quiet);
  const { previewId } = await engine.preview({ file: new Blob([file]), name: 'visa.csv', today }, quiet);
  await engine.import({ previewId, accountId: null, accountName: null }, quiet);
});

const asking = async (thread: string, question: string, without: Chip['slot'][] = []) => {
  const answer = await engine.ask({ question, today, thread, locale: 'en-GB', without }, quiet);
  return { status: answer.status, figure: answer.figures[0]?.text.replace(/[^\d.]/g, ''), slots: answer.chips.map(({ slot }) => slot) };
};

const question = 'how much did I spend on groceries in February?';

test.each<[string, Chip['slot'][], string]>([
  ['as asked', [], '20.00'],
  ['without the period', ['period'], '30.00'],
  ['without the category', ['category'], '24.00'],
  ['without either', ['period', 'category'], '39.00'],
  ['without a slot that it has not', ['account'], '20.00'],
])('%s', async (name, without, figure) => {
  expect(await asking(name, question, without)).toMatchObject({ status: 'answered', figure });
});

test('what was carried over can be left out too, and stays out', async () => {
  await asking('carried', question);
  expect((await asking('carried', 'and in March?')).status).toBe('empty');
  expect(await asking('carried', 'and in March?', ['category'])).toMatchObject({ status: 'answered', figure: '5.00' });
  expect(await asking('carried', 'and in January?')).toMatchObject({ status: 'answered', figure: '10.00' });
});

test('a breakdown without its grouping is a total', async () => {
  const left = await asking('grouped', 'spending by category in February', ['grouping']);
  expect(left.figure).toBe('24.00');
  expect(left.slots).not.toContain('grouping');
});
