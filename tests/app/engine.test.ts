// The worker's engine without a worker: files in, rows kept, all through the calls that the page makes.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import { AppError } from '../../src/base/errors.ts';
import { loadSqlEngine, type SqlEngine } from '../../src/ledger/sql-js-database.ts';
import { MemoryStore } from '../support/memory-store.ts';
import type { Change } from '../../src/ledger/store/page-store.ts';
import type { CallContext, Handlers } from '../../src/rpc/serve.ts';

class FillingStore extends MemoryStore {
  full = false;
  override async commit(change: Change): Promise<void> {
    if (this.full) throw new AppError('storage-full', 'no room');
    await super.commit(change);
  }
}

let sql: SqlEngine;
beforeAll(async () => {
  sql = await loadSqlEngine();
});

let store: FillingStore;
let engine: Handlers<LedgerApi>;
const today = '2026-03-18';

const start = async () => {
  engine = createEngine({ loadSql: async () => sql, store, now: () => '2026-03-18T10:00:00Z' });
  return engine.open({ home: 'EUR', today }, quiet);
};

const quiet: CallContext<unknown> = { signal: new AbortController().signal, note: () => undefined };

beforeEach(async () => {
  store = new FillingStore();
  await start();
});

const march = ['Date,Description,Amount', '2026-03-01,Blue Bottle,-4.20', '2026-03-01,Blue Bottle,-4.20', '2026-03-16,REWE,-31.00'];
const blob = (lines: readonly string[]) => new Blob([`${lines.join('\n')}\n`]);
const preview = async (lines: readonly string[], name = 'card.csv') => engine.preview({ file: blob(lines), name, today }, quiet);
const add = async (lines: readonly string[], name = 'card.csv', context = quiet) => {
  const { previewId } = await preview(lines, name);
  return engine.import({ previewId, accountId: null, accountName: null }, context);
};
const everything = { search: '', accountId: null, offset: 0, limit: 100 };
const rows = async () => (await engine.transactions(everything, quiet)).rows.map(({ day, minor }) => `${day} ${minor}`);

describe('a file on its way in', () => {
  test('is previewed without being written, then imported, then known', async () => {
    expect(await preview(march)).toMatchObject({ total: 3, fresh: 3, known: 0 });
    expect(await rows()).toEqual([]);
    expect(await add(march)).toMatchObject({ added: 3, known: 0 });
    expect(await preview(march, 'again.csv')).toMatchObject({ fresh: 0, known: 3 });
    const more = [...march, '2026-03-17,Kiosk,-1.00'];
    const next = await preview(more);
    expect(next).toMatchObject({ fresh: 1, known: 3 });
    expect(next.rows.map(({ known }) => known)).toEqual(expect.arrayContaining([true, false]));
    expect(await add(more)).toMatchObject({ added: 1, known: 3 });
    expect(await rows()).toEqual(['2026-03-17 -100', '2026-03-16 -3100', '2026-03-01 -420', '2026-03-01 -420']);
  });

  test('is undone, and imports again', async () => {
    const { statementId } = await add(march);
    expect(await engine.undoImport({ statementId }, quiet)).toMatchObject({ transactions: 0, accounts: 0, statements: 0 });
    expect(await add(march)).toMatchObject({ added: 3 });
  });

  test('goes where the person says', async () => {
    const { previewId } = await preview(march);
    await engine.import({ previewId, accountId: null, accountName: 'Household' }, quiet);
    expect(await engine.accounts(null, quiet)).toMatchObject([
      { name: 'Household', currency: 'EUR', transactions: 3, firstDay: '2026-03-01', lastDay: '2026-03-16' },
    ]);
  });

  test('a dropped preview cannot be imported', async () => {
    const { previewId } = await preview(march);
    await engine.dropPreview({ previewId }, quiet);
    await expect(engine.import({ previewId, accountId: null, accountName: null }, quiet)).rejects.toMatchObject({ code: 'unexpected' });
  });

  test.each([
    ['an empty file', [''], /^statement-/],
    ['no amounts', ['Name,Colour', 'Ann,red', 'Bob,blue'], /^statement-/],
  ])('%s ends in a known error, the ledger as it was', async (_, lines, code) => {
    await add(march);
    await expect(preview(lines)).rejects.toMatchObject({ code: expect.stringMatching(code) as string });
    expect(await rows()).toHaveLength(3);
  });
});

