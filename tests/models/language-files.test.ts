// A language model's files: parts that a list names, downloaded and held to that list; brought from disk; and which model to begin with.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogue, languageModelsOf, type Catalogue, type LanguageModelEntry } from '../../src/models/catalogue.ts';
import { downloadModel } from '../../src/models/download.ts';
import { findLanguageModel } from '../../src/models/own-language-files.ts';
import { readParts } from '../../src/models/part-list.ts';
import { runErrand } from '../../src/models/porter.ts';
import { ModelStore } from '../../src/models/store.ts';
import { suggestLanguageModel } from '../../src/models/suggest.ts';
import { startHost, type ModelHost } from '../support/model-host.ts';
import { memoryShelf } from './memory-shelf.ts';

const SCOPE = 'http://app.invalid/';
const languageModels = languageModelsOf(catalogue);
const model = languageModels.find(({ id }) => id === 'smollm2-360m-q4f32') as LanguageModelEntry;

const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');
const parts = [0, 1, 2].map((number) => Uint8Array.from({ length: 50_000 + number }, (_, at) => (at * 31 + number) & 255));
const list = (changes: object = {}) =>
  text({
    metadata: {},
    records: parts.map((bytes, number) => ({
      dataPath: `params_shard_${number}.bin`,
      nbytes: bytes.length,
      md5sum: md5(bytes),
      ...(number === 1 ? changes : {}),
    })),
  });
const files = (): Record<string, Uint8Array> => ({
  'mlc-chat-config.json': text({ conv_template: {}, quantization: 'q4f32_1' }),
  'tokenizer.json': text({}),
  'tensor-cache.json': list(),
  'SmolLM2-360M-Instruct-q4f32_1_cs1k-webgpu.wasm': Uint8Array.of(0, 97, 115, 109),
  ...Object.fromEntries(parts.map((bytes, number) => [`params_shard_${number}.bin`, bytes])),
});

