// Runs SQL that a person or a language model wrote: checked word by word, judged by SQLite's own plan before it begins, on a connection
// that cannot write, with limits on time and rows. Throws `query-refused`, or `query-slow` for what would read or takes too much.
import { AppError } from '../base/errors.ts';
import { checkSelect } from './check-select.ts';
import type { SqlValue } from './database.ts';
import type { SqlJsDatabase } from './sql-js-database.ts';

export interface SelectLimits {
  /** Rows given back; what is beyond is told as `more`. */
  rows: number;
  /** Milliseconds. */
  time: number;
  /** Rows that the plan may walk through, loops within loops multiplied. About ten million a second on a laptop. */
  steps: number;
  clock: () => number;
}

const LIMITS: SelectLimits = { rows: 1_000, time: 5_000, steps: 30_000_000, clock: () => performance.now() };

export interface Selected {
  columns: string[];
  rows: SqlValue[][];
  /** Whether there are rows beyond those given. */
  more: boolean;
}

export function select(db: SqlJsDatabase, sql: string, params: readonly SqlValue[] = [], limits: Partial<SelectLimits> = {}): Selected {
  const { rows: most, time, steps, clock } = { ...LIMITS, ...limits };
  checkSelect(sql, namesOf(db));
  const text = sql.replace(/[\s;]+$/, '');
  db.execute('PRAGMA query_only = 1');
  try {
    const expected = stepsOf(db, text, params);
    if (expected > steps)
      throw new AppError('query-slow', `the query would walk through about ${expected.toExponential(0)} rows`, { steps });
    const deadline = clock() + time;
    const rows: SqlValue[][] = [];
    let more = false;
    const columns = db.read(text, params, (row) => {
      more = rows.length === most;
      if (more) return false;
      if (clock() > deadline) throw new AppError('query-slow', `the query ran longer than ${time} ms`, { time });
      return rows.push(row) > 0;
    });
    return { columns, rows, more };
  } finally {
    db.execute('PRAGMA query_only = 0');
  }
}

const namesOf = (db: SqlJsDatabase): string[] =>
  db.query('SELECT name FROM sqlite_schema UNION SELECT name FROM sqlite_temp_schema').rows.map(([name]) => String(name));

interface Step {
  id: number;
  parent: number;
  says: string;
}

/** How many rows the plan walks through, judged from SQLite's own EXPLAIN QUERY PLAN: a scan is all rows, a search a few of them. */
export function stepsOf(db: SqlJsDatabase, sql: string, params: readonly SqlValue[] = []): number {
  const plan = db
    .query(`EXPLAIN QUERY PLAN ${sql}`, params)
    .rows.map(([id, parent, , says]): Step => ({ id: Number(id), parent: Number(parent), says: String(says) }));
  const rows = Math.max(10, Number(db.query('SELECT max(transactions) FROM accounts').rows[0]?.[0] ?? 0), count(db));
  return walk(plan, 0, rows);
}

const count = (db: SqlJsDatabase): number => Number(db.query('SELECT count(*) FROM transactions').rows[0]?.[0] ?? 0);

/** Steps beside each other that SCAN or SEARCH are loops within loops; what hangs below one is done once for each row of the loops around. */
function walk(plan: readonly Step[], parent: number, rows: number): number {
  let loops = 1;
  let total = 0;
  for (const { id, says } of plan.filter((step) => step.parent === parent)) {
    const below = plan.some((step) => step.parent === id) ? walk(plan, id, rows) : 0;
    if (/^SCAN (?!CONSTANT)/.test(says)) loops *= rows;
    else if (/^SEARCH .*AUTOMATIC/.test(says)) loops *= Math.ceil(Math.sqrt(rows));
    else if (/^SEARCH .*(INTEGER PRIMARY KEY|UNIQUE)/.test(says)) loops *= 1;
    else if (/^SEARCH /.test(says)) loops *= Math.ceil(Math.sqrt(rows));
    total += /CORRELATED/.test(says) ? loops * below : below;
  }
  return total + loops;
}
