import { expect, test, vi } from 'vitest';
import { SqlConsole, TIME } from '../../src/app/sql-console.svelte.ts';
import type { StartedReader } from '../../src/app/workers.ts';
import { AppError } from '../../src/base/errors.ts';
import type { Selected } from '../../src/ledger/select-wall.ts';

const one: Selected = { columns: ['n'], rows: [[1]], more: false };
const never = () => new Promise<Selected>(() => undefined);

/** Readers that answer as told; each notes whether it was ended. */
function consoleWith(answer: (sql: string) => Promise<Selected>) {
  const readers: { opened: number; ended: boolean }[] = [];
  let revision = 1;
  const start = (): StartedReader => {
    const reader = { opened: 0, ended: false };
    readers.push(reader);
    return {
      call: ((method: 'open' | 'select', input: unknown, { signal }: { signal?: AbortSignal } = {}) => {
        if (method === 'open') {
          reader.opened += 1;
          return Promise.resolve(null);
        }
        if (signal?.aborted) return Promise.reject(signal.reason as Error);
        return new Promise((done, fail) => {
          signal?.addEventListener('abort', () => fail(signal.reason as Error));
          answer((input as { sql: string }).sql).then(done, fail);
        });
      }) as StartedReader['call'],
      stop: () => (reader.ended = true),
    };
  };
  const console = new SqlConsole({ start, copy: () => Promise.resolve(new Blob()), revision: () => revision, clock: () => 0 });
  return { console, readers, change: () => (revision += 1) };
}

test('one reader serves every query until the ledger changes; then there is a new copy', async () => {
  const { console, readers, change } = consoleWith(() => Promise.resolve(one));
  await console.run('SELECT 1');
  await console.run('SELECT 1');
  expect(console.state).toEqual({ kind: 'done', result: one, took: 0 });
  expect(readers).toEqual([{ opened: 1, ended: false }]);
  change();
  await console.run('SELECT 1');
  expect(readers).toEqual([
    { opened: 1, ended: true },
    { opened: 1, ended: false },
  ]);
});

test.each([
  ['refused', new AppError('query-refused', 'x', { why: 'it says DROP' }), { kind: 'refused', why: 'it says DROP' }],
  ['a mistake', new AppError('unexpected', 'no such column: y'), { kind: 'mistake', why: 'no such column: y' }],
])('what is %s says why, and the reader stays', async (_, error, state) => {
  const { console, readers } = consoleWith(() => Promise.reject(error));
  await console.run('x');
  expect(console.state).toEqual(state);
  expect(readers[0]?.ended).toBe(false);
});

test('a query over its time ends with its worker, and the next has a new one', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((time) => {
    expect(time).toBe(TIME);
    return AbortSignal.abort(new DOMException('late', 'TimeoutError'));
  });
  const { console, readers } = consoleWith(never);
  await console.run('SELECT for ever');
  vi.restoreAllMocks();
  expect(console.state).toMatchObject({ kind: 'trouble' });
  expect(readers).toEqual([{ opened: 1, ended: true }]);
});

test('stopping ends the worker and leaves the box at rest', async () => {
  const { console, readers } = consoleWith(never);
  const running = console.run('SELECT for ever');
  await vi.waitFor(() => expect(readers[0]?.opened).toBe(1), { timeout: 60_000 });
  console.stop();
  await running;
  expect(console.state).toEqual({ kind: 'rest' });
  expect(readers[0]?.ended).toBe(true);
});
