// day_total: postings summed by day, flow, currency, category and account, money in and money out apart. Most questions read these few
// rows instead of tens of thousands of postings. Summed anew with every change of rows, over an index; only sums
// that differ are written, so that a small change stays small in the store.
import type { Day } from '../base/days.ts';
import type { Database } from './database.ts';

const COLUMNS = 'day, flow, currency, category_id, account_id, minor, rows';

/**
 * Grouped as posting_day is ordered, so that nothing is sorted. One pass for each sign: half the time of one that tells three sums apart.
 * Of nothing at all there are few rows: these are found by their amount.
 */
const summedWhere = (sign: string, index: string): string =>
  `SELECT day, flow, currency, category_id, account_id, sum(minor) AS minor, count(*) AS rows
   FROM posting INDEXED BY ${index} WHERE ${sign} GROUP BY day, flow, currency, category_id, account_id`;
const SUMMED = [
  summedWhere('minor < 0', 'posting_day'),
  summedWhere('minor > 0', 'posting_day'),
  summedWhere('minor = 0', 'posting_size'),
].join(' UNION ALL ');

export function refreshTotals(db: Database): void {
  if (hasTotals(db)) replaceStale(db);
  else db.execute(`INSERT INTO day_total (${COLUMNS}) ${SUMMED}`);
  learnOrders(db);
}

const hasTotals = (db: Database): boolean => db.query('SELECT 1 FROM day_total LIMIT 1').rows.length > 0;

/** What the query planner must know to choose among the indexes; a sample is enough. */
const learnOrders = (db: Database): void => db.execute('PRAGMA analysis_limit = 1000; ANALYZE');

/** So many postings are summed anew in the time that one day takes by itself. */
const POSTINGS_A_DAY = 40;

/** What becomes of a posting, and which of its days that concerns. */
const CHANGES = { INSERT: '(new.day)', DELETE: '(old.day)', UPDATE: '(old.day), (new.day)' };

/**
 * Notes the days of every posting that comes, goes or changes from now on, whoever changes it, so that the totals of these alone are
 * summed anew: to sum a large ledger for a small file took half of its import. Ends with its transaction or with `refresh`. `before`: days on
 * which postings changed already.
 */
export function watchTotals(db: Database, before: ReadonlySet<Day> = new Set()): { refresh: () => void } {
  db.execute('CREATE TEMP TABLE changed_day (day TEXT PRIMARY KEY) WITHOUT ROWID');
  for (const [act, days] of Object.entries(CHANGES))
    db.execute(
      `CREATE TEMP TRIGGER day_of_${act} AFTER ${act} ON main.posting BEGIN INSERT OR IGNORE INTO changed_day VALUES ${days}; END`,
    );
  return {
    refresh: () => {
      const days = new Set([...before, ...db.query('SELECT day FROM changed_day').rows.map(([day]) => String(day))]);
      for (const act of Object.keys(CHANGES)) db.execute(`DROP TRIGGER temp.day_of_${act}`);
      db.execute('DROP TABLE temp.changed_day');
      const highest = Number(db.query('SELECT ifnull(max(id), 0) FROM posting').rows[0]?.[0]);
      if (!hasTotals(db) || days.size * POSTINGS_A_DAY > highest) return refreshTotals(db);
      refreshTotalsOn(db, days);
      learnOrders(db);
    },
  };
}

function replaceStale(db: Database): void {
  db.execute(`CREATE TEMP TABLE fresh_total AS ${SUMMED}`);
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
}

/**
 * The same for some days only, for an act that changes a few rows. A sum that is new takes the place of one that is no more, so that
 * neither the end of the table nor its index is written for it.
 */
export function refreshTotalsOn(db: Database, days: ReadonlySet<Day>): void {
  for (const day of days) {
    const sums = db.query(
      `SELECT day, flow, currency, category_id, account_id, sum(minor), count(*) FROM posting WHERE day = ?
       GROUP BY flow, currency, category_id, account_id, sign(minor)`,
      [day],
    ).rows;
    const fresh = new Map(sums.map((sum) => [JSON.stringify(sum), sum]));
    const kept = db.query(`SELECT rowid, ${COLUMNS} FROM day_total WHERE day = ?`, [day]).rows;
    const stale = kept.filter(([, ...sum]) => !fresh.delete(JSON.stringify(sum))).map(([rowid = null]) => rowid);
    for (const sum of fresh.values()) {
      const place = stale.shift();
      if (place === undefined) db.execute(`INSERT INTO day_total (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`, sum);
      else {
        db.execute('UPDATE day_total SET flow = ?, currency = ?, category_id = ?, account_id = ?, minor = ?, rows = ? WHERE rowid = ?', [
          ...sum.slice(1),
          place,
        ]);
      }
    }
    for (const rowid of stale) db.execute('DELETE FROM day_total WHERE rowid = ?', [rowid]);
  }
}
