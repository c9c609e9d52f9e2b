import { expect, test, vi } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { connect } from '../../src/rpc/client.ts';
import type { FromWorker, ToWorker } from '../../src/rpc/protocol.ts';
import { serve, type Handlers, type ServerPort } from '../../src/rpc/serve.ts';

interface Sums {
  add: { in: number[]; out: number; note: number };
  wait: { in: null; out: null };
}

/** Both ends joined by structured clone, as a worker's are. */
function pair(handlers: Partial<Handlers<Sums>>) {
  const server: ServerPort = { onmessage: null, postMessage: (message) => client.onmessage?.(event(message)) };
  const client: {
    onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
    onerror: ((event: ErrorEvent) => void) | null;
    postMessage(message: ToWorker): void;
  } = { onmessage: null, onerror: null, postMessage: (message) => server.onmessage?.(event(message)) };
  serve<Sums>(server, handlers as Handlers<Sums>);
  return { ...connect<Sums>(client), client };
}
const event = <T>(data: T) => ({ data: structuredClone(data) }) as MessageEvent<T>;

test('a call brings notes, then one answer', async () => {
  const { call } = pair({
    add: (numbers, { note }) => {
      numbers.forEach((number) => note(number));
      return numbers.reduce((sum, number) => sum + number, 0);
    },
  });
  const notes: number[] = [];
  expect(await call('add', [1, 2, 3], { onNote: (note) => notes.push(note) })).toBe(6);
  expect(notes).toEqual([1, 2, 3]);
});

test('an error keeps its code and detail across the thread', async () => {
  const { call } = pair({
    add: () => {
      throw new AppError('storage-full', 'no room', { needed: 12 });
    },
  });
  await expect(call('add', [])).rejects.toMatchObject({ code: 'storage-full', message: 'no room', detail: { needed: 12 } });
});

test('an unknown method fails; it does not wait', async () => {
  // `constructor` is on every object, and is still no method
  await expect(pair({}).call('constructor' as 'wait', null)).rejects.toMatchObject({ code: 'unexpected' });
});

test('aborting stops the wait at once and tells the worker', async () => {
  const told = vi.fn();
  const { call } = pair({
    wait: (_, { signal }) => new Promise(() => signal.addEventListener('abort', told)),
  });
  const controller = new AbortController();
  const waiting = call('wait', null, { signal: controller.signal });
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(told).toHaveBeenCalledOnce();
});

test('a worker that dies fails every call that waits for it', async () => {
  const { call, client } = pair({ wait: () => new Promise(() => undefined) });
  const calls = [call('wait', null), call('wait', null)];
  client.onerror?.({ message: 'out of memory' } as ErrorEvent);
  for (const waiting of calls) await expect(waiting).rejects.toMatchObject({ code: 'worker-died', message: 'out of memory' });
});
