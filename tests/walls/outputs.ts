// What comes out of a ledger that holds hostile text, on every way out: screens' values, exports, the reading copy, the schema.
import Papa from 'papaparse';
import { expect } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import { plainText } from '../../src/base/plain-text.ts';
import { EXPORT_FORMATS } from '../../src/ledger/exports/formats.ts';
import { READING_VIEWS } from '../../src/ledger/reading-views.ts';
import { select } from '../../src/ledger/select-wall.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { MemoryStore } from '../support/memory-store.ts';

export const TODAY = '2026-04-18';

export const engineOf = () => createEngine({ loadSql: () => loadSqlEngine(), store: new MemoryStore(), now: () => `${TODAY}T10:00:00Z` });
export type Engine = ReturnType<typeof engineOf>;

export function call<M extends keyof LedgerApi>(engine: Engine, method: M, input: LedgerApi[M]['in']): Promise<LedgerApi[M]['out']> {
  const handler = engine[method] as (input: unknown, context: object) => LedgerApi[M]['out'] | Promise<LedgerApi[M]['out']>;
  return Promise.resolve(handler(input, { signal: new AbortController().signal, note: () => undefined }));
}

/** Every text within a value, with the way to it. */
function* textsIn(value: unknown, way = ''): Generator<[way: string, text: string]> {
  if (typeof value === 'string') yield [way, value];
  else if (value instanceof Blob || value === null || typeof value !== 'object') return;
  else for (const [name, each] of Object.entries(value)) yield* textsIn(each, `${way}.${name}`);
}

/** What a person would see (by an entry's `account` a reading finds it among its accounts, and nobody sees that) holds no control, no hidden mark and no direction override. */
export function expectPlain(value: unknown, what: string): void {
  for (const [way, text] of textsIn(value))
    if (!way.endsWith('.entry.account') && plainText(text) !== text) expect.fail(`${what}${way}: ${JSON.stringify(text.slice(0, 200))}`);
}

export const SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY 1, 2";
const sql = await loadSqlEngine();
export const openCopy = async (blob: Blob) => new SqlJsDatabase(sql, new Uint8Array(await blob.arrayBuffer()));

export const emptySchema = await (async () => {
  const engine = engineOf();
  await call(engine, 'open', { home: 'EUR', today: TODAY });
  return (await openCopy(await call(engine, 'backup', null))).query(SCHEMA).rows;
})();

/** A CSV cell that a spreadsheet would take for more than text. */
const isFormula = (cell: string): boolean => /^[=+\-@＝＋－＠\t\r]/.test(cell);

export async function checkExports(engine: Engine, minors: readonly number[]): Promise<void> {
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

/** Every screen's values, every export and the reading copy, of a ledger whose rows come to these minor units. */
export async function checkOutputs(engine: Engine, minors: readonly number[]): Promise<void> {
  const { rows } = await call(engine, 'transactions', { search: '', accountId: null, offset: 0, limit: minors.length + 10 });
  expect(rows.map(({ minor }) => minor).sort((a, b) => b - a)).toEqual(minors);
  expectPlain(rows, 'transactions');
  expectPlain(await call(engine, 'accounts', null), 'accounts');
  expectPlain(await call(engine, 'statements', null), 'statements');
  expectPlain(await call(engine, 'suggestions', { today: TODAY }), 'suggestions');
  expectPlain(await call(engine, 'insights', { today: TODAY, all: true }), 'insights');
  expectPlain(await call(engine, 'names', null), 'names');
  const whole = await call(engine, 'ask', { question: 'How much did I spend in total?', today: TODAY, thread: 'x', locale: 'en-GB' });
  expect(whole.rows.flat()).toContain(-minors.reduce((sum, minor) => sum + minor, 0) / 100);
  await checkExports(engine, minors);
  const reading = await openCopy(await call(engine, 'readingCopy', null));
  for (const { name } of READING_VIEWS) expectPlain(select(reading, `SELECT * FROM ${name}`).rows, name);
  reading.close();
  const backup = await openCopy(await call(engine, 'backup', null));
  expect(backup.query(SCHEMA).rows).toEqual(emptySchema);
  backup.close();
}
