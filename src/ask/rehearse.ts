// The engine asks itself a question of every kind when it opens: what is compiled, cached and read at a first question then has been,
// before a person waits for it. What it answers is thrown away; nothing is remembered and nothing written.
import type { Day } from '../base/days.ts';
import type { ReadableDatabase } from '../ledger/database.ts';
import { ask } from './ask.ts';
import { newConversation } from './conversation.ts';
import rehearsal from './lexicon/rehearsal.json';

/** The name with the most rows. */
function commonest(db: ReadableDatabase, table: 'category' | 'payee'): string | null {
  const found = db.query(
    `SELECT name FROM posting JOIN ${table} ON ${table}.id = ${table}_id WHERE flow = 'expense' GROUP BY ${table}_id ORDER BY count(*) DESC LIMIT 1`,
  );
  const name = found.rows[0]?.[0];
  return typeof name === 'string' ? name : null;
}

/** One question a step, so that a person's own goes before the next. */
export function* rehearse(db: ReadableDatabase, today: Day): Generator<undefined, null> {
  const category = commonest(db, 'category') ?? 'groceries';
  yield;
  const payee = commonest(db, 'payee') ?? 'amazon';
  let conversation = newConversation();
  for (const line of rehearsal.questions) {
    yield;
    const leans = line.startsWith('+ ');
    if (!leans) conversation = newConversation();
    const question = line
      .slice(leans ? 2 : 0)
      .replaceAll('{category}', category)
      .replaceAll('{payee}', payee);
    ask(db, { question, today, conversation });
  }
  return null;
}
