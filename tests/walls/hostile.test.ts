// Hostile text is nothing but data: every payload in every text field of every format, through every output. No row is lost or changed,
// no figure moves, nothing is run, and what comes out says what it says without controls, hidden marks or formulas.
// 64 payloads in `npm test`, 2,000 with SOTTO_WALLS=whole (npm run test:walls).
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import type { Answer } from '../../src/ask/answer/answer.ts';
import { plainText } from '../../src/base/plain-text.ts';
import { EXPORT_FORMATS } from '../../src/ledger/exports/formats.ts';
import { READING_VIEWS } from '../../src/ledger/reading-views.ts';
import { select } from '../../src/ledger/select-wall.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { toOpenInference } from '../../src/trace/open-inference.ts';
import { sayable } from '../../src/voice/speak.ts';
import { FORMATS, hostileFile, minorOf } from './hostile-files.ts';
import { payloads } from './payloads.ts';

const WHOLE = process.env['SOTTO_WALLS'] === 'whole';
const TEXTS = payloads(WHOLE ? 2_000 : 64);
const TODAY = '2026-04-18';

const engineOf = () => createEngine({ loadSql: () => loadSqlEngine(), store: new MemoryStore(), now: () => `${TODAY}T10:00:00Z` });
type Engine = ReturnType<typeof engineOf>;

function call<M extends keyof LedgerApi>(engine: Engine, method: M, input: LedgerApi[M]['in']): Promise<LedgerApi[M]['out']> {
  const handler = engine[method] as (input: unknown, context: object) => LedgerApi[M]['out'] | Promise<LedgerApi[M]['out']>;
  return Promise.resolve(handler(input, { signal: new AbortController().signal, note: () => undefined }));
}

/** Every text within a value, with the way to it. */
function* textsIn(value: unknown, way = ''): Generator<[way: string, text: string]> {
  if (typeof value === 'string') yield [way, value];
  else if (value instanceof Blob || value === null || typeof value !== 'object') return;
  else for (const [name, each] of Object.entries(value)) yield* textsIn(each, `${way}.${name}`);
}

/** What a person would see holds no control, no hidden mark and no direction override. */
function expectPlain(value: unknown, what: string): void {
  for (const [way, text] of textsIn(value))
    if (plainText(text) !== text) expect.fail(`${what}${way}: ${JSON.stringify(text.slice(0, 200))}`);
}

async function imported(format: string, field: string): Promise<{ engine: Engine; setAside: { why: string }[] }> {
  const engine = engineOf();
  await call(engine, 'open', { home: 'EUR', today: TODAY });
  const { name, bytes } = hostileFile(format, field, TEXTS);
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const preview = await call(engine, 'preview', { file, name: `${TEXTS[1] ?? ''} ${name}`, today: TODAY });
  expectPlain({ ...preview, accounts: [] }, 'preview');
  const { setAside } = await call(engine, 'import', { previewId: preview.previewId, accountId: null, accountName: null });
  return { engine, setAside };
}

const SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1, 2";
const sql = await loadSqlEngine();
const openCopy = async (blob: Blob) => new SqlJsDatabase(sql, new Uint8Array(await blob.arrayBuffer()));

const emptySchema = await (async () => {
  const engine = engineOf();
  await call(engine, 'open', { home: 'EUR', today: TODAY });
  return (await openCopy(await call(engine, 'backup', null))).query(SCHEMA).rows;
})();

/** A CSV cell that a spreadsheet would take for more than text. */
const isFormula = (cell: string): boolean => /^[=+\-@＝＋－＠\t\r]/.test(cell);

async function checkExports(engine: Engine, minors: readonly number[]): Promise<void> {
  for (const format of EXPORT_FORMATS) {
    const blob = await call(engine, 'exportAs', { format });
    if (format === 'sqlite') continue;
    const text = await blob.text();
    if (format === 'csv') {
      const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true, delimiter: ',' });
      expect(data.map((row) => Math.round(Number(row['Amount']) * 100)).sort((a, b) => b - a)).toEqual(minors);
      const texts = (meta.fields ?? []).filter((field) => !['Amount', 'Balance'].includes(field));
      for (const row of data) for (const field of texts) expect(isFormula(row[field] ?? ''), `${field}: ${row[field]}`).toBe(false);
    }
    if (format === 'json') expect((JSON.parse(text) as { transactions: object[] }).transactions.length).toBe(minors.length);
    if (format === 'hledger') {
      expect(
        text.split('\n').filter((line) => /^\S/.test(line) && !/^(;|decimal-mark|commodity|\d{4}-\d\d-\d\d [*!] )/.test(line)),
      ).toEqual([]);
      expect(text.match(/^\d{4}-/gm)?.length).toBe(minors.length);
    }
    if (format === 'beancount') {
      expect(text.split('\n').filter((line) => /^\S/.test(line) && !/^(;|option |\d{4}-\d\d-\d\d ([*!]|open) )/.test(line))).toEqual([]);
      expect(text.match(/^\d{4}-\d\d-\d\d [*!]/gm)?.length).toBe(minors.length);
    }
    if (format === 'hledger' || format === 'beancount') expect(/[^\P{Cc}\n]/u.test(text), `controls in ${format}`).toBe(false);
  }
}

