// Questions, from words to answer, against hand-written SQL for the same figure and against a template matcher, on the same ledger.
import { ask } from '../../ask/ask.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import { readOnly } from '../../ledger/read-only.ts';
import type { SqlEngine } from '../../ledger/sql-js-database.ts';
import { inventedLedger } from './importing.ts';
import { TODAY } from './invented.ts';
import { median, quantile, spreadOf, time, type Comparison } from './measure.ts';
import { templateMatcher } from './template-matcher.ts';

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

const ROUNDS = 9;

interface Turns {
  ours: number[];
  sql: number[];
  templates: number[];
}

/** Every question in turn, `ROUNDS` times over, each by all three. */
async function turnsOf(reading: ReadableDatabase): Promise<Map<string, Turns>> {
  const match = templateMatcher(reading, TODAY);
  const found = new Map<string, Turns>();
  for (const { words, sql } of QUESTIONS) {
    const { status } = ask(reading, { question: words, today: TODAY });
    if (status !== 'answered') throw new Error(`"${words}" was ${status}: the bench measures answers`);
    if (match(words) === null) throw new Error(`no template fits "${words}": the bench compares answers`);
    reading.query(sql);
    found.set(words, { ours: [], sql: [], templates: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { words, sql } of QUESTIONS) {
      const turns = found.get(words);
      turns?.ours.push(await time(() => ask(reading, { question: words, today: TODAY })));
      turns?.sql.push(await time(() => reading.query(sql)));
      turns?.templates.push(await time(() => match(words)));
    }
  }
  return found;
}

const SQL = 'hand-written SQL for the bare figure';
const TEMPLATES = 'a template matcher with SQL for the bare figure';

/** Medians and 95th percentiles over all questions, then each question by itself. Ours is the whole answer with its rows and sentence. */
export async function benchQuestions(engine: SqlEngine, count: number): Promise<Comparison[]> {
  const reading = readOnly(await inventedLedger(engine, count), { time: 600_000 });
  const first = await time(() => ask(reading, { question: 'how much did I spend', today: TODAY })); // reads the names of the ledger
  const bare = await time(() => reading.query('SELECT payee_id, count(*) FROM posting GROUP BY payee_id'));
  const turns = await turnsOf(reading);
  const rows = `${count.toLocaleString('en')} rows`;
  const all = (who: keyof Turns) => [...turns.values()].flatMap((each) => each[who]);
  const line = (name: string, ours: number, theirs: number, alternative: string, spread: number): Comparison => ({
    name: `${name} on ${rows}`,
    ratio: ours / theirs,
    bar: null,
    ours,
    theirs,
    unit: 'ms',
    spread,
    alternative,
  });
  const whole = (share: number, told: string) =>
    (['sql', 'templates'] as const).map((who) =>
      line(
        `a question, ${told},`,
        quantile(all('ours'), share),
        quantile(all(who), share),
        who === 'sql' ? SQL : TEMPLATES,
        spreadOf(all('ours')),
      ),
    );
  return [
    ...whole(0.5, 'median'),
    ...whole(0.95, '95th percentile'),
    line('the first question after opening', first, bare, 'one count of all rows by payee', 0),
    ...[...turns].map(([words, { ours, sql }]) => line(`"${words}"`, median(ours), median(sql), SQL, spreadOf(ours))),
  ];
}
