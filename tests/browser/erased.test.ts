// What is left on the disk of a database that was erased: nothing of its words, however often, beside others that stay. How the ledger's
// own is erased is in locked.test.ts. Waited for is that the words are gone; that they never go fails.
import { expect, test } from 'vitest';
import { searchFiles } from '../support/disk-search.ts';
import { bundle, openModulePage } from '../support/module-page.ts';
import type * as StorePage from './store-page.ts';

declare global {
  var storeModule: typeof StorePage;
}

const ROUNDS = 6;

test(`erased ${ROUNDS} times, no word of it is found in the browser's files`, async () => {
  const opened = await openModulePage(await bundle('tests/browser/store-page.ts', 'storeModule'));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const words = ['Quetzalcafe', 'Wimbrelbooks', 'Zygomarket'].map((word) => `${word} ${round}.`);
      await opened.page.evaluate(write, { name: `ledger ${round}`, words });
      const found = async () => [...(await searchFiles(opened.profile, words)).keys()].sort(); // a file may be moved while it is read
      await expect.poll(found, { message: 'the search can find' }).toEqual(words);
      await opened.page.evaluate(async (name) => (await globalThis.storeModule.openStore(name, false)).erase(), `ledger ${round}`);
      await expect.poll(async () => [...(await searchFiles(opened.profile, words)).keys()], { message: `round ${round}` }).toEqual([]);
    }
    const beside = await opened.page.evaluate(async () => (await globalThis.storeModule.openStore('beside', false)).load());
    expect(beside?.generation).toBe(ROUNDS);
  } finally {
    await opened.close();
  }
});

/** In the page: a first state in chunks and some small ones over it, each with the words, and one commit to a store that stays. */
async function write({ name, words }: { name: string; words: string[] }): Promise<void> {
  const page = 4096;
  const imageOf = (length: number) => {
    const image = crypto.getRandomValues(new Uint8Array(length * page));
    for (let at = 0; at < length; at += 1) image.set(new TextEncoder().encode(words.join(' ')), at * page + 100);
    return image;
  };
  const store = await globalThis.storeModule.openStore(name, false);
  let image = imageOf(12);
  await store.commit({ generation: 1, image, pages: [...Array(12).keys()] });
  for (let generation = 2; generation < 20; generation += 1) {
    image = image.slice();
    image.set(imageOf(2), (generation % 10) * page);
    await store.commit({ generation, image, pages: [generation % 10, (generation % 10) + 1] });
  }
  store.close();
  const beside = await globalThis.storeModule.openStore('beside', false);
  const generation = ((await beside.load())?.generation ?? 0) + 1;
  await beside.commit({ generation, image: new Uint8Array(page).fill(generation), pages: [0] });
}
