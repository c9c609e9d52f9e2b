// A question that goes to a model, over the worker protocol: the ledger's engine on one side, the page's thread on the other, and a
// scripted llm worker behind it. The rules' answer is there first, and stands whatever the model does.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AskNote } from '../../src/app/ledger-api.ts';
import type { LedgerCall } from '../../src/app/ledger-link.ts';
import { Thread, type ThreadModel } from '../../src/app/thread.svelte.ts';
import { toTrouble } from '../../src/app/trouble.ts';
import { AppError } from '../../src/base/errors.ts';
import { engineWithSample } from '../support/engine-with-sample.ts';

const TODAY = '2026-03-18';
const UNREAD = 'how much dosh went on lunches last month';
const READ = 'how much did I spend in February';

let call: LedgerCall;

beforeAll(async () => {
  const engine = await engineWithSample(TODAY);
  call = engine.call;
  return engine.close;
});

const done = (text: string) => Promise.resolve({ text, tokens: 1, read: 1, took: 1 });
const offered = { id: 'scripted', contextTokens: 4096 };

function threadWith(
  complete: ThreadModel['complete'],
  offer: ThreadModel['offer'] = () => offered,
  setAside: ThreadModel['setAside'] = () => null,
) {
  const modelled: string[] = [];
  const thread = new Thread({
    call,
    today: () => TODAY,
    locale: () => 'en-GB',
    now: () => 0,
    onended: () => undefined,
    onslow: () => undefined,
    onmodel: () => modelled.push('asked'),
    model: () => ({ offer, complete, setAside }),
  });
  return { thread, modelled };
}

describe('a question', () => {
  let asked: number;
  beforeEach(() => {
    asked = 0;
  });
  const counting =
    (complete: ThreadModel['complete']): ThreadModel['complete'] =>
    (order, signal) => {
      asked += 1;
      return complete(order, signal);
    };

  test('that the rules answer never reaches the model', async () => {
    const { thread, modelled } = threadWith(counting(() => new Promise(() => undefined)));
    await thread.ask(READ);
    expect(thread.newest).toMatchObject({ state: 'done', answer: { status: 'answered', engine: 'rules' } });
    expect([asked, modelled]).toEqual([0, []]);
  });

  test('reaches no model where none is offered', async () => {
    const { thread } = threadWith(
      counting(() => done('')),
      () => null,
    );
    await thread.ask(UNREAD);
    expect(thread.newest).toMatchObject({ state: 'done', answer: { engine: 'rules' } });
    expect(asked).toBe(0);
  });

  test('shows what the rules made of it while the model works, and goes on when it is stopped', async () => {
    const { thread } = threadWith(
      counting((_, signal) => new Promise((__, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error)))),
    );
    const asking = thread.ask(UNREAD);
    await expect.poll(() => asked).toBe(1);
    expect(thread.newest).toMatchObject({ state: 'asking', model: 'asked', answer: { engine: 'rules' } });
    expect(thread.busy).toBe(true);
    thread.stop();
    await asking;
    expect(thread.newest).toMatchObject({ state: 'done', model: 'stopped', answer: { engine: 'rules', figures: [] } });
    await thread.ask(READ);
    expect(thread.newest).toMatchObject({ state: 'done', answer: { status: 'answered' } });
  });

  test.each<[string, ThreadModel['complete']]>([
    ['nothing', () => done('')],
    ['nonsense', () => done('lorem ipsum 12.80')],
    ['a figure', () => done('{"figure": 1280}')],
    ['a statement that writes', () => done('DELETE FROM posting')],
    ['a plan of names that are not there', () => done('{"ask":"total","flow":"spending","only":["Nobody"],"without":[],"period":"all"}')],
    ['a lost device', () => Promise.reject(new AppError('language-lost-device', 'gone'))],
    ['no memory', () => Promise.reject(new AppError('language-no-memory', 'full'))],
    ['an error of its own', () => Promise.reject(new TypeError('x is not a function'))],
  ])('answered with %s ends with what the rules said, and no figure', async (_, complete) => {
    const { thread } = threadWith(counting(complete));
    await thread.ask(UNREAD);
    expect(thread.newest?.state).toBe('done');
    expect(thread.newest?.answer).toMatchObject({ figures: [], evidence: null });
    expect(thread.newest?.answer?.status).toBe('clarify');
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(3);
  });

  test('says why the model had no part in it, at its own card', async () => {
    const { thread } = threadWith(() => Promise.reject(new AppError('language-no-memory', 'full')));
    await thread.ask(UNREAD);
    expect(thread.newest?.modelTrouble).toMatchObject({ code: 'language-no-memory' });
    await thread.ask(READ);
    expect(thread.newest?.modelTrouble).toBeUndefined();
    const aside = threadWith(
      () => done(''),
      () => null,
      () => toTrouble(new AppError('language-no-webgpu', 'none')),
    ).thread;
    await aside.ask(UNREAD);
    expect(aside.newest).toMatchObject({ state: 'done', modelTrouble: { code: 'language-no-webgpu' } });
    await aside.ask(READ);
    expect(aside.newest?.modelTrouble).toBeUndefined();
  });

  test('whose order was answered by nobody’s word is not answered by a stranger’s', async () => {
    const notes: AskNote[] = [];
    const stop = new AbortController();
    const asking = call(
      'ask',
      { question: UNREAD, today: TODAY, thread: 'stranger', locale: 'en-GB', model: offered },
      { signal: stop.signal, onNote: (note) => notes.push(note) },
    ).catch((error: unknown) => error);
    await expect.poll(() => notes.map(({ is }) => is)).toEqual(['rules', 'order']);
    await call('completed', { id: 'of-another-worker', text: '{}', tokens: 1 });
    stop.abort();
    expect(await asking).toMatchObject({ name: 'AbortError' });
  });
});
