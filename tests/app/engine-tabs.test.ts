// Tabs over one store, all at work at once: random imports, undos, edits and readings while tabs die, owners and others, in the middle
// of whatever they do. What a tab reads was so at a moment between its asking and its answer; afterwards all agree, the ledger holds
// what was acknowledged, and of what was not, each change whole or not at all.
import { expect, test } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import { shareHandlers } from '../../src/app/engine/shared.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import { AppError } from '../../src/base/errors.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import { plainCoder } from '../../src/ledger/store/coder.ts';
import { KeptLedger } from '../../src/ledger/store/kept-ledger.ts';
import { RecordPageStore } from '../../src/ledger/store/record-page-store.ts';
import type { CallContext, Handlers } from '../../src/rpc/serve.ts';
import { MemoryRecords } from '../ledger/lock/memory-records.ts';
import { random } from '../support/random.ts';
import { FakeBus, FakeLocks } from './fake-locks.ts';
import { MortalRecords } from './mortal-records.ts';
import { TabsModel } from './tabs-model.ts';

const operations = Number(process.env['SOTTO_TAB_OPERATIONS'] ?? 240);
const seed = Number(process.env['SOTTO_TAB_SEED'] ?? 11);
const TABS = 4;
const today = '2026-03-18';
const quiet = (): CallContext<unknown> => ({ signal: new AbortController().signal, note: () => undefined });

interface Tab {
  api: Handlers<LedgerApi>;
  isDead: boolean;
  /** Resolves when it dies. */
  death: Promise<'died'>;
  die(): void;
}

/** File `number` has `number % 5 + 1` rows of its own. */
const rowsOf = (number: number) => (number % 5) + 1;
const csv = (number: number) =>
  new Blob([
    [
      'Date,Description,Amount',
      ...Array.from({ length: rowsOf(number) }, (_, at) => `2026-02-0${at + 1},Shop ${number},-${number}.0${at}`),
    ].join('\n'),
  ]);
const numberOf = (fileName: string) => Number.parseInt(fileName, 10);

/** What a caller hears when the owner is gone, or when the reading that it wanted to import went with it. */
const isLostAnswer = (error: unknown) =>
  error instanceof AppError && (error.code === 'worker-died' || error.message.startsWith('no preview'));

