// What stands in the list of models is what is on the device, however reading it and working on it cross.
import { expect, test } from 'vitest';
import { ModelRows } from '../../src/app/model-rows.svelte.ts';
import { catalogue, voiceModelsOf } from '../../src/models/catalogue.ts';
import { ModelStore, type ModelRecord } from '../../src/models/store.ts';
import { memoryShelf } from '../models/memory-shelf.ts';

const models = voiceModelsOf(catalogue).slice(0, 1);
const ID = models[0]?.id ?? '';
const here: ModelRecord = { id: ID, origin: 'own-files', dtype: 'q8', revision: null, ready: true, files: [] };

/** The first reading of the store ends when `go` is called, with what it found when it began. */
class SlowStore extends ModelStore {
  #isFirst = true;
  go: (() => void) | null = null;
  override async record(id: string): Promise<ModelRecord | null> {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const found = await super.record(id);
    if (isFirst) await new Promise<void>((done) => (this.go = done));
    return found;
  }
}

function rowsOn(store: ModelStore) {
  return new ModelRows(
    {
      store,
      fetch: () => Promise.reject(new Error('nothing is fetched')),
      porter: () => Promise.resolve(),
      locks: { request: ((_name: string, _options: object, act: (lock: object) => Promise<void>) => act({})) as never },
      shelf: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
      clock: () => 0,
      keep: () => Promise.resolve(),
      onstored: () => undefined,
      onready: () => undefined,
    },
    { models, chosen: 'chosen', find: () => Promise.reject(new Error('not asked for')) },
  );
}

test('a model removed while the list was being read does not come back into it', async () => {
  const store = new SlowStore(memoryShelf());
  await store.save(here);
  const rows = rowsOn(store);
  const looking = rows.look();
  await expect.poll(() => store.go).not.toBeNull();
  await rows.remove(ID);
  store.go?.();
  await looking;
  expect([rows.active, rows.rows[0]?.record, rows.known]).toEqual([null, null, true]);
});

test('what nobody worked on meanwhile is read as it is', async () => {
  const store = new SlowStore(memoryShelf());
  await store.save(here);
  const rows = rowsOn(store);
  const looking = rows.look();
  await expect.poll(() => store.go).not.toBeNull();
  store.go?.();
  await looking;
  expect(rows.active?.id).toBe(ID);
});
