// The language model as the page has it, over a scripted llm worker: loaded once, stopped, late, lost, let go; and each ends in words.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LanguageModels } from '../../src/app/language-models.svelte.ts';
import { Language, LIMITS } from '../../src/app/language.svelte.ts';
import type { StartedLlm } from '../../src/app/workers.ts';
import { AppError, type ErrorCode } from '../../src/base/errors.ts';
import type { LlmApi } from '../../src/language/llm-api.ts';
import { emptyFile, ModelStore } from '../../src/models/store.ts';
import type { Handlers } from '../../src/rpc/serve.ts';
import { connect, type Port } from '../../src/rpc/client.ts';
import { serve, type ServerPort } from '../../src/rpc/serve.ts';
import { memoryShelf } from '../models/memory-shelf.ts';

const MODEL = 'smollm2-360m-q4f32';
const order = { system: 's', user: 'u', grammar: 'root ::= "{}"', maxTokens: 8 };
const done = { text: '{}', tokens: 1, read: 1, took: 1 };
const never = new Promise<never>(() => undefined);

/** What each worker that is started does, the last one's again and again. */
let scripts: Partial<Handlers<LlmApi>>[];
let started: number;
let language: Language;

function startWorker(): StartedLlm {
  const script = scripts[Math.min(started, scripts.length - 1)];
  started += 1;
  const { port1, port2 } = new MessageChannel();
  serve<LlmApi>(port2 as unknown as ServerPort, {
    load: () => Promise.resolve({ took: 1 }),
    complete: () => Promise.resolve(done),
    settle: () => Promise.resolve(null),
    unload: () => Promise.resolve(null),
    ...script,
  });
  const { call, close } = connect<LlmApi>(port1 as unknown as Port);
  return {
    call,
    stop() {
      port1.close();
      port2.close();
      close(new AppError('worker-died', 'stopped'));
    },
  };
}

const usual = { ...LIMITS };
const quiet = () => new AbortController().signal;
const ends = (signal = quiet()) => language.complete(order, signal).catch((error: unknown) => error);
const fails = (code: ErrorCode) => () => Promise.reject(new AppError(code, 'scripted'));

beforeEach(async () => {
  Object.assign(LIMITS, usual);
  vi.useRealTimers();
  [scripts, started] = [[{}], 0];
  const store = new ModelStore(memoryShelf());
  await store.save({ id: MODEL, origin: 'own-files', dtype: 'q4f32', revision: null, ready: true, files: [emptyFile('tokenizer.json')] });
  const models = new LanguageModels({
    store,
    fetch: () => Promise.reject(new Error('nothing is fetched')),
    porter: () => Promise.resolve(),
    locks: { request: never as never },
    shelf: { getItem: () => 'yes', setItem: () => undefined, removeItem: () => undefined },
    clock: () => 0,
    keep: () => Promise.resolve(),
    onstored: () => undefined,
    onready: () => undefined,
  });
  await models.look();
  language = new Language({ models, startWorker });
});

test('is offered when it is here and allowed, loaded with its first question, and only once', async () => {
  expect(language.offer()).toEqual({ id: MODEL, contextTokens: 4096 });
  const loaded = vi.fn(() => Promise.resolve({ took: 1 }));
  scripts = [{ load: loaded }];
  expect(language.state.kind).toBe('unloaded');
  expect(await ends()).toEqual(done);
  expect(await ends()).toEqual(done);
  expect([loaded.mock.calls.length, started, language.state.kind]).toEqual([1, 1, 'ready']);
  language.models.allow(false);
  expect(language.offer()).toBeNull();
});

