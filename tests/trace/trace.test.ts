import { expect, test } from 'vitest';
import { Trace } from '../../src/trace/trace.ts';

/** A clock that ticks one millisecond a look. */
const ticking = () => {
  let now = 100;
  return () => now++;
};

test('steps nest, and each has its own time', () => {
  const trace = new Trace(ticking());
  const answer = trace.step('question', 'CHAIN', 'how much', () => trace.step('run', 'RETRIEVER', 'SELECT 1', () => [1]));
  expect(answer).toEqual([1]);
  expect(trace.spans.map(({ name, parentId, start, duration, output }) => ({ name, parentId, start, duration, output }))).toEqual([
    { name: 'question', parentId: null, start: 1, duration: 3, output: [1] },
    { name: 'run', parentId: 0, start: 2, duration: 1, output: [1] },
  ]);
});

test('a step that fails says so and passes the error on; the next step is its sibling', () => {
  const trace = new Trace(ticking());
  expect(() =>
    trace.step('compile', 'CHAIN', null, () => {
      throw new Error('no such column');
    }),
  ).toThrow('no such column');
  trace.step('again', 'CHAIN', null, () => null);
  expect(trace.spans.map(({ error, parentId }) => ({ error, parentId }))).toEqual([
    { error: 'no such column', parentId: null },
    { error: undefined, parentId: null },
  ]);
});
