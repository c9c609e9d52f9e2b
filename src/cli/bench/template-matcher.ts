// The alternative to reading a question: a template matcher of the kind that home assistants use. Sentences with [optional] words,
// (one|other) choices and {slots}; a slot takes the names of the ledger or a few periods. The first template that fits the whole sentence
// wins, and its SQL is filled. Nothing else is understood.
import { addMonths, startOf, type Day } from '../../base/days.ts';
import type { ReadableDatabase, SqlValue } from '../../ledger/database.ts';

interface Template {
  says: string;
  sql: string;
}

const SPENT = `FROM posting WHERE flow = 'expense' AND currency = 'USD'`;
const IN = `category_id = (SELECT id FROM category WHERE name = :category COLLATE NOCASE)`;
const PERIOD = 'day >= :from AND day < :until';

const TEMPLATES: readonly Template[] = [
  { says: '(how much|what) did (i|we) spend on {category} [in|during] {period}', sql: `SELECT sum(-minor) ${SPENT} AND ${IN} AND ${PERIOD}` },
  { says: '[what is|what was|show] [my|the] total spending [in|during] {period}', sql: `SELECT sum(-minor) ${SPENT} AND ${PERIOD}` },
  { says: '(how much|what) did (i|we) spend [in|during] {period}', sql: `SELECT sum(-minor) ${SPENT} AND ${PERIOD}` },
  { says: 'how many (purchases|transactions) over {amount} [in|during] {period}', sql: `SELECT count(*) ${SPENT} AND minor < -:amount AND ${PERIOD}` },
  { says: '[show] {category} by month [in|during] {period}', sql: `SELECT substr(day, 1, 7), sum(-minor) ${SPENT} AND ${IN} AND ${PERIOD} GROUP BY 1` },
  {
    says: '[what are] [my|the] (top|biggest) {count} (merchants|payees|shops)',
    sql: `SELECT payee.name, sum(-minor) FROM posting JOIN payee ON payee.id = payee_id WHERE flow = 'expense' AND currency = 'USD' GROUP BY 1 ORDER BY 2 DESC LIMIT :count`,
  },
  { says: '(what is|what was) [my|the] average (purchase|transaction)', sql: `SELECT avg(-minor) ${SPENT} AND minor < 0` },
]; // prettier-ignore

type Values = Record<string, SqlValue>;

/** Words that may stand for a slot, with the values that they bind. */
function slots(db: ReadableDatabase, today: Day): Record<string, [words: string, values: (said: string) => Values]> {
  const categories = db.query('SELECT name FROM category').rows.map(([name]) => String(name).toLowerCase());
  const first = (back: number) => addMonths(startOf(today, 'month'), -back);
  const period = (said: string): Values => {
    if (said === 'last month') return { from: first(1), until: first(0) };
    if (said === 'this month') return { from: first(0), until: first(-1) };
    if (said.startsWith('since ')) return { from: `${said.slice(6)}-01-01`, until: '9999-12-31' };
    return { from: `${said}-01-01`, until: `${Number(said) + 1}-01-01` };
  };
  return {
    category: [categories.map((name) => name.replace(/[^\w ]/g, '\\$&')).join('|'), (said) => ({ category: said })],
    period: ['last month|this month|since \\d{4}|\\d{4}', period],
    amount: ['\\$?\\d+', (said) => ({ amount: Number(said.replace('$', '')) * 100 })],
    count: ['\\d{1,3}', (said) => ({ count: Number(said) })],
  };
}

/** Compiles the templates for this ledger; the result answers a sentence, or gives null where none fits. */
export function templateMatcher(db: ReadableDatabase, today: Day): (sentence: string) => SqlValue[][] | null {
  const known = slots(db, today);
  const compiled = TEMPLATES.map(({ says, sql }) => {
    const pattern = says
      .replace(/\[([^\]]+)\] ?/g, '(?:(?:$1) )?')
      .replace(/\((?!\?)([^)]+)\)/g, '(?:$1)')
      .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${known[name]?.[0] ?? ''})`);
    const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    return { pattern: new RegExp(`^${pattern}$`), sql: sql.replace(/:\w+/g, '?'), names };
  });
  return (sentence) => {
    const words = sentence.toLowerCase().replace(/[?.!,]/g, '');
    for (const { pattern, sql, names } of compiled) {
      const found = pattern.exec(words);
      if (!found) continue;
      const values: Values = Object.assign({}, ...Object.entries(found.groups ?? {}).map(([name, text]) => known[name]?.[1](text) ?? {}));
      return db.query(
        sql,
        names.map((name) => values[name] ?? null),
      ).rows;
    }
    return null;
  };
}