describe('a failure', () => {
  test.each<ErrorCode>(['language-no-webgpu', 'language-no-library', 'language-no-memory', 'model-damaged'])(
    '%s sets the model aside, in words, until something changes',
    async (code) => {
      scripts = [{ load: fails(code) }, {}];
      expect(await ends()).toMatchObject({ code });
      expect(language.state).toMatchObject({ kind: 'failed', trouble: { code } });
      expect(language.offer()).toBeNull();
      expect(language.setAside()?.title).toMatch(/\w/);
      language.reconsider();
      expect(language.offer()).not.toBeNull();
      expect(language.setAside()).toBeNull();
      expect(await ends()).toEqual(done);
    },
  );
  test.each<ErrorCode>(['language-failed', 'language-lost-device'])('%s does not: the next question tries again', async (code) => {
    scripts = [{ complete: fails(code) }, {}];
    expect(await ends()).toMatchObject({ code });
    expect(language.offer()).not.toBeNull();
    expect(await ends()).toEqual(done);
    expect(started).toBe(2);
  });
  test('of the worker itself has words too', async () => {
    scripts = [{ complete: () => Promise.reject(new TypeError('x is not a function')) }];
    expect(await ends()).toMatchObject({ code: 'language-failed' });
  });
  test('a device lost between two questions costs the second one nothing but the loading', async () => {
    let asked = 0;
    scripts = [{ complete: () => ((asked += 1) > 1 ? fails('language-lost-device')() : Promise.resolve(done)) }, {}];
    expect(await ends()).toEqual(done);
    expect(await ends()).toEqual(done);
    expect(started).toBe(2);
  });
  test('a device lost again is said', async () => {
    let asked = 0;
    const lost = fails('language-lost-device');
    scripts = [{ complete: () => ((asked += 1) > 1 ? lost() : Promise.resolve(done)) }, { complete: lost }];
    await ends();
    expect(await ends()).toMatchObject({ code: 'language-lost-device' });
    expect(started).toBe(2);
  });
});

describe('time', () => {
  test.each<[string, Partial<Handlers<LlmApi>>]>([
    ['load', { load: () => never }],
    ['complete', { complete: () => never }],
  ])('a worker that never ends its %s is stopped, in words', async (limit, script) => {
    Object.assign(LIMITS, { [limit]: 30 });
    scripts = [script, {}];
    expect(await ends()).toMatchObject({ code: 'language-slow' });
    expect(await ends()).toEqual(done);
    expect(started).toBe(2);
  });
  test('the person’s stop is heard at once; an engine that does not settle is stopped whole', async () => {
    LIMITS.settle = 30;
    scripts = [{ complete: () => never, settle: () => never }, {}];
    const stop = new AbortController();
    const asking = ends(stop.signal);
    await expect.poll(() => language.state.kind).toBe('working');
    stop.abort();
    expect(await asking).toMatchObject({ name: 'AbortError' });
    await expect.poll(() => language.state.kind).toBe('unloaded');
    expect(await ends()).toEqual(done);
    expect(started).toBe(2);
  });
  test('an engine that settles is kept', async () => {
    let asked = 0;
    scripts = [{ complete: () => ((asked += 1) > 1 ? Promise.resolve(done) : never) }];
    const stop = new AbortController();
    const asking = ends(stop.signal);
    await expect.poll(() => language.state.kind).toBe('working');
    stop.abort();
    await asking;
    await expect.poll(() => language.state.kind).toBe('ready');
    expect(await ends()).toEqual(done);
    expect(started).toBe(1);
  });
});

describe('a tab in the background', () => {
  test('gives back the memory after a while, and the next question loads it again', async () => {
    LIMITS.hidden = 20;
    await ends();
    language.hide(true);
    await expect.poll(() => language.state.kind).toBe('unloaded');
    expect(await ends()).toEqual(done);
    expect(started).toBe(2);
  });
  test('in front again soon, it keeps it', async () => {
    await ends();
    language.hide(true);
    language.hide(false);
    expect(language.state.kind).toBe('ready');
  });
  test('a question that was still running there is told why it ended', async () => {
    LIMITS.hidden = 20;
    scripts = [{ complete: () => never }, {}];
    const asking = ends();
    await expect.poll(() => language.state.kind).toBe('working');
    language.hide(true);
    expect(await asking).toMatchObject({ code: 'language-hidden' });
    language.hide(false);
    expect(await ends()).toEqual(done);
  });
});