describe('what is acknowledged is durable, what fails is nowhere', () => {
  test('a ledger opened again has it', async () => {
    await add(march);
    expect(await start()).toMatchObject({ transactions: 3, firstDay: '2026-03-01', lastDay: '2026-03-16', homeCurrency: 'EUR' });
  });

  test('a full disk leaves memory and disk as before, and the same preview may be tried again', async () => {
    await add(march);
    const { previewId } = await preview([...march, '2026-03-17,Kiosk,-1.00']);
    store.full = true;
    const choice = { previewId, accountId: null, accountName: null };
    await expect(engine.import(choice, quiet)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await rows()).toHaveLength(3);
    store.full = false;
    expect(await engine.import(choice, quiet)).toMatchObject({ added: 1 });
    expect(await start()).toMatchObject({ transactions: 4 });
  });

  test('a cancelled import leaves nothing', async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => `2026-03-01,Shop ${at % 40},-${at + 1}.00`);
    const controller = new AbortController();
    const note = () => controller.abort();
    const stopped = add(['Date,Description,Amount', ...many], 'large.csv', { signal: controller.signal, note });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await rows()).toEqual([]);
    expect(await start()).toMatchObject({ transactions: 0, statements: 0 });
  });

  test('everything erased is gone from the store too', async () => {
    await add(march);
    await engine.eraseAll(null, quiet);
    expect(await rows()).toEqual([]);
    expect(await start()).toMatchObject({ transactions: 0, statements: 0 });
  });
});

describe('a backup', () => {
  test('brings everything back, here or on another device', async () => {
    await add(march);
    const before = await rows();
    const backup = await engine.backup(null, quiet);
    await engine.eraseAll(null, quiet);
    expect(await engine.restore({ file: backup }, quiet)).toMatchObject({ transactions: 3, statements: 1 });
    expect(await rows()).toEqual(before);
    expect(await start()).toMatchObject({ transactions: 3 });
    expect(await preview(march)).toMatchObject({ fresh: 0, known: 3 });
  });

  test.each<[string, (backup: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['cut short', (bytes) => bytes.slice(0, bytes.length / 2)],
    ['with a page of noise', (bytes) => bytes.fill(170, 8192, 12288)],
    ['that is no ledger', () => new TextEncoder().encode('Date,Amount\n2026-03-01,-1.00\n')],
    ['that is empty', () => new Uint8Array()],
  ])('%s is refused, the ledger as it was', async (_, spoil) => {
    await add(march);
    const backup = await engine.backup(null, quiet);
    const spoilt = new Blob([spoil(new Uint8Array(await backup.arrayBuffer()))]);
    await expect(engine.restore({ file: spoilt }, quiet)).rejects.toMatchObject({ code: 'ledger-damaged' });
    expect(await rows()).toHaveLength(3);
    expect(await start()).toMatchObject({ transactions: 3 });
  });

  test('that does not fit on the disk leaves the ledger as it was', async () => {
    await add(march);
    const backup = await engine.backup(null, quiet);
    await add(['Date,Description,Amount', '2026-03-17,Kiosk,-1.00']);
    store.full = true;
    await expect(engine.restore({ file: backup }, quiet)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await rows()).toHaveLength(4);
  });
});

test('the sample comes and goes as one, beside what is there', async () => {
  await add(march);
  const with_ = await engine.addSample({ today }, quiet);
  expect(with_).toMatchObject({ hasSample: true });
  expect(with_.transactions).toBeGreaterThan(3);
  expect(await engine.removeSample(null, quiet)).toMatchObject({ hasSample: false, transactions: 3, statements: 1 });
});

test('who watches hears of the next change, and only of one', async () => {
  const { revision } = await add(march).then(() => engine.open({ home: 'EUR', today }, quiet));
  const heard = engine.watch({ revision }, quiet);
  const controller = new AbortController();
  const stopped = engine.watch({ revision }, { ...quiet, signal: controller.signal });
  await Promise.resolve();
  controller.abort();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  let isTold = false;
  const told = Promise.resolve(heard).then((state) => {
    isTold = true;
    return state;
  });
  await engine.statements(null, quiet); // a reading, which changes nothing
  expect(isTold).toBe(false);
  await add(['Date,Description,Amount', '2026-03-17,Kiosk,-1.00']);
  expect(await told).toMatchObject({ transactions: 4 });
});

