// Steps that came before a trace began (hearing, before the question was asked) or after it had ended, put inside it.
import type { Span } from './trace.ts';

export type LeadIn = Pick<Span, 'name' | 'kind' | 'duration' | 'detail' | 'input' | 'output'>;

/** The trace as if it had begun with that step: the root grows by its length, everything else moves by it. */
export function leadIn(spans: readonly Span[], step: LeadIn): Span[] {
  const root = spans.find(({ parentId }) => parentId === null);
  const id = Math.max(-1, ...spans.map((span) => span.id)) + 1;
  const first: Span = { ...step, id, parentId: root?.id ?? null, start: 0 };
  const moved = spans.map((span) =>
    span === root ? { ...span, duration: span.duration + step.duration } : { ...span, start: span.start + step.duration },
  );
  const at = root ? moved.findIndex((span) => span.id === root.id) + 1 : 0;
  return [...moved.slice(0, at), first, ...moved.slice(at)];
}

/** The trace as if it had gone on with these steps: each at the end of its root, which grows by its length. */
export function followOn(spans: readonly Span[], steps: readonly LeadIn[]): Span[] {
  return steps.reduce<Span[]>(
    (before, step) => {
      const root = before.find(({ parentId }) => parentId === null);
      const id = Math.max(-1, ...before.map((span) => span.id)) + 1;
      const next: Span = { ...step, id, parentId: root?.id ?? null, start: root?.duration ?? 0 };
      return [...before.map((span) => (span === root ? { ...span, duration: span.duration + step.duration } : span)), next];
    },
    [...spans],
  );
}
