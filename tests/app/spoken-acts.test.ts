// Orders by voice, done to a real ledger: what is said is found among the orders, and "undo" is about what was done last.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Acts } from '../../src/app/acts.svelte.ts';
import { Announcer } from '../../src/app/announcer.svelte.ts';
import { createEngine } from '../../src/app/engine.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import type { LedgerCall } from '../../src/app/ledger-link.ts';
import type { RowsOf } from '../../src/app/rows-of.ts';
import { doSpokenAct, type Ordered } from '../../src/app/spoken-acts.ts';
import { loadSqlEngine, type SqlEngine } from '../../src/ledger/sql-js-database.ts';
import type { CallContext, Handlers } from '../../src/rpc/serve.ts';
import { findAct } from '../../src/voice/acts/find-act.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { groceries } from '../ui/support/fake-ledger.ts';

const quiet: CallContext<unknown> = { signal: new AbortController().signal, note: () => undefined };
const today = '2026-03-18';
const at = (minute: number) => Date.parse(`2026-03-18T10:${String(minute).padStart(2, '0')}:00Z`);

let sql: SqlEngine;
beforeAll(async () => {
  sql = await loadSqlEngine();
});

let engine: Handlers<LedgerApi>;
let minute: number;
let acts: Acts;
let newest: Ordered['thread']['newest'];
let shown: RowsOf[];

const visit = () => {
  const call = ((method: keyof LedgerApi, input: never) => engine[method](input, quiet)) as LedgerCall;
  acts = new Acts({ call, now: () => at(minute), onchanged: () => Promise.resolve() });
};

beforeEach(async () => {
  minute = 0;
  newest = null;
  shown = [];
  engine = createEngine({ loadSql: async () => sql, store: new MemoryStore(), now: () => new Date(at(minute)).toISOString() });
  await engine.open({ home: 'EUR', today }, quiet);
  const file = new Blob(['Date,Description,Category,Amount\n2026-03-01,Blue Bottle,Coffee,-4.20\n']);
  const { previewId } = await engine.preview({ file, name: 'card.csv', today }, quiet);
  await engine.import({ previewId, accountId: null, accountName: null }, quiet);
  minute = 1;
  visit();
});

const row = async () => (await engine.transactions({ search: '', accountId: null, offset: 0, limit: 1 }, quiet)).rows[0];
const recategorise = async () => {
  const { transactionId = 0 } = (await row()) ?? {};
  await acts.do({ do: 'categorise', transactionId, category: 'Work', rows: 'one' });
};
const asked = (when: number) => {
  newest = { id: 1, question: groceries.asked, askedAt: at(when), state: 'done', answer: groceries, trouble: null };
};

/** Null where what was said is no order. */
async function say(text: string): Promise<boolean | null> {
  const act = findAct(text);
  if (act === null || act === 'read-again') return null;
  const session: Ordered = {
    announcer: new Announcer(),
    speech: { stop: () => true },
    thread: { newest, stop: () => undefined },
    place: { showRows: (rows) => void (rows && shown.push(rows)) },
    undoNewest: async (after) => (await acts.undoNewest(after)) !== null,
  };
  return doSpokenAct(session, act);
}

describe('undo by voice', () => {
  test.each(['undo', 'Undo that, please.', 'Sotto, take that back'])('"%s" takes back what was done last', async (text) => {
    await recategorise();
    expect((await row())?.category).toBe('Work');
    expect(await say(text)).toBe(true);
    expect((await row())?.category).toBe('Coffee');
    expect(acts.undone?.kind).toBe('category');
  });
  test('one act at a time, the newest first, and then there is none', async () => {
    await recategorise();
    minute = 2;
    const { transactionId = 0 } = (await row()) ?? {};
    await acts.do({ do: 'note', transactionId, note: 'for the office' });
    expect([await say('undo'), acts.undone?.kind]).toEqual([true, 'note']);
    expect([await say('undo'), acts.undone?.kind]).toEqual([true, 'category']);
    expect(await say('undo')).toBe(false); // the import was of an earlier visit
    expect((await row())?.category).toBe('Coffee');
  });
  test('after a question it is about the question: the words are left to be asked', async () => {
    await recategorise();
    asked(3);
    expect(await say('undo')).toBe(false);
    expect((await row())?.category).toBe('Work');
  });
  test('what was done after the question is taken back', async () => {
    asked(1);
    minute = 4;
    await recategorise();
    expect(await say('undo')).toBe(true);
    expect((await row())?.category).toBe('Coffee');
  });
  test.each(['undo everything I ever did', 'how much did I take back'])('"%s" is no order', async (text) => {
    await recategorise();
    expect(await say(text)).toBeNull();
  });
});

test('"show the rows" opens the rows of the newest answer, and without one says that there are none', async () => {
  expect([await say('show the rows'), shown]).toEqual([true, []]);
  asked(2);
  expect(await say('show me the rows please')).toBe(true);
  expect(shown).toEqual([{ question: groceries.asked, sql: groceries.evidence?.sql, params: groceries.evidence?.params }]);
});
