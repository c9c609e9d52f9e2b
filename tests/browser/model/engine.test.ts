// WebLLM's real engine in Chromium, on software graphics, with files that are whole but for a model: what it reads and checks on the way,
// and what becomes of it when a file is wrong, the device goes, or the memory ends.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SOFTWARE_GRAPHICS } from '../../support/chromium.ts';
import { bundle, openModulePage, type ModulePage } from '../../support/module-page.ts';
import { TINY, tinyFiles, tinyLibrary } from '../../support/tiny-language.ts';
import type * as EnginePage from './engine-page.ts';

declare global {
  var engineModule: typeof EnginePage;
}

let script: string;
let opened: ModulePage;
beforeAll(async () => {
  script = await bundle('tests/browser/model/engine-page.ts', 'engineModule');
  opened = await openModulePage(script, SOFTWARE_GRAPHICS);
});
afterAll(() => opened.close());

/** What asks for a call that no engine has. */
const linking = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 9, 1, 3, 101, 110, 118, 1, 120, 0, 0]);

/** Memory, and nothing else. */
const empty = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 10, 1, 6, 109, 101, 109, 111, 114, 121, 2, 0]);

const given = (changes: Record<string, Uint8Array | null> = {}) =>
  Object.entries({ ...tinyFiles, 'library.wasm': tinyLibrary, ...changes }).flatMap(([path, bytes]) =>
    bytes
      ? [{ path, bytes: Buffer.from(bytes).toString('base64'), sha256: createHash('sha256').update(bytes).digest('hex') as string | null }]
      : [],
  );
const bring = (files: EnginePage.GivenFile[], page = opened.page) =>
  page.evaluate(([id, each]) => engineModule.bring(id, each), [TINY.id, files] as const);
const load = (page = opened.page) => page.evaluate((id) => engineModule.load(id), TINY.id);
const readSoFar = () => opened.page.evaluate(() => engineModule.readSoFar());

/** Where files without a model end: the library has no machine to make. */
const THE_MODEL = /^language-failed/;

beforeEach(() => bring(given()));

test('reads the configuration, the library, the tokenizer, the list and every part from the shelf, up to the model itself', async () => {
  expect(await load()).toMatch(THE_MODEL);
  const reads = await readSoFar();
  expect(reads.filter((path, at) => reads.indexOf(path) === at)).toEqual([
    'mlc-chat-config.json',
    'library.wasm',
    'tokenizer.json',
    'tensor-cache.json',
    'params_shard_0.bin',
    'params_shard_1.bin',
  ]);
  expect(await opened.page.evaluate(() => engineModule.hasDevice())).toBe(true);
});

describe('a file', () => {
  const other = (path: string) => given().map((file) => (file.path === path ? { ...file, sha256: 'ab'.repeat(32) } : file));
  test.each(given().map(({ path }) => path))('%s of another hash than was recorded is refused', async (path) => {
    await bring(other(path));
    expect(await load()).toMatch(/^model-altered/);
  });
  test('that was never found right is not there', async () => {
    await bring(given().map((file) => (file.path === 'tokenizer.json' ? { ...file, sha256: null } : file)));
    expect(await load()).toMatch(/^model-missing/);
  });
  test.each<[string, Record<string, Uint8Array | null>, RegExp]>([
    ['no library', { 'library.wasm': null }, /^language-no-library/],
    ['a library that is none', { 'library.wasm': new TextEncoder().encode('<html>') }, /^language-no-library/],
    ['a library for another engine', { 'library.wasm': linking }, /^language-no-library/],
    ['a library without what the engine calls', { 'library.wasm': empty }, /^language-no-library/],
    ['no part of the weights', { 'params_shard_1.bin': null }, /^model-missing/],
    ['a tokenizer that is none', { 'tokenizer.json': new TextEncoder().encode('{}') }, /^language-failed/],
    ['a configuration that is none', { 'mlc-chat-config.json': new TextEncoder().encode('<html>') }, /^language-failed/],
  ])('%s', async (_, changes, end) => {
    await bring(given(changes));
    expect(await load()).toMatch(end);
  });
});

describe('while it is loaded', () => {
  /** What becomes of a load that has come as far as this file when something happens. */
  async function atTheReadingOf(path: string, act: () => Promise<unknown>): Promise<string> {
    await opened.page.evaluate((held) => engineModule.hold(held), path);
    const loading = load();
    await expect.poll(readSoFar).toContain(path);
    await act();
    return loading;
  }
  const letGo = () => opened.page.evaluate(() => engineModule.letGo());

  test('a stop is heard, and the next load begins afresh', async () => {
    const ended = await atTheReadingOf('params_shard_0.bin', async () => {
      await opened.page.evaluate(() => engineModule.stop());
      await letGo();
    });
    expect(ended).toBe('AbortError');
    await bring(given());
    expect(await load()).toMatch(THE_MODEL);
  });

  test('a full graphics memory ends it at once', async () => {
    expect(await atTheReadingOf('params_shard_1.bin', () => opened.page.evaluate(() => void engineModule.fillDevice()))).toMatch(
      /^language-no-memory/,
    );
    await letGo();
  });

  test('a lost device ends it at once, and the next load has a new one', async () => {
    const ended = await atTheReadingOf('params_shard_1.bin', async () => {
      const session = await opened.browser.context.browser()?.newBrowserCDPSession();
      await session?.send('Browser.crashGpuProcess');
    });
    expect(ended).toMatch(/^language-(lost-device|no-memory)/);
    await letGo();
    const again = async () => {
      await bring(given());
      return load();
    };
    await expect.poll(again).toMatch(THE_MODEL); // the browser starts its graphics anew in its own time
  });
});

test('without WebGPU it says so', async () => {
  const plain = await openModulePage(script);
  try {
    await bring(given(), plain.page);
    expect(await load(plain.page)).toMatch(/^language-no-webgpu/);
  } finally {
    await plain.close();
  }
});
