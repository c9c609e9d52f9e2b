// What every store must do. Each implementation runs this suite.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changedPages, PAGE_SIZE, type PageStore, type StoredImage } from '../../../src/ledger/store/page-store.ts';

/** An image whose pages each hold one number. */
export function image(...pages: number[]): Uint8Array {
  const bytes = new Uint8Array(pages.length * PAGE_SIZE);
  for (const [at, value] of pages.entries()) bytes.fill(value, at * PAGE_SIZE, (at + 1) * PAGE_SIZE);
  return bytes;
}

/** Short enough to compare and to print: vitest compares long arrays number by number. */
const summary = (stored: StoredImage | null) => stored && { generation: stored.generation, ...digest(stored.bytes) };
const digest = (bytes: Uint8Array) => ({ size: bytes.length, sha: createHash('sha256').update(bytes).digest('hex') });

export function describeStore(name: string, make: () => Promise<PageStore>): void {
  describe(`${name} keeps the ledger's pages`, () => {
    let store: PageStore;
    let before: Uint8Array | null;
    let generation: number;
    const commit = async (next: Uint8Array) => {
      generation += 1;
      await store.commit({ generation, image: next, pages: changedPages(before, next) });
      before = next;
    };

    beforeEach(async () => {
      store = await make();
      before = null;
      generation = 0;
    });

    test('nothing is there before the first commit', async () => {
      expect(await store.load()).toBeNull();
    });

    test('what was committed is loaded, whole, with its generation', async () => {
      await commit(image(1, 2, 3));
      await commit(image(1, 9, 3));
      await commit(image(1, 9, 3, 4, 5));
      expect(summary(await store.load())).toEqual({ generation: 3, ...digest(image(1, 9, 3, 4, 5)) });
    });

    test.each([
      ['growing and shrinking', [3, 40, 5, 17, 16, 1, 33]],
      ['by many pages', [300, 2, 290, 291, 20]],
    ])('%s', async (_, sizes) => {
      for (const [round, size] of sizes.entries()) {
        await commit(image(...Array.from({ length: size }, (__, at) => (at * 7 + round) % 251)));
        expect(summary(await store.load())).toEqual({ generation: round + 1, ...digest(before ?? new Uint8Array()) });
      }
    });

    test('many small commits are all there', async () => {
      const pages = Array.from({ length: 60 }, (_, at) => at);
      await commit(image(...pages));
      for (let round = 0; round < 60; round += 1) {
        pages[(round * 37) % pages.length] = (round * 11) % 256;
        if (round % 6 === 0) pages.push(round % 256);
        await commit(image(...pages));
      }
      expect(summary(await store.load())).toEqual({ generation: 61, ...digest(image(...pages)) });
    });

    test.each([0, 1, 3])('a commit of generation %i after the first is refused and changes nothing', async (wrong) => {
      await commit(image(1, 2));
      await expect(store.commit({ generation: wrong, image: image(9, 9), pages: [0, 1] })).rejects.toMatchObject({ code: 'ledger-in-use' });
      expect(summary(await store.load())).toEqual({ generation: 1, ...digest(image(1, 2)) });
    });

    test('what the caller does to an image afterwards changes nothing', async () => {
      const mine = image(1, 2);
      await commit(mine);
      mine.fill(7);
      (await store.load())?.bytes.fill(8);
      expect(summary(await store.load())).toEqual({ generation: 1, ...digest(image(1, 2)) });
    });

    test('erased, it is as at first', async () => {
      await commit(image(1, 2));
      await store.erase();
      expect(await store.load()).toBeNull();
      before = null;
      generation = 0;
      await commit(image(5));
      expect(summary(await store.load())).toEqual({ generation: 1, ...digest(image(5)) });
    });
  });
}
