// Another choice for a chip can be kept for the words it came from: which words those are, and which chips have none.
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { newConversation } from '../../src/ask/conversation.ts';
import { teachMeaning } from '../../src/ledger/meanings.ts';
import { entry, aStatement, openLedger, record } from '../ledger/open-ledger.ts';

function aLedger() {
  const db = openLedger();
  record(
    db,
    aStatement([
      entry('2024-05-02 -12.50 Staples', 2, { category: 'Shopping' }),
      entry('2024-05-20 -31.15 Green Grocer', 3, { category: 'Groceries' }),
      entry('2024-05-21 -4.20 Blue Bottle Coffee', 4, { category: 'Eating out' }),
      entry('2024-05-22 -9.99 Netflix', 5, { category: 'Fun' }),
    ]),
  );
  return db;
}

const today = '2024-06-10';
const phrases = (question: string, db = aLedger()) =>
  ask(db, { question, today, conversation: newConversation() }).chips.flatMap(({ phrase }) => (phrase === undefined ? [] : [phrase]));

describe('the words that became a chip', () => {
  test.each([
    ['how much did I spend on coffee in May', ['coffee']],
    ['how much did net flicks cost in May', ['net flicks']],
    ['how much did I spend at Netflix in May', []],
    ['how much on groceries in May', []],
    ['how much did I spend in May', []],
  ])('%s: %j', (question, wanted) => expect(phrases(question)).toEqual(wanted));

  test('taught words are those that were said, so that they can be taught anew', () => {
    const db = aLedger();
    teachMeaning(db, { phrase: 'lair', means: 'Staples' }, '2024-06-01T00:00:00Z');
    expect(phrases('how much did I spend at the lair in May', db)).toEqual(['lair']);
    const conversation = newConversation();
    ask(db, { question: 'how much did I spend at the lair in May', today, conversation });
    const changed = ask(db, { question: 'By lair I mean Green Grocer', today, conversation });
    expect([changed.figures[0]?.value, changed.teach]).toEqual([3115, { phrase: 'lair', means: 'Green Grocer' }]);
  });
});

describe('the rows of one group', () => {
  test.each([
    ['spending by category in May', 4],
    ['spending by payee in May', 4],
    ['spending by month this year', 1],
    ['spending by weekday in May', 4],
    ['spending by week in May', 2],
  ])('%s: each figure is the sum of its rows', (question, groups) => {
    const db = aLedger();
    const { rows, evidence, status } = ask(db, { question, today });
    expect(status).toBe('answered');
    expect(rows.length).toBeGreaterThanOrEqual(Math.min(groups, 1));
    for (const [label, total] of rows) {
      const found = db.query(`SELECT sum(minor) FROM (${evidence?.groupSql ?? ''})`, [...(evidence?.params ?? []), label ?? null])
        .rows[0]?.[0];
      expect(-Number(found) / 100, String(label)).toBe(total);
    }
  });
});
