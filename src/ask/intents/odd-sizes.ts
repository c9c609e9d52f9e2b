// Figures that stand for a size, though words or signs around them that were not read may make another size of them.
import type { Reading } from '../reading.ts';

/** Words that bound what follows and that no pattern of sizes has read: "nudging 200". */
const BOUNDS =
  /\b(near|nearing|towards?|beyond|within|till|until|reaching|hitting|nudging|pushing|touching|approaching|exceeding|sub|max|min|not)\s+$/;

/** "$100 $200": two ends of something, or one said twice; an exact size of each is never meant. */
export function oddSize({ said: { said }, amounts }: Reading): string | null {
  for (const [at, { value, start, text }] of amounts.entries()) {
    if (value.is !== 'bare') continue;
    const before = BOUNDS.exec(said.slice(0, start))?.[1];
    if (before !== undefined) return before;
    const last = amounts[at - 1];
    if (last && /^\s*(?:[-=]\s*)?$/.test(said.slice(last.end, start))) return text;
  }
  return null;
}