describe('a download', () => {
  let host: ModelHost;
  let contents: Record<string, Uint8Array>;
  let store: ModelStore;
  let here: Catalogue;

  beforeEach(async () => {
    contents = files();
    host = await startHost((path) => contents[path.split('/').at(-1) ?? ''] ?? null);
    store = new ModelStore(memoryShelf());
    const local = (address: string) => address.replace(/^https:\/\/[^/]+/, host.url);
    here = {
      ...catalogue,
      hosts: Object.fromEntries(Object.entries(catalogue.hosts).map(([name, each]) => [name, { ...each, address: local(each.address) }])),
    };
  });
  afterEach(() => host.close());

  const download = () =>
    downloadModel(model, 'q4f32', {
      store,
      fetch: (path, init) => runErrand(new Request(SCOPE + path, init), SCOPE, here, fetch),
      clock: () => performance.now(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });

  test('fetches what the list names, the library from its own host, and says by whose word the parts are right', async () => {
    const record = await download();
    expect(record.ready).toBe(true);
    expect(record.files.map(({ path, vouched }) => [path, vouched])).toEqual([
      ['mlc-chat-config.json', 'first-seen'],
      ['tokenizer.json', 'first-seen'],
      ['tensor-cache.json', 'first-seen'],
      ['library.wasm', 'first-seen'],
      ['params_shard_0.bin', 'list'],
      ['params_shard_1.bin', 'list'],
      ['params_shard_2.bin', 'list'],
    ]);
    expect(host.heard.some((line) => line.includes('/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/'))).toBe(true);
  });

  test('a part that the list tells otherwise is thrown away, and only that part is fetched again', async () => {
    host.faults.set('params_shard_1.bin', { corrupt: true });
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
    host.faults.clear();
    host.heard.length = 0;
    expect((await download()).ready).toBe(true);
    expect(host.heard.map((line) => /params_shard_\d|json|wasm/.exec(line)?.[0])).toEqual(['params_shard_1', 'params_shard_2']);
  });

  test('a part of another length is damaged though nobody tells its hash', async () => {
    contents['tensor-cache.json'] = list({ nbytes: 49_000, md5sum: undefined });
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
  });

  test('cut off within a part, it goes on from there', async () => {
    host.faults.set('params_shard_2.bin', { cutAfter: 20_000 });
    await expect(download()).rejects.toMatchObject({ code: 'model-cut' });
    host.heard.length = 0;
    await download();
    expect(host.heard).toEqual([expect.stringMatching(/params_shard_2\.bin bytes=\d{4,}-$/)]);
  });
});

describe('a list of parts', () => {
  test.each([
    ['no JSON', 'not json'],
    ['nothing', '{}'],
    ['no parts', '{"records":[]}'],
    ['a path that leads elsewhere', '{"records":[{"dataPath":"../../rows","nbytes":1}]}'],
    ['an address', '{"records":[{"dataPath":"https://elsewhere.invalid/x","nbytes":1}]}'],
    ['no length', '{"records":[{"dataPath":"params_shard_0.bin"}]}'],
    ['null', '{"records":[null]}'],
  ])('with %s is refused', (_, given) => {
    expect(() => readParts(model, given)).toThrow(expect.objectContaining({ code: 'model-damaged' }));
  });
});

describe('files from disk', () => {
  const chosen = (changes: Record<string, Uint8Array | null> = {}) =>
    Object.entries({ ...files(), ...changes }).flatMap(([name, bytes]) =>
      bytes ? [{ name: `folder/${name}`, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) }] : [],
    );

  test('are found by their names; the library by being one', async () => {
    const { dtype, files: found } = await findLanguageModel(chosen(), model);
    expect(dtype).toBe('q4f32');
    expect(found.map(({ path }) => path)).toContain('library.wasm');
    expect(found).toHaveLength(7);
  });
  test('the older name of the list is taken too', async () => {
    const { files: found } = await findLanguageModel(chosen({ 'tensor-cache.json': null, 'ndarray-cache.json': list() }), model);
    expect(found.map(({ path }) => path)).toContain('tensor-cache.json');
  });
  test('what is missing is named', async () => {
    const given = chosen({ 'params_shard_2.bin': null, 'SmolLM2-360M-Instruct-q4f32_1_cs1k-webgpu.wasm': null });
    await expect(findLanguageModel(given, model)).rejects.toMatchObject({
      code: 'language-not-whole',
      detail: { missing: ['library.wasm', 'params_shard_2.bin'] },
    });
  });
  test('weights of another precision belong to another model', async () => {
    const given = chosen({ 'mlc-chat-config.json': text({ conv_template: {}, quantization: 'q4f16_1' }) });
    await expect(findLanguageModel(given, model)).rejects.toMatchObject({ code: 'language-other' });
  });
  test('a part that differs from the list is refused', async () => {
    const given = chosen({ 'params_shard_1.bin': Uint8Array.from({ length: 50_001 }) });
    await expect(findLanguageModel(given, model)).rejects.toMatchObject({ code: 'model-damaged' });
  });
});

describe('which to begin with', () => {
  const graphics = { isFallback: false, halfPrecision: true, largestBuffer: 4 * 1024 ** 3 };
  const suggest = (changes: Partial<typeof graphics>, memory: number | null) =>
    suggestLanguageModel(languageModels, { ...graphics, ...changes }, memory)?.id ?? null;

  test.each([
    ['a desktop with room', {}, 16, 'qwen2.5-coder-3b-q4f16'],
    ['a common laptop', {}, 8, 'qwen2.5-coder-1.5b-q4f16'],
    ['one without half precision', { halfPrecision: false }, 8, 'qwen2.5-coder-1.5b-q4f32'],
    ['four gigabytes', {}, 4, 'qwen2.5-coder-0.5b-q4f16'],
    ['a small phone', {}, 2, 'smollm2-360m-q4f16'],
    ['a very small one', {}, 1, null],
    ['a browser that tells no memory, with large buffers', {}, null, 'qwen2.5-coder-1.5b-q4f16'],
    ['a browser that tells no memory, with small buffers', { largestBuffer: 1024 ** 3 }, null, 'qwen2.5-coder-0.5b-q4f16'],
    ['graphics computed on the processor', { isFallback: true }, 16, null],
  ])('%s', (_, changes, memory, id) => {
    expect(suggest(changes, memory)).toBe(id);
  });
  test('without WebGPU, none', () => expect(suggestLanguageModel(languageModels, null, 16)).toBeNull());
});
