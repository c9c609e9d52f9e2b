// A trace as a file that Arize Phoenix takes: the body of its POST /v1/projects/NAME/spans, attributes named by OpenInference
// (github.com/Arize-ai/openinference, spec/semantic_conventions.md). Nothing is sent; the person saves it.
import type { Span } from './trace.ts';

export interface SavedSpan {
  name: string;
  context: { trace_id: string; span_id: string };
  span_kind: Span['kind'];
  parent_id: string | null;
  /** ISO 8601. */
  start_time: string;
  end_time: string;
  status_code: 'OK' | 'ERROR';
  status_message: string;
  attributes: Record<string, string>;
}

const hex = (number: number, width: number): string => number.toString(16).padStart(width, '0');

/** A value as Phoenix shows it: text as text, the rest as JSON; the trace inside an answer is this one, so it is left out. */
function valueOf(side: 'input' | 'output', value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'string') return { [`${side}.value`]: value, [`${side}.mime_type`]: 'text/plain' };
  const text = JSON.stringify(value, (key, inner: unknown) => (key === 'trace' ? undefined : inner));
  return { [`${side}.value`]: text, [`${side}.mime_type`]: 'application/json' };
}

/** `startedAt` is when the trace began, in milliseconds since 1970; `traceId` 32 hexadecimal digits. */
export function toOpenInference(spans: readonly Span[], startedAt: number, traceId: string): { data: SavedSpan[] } {
  const idOf = (id: number) => `${traceId.slice(0, 8)}${hex(id + 1, 8)}`;
  const timeOf = (milliseconds: number) => new Date(startedAt + milliseconds).toISOString();
  return {
    data: spans.map(({ id, parentId, name, kind, start, duration, input, output, error, detail }) => ({
      name,
      context: { trace_id: traceId, span_id: idOf(id) },
      span_kind: kind,
      parent_id: parentId === null ? null : idOf(parentId),
      start_time: timeOf(start),
      end_time: timeOf(start + duration),
      status_code: error === undefined ? 'OK' : 'ERROR',
      status_message: error ?? '',
      attributes: {
        'openinference.span.kind': kind,
        ...valueOf('input', input),
        ...valueOf('output', output),
        ...(Object.keys(detail).length > 0 ? { metadata: JSON.stringify(detail) } : {}),
      },
    })),
  };
}
