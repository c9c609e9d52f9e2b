// Rows of equal and opposite amounts on two accounts within days of one another. Looked for by amount and day together: ten years hold
// thousands of rows of one round sum, and to hold each against every other would take minutes.
import type { Database } from '../database.ts';
import { candidateColumns, toCandidate, type Candidate } from './candidates.ts';
import type { OwnAccount } from './own-accounts.ts';

/** The rows beside the moving ones that are as much, the other way, on another account, within days. In the order of their ids. */
export function otherHalves(
  db: Database,
  moving: readonly Candidate[],
  accounts: ReadonlyMap<number, OwnAccount>,
  days: number,
): Candidate[] {
  db.execute('CREATE TEMP TABLE moving (id INTEGER PRIMARY KEY, account_id INTEGER, minor INTEGER, currency TEXT, day TEXT)');
  try {
    const insert = db.prepare('INSERT INTO moving SELECT id, account_id, minor, currency, day FROM bank_transaction WHERE id = ?');
    for (const { id } of moving) insert.run([id]);
    insert.close();
    db.execute('CREATE INDEX temp.moving_minor ON moving (minor, currency, day, account_id)');
    // The amount by itself first, by its index: to reckon the days of a million rows takes seconds. Of rows in parts no posting has the amount.
    const { rows } = db.query(
      `SELECT ${candidateColumns(db)} FROM bank_transaction t LEFT JOIN payee ON payee.id = t.read_payee_id
       WHERE t.id IN (SELECT transaction_id FROM (SELECT DISTINCT -minor AS minor FROM moving) AS facing
           CROSS JOIN posting INDEXED BY posting_size ON posting.minor = facing.minor
         UNION ALL SELECT transaction_id FROM read_split
         UNION ALL SELECT ifnull(split.replaced_by, split.id) FROM said_row CROSS JOIN bank_transaction AS split ON split.account_id = said_row.account_id
           AND split.fingerprint = said_row.fingerprint AND split.occurrence = said_row.occurrence WHERE what = 'split')
         AND t.replaced_by IS NULL AND t.minor <> 0 AND -t.minor IN (SELECT minor FROM moving) AND t.id NOT IN (SELECT id FROM moving)
         AND EXISTS (SELECT 1 FROM moving WHERE moving.minor = -t.minor AND moving.currency = t.currency
           AND moving.day BETWEEN date(t.day, '-${days} days') AND date(t.day, '+${days} days') AND moving.account_id <> t.account_id)
       ORDER BY t.id`,
    );
    return rows.flatMap((row) => toCandidate(row, accounts) ?? []);
  } finally {
    db.execute('DROP TABLE temp.moving');
  }
}

/** A row and the moving ones that may be its other half. */
export interface Facing {
  row: Candidate;
  /** In the order of their days. */
  moving: readonly Candidate[];
}

/** Each row that came in, and each that is not among the moving, before its possible halves: two moving ones are told once. In the order of ids. */
export function* facingOf(moving: readonly Candidate[], others: readonly Candidate[], days: number): Generator<Facing> {
  const byAmount = new Map<string, Candidate[]>();
  for (const one of moving) {
    const key = `${one.minor} ${one.currency}`;
    const same = byAmount.get(key);
    if (same) same.push(one);
    else byAmount.set(key, [one]);
  }
  for (const same of byAmount.values()) same.sort((a, b) => a.dayNumber - b.dayNumber);
  const rows = [...moving.filter(({ minor }) => minor > 0), ...others].sort((a, b) => a.id - b.id);
  for (const row of rows) {
    const same = byAmount.get(`${-row.minor} ${row.currency}`);
    if (!same) continue;
    const within: Candidate[] = [];
    for (let at = firstFrom(same, row.dayNumber - days); at < same.length; at++) {
      const one = same[at];
      if (!one || one.dayNumber > row.dayNumber + days) break;
      if (one.account.id !== row.account.id) within.push(one);
    }
    if (within.length > 0) yield { row, moving: within };
  }
}

/** Where the rows of this day or later begin, among rows in the order of days. */
function firstFrom(rows: readonly Candidate[], day: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.dayNumber ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
