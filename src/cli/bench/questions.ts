// Questions, from words to answer, against hand-written SQL for the same figure on the same ledger.
import { ask } from '../../ask/ask.ts';
import { readOnly } from '../../ledger/read-only.ts';
import type { SqlEngine } from '../../ledger/sql-js-database.ts';
import { ledgerOf } from './importing.ts';
import { compare, type Comparison } from './measure.ts';
import { inventedCsv, TODAY } from './invented.ts';

const SPENT = "SELECT sum(-minor), count(*) FROM posting WHERE flow = 'expense' AND currency = 'USD'";
const CATEGORY = (name: string) => `category_id = (SELECT id FROM category WHERE name = '${name}')`;

const QUESTIONS: readonly { words: string; sql: string }[] = [
  {
    words: 'how much did I spend on coffee last month',
    sql: `${SPENT} AND day >= '2025-12-01' AND day < '2026-01-01' AND ${CATEGORY('Coffee')}`,
  },
  { words: 'total spending in 2024', sql: `${SPENT} AND day >= '2024-01-01' AND day < '2025-01-01'` },
  { words: 'how many purchases over $150 since 2020', sql: `${SPENT} AND day >= '2020-01-01' AND minor < -15000` },
  {
    words: 'groceries by month in 2025',
    sql: `SELECT substr(day, 1, 7), sum(-minor) FROM posting WHERE flow = 'expense' AND currency = 'USD' AND day >= '2025-01-01' AND day < '2026-01-01' AND ${CATEGORY('Groceries')} GROUP BY 1`,
  },
  {
    words: 'top 5 merchants',
    sql: "SELECT payee.name, sum(-minor) FROM posting JOIN payee ON payee.id = payee_id WHERE flow = 'expense' AND currency = 'USD' GROUP BY 1 ORDER BY 2 DESC LIMIT 5",
  },
  {
    words: 'what is my average purchase',
    sql: "SELECT avg(-minor) FROM posting WHERE flow = 'expense' AND minor < 0 AND currency = 'USD'",
  },
];

/** One comparison for each question; the whole answer with its rows and sentence is ours, the bare figure is theirs. */
export async function benchQuestions(engine: SqlEngine, count: number): Promise<Comparison[]> {
  const db = await ledgerOf(engine, new TextEncoder().encode(inventedCsv(count)));
  const reading = readOnly(db);
  const results: Comparison[] = [];
  for (const { words, sql } of QUESTIONS) {
    const { status } = ask(reading, { question: words, today: TODAY });
    if (status !== 'answered') throw new Error(`"${words}" was ${status}: the bench measures answers`);
    results.push(
      await compare({
        name: `"${words}" on ${count.toLocaleString('en')} rows`,
        alternative: 'hand-written SQL',
        bar: null,
        rounds: 9,
        ours: () => ask(reading, { question: words, today: TODAY }),
        theirs: () => db.query(sql),
      }),
    );
  }
  return results;
}
