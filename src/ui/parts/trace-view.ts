// How a trace is drawn: how deep a span lies, and what a step was given and gave as text that a person can read.
import type { Span } from '../../trace/trace.ts';

export function depthOf(span: Span, spans: readonly Span[]): number {
  let depth = 0;
  let parent = span.parentId;
  while (parent !== null && depth < 20) {
    depth += 1;
    parent = spans.find(({ id }) => id === parent)?.parentId ?? null;
  }
  return depth;
}

const MOST = 6000;

const withoutTrace = (key: string, value: unknown): unknown => (key === 'trace' ? undefined : value);

/** Text as it is, the rest as indented JSON; long ones end with `cut` in brackets. The trace inside an answer is left out: it is this one. */
export function printed(value: unknown, cut: string): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value, withoutTrace, 2) ?? String(value));
  return text.length > MOST ? `${text.slice(0, MOST)}\n[${cut}]` : text;
}

const CLAUSES = /\s+(?=(?:FROM|(?:LEFT |INNER |CROSS )?JOIN|WHERE|AND|GROUP BY|HAVING|ORDER BY|LIMIT|UNION(?: ALL)?)\b)/g;

/** One clause a line. SQL that is laid out already, or that quotes text of its own, stays as it is. */
export function layOutSql(sql: string): string {
  if (sql.includes('\n') || sql.includes("'")) return sql.trim();
  return sql
    .trim()
    .replace(CLAUSES, (_, offset: number, whole: string) => (whole.slice(offset).trimStart().startsWith('AND') ? '\n  ' : '\n'));
}
