// day_total: postings summed by day, flow, currency, category and account, money in and money out apart. Most questions read these few
// rows instead of tens of thousands of postings. Written anew with every change of rows; one pass over the postings.
import type { Database } from './database.ts';

export function refreshTotals(db: Database): void {
  db.execute('DELETE FROM day_total');
  db.execute(`INSERT INTO day_total (day, flow, currency, category_id, account_id, minor, rows)
SELECT day, flow, currency, category_id, account_id, sum(minor), count(*)
FROM posting
GROUP BY day, flow, currency, category_id, account_id, sign(minor)`);
  // What the query planner must know to choose among the indexes; a sample is enough.
  db.execute('PRAGMA analysis_limit = 1000; ANALYZE');
}
