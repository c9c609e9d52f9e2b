import { expect, test } from 'vitest';
import { toOpenInference } from '../../src/trace/open-inference.ts';
import { Trace } from '../../src/trace/trace.ts';

let clock = 0;
const tick = () => (clock += 5);

function walk(): Trace {
  clock = 0;
  const trace = new Trace(tick);
  trace.step('question', 'CHAIN', 'how much?', () => {
    trace.step('run', 'RETRIEVER', { sql: 'SELECT 1' }, (span) => {
      span.detail = { rows: 1 };
      return [[1]];
    });
    return { sentence: 'One.', trace: trace.spans };
  });
  return trace;
}

const started = Date.UTC(2026, 10, 20, 9, 0, 0);
const traceId = 'a'.repeat(32);

test('each span keeps its place, time, and what it was given and gave', () => {
  const { data } = toOpenInference(walk().spans, started, traceId);
  expect(data.map(({ name, span_kind, status_code }) => [name, span_kind, status_code])).toEqual([
    ['question', 'CHAIN', 'OK'],
    ['run', 'RETRIEVER', 'OK'],
  ]);
  const [question, run] = data;
  expect(run?.parent_id).toBe(question?.context.span_id);
  expect(question?.parent_id).toBeNull();
  expect([question?.start_time, question?.end_time]).toEqual(['2026-11-20T09:00:00.005Z', '2026-11-20T09:00:00.020Z']);
  expect(question?.attributes).toMatchObject({
    'input.value': 'how much?',
    'input.mime_type': 'text/plain',
    'output.value': '{"sentence":"One."}',
  });
  expect(run?.attributes).toMatchObject({
    'openinference.span.kind': 'RETRIEVER',
    'input.value': '{"sql":"SELECT 1"}',
    'output.value': '[[1]]',
    metadata: '{"rows":1}',
  });
});

test('ids have the lengths of OpenTelemetry, and no two are alike', () => {
  const { data } = toOpenInference(walk().spans, started, traceId);
  for (const { context } of data) expect([context.trace_id.length, context.span_id.length]).toEqual([32, 16]);
  expect(new Set(data.map(({ context }) => context.span_id)).size).toBe(data.length);
});

test('a step that failed says so', () => {
  const trace = new Trace(tick);
  expect(() =>
    trace.step('run', 'RETRIEVER', null, () => {
      throw new Error('no such table');
    }),
  ).toThrow();
  expect(toOpenInference(trace.spans, started, traceId).data[0]).toMatchObject({ status_code: 'ERROR', status_message: 'no such table' });
});
