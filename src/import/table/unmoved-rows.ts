// Rows that moved no money although nothing says so: they have an amount and no balance, and the balances around them join without
// them. Apps list what was reverted or declined that way, under a state in the words of any language.
import type { StatementEntry } from '../../ledger/statement.ts';

/** So many balances must follow from the one before, next to each other, for the column to be believed. */
const ENOUGH = 2;

interface Gap {
  /** Where in the entries its rows stand. */
  at: number[];
  moved: number;
  before: StatementEntry;
  after: StatementEntry;
}

/** Where such rows stand in the entries, rising. Rows at either end, and those that are pending by their own word, are left alone. */
export function unmovedRows(entries: readonly StatementEntry[]): number[] {
  if (!entries.some(({ balance }) => balance === null)) return [];
  const runs = new Map<string, { last: StatementEntry | null; between: number[]; gaps: Gap[]; oldest: number; newest: number }>();
  entries.forEach((entry, at) => {
    if (entry.state !== 'posted') return;
    const key = `${entry.account}|${entry.currency ?? ''}`;
    let run = runs.get(key);
    if (!run) runs.set(key, (run = { last: null, between: [], gaps: [], oldest: 0, newest: 0 }));
    if (entry.balance === null) {
      if (run.last) run.between.push(at);
      return;
    }
    const { last, between } = run;
    if (last && between.length === 0) {
      if (leads(last, entry)) run.oldest += 1;
      if (leads(entry, last)) run.newest += 1;
    } else if (last) {
      const moved = between.reduce((sum, each) => sum + (entries[each]?.minor ?? 0), 0);
      run.gaps.push({ at: between, moved, before: last, after: entry });
      run.between = [];
    }
    run.last = entry;
  });
  const found = [...runs.values()].flatMap(({ gaps, oldest, newest }) =>
    Math.max(oldest, newest) < ENOUGH
      ? []
      : gaps.flatMap(({ at, moved, before, after }) =>
          moved !== 0 && (oldest >= newest ? leads(before, after) : leads(after, before)) ? at : [],
        ),
  );
  return found.sort((a, b) => a - b);
}

/** Whether the second balance follows from the first by the second row alone. */
export const leads = (first: StatementEntry, second: StatementEntry): boolean =>
  first.balance !== null && second.balance !== null && first.balance + second.minor === second.balance;
