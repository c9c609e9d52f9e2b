import { describe, expect, test } from 'vitest';
import { Thread, type Turn } from '../../src/app/thread.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import { fakeLedger, groceries } from '../ui/support/fake-ledger.ts';

function threadOn(ledger: ReturnType<typeof fakeLedger>) {
  const ended: Turn[] = [];
  const thread = new Thread({
    call: ledger.call,
    today: () => '2026-03-05',
    locale: () => 'en-GB',
    now: () => 0,
    onended: (turn) => ended.push(turn),
    onslow: () => undefined,
  });
  return { thread, ended };
}

describe('a thread', () => {
  test('keeps questions in order, each with its answer', async () => {
    const ledger = fakeLedger({ ask: ({ question }) => ({ ...groceries, asked: question }) });
    const { thread, ended } = threadOn(ledger);
    await thread.ask('  How much on groceries? ');
    await thread.ask('and in March?');
    expect(thread.turns.map(({ question, state, answer }) => [question, state, answer?.asked])).toEqual([
      ['How much on groceries?', 'done', 'How much on groceries?'],
      ['and in March?', 'done', 'and in March?'],
    ]);
    expect(ended.map(({ id }) => id)).toEqual([1, 2]);
    expect(ledger.called.map(({ input }) => (input as { thread: string }).thread)).toEqual([thread.name, thread.name]);
  });

  test('asks nothing when nothing is written', async () => {
    const ledger = fakeLedger({});
    const { thread } = threadOn(ledger);
    await thread.ask('   ');
    expect(thread.turns).toEqual([]);
    expect(ledger.called).toEqual([]);
  });

  test('a question without a slot says so to the ledger, and only then', async () => {
    const ledger = fakeLedger({ ask: () => groceries });
    const { thread } = threadOn(ledger);
    await thread.ask('groceries last month');
    await thread.ask('groceries last month', ['period']);
    expect(ledger.called.map(({ input }) => (input as { without?: string[] }).without)).toEqual([undefined, ['period']]);
  });

  test('stopping ends the turn at once and is no failure', async () => {
    const { thread, ended } = threadOn(fakeLedger({ ask: () => new Promise<never>(() => undefined) }));
    const asked = thread.ask('How much?');
    expect(thread.busy).toBe(true);
    thread.stop();
    await asked;
    expect(thread.busy).toBe(false);
    expect(ended.map(({ state, trouble }) => [state, trouble])).toEqual([['stopped', null]]);
  });

  test('a failed call ends in words, and the thread goes on', async () => {
    let fails = true;
    const { thread } = threadOn(
      fakeLedger({
        ask: () => {
          if (fails) throw new AppError('query-slow', 'over 5 s');
          return groceries;
        },
      }),
    );
    await thread.ask('How much?');
    expect(thread.newest?.trouble?.code).toBe('query-slow');
    expect(thread.newest?.trouble?.next).not.toBe('');
    fails = false;
    await thread.ask('How much?');
    expect(thread.newest?.state).toBe('done');
  });

  test('starting over forgets what was carried: the conversation has a new name', async () => {
    const { thread } = threadOn(fakeLedger({ ask: () => groceries }));
    await thread.ask('How much?');
    const { name } = thread;
    thread.clear();
    expect(thread.turns).toEqual([]);
    expect(thread.name).not.toBe(name);
  });
});
