// Talk around the question: a clause that asks for nothing and names nothing.
import type { Reading } from '../reading.ts';

/** The clause around a word, between full stops, commas, question marks. */
function clauseAround({ said: { words } }: Reading, at: number): { from: number; until: number } {
  const isBreak = (text: string) => /^[,.;:!?]$/.test(text);
  let from = at;
  let until = at;
  while (from > 0 && !isBreak(words[from - 1]?.text ?? '')) from -= 1;
  while (until < words.length && !isBreak(words[until]?.text ?? '')) until += 1;
  return { from, until };
}

/** A clause that asks for nothing and names nothing is a story. */
export function isStory(reading: Reading, at: number): boolean {
  const { said } = reading;
  const { from, until } = clauseAround(reading, at);
  if (from === 0 && until >= said.words.length - 1) return false;
  const start = said.starts[from] ?? 0;
  const end = said.starts[until] ?? said.said.length;
  const within = (span: { start: number; end: number }) => span.start >= start && span.end <= end;
  const asks = reading.cues.some(
    (span) =>
      within(span) &&
      /^(?:how-much|count|total|which|when|average|compare|share|balance|breakdown|largest|smallest|median)$/.test(span.value),
  );
  return !asks && !reading.names.some((span) => within(span) && span.value.is !== 'unknown') && !reading.amounts.some(within);
}
