// Talk around the question: a clause that asks for nothing and names nothing.
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import { isBrand } from '../names/brands.ts';
import { squash } from '../names/keys.ts';
import type { Reading } from '../reading.ts';

/** "... make my own coffee so how much have I spent": speech has no marks, a turn has its word. */
const TURN = /^(?:so|but|anyway|anyways)$/;
const ASKS = /^(?:how|what|when|which|who|where|did|have|has|was|were|is|are|tell|show)$/;

/** The clause around a word, between full stops, commas, question marks and turns to what is asked. */
function clauseAround({ said: { words } }: Reading, at: number): { from: number; until: number } {
  const isBreak = (place: number) =>
    /^[,.;:!?]$/.test(words[place]?.text ?? '') || (TURN.test(words[place]?.text ?? '') && ASKS.test(words[place + 1]?.text ?? ''));
  let from = at;
  let until = at;
  while (from > 0 && !isBreak(from - 1)) from -= 1;
  while (until < words.length && !isBreak(until)) until += 1;
  return { from, until };
}

/** "while we were down east, 18 to 27 July": where the days are counted out behind it, what they were is a story. */
function isWhatDaysWere({ said: { words, starts }, names, periods }: Reading, at: number, until: number): boolean {
  const from = words.findLastIndex(({ text }, place) => place < at && /^(?:while|when|whilst)$/.test(text));
  if (from < 0 || !/^(?:i|we|they)$/.test(words[from + 1]?.text ?? '') || !/^(?:was|were)$/.test(words[from + 2]?.text ?? '')) return false;
  const [start, end] = [starts[from] ?? 0, starts[until] ?? 0];
  return (
    at > from + 2 &&
    periods.some((span) => span.start >= end && span.start - end < 12 && /^(?:day|other|week)$/.test(span.value.grain)) &&
    !names.some((span) => span.start >= start && span.end <= end && span.value.is !== 'unknown')
  );
}

/** "Ryanair, how much this year?": who is asked about, before the question. "Kevin, how much ..." speaks to somebody. */
function isNameAlone({ said: { words, starts }, names }: Reading, from: number, until: number): boolean {
  const said = [...words.keys()].slice(from, until).filter((at) => !/^(?:the|and|so|ok|what|about|for|at|on)$/.test(words[at]?.text ?? ''));
  const named = names.filter(
    ({ value, start }) => value.is === 'unknown' && start >= (starts[from] ?? 0) && start < (starts[until] ?? Infinity),
  );
  const isNamed = (at: number) => named.some(({ start, end }) => (starts[at] ?? 0) >= start && (starts[at] ?? 0) < end);
  const isCalled = said.length === 1 && isGivenName(words[said[0] ?? 0]?.text ?? '') && !isBrand(squash(words[said[0] ?? 0]?.text ?? ''));
  return said.length > 0 && said.every(isNamed) && !isCalled;
}

/** A clause that asks for nothing and names nothing is a story. */
export function isStory(reading: Reading, at: number): boolean {
  const { said } = reading;
  const { from, until } = clauseAround(reading, at);
  if (isWhatDaysWere(reading, at, until)) return true;
  if (from === 0 && until >= said.words.length - 1) return false;
  const start = said.starts[from] ?? 0;
  const end = said.starts[until] ?? said.said.length;
  const within = (span: { start: number; end: number }) => span.start >= start && span.end <= end;
  if (isNameAlone(reading, from, until)) return false;
  const asks = reading.cues.some(
    (span) =>
      within(span) &&
      /^(?:how-much|count|total|which|when|average|compare|share|balance|breakdown|largest|smallest|median)$/.test(span.value),
  );
  // "my sister says I should make my own coffee so how much have I spent at coffee shops": what turns to the question was told before it.
  const turns = TURN.test(said.words[until]?.text ?? '') && reading.names.some((span) => span.start >= end && span.value.is !== 'unknown');
  if (turns && !asks) return true;
  return (
    !asks &&
    !reading.names.some((span) => within(span) && span.value.is !== 'unknown') &&
    !reading.amounts.some((span) => within(span) && (span.value.is !== 'bare' || span.value.money))
  );
}
