// The page's side of looking up by meaning: which names are placed, when, and what becomes of trouble. The worker is scripted.
import { expect, test } from 'vitest';
import { Embedding } from '../../src/app/embedding.svelte.ts';
import { EmbeddingModels } from '../../src/app/embedding-models.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import type { StartedEmbedding } from '../../src/app/workers.ts';
import { emptyFile, ModelStore } from '../../src/models/store.ts';
import { memoryShelf } from '../models/memory-shelf.ts';
import { fakeLedger } from '../ui/support/fake-ledger.ts';

const ID = 'all-MiniLM-L6-v2';
const names = (count: number) => Array.from({ length: count }, (_, at) => `Payee ${at}`);

async function embeddingOf(given: { lacking: string[]; isHere?: boolean; fails?: AppError }) {
  const store = new ModelStore(memoryShelf());
  if (given.isHere ?? true)
    await store.save({
      id: ID,
      origin: 'own-files',
      dtype: 'q8',
      revision: null,
      ready: true,
      files: [{ ...emptyFile('config.json'), sha256: 'a' }],
    });
  const kept: string[] = [];
  const asked: string[] = [];
  const ledger = fakeLedger({
    withoutVector: ({ most }) => given.lacking.filter((name) => !kept.includes(name)).slice(0, most),
    keepVectors: ({ vectors }) => {
      kept.push(...vectors.map(({ text }) => text));
      return null;
    },
  });
  const call = (async (method: string, input: { texts?: readonly string[] }) => {
    asked.push(method);
    if (given.fails) throw given.fails;
    return method === 'embed' ? (input.texts ?? []).map(() => new Float32Array(2)) : null;
  }) as unknown as StartedEmbedding['call'];
  const models = new EmbeddingModels({
    store,
    fetch: () => Promise.reject(new Error('no network')),
    porter: () => Promise.resolve(),
    locks: { request: () => Promise.reject(new Error('no locks')) } as unknown as Pick<LockManager, 'request'>,
    shelf: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    clock: () => 0,
    keep: () => Promise.resolve(),
    onstored: () => undefined,
    onready: () => undefined,
  });
  await models.look();
  let stopped = 0;
  const embedding = new Embedding({ models, call: ledger.call, startWorker: () => ({ call, stop: () => (stopped += 1) }), clock: () => 0 });
  return { embedding, kept, asked, ledger, stopped: () => stopped };
}

test('every name that has no vector gets one, in few changes of the ledger', async () => {
  const { embedding, kept, ledger } = await embeddingOf({ lacking: names(600) });
  await embedding.keepUp();
  expect(kept).toEqual(names(600));
  expect(ledger.called.filter(({ method }) => method === 'keepVectors')).toHaveLength(3);
  expect([embedding.placing, embedding.trouble]).toEqual([false, null]);
});

test('without a model nothing is asked of the ledger, and no question is told of one', async () => {
  const { embedding, asked, ledger } = await embeddingOf({ lacking: names(3), isHere: false });
  await embedding.keepUp();
  expect([asked, ledger.called, embedding.offer()]).toEqual([[], [], null]);
});

test('with all names placed the worker is not even started', async () => {
  const { embedding, asked } = await embeddingOf({ lacking: [] });
  await embedding.keepUp();
  expect(asked).toEqual([]);
});

test('a model that will not run is said, offered no more, and tried again when asked to', async () => {
  const { embedding, asked, stopped } = await embeddingOf({ lacking: names(3), fails: new AppError('model-altered', 'changed') });
  await embedding.keepUp();
  expect(embedding.trouble).toMatchObject({ code: 'model-altered' });
  expect([embedding.offer(), stopped()]).toEqual([null, 1]);
  embedding.reconsider();
  await embedding.keepUp();
  expect(asked).toEqual(['load', 'load']);
});

test('two changes at once are kept up with once more, not side by side', async () => {
  const { embedding, asked } = await embeddingOf({ lacking: names(3) });
  await Promise.all([embedding.keepUp(), embedding.keepUp()]);
  expect(asked).toEqual(['load', 'embed']);
});
