import { expect, test } from 'vitest';
import { MoreRows } from '../../src/app/more-rows.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import { numberedRow } from '../support/numbered-row.ts';

const slice = (offset: number, limit: number) => Array.from({ length: limit }, (_, nth) => numberedRow(offset + nth));

function list(total: number, fails: () => boolean = () => false) {
  const asked: [number, number][] = [];
  const evidence = { sql: 'SELECT 1', params: [], rows: slice(0, Math.min(20, total)), total, sums: [] };
  const rows = new MoreRows(evidence, async (_sql, _params, offset, limit) => {
    asked.push([offset, limit]);
    if (fails()) throw new AppError('worker-died', 'gone');
    return { ...evidence, rows: slice(offset, limit) };
  });
  return { rows, asked };
}

test('a few at first, then a hundred, then a hundred more, each fetched once', async () => {
  const { rows, asked } = list(230);
  expect([rows.shown.length, rows.left, rows.next]).toEqual([5, 225, 95]);
  await rows.more();
  expect([rows.shown.length, rows.left, rows.next]).toEqual([100, 130, 100]);
  await Promise.all([rows.more(), rows.more()]);
  await rows.more();
  expect([rows.shown.length, rows.left]).toEqual([230, 0]);
  expect(rows.shown.map(({ payee }) => payee)).toEqual(slice(0, 230).map(({ payee }) => payee));
  expect(asked).toEqual([
    [20, 80],
    [100, 100],
    [200, 30],
  ]);
});

test('rows that are there are not asked for', async () => {
  const { rows, asked } = list(12);
  await rows.more();
  expect([rows.shown.length, asked]).toEqual([12, []]);
});

test('rows that do not come are told in words, and can be asked for again', async () => {
  let isGone = true;
  const { rows } = list(230, () => isGone);
  await rows.more();
  expect([rows.trouble?.code, rows.shown.length, rows.fetching]).toEqual(['worker-died', 5, false]);
  isGone = false;
  await rows.more();
  expect([rows.trouble, rows.shown.length]).toEqual([null, 100]);
});
