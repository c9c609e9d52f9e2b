// What the engine asks itself when it opens: nothing that the ledger cannot be asked, many kinds, and nothing of it is left.
import { expect, test } from 'vitest';
import { rehearse } from '../../src/ask/rehearse.ts';
import type { ReadableDatabase } from '../../src/ledger/database.ts';
import { openSchema } from '../../src/ledger/migrations/open-schema.ts';
import { readOnly } from '../../src/ledger/read-only.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { american, askOf, TODAY } from './support/ledger.ts';

/** The texts that a ledger is asked meanwhile. */
function watched(db: ReadableDatabase): { db: ReadableDatabase; texts: string[] } {
  const texts: string[] = [];
  return { texts, db: { query: (sql, params) => (texts.push(sql), db.query(sql, params)) } };
}

test('each step is one question over the rows, with names of this very ledger', () => {
  const { db, texts } = watched(american);
  const steps = rehearse(db, TODAY);
  let questions = 0;
  let busy = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) {
    questions += 1;
    if (texts.some((sql) => sql.includes('payee_id IN (?)'))) busy += 1;
    texts.length = 0;
  }
  expect(questions).toBeGreaterThan(20);
  expect(busy, 'about a payee').toBeGreaterThan(5);
});

test('what a person asks next is answered as if nothing had been', () => {
  const answer = () => {
    const { status, sentence, rows } = askOf(american, 'how about Uber?');
    return { status, sentence, rows };
  };
  const before = answer();
  const steps = rehearse(american, TODAY);
  while (!steps.next().done);
  expect(answer()).toEqual(before);
});

test('a ledger without a row is rehearsed too', async () => {
  const db = new SqlJsDatabase(await loadSqlEngine());
  openSchema(db);
  const steps = rehearse(readOnly(db), TODAY);
  let questions = 0;
  while (!steps.next().done) questions += 1;
  expect(questions).toBeGreaterThan(20);
});
