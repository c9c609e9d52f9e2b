// What the bench writes, and that the template matcher it compares with is a fair one: it answers its sentences rightly.
import { expect, test } from 'vitest';
import { benchDocument } from '../../src/cli/bench/document.ts';
import { ledgerOf } from '../../src/cli/bench/importing.ts';
import { inventedCsv, TODAY } from '../../src/cli/bench/invented.ts';
import type { Comparison } from '../../src/cli/bench/measure.ts';
import { templateMatcher } from '../../src/cli/bench/template-matcher.ts';
import { ask } from '../../src/ask/ask.ts';
import { readOnly } from '../../src/ledger/read-only.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';

const made = { command: 'npm run bench', commit: 'abc1234', day: '2026-11-21', machine: 'a machine' };
const line = (name: string, ratio: number, bar: number | null = null): Comparison => {
  return { name, ratio, bar, ours: 10 * ratio, theirs: 10, unit: 'ms', spread: 0.1, alternative: 'another way' };
};

test('what is slower comes first, the slowest on top, and what was asked and missed is said', () => {
  const text = benchDocument([line('quick', 0.5, 1), line('slow', 2, 1.5), line('slowest', 30)], [], made, {
    load: 0.2,
    largest: 1_000_000,
  });
  const places = ['Slower than', '| slowest |', '| slow |', 'As fast, or faster', '| quick |'].map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(text).toContain('Asked and not met: slow (2.00 times, asked 1.5)');
  expect(text).toContain('1 (met)');
  expect(text).not.toContain('left out');
});

test('a run that left the largest out, on a busy machine, says both', () => {
  const text = benchDocument([], [], { ...made, commit: 'abc1234+' }, { load: 9, largest: 100_000 });
  expect(text).toMatch(/others were at work on it.+above 100,000 rows were left out/s);
  expect(text).toContain('with changes not yet committed');
});

test('the template matcher gives the figure that the question gets, and nothing for other words', async () => {
  const reading = readOnly(await ledgerOf(await loadSqlEngine(), new TextEncoder().encode(inventedCsv(2_000))));
  const match = templateMatcher(reading, TODAY);
  for (const question of [
    'how much did I spend on coffee last month',
    'what is my average purchase',
    'how many purchases over $150 since 2020',
  ]) {
    const figure = Number(match(question)?.[0]?.[0]);
    const { rows, columns } = ask(reading, { question, today: TODAY });
    expect(Number(rows[0]?.[0]), question).toBeCloseTo(columns[0] === 'count' ? figure : figure / 100, 1);
  }
  expect(match('coffee, last month?')).toBeNull();
});