test(`${operations} operations from ${TABS} tabs at once, that die (seed ${seed})`, { timeout: 60_000 + operations * 1_000 }, async () => {
  const sql = await loadSqlEngine();
  const records = new MemoryRecords();
  const locks = new FakeLocks();
  const bus = new FakeBus();
  const chance = random(seed);
  const below = (limit: number) => Math.floor(chance() * limit);
  const model = new TabsModel();
  const count = { deaths: 0, imports: 0, undos: 0, edits: 0, readings: 0, lost: 0 };
  let opened = 0;

  const openTab = async (): Promise<Tab> => {
    opened += 1;
    const name = `tab ${opened}`;
    const channel = bus.open();
    const mine = new MortalRecords(records);
    const engine = createEngine({
      loadSql: async () => sql,
      store: new RecordPageStore(mine, plainCoder),
      now: () => '2026-03-18T10:00:00Z',
    });
    const api = shareHandlers<LedgerApi>(engine, {
      name: 'ledger',
      locks: locks.of(name),
      channel,
      self: name,
      repeatable: new Set(['open', 'makeReady', 'preview', 'statements', 'transactions', 'keptQuestions'] as const),
      opening: 'open',
      readying: 'makeReady',
    });
    let died: (how: 'died') => void = () => undefined;
    const tab: Tab = {
      api,
      isDead: false,
      death: new Promise((resolve) => (died = resolve)),
      die() {
        if (tab.isDead) return;
        tab.isDead = true;
        count.deaths += 1;
        mine.isDead = true;
        channel.close();
        locks.kill(name);
        died('died');
      },
    };
    await Promise.race([api.open({ home: 'EUR', today }, quiet()), tab.death]);
    return tab;
  };

  const tabs = await Promise.all(Array.from({ length: TABS }, openTab));

  const act = async ({ api, death }: Tab, work: (api: Handlers<LedgerApi>) => Promise<unknown>): Promise<boolean> => {
    try {
      return (await Promise.race([work(api), death])) !== 'died';
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
      count.lost += 1;
      return false;
    }
  };
  const add = async (tab: Tab, name: string) => {
    count.imports += 1;
    const done = await act(tab, async (api) => {
      const { previewId } = await api.preview({ file: csv(numberOf(name)), name, today }, quiet());
      await api.import({ previewId, accountId: null, accountName: 'Card' }, quiet());
    });
    model.added(name, done);
  };
  const undo = async (tab: Tab, name: string) => {
    count.undos += 1;
    const done = await act(tab, async (api) => {
      const id = (await api.statements(null, quiet())).find(({ fileName }) => fileName === name)?.id;
      if (id === undefined) throw new Error(`${name} was acknowledged and is not there`);
      await api.undoImport({ statementId: id }, quiet());
    });
    model.undone(name, done);
  };
  const edit = async (tab: Tab, text: string) => {
    count.edits += 1;
    const writing = model.writes(text);
    if (await act(tab, async (api) => api.keepQuestions({ questions: [text] }, quiet()))) model.wrote(writing);
  };
  const look = async (tab: Tab) => {
    count.readings += 1;
    const looking = model.looks();
    const seen = await Promise.race([Promise.all([tab.api.statements(null, quiet()), tab.api.keptQuestions(null, quiet())]), tab.death]);
    if (seen === 'died') return;
    const [statements, [text]] = seen;
    for (const { fileName, added } of statements) expect(added, fileName).toBe(rowsOf(numberOf(fileName)));
    const names = statements.map(({ fileName }) => fileName);
    expect(model.wrongIn(looking, names, text)).toEqual([]);
  };
  /** After some turns of the events of this thread, in the middle of what goes on. */
  const dieSoon = async (tab: Tab | undefined) => {
    for (let turns = below(12); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
    tab?.die();
  };

  let operation = 0;
  const live = async (place: number) => {
    for (let mine = 0; mine < operations / TABS; mine += 1) {
      operation += 1;
      const number = operation; // while this tab is opened, others go on
      let tab = tabs[place];
      if (!tab || tab.isDead) tab = tabs[place] = await openTab();
      const dying = chance() < 0.08 ? dieSoon(tabs[below(TABS)]) : null;
      const many = number % 2_000 > 1_600 ? 60 : 10;
      const roll = chance();
      const old = model.some(below);
      if (roll < 0.2) await look(tab);
      else if (roll < 0.35) await edit(tab, `question ${number}`);
      else if (old !== null && roll < (model.size > many ? 0.75 : 0.45)) await undo(tab, model.undoes(old));
      else await add(tab, model.adds(`${number}.csv`));
      await dying;
    }
  };
  await Promise.all(tabs.map((_, place) => live(place)));

  for (const [place, tab] of tabs.entries()) if (tab.isDead) tabs[place] = await openTab();
  const seen = await Promise.all(tabs.map(async ({ api }) => (await api.statements(null, quiet())).map(({ fileName }) => fileName).sort()));
  for (const each of seen) expect(each).toEqual(seen[0]);
  for (const tab of tabs) await look(tab);
  for (const tab of tabs) tab.die();

  const { db } = await KeptLedger.open(sql, new RecordPageStore(records, plainCoder), { check: true });
  expect(db.query('PRAGMA integrity_check').rows).toEqual([['ok']]);
  expect(db.query('PRAGMA foreign_key_check').rows).toEqual([]);
  const sums = db.query(
    `SELECT file_name, count(posting.id), sum(posting.minor) FROM statement JOIN bank_transaction t ON t.statement_id = statement.id
     JOIN posting ON posting.transaction_id = t.id GROUP BY statement.id`,
  ).rows;
  expect(sums.map(([name]) => name).sort()).toEqual(seen[0]);
  for (const [name, rows, sum] of sums) {
    const number = numberOf(String(name));
    const many = rowsOf(number);
    expect([rows, sum], String(name)).toEqual([many, -(number * 100 * many + (many * (many - 1)) / 2)]);
  }
  for (const amount of Object.values(count)) expect(amount).toBeGreaterThan(0);
  if (operations > 1_000) process.stderr.write(`${JSON.stringify({ operations, seed, ...count, statements: sums.length })}\n`);
});
