// Every kind of answer opens its very rows: those that its figure adds up or counts, or those that it lists; and of several lines each
// its own. A new kind of question does not compile until it stands in this table.
import { describe, expect, test } from 'vitest';
import { evidencePage } from '../../../src/app/engine/asking.ts';
import { rowsBehind, rowsOfFigure, type RowsOf } from '../../../src/app/rows-of.ts';
import { rulesPlan } from '../../../src/ask/ask.ts';
import type { Ask, QueryPlan } from '../../../src/ask/plan/plan.ts';
import { compile } from '../../../src/ask/sql/compile.ts';
import { readEvidence } from '../../../src/ask/sql/evidence.ts';
import { american, askOf, TODAY } from '../support/ledger.ts';
import { oneRange } from '../../../src/ask/spans/dates/period.ts';
import { aScope, only, payee } from '../support/plans.ts';

/** The rows as "day payee minor", newest first; or the figure so labelled, which is their sum or their number. */
type Own = readonly string[] | { sum: string | number } | { number: string | null };

const ASKED: Record<Ask, readonly (readonly [question: string, own: Own])[]> = {
  total: [['how much did I spend last month', { sum: 'total' }]],
  count: [['how many times did I go to Starbucks', { number: null }]],
  average: [['average Uber trip', ['2026-02-15 Uber -2200', '2026-02-14 Uber -1800']]],
  median: [['median Chipotle purchase', ['2026-03-06 Chipotle -1400', '2026-03-06 Chipotle -1400', '2026-02-13 Chipotle -1200']]],
  extreme: [
    ['biggest purchase on the card', ['2025-12-20 Delta Air Lines -42000']],
    ['smallest purchase at Starbucks', ['2026-03-17 Starbucks -300']],
    ['my 3 largest purchases on the card', ['2026-02-21 Whole Foods -11000', '2025-12-20 Delta Air Lines -42000', '2025-11-28 Amazon -25000']],
  ],
  edge: [
    ['when did I last go to Uber', ['2026-02-15 Uber -2200']],
    ['when did I first go to Uber', ['2026-02-14 Uber -1800']],
  ],
  'how-long': [['how long have I been paying Netflix', ['2026-03-12 Netflix -1799', '2025-10-12 Netflix -1549']]],
  'days-since': [['how long since I went to Uber', ['2026-02-15 Uber -2200']]],
  list: [
    ['list my Uber trips', ['2026-02-15 Uber -2200', '2026-02-14 Uber -1800']],
    ['last 2 purchases', ['2026-03-17 Starbucks -300', "2026-03-14 Trader Joe's -6000"]],
  ],
  breakdown: [
    ['top 2 merchants in February', ['2026-02-21 Whole Foods -11000', '2026-02-07 Whole Foods -9000', '2026-02-02 Oakwood Properties -120000']],
    ['top 2 categories in February', ['2026-02-28 Trader Joe\'s -3000', '2026-02-27 Monthly Service Fee -500', '2026-02-21 Whole Foods -11000', '2026-02-14 Cash withdrawal -4000', '2026-02-07 Whole Foods -9000', '2026-02-02 Oakwood Properties -120000']],
  ],
  compare: [['compare January and February', { sum: 'January 2026' }]],
  share: [['what share of my spending in February was groceries', { sum: 'part' }]],
  'savings-rate': [['what was my savings rate in February', { sum: 'saved' }]],
  balance: [['what is my balance', ['2026-03-02 Oakwood Properties -120000']]],
  price: [['how much does Netflix cost', ['2026-03-12 Netflix -1799']]],
  'price-change': [['when did Netflix go up', ['2026-01-12 Netflix -1799', '2025-12-12 Netflix -1549']]],
  subscriptions: [
    ['what subscriptions do I have', ['2026-03-12 Netflix -1799']],
    ['how many subscriptions do I have', { number: null }],
    ['how much do I pay for subscriptions a month', { number: 'subscriptions' }],
  ],
  duplicates: [['was I charged twice for anything', ['2026-03-06 Chipotle -1400', '2026-03-06 Chipotle -1400']]],
  unusual: [['unusual charges on the card', ['2025-12-20 Delta Air Lines -42000', '2025-11-28 Amazon -25000']]],
  exists: [['did I ever go to Uber', { sum: 'total' }]],
  why: [['why was February so high', { sum: 161299 }]],
  'what-if': [['how much would I have saved without Uber', ['2026-02-15 Uber -2200', '2026-02-14 Uber -1800']]],
  budget: [['am I over a budget of 100 for groceries in February', { sum: 'spent' }]],
}; // prettier-ignore

