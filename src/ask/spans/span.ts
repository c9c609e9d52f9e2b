// The parser of one pattern: a name for the trace, a regular expression with named groups over the utterance in its normal form,
// and a reader that answers null for "not mine". `findSpans` runs an ordered list; refiners then settle what they found.
import { matchesOf } from '../../base/matches.ts';

export interface Span<T> {
  /** Half-open offsets in `Utterance.said`. */
  start: number;
  end: number;
  text: string;
  /** The parser or refiner that made it. */
  by: string;
  value: T;
}

export type Groups = Readonly<Record<string, string | undefined>>;

export interface Parser<T, C = unknown> {
  name: string;
  pattern: RegExp;
  read(groups: Groups, context: C, text: string): T | null;
}

export type Refiner<T, C = unknown> = (spans: Span<T>[], said: string, context: C) => Span<T>[];

/** Every match of every parser, settled by the refiners, sorted by place. */
export function findSpans<T, C>(said: string, parsers: readonly Parser<T, C>[], refiners: readonly Refiner<T, C>[], context: C): Span<T>[] {
  const found: Span<T>[] = [];
  for (const { name, pattern, read } of parsers) {
    for (const match of matchesOf(said, pattern)) {
      const value = read(match.groups ?? {}, context, match[0]);
      if (value !== null) found.push({ start: match.index, end: match.index + match[0].length, text: match[0], by: name, value });
    }
  }
  return refiners.reduce((spans, refine) => refine(spans, said, context), found);
}

/** Of overlapping spans the longest stays; of equals the first found. */
export function keepLongest<T>(spans: Span<T>[]): Span<T>[] {
  const byLength = spans
    .map((span, order) => ({ span, order }))
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || a.order - b.order);
  const kept: Span<T>[] = [];
  for (const { span } of byLength) if (!kept.some(({ start, end }) => span.start < end && start < span.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}
