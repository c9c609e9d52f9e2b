// Figures set beside each other have rows of their own, and each figure is the sum of its rows.
import { describe, expect, test } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { entry, aStatement, openLedger, record } from '../../ledger/open-ledger.ts';

function aLedger() {
  const db = openLedger();
  record(
    db,
    aStatement([
      entry('2024-04-09 -20.00 Green Grocer', 2, { category: 'Groceries' }),
      entry('2024-05-02 -12.50 Staples', 3, { category: 'Shopping' }),
      entry('2024-05-20 -31.15 Green Grocer', 4, { category: 'Groceries' }),
      entry('2024-05-21 -4.20 Blue Bottle Coffee', 5, { category: 'Eating out' }),
      entry('2024-05-28 5.00 Green Grocer', 6, { category: 'Groceries' }),
    ]),
  );
  return db;
}

describe('each figure of', () => {
  test.each([
    ['compare April and May', ['April 2024', 'May 2024']],
    ['did I spend more on groceries or on shopping in May', ['groceries', 'shopping']],
    ['compare groceries, shopping and eating out in May', ['groceries', 'shopping', 'eating out']],
    ['what share of my spending in May was groceries', ['part', 'whole']],
  ])('"%s"', (question, labels) => {
    const db = aLedger();
    const { figures, evidence, status } = ask(db, { question, today: '2024-06-10' });
    expect(status).toBe('answered');
    expect(evidence?.sides?.map(({ label }) => label)).toEqual(labels);
    for (const { label, sql, params, rows, total, sums } of evidence?.sides ?? []) {
      const figure = figures.find((figure) => figure.label === label && figure.unit === 'money')?.value;
      expect(db.query(`SELECT coalesce(-sum(minor), 0), count(*) FROM (${sql})`, params).rows[0], label).toEqual([figure, total]);
      expect(
        rows.reduce((sum, { minor }) => sum - minor, 0),
        label,
      ).toBe(figure);
      expect(-(sums[0]?.minor ?? 0), label).toBe(figure);
    }
  });

  test('a side of which there is nothing has no rows, and the other has its own', () => {
    const { evidence } = ask(aLedger(), { question: 'compare groceries and shopping in April', today: '2024-06-10' });
    expect(evidence?.sides?.map(({ label, total, sums }) => [label, total, sums])).toEqual([
      ['groceries', 1, [{ currency: 'EUR', minor: -2000 }]],
      ['shopping', 0, []],
    ]);
  });

  test.each([
    ['compare April and May', ['April 2024', 'May 2024']],
    ['what share of my spending in May was groceries', ['groceries', 'all of it']],
  ])('"%s" names each side', (question, names) => {
    const { evidence } = ask(aLedger(), { question, today: '2024-06-10' });
    expect(evidence?.sides?.map(({ name }) => name)).toEqual(names);
  });

  test('one total has the rows of the answer and no others', () => {
    const { evidence } = ask(aLedger(), { question: 'how much did I spend in May', today: '2024-06-10' });
    expect([evidence?.sides, evidence?.groupSql]).toEqual([undefined, undefined]);
  });
});
