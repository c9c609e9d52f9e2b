import { afterEach, describe, expect, test } from 'vitest';
import { shareHandlers } from '../../src/app/engine/shared.ts';
import { AppError } from '../../src/base/errors.ts';
import type { CallContext, Handlers } from '../../src/rpc/serve.ts';
import { FakeLocks } from './fake-locks.ts';

interface Counter {
  open: { in: { home: string }; out: string };
  ready: { in: { home: string }; out: null };
  read: { in: null; out: number };
  add: { in: number; out: number; note: string };
}

interface Tab {
  call<M extends keyof Counter>(method: M, input: Counter[M]['in'], context?: Partial<CallContext<string>>): Promise<unknown>;
  ran: string[];
  kill(): void;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** `disk` stands for the store; `hang` makes additions never end. */
function openTab(name: string, locks: FakeLocks, disk: { value: number }, channelName: string, hang = false): Tab {
  const ran: string[] = [];
  const handlers: Handlers<Counter> = {
    open: ({ home }) => {
      ran.push(`open ${home}`);
      return name;
    },
    ready: ({ home }) => {
      ran.push(`ready ${home}`);
      return null;
    },
    read: () => {
      ran.push('read');
      return disk.value;
    },
    add: async (by, { note, signal }) => {
      ran.push('add');
      note(`adding ${by}`);
      if (by < 0) throw new AppError('storage-full', 'no room');
      if (hang) await new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('stopped'))));
      disk.value += by;
      return disk.value;
    },
  };
  const channel = new BroadcastChannel(channelName);
  closing.push(() => channel.close());
  const shared = shareHandlers<Counter>(handlers, {
    name: 'ledger',
    locks: locks.of(name),
    channel,
    self: name,
    repeatable: new Set(['open', 'ready', 'read'] as const),
    opening: 'open',
    readying: 'ready',
  });
  return {
    ran,
    call: async (method, input, context = {}) =>
      (shared[method] as (input: unknown, context: CallContext<unknown>) => unknown)(input, {
        signal: new AbortController().signal,
        note: () => undefined,
        ...context,
      } as CallContext<unknown>),
    kill() {
      channel.close();
      locks.kill(name);
    },
  };
}

let channels = 0;
function tabs(hang = false) {
  channels += 1;
  const locks = new FakeLocks();
  const disk = { value: 0 };
  return (name: string) => openTab(name, locks, disk, `test ${channels}`, hang);
}

describe('one ledger for all tabs', () => {
  test('a second tab works through the first, notes and failures included', async () => {
    const open = tabs();
    const [first, second] = [open('first'), open('second')];
    expect(await first.call('open', { home: 'EUR' })).toBe('first');
    expect(await second.call('open', { home: 'EUR' })).toBe('first');
    const notes: string[] = [];
    expect(await second.call('add', 5, { note: (note) => notes.push(note) })).toBe(5);
    expect(notes).toEqual(['adding 5']);
    expect(await first.call('read', null)).toBe(5);
    await expect(second.call('add', -1)).rejects.toMatchObject({ code: 'storage-full' });
    expect(second.ran.filter((each) => !each.startsWith('ready'))).toEqual([]);
  });

  test('a follower takes over when the owner dies, and opens the ledger itself', async () => {
    const open = tabs();
    const [first, second, third] = [open('first'), open('second'), open('third')];
    for (const tab of [first, second, third]) await tab.call('open', { home: 'EUR' });
    await second.call('add', 5);
    first.kill();
    expect(await third.call('read', null)).toBe(5);
    expect(second.ran.filter((each) => !each.startsWith('ready'))).toEqual(['open EUR', 'read']);
    second.kill();
    expect(await third.call('add', 2)).toBe(7);
  });

  test('what only reads runs again; a change whose answer was lost does not, and its caller is told', async () => {
    const open = tabs(true);
    const [first, second, third] = [open('first'), open('second'), open('third')];
    for (const tab of [first, second, third]) await tab.call('open', { home: 'EUR' });
    const lost = [second.call('add', 5), third.call('add', 5)].map((call) => expect(call).rejects.toMatchObject({ code: 'worker-died' }));
    await expect.poll(() => first.ran.filter((each) => each === 'add').length).toBe(2);
    first.kill();
    await Promise.all(lost);
    expect(await third.call('read', null)).toBe(0);
  });

  test('the next in line makes ready, once more after a change, and nobody else', async () => {
    const open = tabs();
    const [first, second, third] = [open('first'), open('second'), open('third')];
    for (const tab of [first, second, third]) await tab.call('open', { home: 'EUR' });
    const readied = (tab: Tab) => tab.ran.filter((each) => each === 'ready EUR').length;
    await expect.poll(() => readied(second)).toBe(1);
    await third.call('add', 5);
    await expect.poll(() => readied(second)).toBe(2);
    await third.call('read', null);
    first.kill();
    expect(await third.call('read', null)).toBe(5);
    await expect.poll(() => readied(third)).toBe(1);
    expect([readied(first), readied(second)]).toEqual([0, 2]);
  });

  test('a cancel reaches the owner', async () => {
    const open = tabs(true);
    const [first, second] = [open('first'), open('second')];
    await second.call('open', { home: 'EUR' });
    const controller = new AbortController();
    const call = second.call('add', 5, { signal: controller.signal });
    await expect.poll(() => first.ran).toContain('add');
    controller.abort();
    await expect(call).rejects.toThrow('stopped');
  });
});
