// Figures without a sign beside a running balance: each row goes the way the balance moved, after it (rows oldest first) or from
// the next row on (newest first).
import type { StatementEntry } from '../../ledger/statement.ts';
import { hintOf } from '../words/row-words.ts';

/** Turns entries about where they lie. Gives back those that no balance tells; a twin of theirs or their words are a guess. */
export function signByBalance(entries: readonly StatementEntry[], turn: (entry: StatementEntry) => void): StatementEntry[] {
  const rows = entries.filter(({ balance }) => balance !== null);
  const fits = (step: 1 | -1) => rows.filter((entry, at) => Math.abs(movedBy(rows, at, step) ?? NaN) === Math.abs(entry.minor)).length;
  const step = fits(-1) >= fits(1) ? -1 : 1;
  const open: StatementEntry[] = [];
  const seen = new Map<string, number>();
  rows.forEach((entry, at) => {
    const moved = movedBy(rows, at, step);
    if (moved !== null && Math.abs(moved) === Math.abs(entry.minor)) {
      if (moved < 0) turn(entry);
      seen.set(entry.descriptor, Math.sign(moved));
    } else open.push(entry);
  });
  const untold = entries.filter(({ balance }) => balance === null);
  return [...open, ...untold].filter((entry) => {
    if (entry.minor === 0) return false;
    const way = seen.get(entry.descriptor) ?? hintOf(entry.descriptor);
    if (way <= 0) turn(entry);
    return true;
  });
}

function movedBy(rows: readonly StatementEntry[], at: number, step: 1 | -1): number | null {
  const entry = rows[at];
  const before = rows[at + step];
  return entry?.balance === null || entry === undefined || !before || before.account !== entry.account
    ? null
    : entry.balance - (before.balance ?? 0);
}
