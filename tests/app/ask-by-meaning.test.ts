// Words nobody taught, looked up by meaning, over the worker protocol: the ledger's engine on one side, the page's thread on the other, and
// directions of our own in place of an embedding model's. What is found is offered; the figure comes only when the person chose.
import { beforeAll, expect, test } from 'vitest';
import type { Placed } from '../../src/ask/model/by-meaning.ts';
import type { LedgerCall } from '../../src/app/ledger-link.ts';
import { Thread, type ThreadEmbedding } from '../../src/app/thread.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import { engineWithSample } from '../support/engine-with-sample.ts';

const TODAY = '2026-03-18';
const MODEL = { id: 'directions', alikeFrom: 0.9 };
/** Food lies east, travel north; all else south-west, like nothing asked here. */
const east = /\b(?:nosh|lunches|food|restaurant)/i;
const north = /\b(?:wanderings|travel)/i;
const vectorOf = (text: string) => Float32Array.from(east.test(text) ? [1, 0] : north.test(text) ? [0, 1] : [-1, -1]);
const placed = (texts: readonly string[]): Placed => ({ vectors: texts.map(vectorOf), took: 7 });

let call: LedgerCall;

beforeAll(async () => {
  const engine = await engineWithSample(TODAY);
  call = engine.call;
  const texts = await call('withoutVector', { model: MODEL.id, most: 1000 });
  await call('keepVectors', { model: MODEL.id, vectors: texts.map((text) => ({ text, vector: vectorOf(text) })) });
  return engine.close;
});

function threadWith(embed: ThreadEmbedding['embed'], offer: ThreadEmbedding['offer'] = () => MODEL) {
  const asked: string[][] = [];
  const thread = new Thread({
    call,
    today: () => TODAY,
    locale: () => 'en-GB',
    now: () => 0,
    onended: () => undefined,
    onslow: () => undefined,
    embedding: () => ({
      offer,
      embed: (texts, signal) => {
        asked.push([...texts]);
        return embed(texts, signal);
      },
    }),
  });
  return { thread, asked };
}
const answering = (texts: readonly string[]) => Promise.resolve(placed(texts));
const choicesOf = (thread: Thread) => thread.newest?.answer?.choices.map(({ text }) => text) ?? [];

test.each([
  ['how much did I spend on nosh last month', 'nosh'],
  ['how much dosh went on lunches last month', 'lunches'],
])('"%s": the names that are near are offered, and no figure', async (question, word) => {
  const { thread, asked } = threadWith(answering);
  await thread.ask(question);
  expect(asked).toEqual([[word]]);
  expect(thread.newest).toMatchObject({ state: 'done', answer: { figures: [], evidence: null } });
  expect(choicesOf(thread)).toContain(`“${word}” is Food & Drink`);
  expect(choicesOf(thread).join()).not.toMatch(/Travel|Gas|Amazon/);
});

test('how the names were found stands in the trace', async () => {
  const { thread } = threadWith(answering);
  await thread.ask('how much did I spend on nosh last month');
  const steps = thread.newest?.answer?.trace.map(({ name, kind, detail }) => [name, kind, detail]) ?? [];
  expect(steps).toContainEqual(['embed', 'EMBEDDING', { model: MODEL.id }]);
  expect(steps).toContainEqual(['retrieve', 'RETRIEVER', { by: 'meaning' }]);
});

test('a chosen name is what the word means from then on, and the figure is that of the name', async () => {
  const { thread, asked } = threadWith(answering);
  await thread.ask('how much did I spend on wanderings last month');
  const choice = thread.newest?.answer?.choices.find(({ text }) => text === '“wanderings” is Travel');
  await thread.ask(choice?.question ?? '');
  const taught = thread.newest?.answer?.teach;
  expect(taught).toMatchObject({ phrase: 'wanderings', means: 'Travel' });
  await thread.ask('how much did I spend on wanderings last month');
  const meant = thread.newest?.answer?.figures;
  await thread.ask('how much did I spend on Travel last month');
  expect(meant?.length).toBeGreaterThan(0);
  expect(meant).toEqual(thread.newest?.answer?.figures);
  expect(asked).toHaveLength(1);
});

test.each([
  ['what the rules understand', 'how much did I spend in February'],
  ['an order', 'delete all lunches'],
  ['advice', 'should I spend less on nosh'],
  ['the world', 'who invented nosh'],
])('is asked nothing about %s', async (_, question) => {
  const { thread, asked } = threadWith(answering);
  await thread.ask(question);
  expect([asked, thread.newest?.state]).toEqual([[], 'done']);
});

test('nothing near enough is offered as nothing', async () => {
  const { thread } = threadWith(() => Promise.resolve({ vectors: [Float32Array.from([1, -1])], took: 1 }));
  await thread.ask('how much did I spend on nosh last month');
  const { thread: alone } = threadWith(answering, () => null);
  await alone.ask('how much did I spend on nosh last month');
  expect(thread.newest?.answer?.sentence).toBe(alone.newest?.answer?.sentence);
  expect(choicesOf(thread)).toEqual(choicesOf(alone));
});

test('a model that fails leaves what the rules said, and why', async () => {
  const { thread } = threadWith(() => Promise.reject(new AppError('model-altered', 'changed')));
  await thread.ask('how much did I spend on nosh last month');
  expect(thread.newest).toMatchObject({ state: 'done', modelTrouble: { code: 'model-altered' }, answer: { choices: [] } });
});

test('the rules’ words are there while it looks, and stay when it is stopped', async () => {
  const { thread } = threadWith(
    (_, signal) => new Promise((__, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error))),
  );
  const asking = thread.ask('how much did I spend on nosh last month');
  await expect.poll(() => thread.newest?.model).toBe('looking');
  expect(thread.newest).toMatchObject({ state: 'asking', answer: { choices: [] } });
  thread.stop();
  await asking;
  expect(thread.newest).toMatchObject({ state: 'done', model: 'stopped' });
});
