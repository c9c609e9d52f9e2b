import { expect, test } from 'vitest';
import { LedgerView, PAGE } from '../../src/app/ledger-view.svelte.ts';
import { numberedRow } from '../support/numbered-row.ts';
import { fakeLedger } from '../ui/support/fake-ledger.ts';

const slice = (total: number, offset: number, limit: number) =>
  Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, nth) => numberedRow(offset + nth));

function viewOn(total: number, rowsOf: ConstructorParameters<typeof LedgerView>[1] = null) {
  const ledger = fakeLedger({
    transactions: ({ search, offset, limit }) => {
      const found = search ? 3 : total;
      return { rows: slice(found, offset, limit), total: found, sums: [{ currency: 'EUR', minor: -100 * found }] };
    },
    evidence: ({ sql, params, offset, limit }) => ({
      sql,
      params,
      rows: slice(12, offset, limit),
      total: 12,
      sums: [{ currency: 'EUR', minor: -1200 }],
    }),
  });
  return { view: new LedgerView(ledger.call, rowsOf), ledger };
}

test('the first page comes at once, with the count and sums of all', async () => {
  const { view } = viewOn(1_000_000);
  expect(view.ready).toBe(false);
  await view.refresh();
  expect([view.ready, view.total, view.sums[0]?.minor]).toEqual([true, 1_000_000, -100_000_000]);
  expect(view.rowAt(99)?.transactionId).toBe(99);
  expect(view.rowAt(100)).toBeNull();
});

test('only the pages of the window are asked for, and each once', async () => {
  const { view, ledger } = viewOn(1_000_000);
  await view.refresh();
  await Promise.all([view.need(500_040, 500_120), view.need(500_040, 500_120)]);
  expect(view.rowAt(500_119)?.transactionId).toBe(500_119);
  expect(ledger.called.map(({ input }) => (input as { offset: number }).offset)).toEqual([0, 500_000, 500_100]);
});

test('the last window asks for nothing beyond the last row', async () => {
  const { view, ledger } = viewOn(PAGE + 1);
  await view.refresh();
  await view.need(0, PAGE + 1);
  await view.need(PAGE, PAGE + 200);
  expect(ledger.called).toHaveLength(2);
});

test('old pages are let go, so a long scroll holds few rows', async () => {
  const { view } = viewOn(1_000_000);
  await view.refresh();
  for (let page = 1; page < 200; page += 1) await view.need(page * PAGE, page * PAGE + 1);
  expect(view.rowAt(199 * PAGE)).not.toBeNull();
  expect(view.rowAt(0)).toBeNull();
});

test('a search narrows, and a page that was asked before it changes nothing', async () => {
  const { view } = viewOn(1000);
  await view.refresh();
  const late = view.need(500, 510);
  await view.filter({ search: 'coffee', accountId: null });
  await late;
  expect([view.total, view.rowAt(2)?.transactionId, view.rowAt(500)]).toEqual([3, 2, null]);
});

test('a changed ledger is read again where the window is', async () => {
  const { view, ledger } = viewOn(1000);
  await view.refresh();
  await view.need(450, 520);
  await view.refresh();
  expect([view.rowAt(450)?.transactionId, view.rowAt(519)?.transactionId]).toEqual([450, 519]);
  expect(ledger.called.map(({ input }) => (input as { offset: number }).offset)).toEqual([0, 400, 500, 400, 500]);
});

test('the very rows of an answer are read by its own query', async () => {
  const { view, ledger } = viewOn(1000, { question: 'coffee?', sql: 'SELECT 1', params: ['a'] });
  await view.refresh();
  expect(view.total).toBe(12);
  expect(ledger.called).toEqual([{ method: 'evidence', input: { sql: 'SELECT 1', params: ['a'], offset: 0, limit: PAGE } }]);
});

test('trouble is told, and a later reading that works clears it', async () => {
  let fails = true;
  const { call } = fakeLedger({
    transactions: () => {
      if (fails) throw new Error('no');
      return { rows: [], total: 0, sums: [] };
    },
  });
  const view = new LedgerView(call);
  await view.refresh();
  expect(view.trouble?.code).toBe('unexpected');
  fails = false;
  await view.refresh();
  expect(view.trouble).toBeNull();
});
