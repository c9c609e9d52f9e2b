// Tabs over one store: random imports, undos and readings from all of them while owners die. Afterwards the ledger holds what
// was acknowledged, and of what was not, each change whole or not at all.
import { expect, test } from 'vitest';
import { createEngine } from '../../src/app/engine.ts';
import { shareHandlers } from '../../src/app/engine/shared.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import { AppError } from '../../src/base/errors.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import type { CallContext, Handlers } from '../../src/rpc/serve.ts';
import { RecordStore } from '../ledger/store/record-store.ts';
import { random } from '../support/random.ts';
import { FakeBus, FakeLocks } from './fake-locks.ts';

const operations = Number(process.env['SOTTO_TAB_OPERATIONS'] ?? 150);
const TABS = 4;
const today = '2026-03-18';
const quiet: CallContext<unknown> = { signal: new AbortController().signal, note: () => undefined };

interface Tab {
  name: string;
  api: Handlers<LedgerApi>;
  die(): void;
}

/** File `number` has `number % 5 + 1` rows of its own. */
const csv = (number: number) =>
  new Blob([
    [
      'Date,Description,Amount',
      ...Array.from({ length: (number % 5) + 1 }, (_, at) => `2026-02-0${at + 1},Shop ${number},-${number}.0${at}`),
    ].join('\n'),
  ]);

test(`${operations} operations from ${TABS} tabs whose owners die`, { timeout: 60_000 + operations * 1_000 }, async () => {
  const sql = await loadSqlEngine();
  const store = new RecordStore();
  const locks = new FakeLocks();
  const bus = new FakeBus();
  const chance = random(11);
  const below = (limit: number) => Math.floor(chance() * limit);
  let opened = 0;

  const openTab = async (): Promise<Tab> => {
    opened += 1;
    const name = `tab ${opened}`;
    const channel = bus.open();
    const engine = createEngine({ loadSql: async () => sql, store, now: () => '2026-03-18T10:00:00Z' });
    const api = shareHandlers<LedgerApi>(engine, {
      name: 'ledger',
      locks: locks.of(name),
      channel,
      self: name,
      repeatable: new Set(['open', 'preview', 'statements', 'transactions'] as const),
      opening: 'open',
    });
    await api.open({ home: 'EUR', today }, quiet);
    const die = () => {
      channel.close();
      locks.kill(name);
    };
    return { name, api, die };
  };

  const there = new Set<string>();
  const unsure = new Set<string>();
  const names = async ({ api }: Tab) => (await api.statements(null, quiet)).map(({ fileName }) => fileName).sort();
  const add = async ({ api }: Tab, number: number) => {
    const { previewId } = await api.preview({ file: csv(number), name: `${number}.csv`, today }, quiet);
    await api.import({ previewId, accountId: null, accountName: 'Card' }, quiet);
  };
  const undo = async ({ api }: Tab, fileName: string) => {
    const id = (await api.statements(null, quiet)).find((each) => each.fileName === fileName)?.id;
    if (id !== undefined) await api.undoImport({ statementId: id }, quiet);
  };
  /** What is answered is done; what is not may have been. */
  const attempt = async (name: string, work: Promise<void>, done: () => void) => {
    try {
      await work;
      done();
    } catch (error) {
      if (!(error instanceof AppError) || !['worker-died', 'unexpected', 'ledger-in-use'].includes(error.code)) throw error;
      unsure.add(name);
    }
  };

  const tabs = await Promise.all(Array.from({ length: TABS }, openTab));
  for (let operation = 1; operation <= operations; operation += 1) {
    const at = below(TABS);
    const tab = tabs[at];
    if (!tab) continue;
    const roll = chance();
    if (roll < 0.1) {
      tab.die();
      tabs[at] = await openTab();
      continue;
    }
    if (roll < 0.3 && there.size > 3) {
      const name = [...there][below(there.size)] ?? '';
      await attempt(name, undo(tab, name), () => there.delete(name));
    } else if (roll < 0.4)
      expect((await names(tab)).filter((name) => !unsure.has(name))).toEqual([...there].filter((name) => !unsure.has(name)).sort());
    else {
      const name = `${operation}.csv`;
      await attempt(name, add(tab, operation), () => there.add(name));
    }
  }

  const seen = await Promise.all(tabs.map(names));
  for (const each of seen) expect(each).toEqual(seen[0]);
  expect((seen[0] ?? []).filter((name) => !unsure.has(name))).toEqual([...there].filter((name) => !unsure.has(name)).sort());
  for (const tab of tabs) tab.die();

  const last = createEngine({ loadSql: async () => sql, store, now: () => '' });
  await last.open({ home: 'EUR', today }, quiet);
  const statements = await last.statements(null, quiet);
  for (const { fileName, added } of statements) expect(added, fileName).toBe((Number.parseInt(fileName, 10) % 5) + 1);
  const { total } = await last.transactions({ search: '', accountId: null, offset: 0, limit: 0 }, quiet);
  expect(total).toBe(statements.reduce((sum, { added }) => sum + added, 0));
});
