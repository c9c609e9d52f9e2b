// Payees that count only where a row has no category: left out where there is no such row, counted where there is one.
import { expect, test } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { aStatement, entry, openLedger, record } from '../../ledger/open-ledger.ts';

test.each([
  ['every row has a category: the day totals answer', 'Coffee', 'day_total', 420],
  ['a row without one counts by its payee', null, 'posting', 770],
])('%s', (_, category, source, figure) => {
  const db = openLedger();
  record(
    db,
    aStatement([
      entry('2024-05-21 -4.20 Blue Bottle Coffee', 2, { category: 'Coffee' }),
      entry('2024-05-22 -3.50 Blue Bottle Coffee', 3, { category: category === null ? null : 'Groceries' }),
      entry('2024-05-23 -9.00 Green Grocer', 4, { category: 'Groceries' }),
    ]),
  );
  const { figures, sql, evidence } = ask(db, { question: 'how much did I spend on coffee in May', today: '2024-06-10' });
  expect(figures[0]?.value).toBe(figure);
  expect(sql).toContain(`FROM ${source}\n`);
  expect(evidence?.sums).toEqual([{ currency: 'EUR', minor: -figure }]);
});
