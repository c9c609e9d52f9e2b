// The grammar lane without any weights: XGrammar itself, in Chromium, holds chance to our grammars. Whatever it lets through is read and
// runs, on connections that can only read, and names nothing that is not there. SOTTO_MODEL=whole: ten thousand of each grammar.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toEbnf } from '../../../src/ask/model/grammar.ts';
import { planGrammar } from '../../../src/ask/model/plan-shape.ts';
import { selectGrammar } from '../../../src/ask/model/select/select-shape.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { makeGoldens, type Golden } from '../../ask/model/goldens.ts';
import { OF_MEANING, runPlan, runSelect, strangers, type Run } from '../../ask/model/run-line.ts';
import { QUESTIONS, vocabularyFor } from '../../ask/model/vocabularies.ts';
import { bundle, openModulePage, type ModulePage } from '../../support/module-page.ts';
import type * as GrammarPage from './grammar-page.ts';

declare global {
  var grammarModule: typeof GrammarPage;
}

const isWhole = process.env['SOTTO_MODEL'] === 'whole';
/** Texts of each grammar that come to rows. */
const WANTED = isWhole ? 10_000 : 300;
const BATCH = 250;
/** Milliseconds for each grammar, on a machine that does other things too. */
const PATIENCE = isWhole ? 3_600_000 : 1_800_000;
/** Of lines drawn at random, those that mean nothing: most of them days that end before they begin. */
const MOST_REFUSED = 0.75;

let opened: ModulePage;
beforeAll(async () => {
  opened = await openModulePage(await bundle('tests/browser/model/grammar-page.ts', 'grammarModule'));
});
afterAll(() => opened.close());

const draw = (grammar: string, seed: number, count: number) =>
  opened.page.evaluate(([text, from, many]) => grammarModule.drawTexts(text, from, many), [grammar, seed, count] as const);
const refused = (grammar: string, texts: readonly string[]) =>
  opened.page.evaluate(([text, lines]) => grammarModule.refusals(text, lines), [grammar, texts] as const);

/** Everything that a write would change. */
function stateOf(db: ReadableDatabase): string {
  const hash = createHash('sha256');
  const { rows: tables } = db.query(
    `SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view', 'index', 'trigger') ORDER BY name`,
  );
  hash.update(JSON.stringify(tables));
  for (const [name] of db.query(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).rows)
    hash.update(JSON.stringify(db.query(`SELECT * FROM "${String(name)}"`).rows));
  return `${hash.digest('hex')} after ${String(db.query('SELECT total_changes()').rows[0]?.[0])} changes`;
}

/** What a model must not be able to spell, beginning with what people try. */
const OUTSIDE = {
  plan: [
    'Sure! {"ask":"none"}',
    '{"ask":"delete","flow":"spending","only":[],"without":[],"period":"all"}',
    '{"ask":"total","flow":"spending","only":["payee Nobody"],"without":[],"period":"all"}',
    '{"ask":"total","flow":"spending","only":[],"without":[],"period":"all","sql":"DROP TABLE posting"}',
    '{"ask":"total","flow":"spending","only":[],"without":[],"period":"next week"}',
    '{"ask":"total","flow":"spending","only":[],"without":[],"period":"all","value":1280}',
    '{"ask":"none"}{"ask":"none"}',
    '1280',
  ],
  SELECT: [
    'DELETE FROM posting',
    'SELECT sum(amount) AS value FROM posting',
    'SELECT sum(amount) AS value FROM spending; DROP TABLE posting',
    'SELECT sum(amount) AS value FROM spending WHERE payee = 1',
    "SELECT sum(amount) AS value FROM spending WHERE about IN ('payee Nobody')",
    "SELECT sum(amount) AS value FROM spending WHERE about IN ('x') OR 1 = 1",
    'SELECT load_extension(amount) AS value FROM spending',
    'SELECT 1280 AS value FROM spending',
    'SELECT sum(amount) AS value FROM spending -- all',
    'PRAGMA query_only = 0',
  ],
} as const;

describe.each([
  ['plan', planGrammar, runPlan],
  ['SELECT', selectGrammar, runSelect],
] as const)('the %s grammar', (lane, grammarOf, run) => {
  test(
    `whatever the engine lets through is read and runs: ${WANTED} lines`,
    async () => {
      const before = QUESTIONS.map(([db]) => stateOf(db));
      const each = Math.ceil(WANTED / QUESTIONS.length);
      const counts = { drawn: 0, ran: 0, declined: 0, refused: 0 };
      for (const [at, [db, question]] of QUESTIONS.entries()) {
        const vocabulary = vocabularyFor(db, question);
        const grammar = toEbnf(grammarOf(vocabulary));
        for (let ran = 0, batch = 0; ran < each; batch += 1) {
          for (const text of await draw(grammar, at * 1000 + batch + 1, Math.min(BATCH, each))) {
            expect(strangers(text, vocabulary), text).toEqual([]);
            const came: Run = run(text, { db, vocabulary });
            if (came.is === 'refused') expect(`${text}: ${came.why}`).toMatch(OF_MEANING);
            counts.drawn += 1;
            counts[came.is] += 1;
            if (came.is === 'ran') ran += 1;
          }
        }
      }
      console.log(`${lane} grammar: ${JSON.stringify(counts)}`);
      expect(counts.ran).toBeGreaterThanOrEqual(WANTED);
      expect(counts.refused / counts.drawn).toBeLessThan(MOST_REFUSED);
      expect(QUESTIONS.map(([db]) => stateOf(db))).toEqual(before);
    },
    PATIENCE,
  );

  test.each(OUTSIDE[lane])('refuses %s', async (text) => {
    const [db, question] = QUESTIONS[0] ?? [];
    if (!db || !question) throw new RangeError('no question');
    const [stopped] = await refused(toEbnf(grammarOf(vocabularyFor(db, question))), [text]);
    expect(stopped).not.toBeNull();
  });
});

test('the golden lines of both lanes mean what the rules meant, and the engine takes each', async () => {
  const { goldens, other } = makeGoldens(2);
  expect(other).toEqual([]);
  expect(goldens.length).toBeGreaterThanOrEqual(300);
  const byGrammar = new Map<string, Golden[]>();
  for (const golden of goldens) byGrammar.set(golden.grammar, [...(byGrammar.get(golden.grammar) ?? []), golden]);
  const stopped: string[] = [];
  for (const [grammar, lines] of byGrammar) {
    const judged = await refused(
      grammar,
      lines.map(({ text }) => text),
    );
    stopped.push(...judged.flatMap((each, at) => (each === null ? [] : [`${lines[at]?.question}: ${each}`])));
  }
  expect(stopped).toEqual([]);
  console.log(`golden lines: ${goldens.length}, of them SELECTs: ${goldens.filter(({ lane }) => lane === 'select').length}`);
});
