import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PAUSE, TypedSearch } from '../../src/app/typed-search.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function search() {
  const handed: string[] = [];
  return { handed, search: new TypedSearch((text) => handed.push(text)) };
}

test('a word is handed on once, after the last of its letters', () => {
  const { handed, search: typed } = search();
  for (const text of ['r', 're', 'rent']) {
    typed.type(text);
    vi.advanceTimersByTime(PAUSE - 1);
  }
  expect([handed, typed.waiting]).toEqual([[], 'rent']);
  vi.advanceTimersByTime(1);
  expect([handed, typed.waiting]).toEqual([['rent'], null]);
});

test('whoever acts before the pause is over takes it, and it does not come later', () => {
  const { handed, search: typed } = search();
  typed.type('rent');
  expect(typed.take()).toBe('rent');
  vi.advanceTimersByTime(10 * PAUSE);
  expect([handed, typed.take()]).toEqual([[], null]);
});
