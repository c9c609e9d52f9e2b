// The store contract over IndexedDB in a real Chromium: each call crosses to the page and back.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError, type WireError } from '../../src/base/errors.ts';
import { changedPages, PAGE_SIZE, type Change, type PageStore } from '../../src/ledger/store/page-store.ts';
import { describeStore, image } from '../ledger/store/page-store-contract.ts';
import { bundle, openModulePage, type ModulePage } from '../support/module-page.ts';
import type * as StorePage from './store-page.ts';

declare global {
  var storeModule: typeof StorePage;
}

let script: string;
let opened: ModulePage;
let lastName = 0;

beforeAll(async () => {
  script = await bundle('tests/browser/store-page.ts', 'storeModule');
  opened = await openModulePage(script);
});
afterAll(() => opened.close());

const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

type Outcome<T> = { done: T } | { failed: WireError };

function unwrap<T>(outcome: Outcome<T>): T {
  if ('failed' in outcome) throw AppError.fromWire(outcome.failed);
  return outcome.done;
}

/** A store whose every call opens the database anew, so that nothing is remembered in the page. */
class StoreInPage implements PageStore {
  constructor(
    readonly name: string,
    private readonly isSealed: boolean,
  ) {}

  async load() {
    const outcome = await opened.page.evaluate(
      async ([name, isSealed]): Promise<Outcome<{ generation: number; text: string } | null>> => {
        const store = await globalThis.storeModule.openStore(name, isSealed);
        try {
          const stored = await store.load();
          if (!stored) return { done: null };
          let text = '';
          for (let at = 0; at < stored.bytes.length; at += 4096) text += String.fromCharCode(...stored.bytes.subarray(at, at + 4096));
          return { done: { generation: stored.generation, text: btoa(text) } };
        } catch (error) {
          const { code, message } = error as WireError;
          return { failed: { code, message } };
        } finally {
          store.close();
        }
      },
      [this.name, this.isSealed] as const,
    );
    const stored = unwrap(outcome);
    return stored && { generation: stored.generation, bytes: new Uint8Array(Buffer.from(stored.text, 'base64')) };
  }

  async salvage() {
    return null; // tested over records, which is the same code
  }

  async commit({ generation, image: bytes, pages }: Change) {
    const outcome = await opened.page.evaluate(
      async ({ name, isSealed, text, ...change }): Promise<Outcome<null>> => {
        const store = await globalThis.storeModule.openStore(name, isSealed);
        try {
          const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
          await store.commit({ generation: change.generation, image: bytes, pages: change.pages });
          return { done: null };
        } catch (error) {
          const { code, message } = error as WireError;
          return { failed: { code, message } };
        } finally {
          store.close();
        }
      },
      { name: this.name, isSealed: this.isSealed, generation, text: toText(bytes), pages: [...pages] },
    );
    unwrap(outcome);
  }

  async erase() {
    await opened.page.evaluate(async ([name, isSealed]) => (await globalThis.storeModule.openStore(name, isSealed)).erase(), [
      this.name,
      this.isSealed,
    ] as const);
  }

  close(): void {
    // each call closes after itself
  }
}

const make = async (isSealed = false) => {
  lastName += 1;
  return new StoreInPage(`store ${lastName}`, isSealed);
};

describeStore('a store in IndexedDB', () => make());
describeStore('a sealed store in IndexedDB', () => make(true));

describe('damage is told, never loaded', () => {
  const damages: Record<string, string> = {
    'a changed byte of a chunk': `store('chunk').openCursor().onsuccess = ({ target }) => {
      const block = target.result.value; block.bytes[777] ^= 1; target.result.update(block); }`,
    'a changed byte of a patch': `store('patch').openCursor().onsuccess = ({ target }) => {
      const block = target.result.value; block.bytes[777] ^= 1; target.result.update(block); }`,
    'a missing chunk': `store('chunk').delete(1)`,
    'a missing patch': `store('patch').clear()`,
    'a missing head': `store('head').clear()`,
    'a chunk cut short': `store('chunk').openCursor().onsuccess = ({ target }) => {
      const block = target.result.value; block.bytes = block.bytes.slice(0, 4096); target.result.update(block); }`,
  };
  test.each(Object.entries(damages))('%s', async (_, script) => {
    const store = await make();
    const first = image(...Array.from({ length: 40 }, (__, at) => at));
    const second = image(...Array.from({ length: 41 }, (__, at) => (at === 3 ? 99 : at)));
    await store.commit({ generation: 1, image: first, pages: changedPages(null, first) });
    await store.commit({ generation: 2, image: second, pages: changedPages(first, second) });
    await opened.page.evaluate(
      `new Promise((done, fail) => {
        const request = indexedDB.open(${JSON.stringify(store.name)});
        request.onsuccess = () => {
          const db = request.result;
          const writing = db.transaction(['chunk', 'patch', 'head'], 'readwrite');
          const store = (name) => writing.objectStore(name);
          ${script};
          writing.oncomplete = () => { db.close(); done(null); };
          writing.onabort = () => fail(writing.error);
        };
      })`,
    );
    await expect(store.load()).rejects.toMatchObject({ code: 'ledger-damaged' });
  });
});

test('a full disk is said so, and what was there stays', async () => {
  const shared = opened;
  opened = await openModulePage(script); // an origin of its own: Chromium remembers for a while how much room there was
  try {
    const session = await opened.page.context().newCDPSession(opened.page);
    const { origin } = new URL(opened.page.url());
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    const store = await make();
    const first = image(1, 2, 3);
    await store.commit({ generation: 1, image: first, pages: [0, 1, 2] });
    const large = new Uint8Array(randomBytes(1000 * PAGE_SIZE)); // Chromium would press equal bytes into nearly nothing
    const change = { generation: 2, image: large, pages: changedPages(first, large) };
    await expect(store.commit(change)).rejects.toMatchObject({ code: 'storage-full' });
    expect((await store.load())?.generation).toBe(1);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await store.commit(change);
    expect((await store.load())?.generation).toBe(2);
  } finally {
    await opened.close();
    opened = shared;
  }
});
