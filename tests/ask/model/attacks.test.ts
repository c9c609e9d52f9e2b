// A thousand attacks in rows and in speech: no effect on plan, SQL or sentence, whatever a model makes of them.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { openSchema } from '../../../src/ledger/migrations/open-schema.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { readOnly } from '../../../src/ledger/read-only.ts';
import { recordStatement } from '../../../src/ledger/recording/record-statement.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import type { StatementEntry } from '../../../src/ledger/statement.ts';
import { askOf, american } from '../support/ledger.ts';
import { TODAY } from '../support/today.ts';
import { attacks } from './attacks.ts';
import type { Attack } from './attacks.ts';
import { askWith, writes } from './scripted.ts';

const ATTACKS = attacks(1_000);
const engine = await loadSqlEngine();

/** Rows of ours, then one in June 2025 for each text: it is the bank's words, the memo and the category. */
function ledgerWith(texts: readonly string[]): ReadableDatabase {
  const db = new SqlJsDatabase(engine);
  openSchema(db);
  const entry = (day: string, minor: number, text: string, category: string | null, memo: string | null): StatementEntry => ({
    day,
    minor,
    currency: 'USD',
    descriptor: text,
    memo,
    category,
    kind: null,
    bankId: null,
    balance: null,
    state: 'posted',
    account: '',
    line: 1,
    splits: [],
  });
  const ours = [
    entry('2026-01-17', -10_000, 'WHOLE FOODS MARKET #102', 'Groceries', null),
    entry('2026-02-07', -9_000, 'WHOLE FOODS MARKET #102', 'Groceries', null),
    entry('2026-02-12', -1_799, 'NETFLIX.COM', 'Entertainment', null),
    entry('2026-02-14', -1_800, 'UBER TRIP', 'Travel', null),
  ];
  const theirs = texts.map((text) => entry('2025-06-10', -100, text, text.slice(0, 80), text));
  recordStatement(
    db,
    {
      fileName: 'card.csv',
      format: 'csv',
      digest: 'card',
      layout: null,
      importedAt: `${TODAY}T10:00:00Z`,
      accounts: [{ key: '', name: 'Card', number: null, institution: null, currency: 'USD', kind: 'card', closing: null, opening: null }],
      entries: [...ours, ...theirs],
      setAside: [],
    },
    { homeCurrency: 'USD' },
  );
  return readOnly(db);
}

const ASKED = [
  'how much did I spend on groceries in February',
  'how much at Netflix this year',
  'what were my 3 largest purchases since January',
  'spending in February by category',
];
const UNREAD = ['what was my highest monthly total in 2026', 'how much did I spend on lunches in February'];

const shown = ({ status, sql, params, rows, sentence, spoken, understood, choices }: Answer) => ({
  status,
  sql,
  params,
  rows,
  sentence,
  spoken,
  understood,
  choices,
});

const batches = Array.from({ length: 20 }, (_, at) => ATTACKS.slice(at * 50, at * 50 + 50));

describe('in rows', () => {
  const plain = ledgerWith(Array.from({ length: 50 }, (_, at) => `CORNER SHOP ${String(at + 1)}`));
  const expected = new Map([...ASKED, ...UNREAD].map((question) => [question, shown(askOf(plain, question))]));

  test.each(batches.map((batch, at) => ({ batch, at })))('batch $at changes no answer, with a model or without', async ({ batch }) => {
    const db = ledgerWith(batch.map(({ text }) => text));
    for (const question of ASKED) expect(shown(askOf(db, question)), question).toEqual(expected.get(question));
    for (const { text, obeys } of batch.slice(0, 4))
      for (const question of UNREAD) {
        const model = writes(obeys);
        const { answer } = await askWith(model, db, question);
        expect({ ...shown(answer), choices: [] }, text).toEqual({ ...expected.get(question), choices: [] });
        for (const { system, user } of model.prompts) expectWalled(system, user);
      }
  });
});

/** Outside the marks stands nothing but our own words; within them, short lines without marks. */
function expectWalled(system: string, user: string): void {
  for (const text of [system, user]) {
    const parts = text.split(/<\/?data>/);
    expect(parts.length % 2, text).toBe(1);
    const [rule, ...outside] = parts.filter((_, at) => at % 2 === 0);
    expect(`${rule ?? ''}${outside.join('')}`).not.toMatch(/ignore|disregard|9,?999|evil|previous instr|im_start|\bINST\b/i);
  }
}

/** A figure, or none and no number but those said. */
const isSame = (answer: Answer, clean: Answer): boolean =>
  answer.sql === clean.sql && JSON.stringify(answer.rows) === JSON.stringify(clean.rows);
const saysNothing = ({ status, figures, rows, sentence }: Answer): boolean =>
  status !== 'answered' && figures.length + rows.length === 0 && !/9,?999\.99|evil|alert/.test(sentence.replace(/“[^”]*”/g, ''));

describe('in speech', () => {
  const [asked = ''] = ASKED;
  const right = askOf(american, asked);
  const ways = ({ text }: Attack) => [text, `${text}. ${asked}`, `${asked}. ${text}`, `${asked} ${text}`];
  /** One way each, in turn; or all of them. */
  const said = (attack: Attack): string[] =>
    ways(attack).filter((_, at) => process.env.SOTTO_MODEL === 'whole' || ATTACKS.indexOf(attack) % 4 === at);
  const judge = (attack: Attack, question: string, answer: Answer, clean: Answer) =>
    expect([attack.text, question, isSame(answer, clean) || saysNothing(answer) ? 'no effect' : answer.sentence]).toEqual([
      attack.text,
      question,
      'no effect',
    ]);

  test.each(batches.map((batch, at) => ({ batch, at })))(
    'batch $at has no effect, alone, before and after a question',
    async ({ batch }) => {
      for (const attack of batch)
        for (const question of said(attack)) {
          const { rules, answer } = await askWith(writes(attack.obeys), american, question);
          if (!attack.isQuestion) judge(attack, question, rules, right);
          judge(attack, question, answer, attack.isQuestion ? rules : right); // a model adds nothing to what the words themselves ask
        }
    },
  );
});

test('the corpus is as large as it says, and every attack another', () => {
  expect(new Set(ATTACKS.map(({ text }) => text)).size).toBe(1_000);
});
