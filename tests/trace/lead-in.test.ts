// A step before the trace: it stands first, and every other step keeps its own length.
import { expect, test } from 'vitest';
import { leadIn } from '../../src/trace/lead-in.ts';
import { Trace } from '../../src/trace/trace.ts';

test('hearing goes before understanding, inside the question', () => {
  let now = 0;
  const trace = new Trace(() => now);
  trace.step('question', 'CHAIN', 'q', () => {
    trace.step('understand', 'CHAIN', null, () => (now += 5));
    trace.step('run', 'RETRIEVER', null, () => (now += 2));
  });
  const spans = leadIn(trace.spans, { name: 'hear', kind: 'TOOL', duration: 700, detail: { engine: 'whisper' } });
  expect(spans.map(({ name, parentId, start, duration }) => [name, parentId, start, duration])).toEqual([
    ['question', null, 0, 707],
    ['hear', 0, 0, 700],
    ['understand', 0, 700, 5],
    ['run', 0, 705, 2],
  ]);
  expect(new Set(spans.map(({ id }) => id)).size).toBe(4);
});

test('a trace without steps gets the one', () => {
  expect(leadIn([], { name: 'hear', kind: 'TOOL', duration: 3, detail: {} })).toEqual([
    { id: 0, parentId: null, name: 'hear', kind: 'TOOL', start: 0, duration: 3, detail: {} },
  ]);
});
