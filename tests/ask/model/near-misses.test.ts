// The agreement check of the plan lane: of plans that are the right one but for one thing, none is agreed with, unless it comes to the
// same rows. The right ones are the rules' own, of the corpus.
import { expect, test } from 'vitest';
import { readQuestion } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { isRefusal } from '../../../src/ask/intents/intent.ts';
import { agreementOf } from '../../../src/ask/model/agreement.ts';
import * as shape from '../../../src/ask/model/plan-shape.ts';
import { readPlan } from '../../../src/ask/model/read-plan.ts';
import type { Vocabulary } from '../../../src/ask/model/vocabulary.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { settle } from '../../../src/ask/plan/settle.ts';
import { validate } from '../../../src/ask/plan/validate.ts';
import { compile } from '../../../src/ask/sql/compile.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { ledgers } from '../support/ledger.ts';
import { TODAY } from '../support/today.ts';
import { makeGoldens } from './goldens.ts';
import { vocabularyFor } from './vocabularies.ts';

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  flow: shape.FLOWS,
  of: shape.COUNTED,
  per: shape.PERS,
  order: [...shape.SIZES, ...shape.LIST_ORDERS, ...shape.BREAKDOWN_ORDERS],
  edge: shape.EDGES,
  by: shape.DIMENSIONS,
  value: shape.VALUES,
  show: shape.SHOWS,
  want: [...shape.PRICE_WANTS, ...shape.REGULAR_WANTS, ...shape.BUDGET_WANTS],
};
/** Plans that have nothing but their scope. */
const BARE = ['total', 'median', 'days-since', 'savings-rate', 'price', 'duplicates', 'unusual', 'why'];

/** The plan with one thing changed. No limit of none: the whole ranking begins with what the first of it is. */
function nearMisses(plan: Record<string, unknown>, { names, periods }: Vocabulary): string[] {
  const { ask, flow, only, without, period } = plan;
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const changes: Record<string, unknown>[] = [
    ...Object.entries(CHOICES).flatMap(([key, of]) => (key in plan ? of.map((value) => ({ [key]: value })) : [])),
    ...(list(only).length ? [{ only: [] }, { only: [], without: only }, ...[...names.keys()].map((name) => ({ only: [name] }))] : []),
    ...(list(without).length ? [{ without: [] }, { only: without, without: [] }] : []),
    ...('period' in plan ? [...periods.keys(), '2026-01-05 until 2026-02-03'].map((label) => ({ period: label })) : []),
    ...(typeof plan['limit'] === 'number' ? [1, 2, 5].map((limit) => ({ limit })) : []),
    ...['falls', 'still', 'count'].flatMap((key) => (key in plan ? [{ [key]: plan[key] !== true }] : [])),
  ];
  const bare = ask === 'compare' ? [] : BARE.map((other) => ({ ask: other, flow, only, without, period }));
  const own = JSON.stringify(plan);
  return [...changes.map((change) => ({ ...plan, ...change })), ...bare].map((one) => JSON.stringify(one)).filter((one) => one !== own);
}

/** Whether the plan is agreed with, and its rows; null where it is no plan of this question. */
function judge(db: ReadableDatabase, question: string): (text: string) => { agreed: boolean; rows: string } | null {
  const ledger = namesOf(db);
  const vocabulary = vocabularyFor(db, question);
  const { reading } = readQuestion(db, question, TODAY, newConversation(), ledger);
  return (text) => {
    const read = readPlan(text, vocabulary, TODAY);
    if (read.is !== 'plan') return null;
    const { missing, added, unsaid } = agreementOf(reading, vocabulary, read.plan, read.uses);
    const settled = settle(db, read.plan, ledger);
    if (isRefusal(settled) || isRefusal(validate(settled, ledger, TODAY) ?? settled)) return null;
    const { sql, params } = compile(settled, { firstDay: ledger.firstDay ?? TODAY, today: TODAY });
    return { agreed: missing.length + added.length + unsaid.length === 0, rows: JSON.stringify(db.query(sql, params).rows) };
  };
}

test('a plan that is wrong in one thing is not agreed with', () => {
  const figures = { plans: 0, agreed: 0, nearMisses: 0 };
  const wrong: string[] = [];
  for (const { question, lane, text } of makeGoldens(1).goldens) {
    if (lane !== 'plan') continue;
    const [found] = [ledgers.american, ledgers.british].flatMap((db) => {
      const judged = judge(db, question);
      const right = judged(text);
      return right ? [{ db, judged, right }] : [];
    });
    if (!found) continue;
    const { db, judged, right } = found;
    figures.plans += 1;
    if (!right.agreed) continue;
    figures.agreed += 1;
    for (const near of nearMisses(JSON.parse(text) as Record<string, unknown>, vocabularyFor(db, question))) {
      const judgement = judged(near);
      if (!judgement) continue;
      figures.nearMisses += 1;
      if (judgement.agreed && judgement.rows !== right.rows) wrong.push(`${question}: ${near}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(figures.agreed / figures.plans).toBeGreaterThan(0.8);
  expect(figures.nearMisses).toBeGreaterThan(2_000);
});