const opened = (rows: RowsOf) => evidencePage(american, { ...rows, offset: 0, limit: 100 });
const told = ({ rows }: ReturnType<typeof opened>) => rows.map(({ day, payee, minor }) => `${day} ${payee} ${minor}`);
const table = Object.entries(ASKED).flatMap(([ask, asked]) => asked.map(([question, own]) => ({ ask, question, own })));

describe('the rows that an answer opens', () => {
  test.each(table)('$ask: "$question"', ({ ask, question, own }) => {
    expect(rulesPlan(american, question, TODAY)).toMatchObject({ ask });
    const { evidence, figures } = askOf(american, question);
    if (!evidence) throw new Error('no rows');
    const page = opened(rowsBehind(question, evidence));
    expect(page.total).toBe(evidence.sides?.[0]?.total ?? evidence.total);
    if ('sum' in own || 'number' in own) {
      const of = 'sum' in own ? own.sum : own.number;
      const figure = typeof of === 'number' ? of : figures.find(({ label }) => label === of)?.value;
      expect('sum' in own ? Math.abs(page.sums[0]?.minor ?? 0) : page.total).toBe(figure);
    } else expect(told(page)).toEqual(own);
  });

  test.each(table)('of each line of "$question" are its own', ({ question }) => {
    const { evidence, figures } = askOf(american, question);
    for (const { label, line, unit, value } of figures) {
      const rows = evidence && label !== null ? rowsOfFigure(question, evidence, { label, line }) : null;
      if (rows && unit === 'money') expect(Math.abs(opened(rows).sums[0]?.minor ?? 0), `${label} ${line}`).toBe(Math.abs(value));
      if (rows && unit === 'count') expect(opened(rows).total, `${label} ${line}`).toBe(value);
    }
  });
});

const netflix = aScope({ flow: 'purchases', period: null, where: [only(payee(american, 'Netflix'))] });
const uber = aScope({ flow: 'purchases', period: null, where: [only(payee(american, 'Uber'))] });
const january: QueryPlan & { ask: 'price-change' } = {
  ask: 'price-change',
  want: 'list',
  scope: { ...netflix, period: oneRange('2026-01-01', '2026-02-01', 'month') },
};

test.each<[string, QueryPlan, readonly string[]]>([
  ['the second largest', { ask: 'extreme', order: 'largest', limit: 1, skip: 1, scope: uber }, ['2026-02-14 Uber -1800']],
  ['a first price', { ask: 'price', at: 'first', scope: netflix }, ['2025-10-12 Netflix -1549']],
  ['a price then and now', { ask: 'price', at: 'both', scope: netflix }, ['2026-03-12 Netflix -1799', '2025-10-12 Netflix -1549']],
  ['rises within a month', january, ['2026-01-12 Netflix -1799', '2025-12-12 Netflix -1549']],
  ['how much it rose', { ...january, want: 'how-much' }, ['2026-01-12 Netflix -1799', '2025-12-12 Netflix -1549']],
  ['payments that ended', { ask: 'subscriptions', want: 'ended', scope: netflix }, []],
])('the rows beneath %s', (_, plan, own) => {
  const { sql, params } = compile(plan, { firstDay: '2025-10-01', today: TODAY });
  const { rows, total } = readEvidence(american, plan, { firstDay: '2025-10-01', today: TODAY });
  expect(american.query(sql, params).rows.length > 0).toBe(own.length > 0);
  expect(rows.map(({ day, payee, minor }) => `${day} ${payee} ${minor}`)).toEqual(own);
  expect(total).toBe(own.length);
});
