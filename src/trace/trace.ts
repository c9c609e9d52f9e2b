// Spans of work: what "How I got this" draws. Kinds and fields follow OpenInference
// (github.com/Arize-ai/openinference, spec/semantic_conventions.md). Plain data throughout, so a trace crosses threads.

export type SpanKind = 'CHAIN' | 'LLM' | 'PROMPT' | 'EMBEDDING' | 'RETRIEVER' | 'TOOL' | 'GUARDRAIL';

export interface Span {
  id: number;
  /** The span this one ran inside; null for the root. */
  parentId: number | null;
  name: string;
  kind: SpanKind;
  /** Milliseconds since the trace began, and how long the step took. */
  start: number;
  duration: number;
  /** Structured-cloneable; what the step was given and gave. */
  input?: unknown;
  output?: unknown;
  error?: string;
  /** Further facts a person may open (parser names, row counts, reasons). */
  detail: Record<string, unknown>;
}

/** Milliseconds from any fixed origin; passed in so that nothing here reads a clock of its own. */
export type Clock = () => number;

export class Trace {
  readonly spans: Span[] = [];
  readonly #clock: Clock;
  readonly #origin: number;
  #open: Span | null = null;

  constructor(clock: Clock = () => performance.now()) {
    this.#clock = clock;
    this.#origin = clock();
  }

  /** A step that is waited for: begun here, ended by `close`, inside the first span. */
  open(name: string, kind: SpanKind, input: unknown): Span {
    const start = this.#clock() - this.#origin;
    const span: Span = { id: this.spans.length, parentId: this.spans.length ? 0 : null, name, kind, start, duration: 0, input, detail: {} };
    this.spans.push(span);
    return span;
  }

  close(span: Span, ended: { output?: unknown; error?: string }): void {
    span.duration = this.#clock() - this.#origin - span.start;
    Object.assign(span, ended);
  }

  /** Goes on after a wait, inside the first span, which lasts as long as what went on. */
  resume<T>(work: () => T): T {
    const root = this.spans[0] ?? null;
    this.#open = root;
    try {
      return work();
    } finally {
      this.#open = null;
      if (root) root.duration = this.#clock() - this.#origin - root.start;
    }
  }

  /** Runs one step inside a span; what it throws is noted on the span and passes on. */
  step<T>(name: string, kind: SpanKind, input: unknown, work: (span: Span) => T): T {
    const span: Span = {
      id: this.spans.length,
      parentId: this.#open?.id ?? null,
      name,
      kind,
      start: this.#clock() - this.#origin,
      duration: 0,
      input,
      detail: {},
    };
    this.spans.push(span);
    const parent = this.#open;
    this.#open = span;
    try {
      const output = work(span);
      span.output ??= output;
      return output;
    } catch (error) {
      span.error = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      span.duration = this.#clock() - this.#origin - span.start;
      this.#open = parent;
    }
  }
}
