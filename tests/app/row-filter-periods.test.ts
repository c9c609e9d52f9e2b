// The periods that the ledger offers: each range once, in any month.
import { expect, test } from 'vitest';
import { periodsOf } from '../../src/app/row-filter.ts';

const day = (month: number) => `2026-${String(month).padStart(2, '0')}-10`;

test.each(Array.from({ length: 12 }, (_, at) => at + 1))('month %i: no range stands twice', (month) => {
  const ranges = periodsOf(day(month), '2023-04-01', day(month)).map(({ range }) => `${range.from}..${range.until}`);
  expect(new Set(ranges).size).toBe(ranges.length);
});

test('in January the last twelve months are the year before, and bear its number', () => {
  const found = periodsOf('2026-01-10', '2025-01-01', '2026-01-10').filter(({ range }) => range.from === '2025-01-01');
  expect(found.map(({ name }) => name)).toEqual(['year']);
});
