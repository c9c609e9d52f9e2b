// Days that no statement of an account covers: between two of its statements, and before or after all of them while the ledger's
// other accounts go on. Statements seldom begin on the day of their first row, so a gap counts only when it is longer than a week
// and than three times the usual pause between rows.
import { addDays, daysBetween, type Day } from '../base/days.ts';
import type { ReadableDatabase } from './database.ts';

export interface StatementGap {
  accountId: number;
  account: string;
  /** Currencies of the account's rows. */
  currencies: readonly string[];
  /** The first day without a statement; null before the first one. */
  from: Day | null;
  /** The day on which statements go on, null after the last one. */
  until: Day | null;
}

const LEAST_DAYS = 7;
const USUAL_PAUSES = 3;

/** By account, each oldest first. Reads only. */
export function statementGaps(db: ReadableDatabase): StatementGap[] {
  const uses = usesOf(db);
  const firstDay = [...uses.values()].reduce((least, { first }) => (first < least ? first : least), '9999-12-31');
  const lastDay = [...uses.values()].reduce((most, { last }) => (last > most ? last : most), '');
  return db.query('SELECT id, name FROM account ORDER BY id').rows.flatMap(([id, name]) => {
    const use = uses.get(Number(id));
    const stretches = coveredDays(db, Number(id));
    const [begin, end] = [stretches[0], stretches.at(-1)];
    if (!use || !begin || !end) return [];
    const longest = Math.max(LEAST_DAYS, (USUAL_PAUSES * daysBetween(use.first, use.last)) / Math.max(1, use.rows));
    const gap = (from: Day | null, until: Day | null): StatementGap => ({
      accountId: Number(id),
      account: String(name),
      currencies: use.currencies,
      from,
      until,
    });
    const gaps = stretches.slice(1).flatMap(({ first }, at) => {
      const from = addDays(stretches[at]?.last ?? first, 1);
      return daysBetween(from, first) > longest ? [gap(from, first)] : [];
    });
    if (daysBetween(firstDay, begin.first) > longest) gaps.unshift(gap(null, begin.first));
    if (daysBetween(end.last, lastDay) > longest) gaps.push(gap(addDays(end.last, 1), null));
    return gaps;
  });
}

/** Statements that touch or overlap make one stretch; both days included, oldest first. */
export function coveredDays(db: ReadableDatabase, accountId: number): { first: Day; last: Day }[] {
  const stretches: { first: Day; last: Day }[] = [];
  for (const [from, until] of db.query('SELECT first_day, last_day FROM coverage WHERE account_id = ? ORDER BY 1', [accountId]).rows) {
    const stretch = { first: String(from), last: String(until) };
    const before = stretches.at(-1);
    if (before && stretch.first <= addDays(before.last, 1)) before.last = before.last > stretch.last ? before.last : stretch.last;
    else stretches.push(stretch);
  }
  return stretches;
}

interface AccountUse {
  currencies: string[];
  rows: number;
  first: Day;
  last: Day;
}

function usesOf(db: ReadableDatabase): Map<number, AccountUse> {
  const uses = new Map<number, AccountUse>();
  const sql = 'SELECT account_id, currency, sum(rows), min(day), max(day) FROM day_total GROUP BY account_id, currency';
  for (const [id, currency, rows, from, until] of db.query(sql).rows) {
    const [first, last] = [String(from), String(until)];
    const use = uses.get(Number(id)) ?? { currencies: [], rows: 0, first, last };
    use.currencies.push(String(currency));
    use.rows += Number(rows);
    if (first < use.first) use.first = first;
    if (last > use.last) use.last = last;
    uses.set(Number(id), use);
  }
  return uses;
}