function checkAnswer(answer: Answer, text: string): void {
  const { sql, trace } = answer;
  expectPlain({ ...answer, params: [], trace: [] }, text);
  expect(sayable(answer.spoken)).toMatch(/^[^<>&]{0,600}$/);
  expect(answer.asked.length).toBeLessThanOrEqual(1_000);
  if (text.length > 5 && /[^\p{L}\p{N}\s]/u.test(text))
    expect(sql ?? '', 'SQL holds only marks, what was said is bound').not.toContain(text);
  expect(JSON.parse(JSON.stringify(toOpenInference(trace, 0, '0'.repeat(32))))).toBeTruthy();
}

const fields = Object.entries(FORMATS).flatMap(([format, { fields }]) => fields.map((field) => ({ format, field })));

describe('a statement', () => {
  test.each(fields)('$format with them as $field', async ({ format, field }) => {
    const { engine, setAside } = await imported(format, field);
    const { rows } = await call(engine, 'transactions', { search: '', accountId: null, offset: 0, limit: TEXTS.length + 10 });
    const told = new Set(rows.map(({ minor }) => minor));
    const minors = TEXTS.map((_, at) => minorOf(at)).filter((minor) => told.has(minor));
    expect(rows.map(({ minor }) => minor).sort((a, b) => b - a)).toEqual(minors);
    // a payee called "end of file" is taken for a sum and set aside, which the preview tells
    expect(setAside.map(({ why }) => why)).toEqual(TEXTS.slice(minors.length).map(() => 'summary'));
    expect(setAside.length).toBeLessThan(TEXTS.length / 50);
    const total = minors.reduce((sum, minor) => sum + minor, 0);
    expectPlain(rows, 'transactions');
    expectPlain(await call(engine, 'accounts', null), 'accounts');
    expectPlain(await call(engine, 'statements', null), 'statements');
    expectPlain(await call(engine, 'suggestions', { today: TODAY }), 'suggestions');
    expectPlain(await call(engine, 'insights', { today: TODAY, all: true }), 'insights');
    expectPlain(await call(engine, 'names', null), 'names');
    const whole = await call(engine, 'ask', { question: 'How much did I spend in total?', today: TODAY, thread: 'x', locale: 'en-GB' });
    expect(whole.rows.flat()).toContain(-total / 100);
    await checkExports(engine, minors);
    const reading = await openCopy(await call(engine, 'readingCopy', null));
    for (const { name } of READING_VIEWS) expectPlain(select(reading, `SELECT * FROM ${name}`).rows, name);
    expect((await openCopy(await call(engine, 'backup', null))).query(SCHEMA).rows).toEqual(emptySchema);
  });
});

const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `How much did I spend at ${text}?`,
  (text) => `How much on ${text} last month?`,
  (text) => `When did I last pay ${text}?`,
];

describe('a question', () => {
  test.each([
    ['csv', 'Payee'],
    ['csv', 'Category'],
  ])('that names each of them, on a ledger of them as %s %s', async (format, field) => {
    const { engine } = await imported(format, field);
    const before = await (await call(engine, 'exportAs', { format: 'json' })).text();
    for (const [at, text] of TEXTS.entries()) {
      const question = WAYS[at % WAYS.length]?.(text) ?? text;
      const answer = await call(engine, 'ask', { question, today: TODAY, thread: `t${at}`, locale: 'en-GB' });
      checkAnswer(answer, text);
    }
    expect(await (await call(engine, 'exportAs', { format: 'json' })).text()).toBe(before);
  });
});

test('nothing of it ran', () => {
  expect((globalThis as { hit?: number }).hit).toBeUndefined();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
