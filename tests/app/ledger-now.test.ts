// The ledger as it stands, over a scripted worker: what the page knows before it is open, and what it hears of other tabs.
import { expect, test } from 'vitest';
import { LedgerNow } from '../../src/app/ledger-now.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import { emptyState, fakeLedger, fullState } from '../ui/support/fake-ledger.ts';

function stand(watch: () => Promise<typeof fullState> = () => new Promise(() => undefined), hadRows = false) {
  const kept = new Map(hadRows ? [['sotto-has-rows', 'yes']] : []);
  const told: string[] = [];
  const { call, called } = fakeLedger({ suggestions: () => ['How much?'], rehearse: () => null, watch });
  const now = new LedgerNow({
    call,
    shelf: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    today: () => '2026-03-05',
    onrows: () => told.push('rows'),
    onemptied: () => told.push('emptied'),
    onlocked: (error) => error instanceof AppError && error.code === 'ledger-locked',
    ontrouble: ({ code }) => told.push(code),
  });
  return { now, kept, told, called };
}

test.each([
  [false, true],
  [true, false],
])('before it is open the last visit’s mark (%s) says whether it is empty (%s)', (hadRows, isEmpty) => {
  const { now } = stand(undefined, hadRows);
  expect([now.isEmpty, now.state, now.revision]).toEqual([isEmpty, null, 0]);
});

test('with rows it leaves the mark, looks for suggestions, and tells; emptied, it takes all of that back', async () => {
  const { now, kept, told } = stand();
  now.settle(fullState);
  await expect.poll(() => now.suggestions).toEqual(['How much?']);
  expect([now.isEmpty, now.revision, kept.size, told]).toEqual([false, fullState.revision, 1, ['rows']]);
  now.settle(emptyState);
  expect([now.isEmpty, now.suggestions, kept.size, told]).toEqual([true, [], 0, ['rows', 'emptied']]);
});

test('the engine rehearses once, after the suggestions: neither at every change nor for an empty ledger', async () => {
  const { now, called } = stand();
  const asked = () => called.map(({ method }) => method).filter((method) => method === 'suggestions' || method === 'rehearse');
  now.settle(emptyState);
  expect(asked()).toEqual([]);
  now.settle(fullState);
  await expect.poll(asked).toEqual(['suggestions', 'rehearse']);
  now.settle({ ...fullState, revision: 9 });
  await expect.poll(asked).toEqual(['suggestions', 'rehearse', 'suggestions']);
});

test('what another tab changed is taken up; a ledger locked meanwhile is no longer waited for', async () => {
  let asked = 0;
  const watch = () => {
    asked += 1;
    return asked === 1 ? Promise.resolve({ ...fullState, revision: 9 }) : Promise.reject(new AppError('ledger-locked', 'locked'));
  };
  const { now, called } = stand(watch);
  now.settle(fullState);
  await now.follow();
  expect(now.revision).toBe(9);
  expect(called.filter(({ method }) => method === 'watch').map(({ input }) => input)).toEqual([{ revision: 4 }, { revision: 9 }]);
});