test('the history of imports and the search', async () => {
  await add(march);
  expect(await engine.statements(null, quiet)).toMatchObject([
    { fileName: 'card.csv', added: 3, firstDay: '2026-03-01', lastDay: '2026-03-16' },
  ]);
  const found = await engine.transactions({ ...everything, search: 'blue bott' }, quiet);
  expect(found).toMatchObject({ total: 2, sums: [{ currency: 'EUR', minor: -840 }] });
  expect(await engine.transactions({ ...everything, search: '100%' }, quiet)).toMatchObject({ total: 0, rows: [] });
  expect(await engine.transactions({ ...everything, offset: 2, limit: 5 }, quiet)).toMatchObject({ total: 3, rows: [{ minor: -420 }] });
});

test('further rows of an answer', async () => {
  await add(march);
  const select = `SELECT transaction_id AS transactionId, posting.day, payee.name AS payee, NULL AS category, account.name AS account, minor,
    posting.currency FROM posting JOIN payee ON payee.id = payee_id JOIN account ON account.id = account_id WHERE minor < ? ORDER BY minor`;
  const page = await engine.evidence({ sql: select, params: [0], offset: 1, limit: 1 }, quiet);
  expect(page).toMatchObject({ total: 3, sums: [{ currency: 'EUR', minor: -3940 }], rows: [{ minor: -420, day: '2026-03-01' }] });
  await expect(engine.evidence({ sql: 'DELETE FROM posting', params: [], offset: 0, limit: 1 }, quiet)).rejects.toThrow();
  expect(await rows()).toHaveLength(3);
});

describe('questions', () => {
  const ask = (question: string, thread = 'one') => engine.ask({ question, today, thread, locale: 'en-US' }, quiet);
  const figure = async (question: string) => (await ask(question)).figures[0]?.text;

  test('are answered from the rows, follow-ups within their thread', async () => {
    await add(march);
    expect(await figure('How much did I spend at REWE in March?')).toBe('€31.00');
    expect(await figure('and at Blue Bottle?')).toBe('€8.40');
  });

  test('see what was imported since, and no more what was undone', async () => {
    const question = 'How much did I spend in March?';
    expect((await ask(question)).status).not.toBe('answered');
    const { statementId } = await add(march);
    expect(await figure(question)).toBe('€39.40');
    await engine.undoImport({ statementId }, quiet);
    expect((await ask(question)).status).not.toBe('answered');
  });

  test('are suggested only when this ledger answers them', async () => {
    expect(await engine.suggestions({ today }, quiet)).toEqual([]);
    await engine.addSample({ today }, quiet);
    const suggested = await engine.suggestions({ today }, quiet);
    expect(suggested).toHaveLength(3);
    for (const question of suggested) expect(await ask(question, question), question).toMatchObject({ status: 'answered' });
  });
});

test('home is what the page says as soon as the ledger has rows in it', async () => {
  const usd = ['Date,Description,Amount,Currency', '2026-03-01,Diner,-14.20,USD', '2026-03-02,Cinema,-9.50,USD'];
  await add(usd, 'usd.csv');
  expect(await engine.open({ home: 'EUR', today }, quiet)).toMatchObject({ homeCurrency: 'USD' });
  await add(march, 'eur.csv');
  expect(await engine.open({ home: 'EUR', today }, quiet)).toMatchObject({ homeCurrency: 'EUR' });
});

describe('what changed of late', () => {
  const twice = ['Date,Description,Amount', '2026-02-01,REWE,-31.00', '2026-03-01,Blue Bottle,-4.20', '2026-03-01,Blue Bottle,-4.20'];
  test('comes with its rows, and stays away once put away, also after the file was taken back and came again', async () => {
    const { statementId } = await add(twice);
    const [one, ...others] = await engine.insights({ today }, quiet);
    expect(others).toEqual([]);
    expect(one?.insight).toMatchObject({ kind: 'twice', minor: 420, times: 2 });
    expect(one?.evidence).toMatchObject({ total: 2, sums: [{ currency: 'EUR', minor: -840 }] });
    const key = one?.insight.key ?? '';
    await engine.putAway({ key, away: true }, quiet);
    expect(await engine.insights({ today }, quiet)).toEqual([]);
    await start(); // from what was kept
    await engine.undoImport({ statementId }, quiet);
    await add(twice);
    expect(await engine.insights({ today }, quiet)).toEqual([]);
    expect(await engine.insights({ today, all: true }, quiet)).toMatchObject([{ isAway: true }]);
    await engine.putAway({ key, away: false }, quiet);
    expect(await engine.insights({ today }, quiet)).toMatchObject([{ isAway: false }]);
  });
});
