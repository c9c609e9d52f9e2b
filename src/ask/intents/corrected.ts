// What was taken back: of two spans of one sort with a correction between them ("at Target, no wait, Costco") the later counts.
import { cueSpans } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Cue } from '../spans/cues.ts';
import type { Span } from '../spans/span.ts';

/** "On the car, the car finance I mean": behind the clause it stands for, a correction counts from where that clause begins. */
function fromClause(reading: Reading, spans: readonly Span<unknown>[], cue: Span<Cue>): Span<Cue> {
  const { said } = reading.said;
  if (!/^(?:i mean|i meant|i should say)$/.test(cue.text) || !/^\s*(?:[,.;?!]|$)/.test(said.slice(cue.end))) return cue;
  const start = Math.max(...[',', '.', ';', '?', '!'].map((mark) => said.lastIndexOf(mark, cue.start - 2)));
  return start > 0 && spans.some((span) => span.start > start && span.end <= cue.start) ? { ...cue, start } : cue;
}

/** "in July no June": of two stretches of time nothing else can be meant; of names "no" may leave one out. */
const TAKES_BACK = /^[\s,]*(?:no|nope|nah)[\s,]+(?:(?:it was|that was|make it)\s+)?(?:(?:in|on|for|from|the|last)\s+)*$/;

/** Of two spans of one sort with a correction between them, the later counts. */
export function corrected<T extends Span<unknown>>(reading: Reading, spans: readonly T[], sort: (span: T) => string): T[] {
  const corrections = cueSpans(reading, 'correction').map((cue) => fromClause(reading, spans, cue));
  return spans.filter((span) => {
    const following = spans[spans.indexOf(span) + 1];
    if (following && sort(span) === 'period' && TAKES_BACK.test(reading.said.said.slice(span.end, following.start))) return false;
    const correction = corrections.find(({ start }) => start >= span.end);
    if (!correction) return true;
    // "make that February": the date takes the "that" along.
    const next = spans.find(
      (other) =>
        other.start > correction.start &&
        (other.end > correction.end || correction.end - correction.start > correction.text.length) &&
        sort(other) === sort(span),
    );
    if (!next) return true;
    const nearest = [...spans].reverse().find((other) => other.end <= correction.start && sort(other) === sort(span));
    const wide = /^(?:i mean|i meant|or rather|rather|make that|i should say|actually)$/.test(correction.text);
    return nearest !== span && !(wide && sort(span) === 'period');
  });
}
