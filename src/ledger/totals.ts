// day_total: postings summed by day, flow, currency, category and account, money in and money out apart. Most questions read these few
// rows instead of tens of thousands of postings. Summed anew with every change of rows, one pass over the postings; only sums
// that differ are written, so that a small change stays small in the store.
import type { Day } from '../base/days.ts';
import type { Database } from './database.ts';

const COLUMNS = 'day, flow, currency, category_id, account_id, minor, rows';
export function refreshTotals(db: Database): void {
  db.execute(`CREATE TEMP TABLE fresh_total AS
SELECT day, flow, currency, category_id, account_id, sum(minor) AS minor, count(*) AS rows
FROM posting
GROUP BY day, flow, currency, category_id, account_id, sign(minor)`);
  try {
    db.execute(`DELETE FROM day_total WHERE rowid IN (
SELECT kept.rowid
FROM (SELECT ${COLUMNS} FROM day_total EXCEPT SELECT ${COLUMNS} FROM fresh_total) AS stale
JOIN day_total AS kept ON kept.day = stale.day AND kept.flow = stale.flow AND kept.currency = stale.currency AND kept.minor = stale.minor
  AND kept.category_id IS stale.category_id AND kept.account_id = stale.account_id AND kept.rows = stale.rows)`);
    db.execute(`INSERT INTO day_total (${COLUMNS}) SELECT ${COLUMNS} FROM fresh_total EXCEPT SELECT ${COLUMNS} FROM day_total`);
  } finally {
    db.execute('DROP TABLE temp.fresh_total');
  }
  // What the query planner must know to choose among the indexes; a sample is enough.
  db.execute('PRAGMA analysis_limit = 1000; ANALYZE');
}

/** The same for some days only, for an act that changes a few rows. */
export function refreshTotalsOn(db: Database, days: ReadonlySet<Day>): void {
  for (const day of days) {
    db.execute('DELETE FROM day_total WHERE day = ?', [day]);
    db.execute(
      `INSERT INTO day_total (${COLUMNS}) SELECT day, flow, currency, category_id, account_id, sum(minor), count(*)
       FROM posting WHERE day = ? GROUP BY flow, currency, category_id, account_id, sign(minor)`,
      [day],
    );
  }
}
