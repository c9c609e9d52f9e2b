// Statements that name a day once, on its first row. The rows below it have money and no day: whether they are of that day only the
// balances of all rows can say, at the end.
import type { StatementEntry } from '../../ledger/statement.ts';
import { checkBalances } from './check-balances.ts';
import type { Plan } from './plan-table.ts';

/** So many rows without a day are held on to; a file with more has another trouble. */
const MOST = 5000;

/** Whether the balances of these rows lead from an opening to a closing one. */
const joins = (entries: readonly StatementEntry[]): boolean => {
  const checks = checkBalances(entries);
  return checks.length > 0 && checks.every(({ agrees }) => agrees);
};

interface Dayless {
  plan: Plan;
  cells: readonly string[];
  line: number;
  /** How many entries stood before it. */
  after: number;
}

export class DaylessRows {
  readonly #rows: Dayless[] = [];

  keep(plan: Plan, cells: readonly string[], line: number, after: number): void {
    if (after > 0 && plan.money.balance !== null && this.#rows.length < MOST) this.#rows.push({ plan, cells, line, after });
  }

  /**
   * The entries with these rows among them, each of the day above it, and their lines; null where the balances join without them or do
   * not join with them. `read` makes an entry of a row that was given its day, or null; what it made in vain goes to `letGo`.
   */
  takeIn(
    entries: readonly StatementEntry[],
    read: (plan: Plan, cells: readonly string[], line: number) => StatementEntry | null,
    letGo: (entry: StatementEntry) => void,
  ): { entries: StatementEntry[]; lines: number[] } | null {
    if (this.#rows.length === 0 || joins(entries)) return null;
    const found = new Map<number, StatementEntry[]>();
    for (const { plan, cells, line, after } of this.#rows) {
      const day = entries[after - 1]?.day;
      const column = plan.days[0];
      const entry = day === undefined || column === undefined ? null : read(plan, cells.with(column, day), line);
      if (entry) found.set(after, [...(found.get(after) ?? []), entry]);
    }
    const whole = entries.flatMap((entry, at) => [entry, ...(found.get(at + 1) ?? [])]);
    const taken = [...found.values()].flat();
    if (joins(whole)) return { entries: whole, lines: taken.map(({ line }) => line) };
    taken.forEach(letGo);
    return null;
  }
}
