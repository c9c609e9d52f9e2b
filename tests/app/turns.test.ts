// One thing at a time; what nobody waits for gives way between its steps, and begins anew once what it reads is another.
import { expect, test, vi } from 'vitest';
import { Turns } from '../../src/app/engine/turns.ts';

test('what is asked between two steps goes before the next', async () => {
  const turns = new Turns();
  const done: string[] = [];
  let asked: Promise<unknown> = Promise.resolve();
  const source = { of: {}, revision: 1 };
  const read = turns.takeSteps(
    () => source,
    function* () {
      done.push('first step');
      setTimeout(() => (asked = turns.take(() => done.push('question')))); // a message that comes while the step runs
      yield;
      done.push('second step');
      return 'read';
    },
  );
  expect(await read).toBe('read');
  await asked;
  expect(done).toEqual(['first step', 'question', 'second step']);
});

test('begins anew when the rows or the whole ledger became others, and fails with its source', async () => {
  const turns = new Turns();
  const ledger = { name: 'ledger' };
  const sources = [
    { of: ledger, revision: 1 },
    { of: ledger, revision: 2 },
    { of: { name: 'restored' }, revision: 2 },
  ];
  const begun: string[] = [];
  let at = 0;
  const read = () =>
    turns.takeSteps(
      () => {
        const source = sources[at];
        if (!source) throw new Error('locked');
        return source;
      },
      function* ({ name }) {
        begun.push(name);
        yield;
        if (at < 2) at += 1;
        yield;
        return begun.length;
      },
    );
  expect(await read()).toBe(3);
  expect(begun).toEqual(['ledger', 'ledger', 'restored']);
  at = 3;
  await expect(read()).rejects.toThrow('locked');
});

test('while somebody types no step begins, and a question goes at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    const turns = new Turns();
    const done: string[] = [];
    const source = { of: {}, revision: 1 };
    const read = turns.takeSteps(
      () => source,
      function* () {
        done.push('first step');
        turns.hush(60);
        yield;
        done.push('second step');
        return null;
      },
    );
    await vi.advanceTimersByTimeAsync(50);
    turns.hush(60); // another key
    await vi.advanceTimersByTimeAsync(50);
    await turns.take(() => done.push('question'));
    expect(done).toEqual(['first step', 'question']);
    await vi.advanceTimersByTimeAsync(20);
    expect(await read).toBe(null);
    expect(done).toEqual(['first step', 'question', 'second step']);
  } finally {
    vi.useRealTimers();
  }
});
