// What WebLLM is told of our files, what it finds in its caches, and what its failures are called.
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { toLanguageError } from '../../src/language/engine-trouble.ts';
import { addressOf, folderOf, shelfCaches } from '../../src/language/shelf-caches.ts';
import { emptyFile, ModelStore, type ModelRecord } from '../../src/models/store.ts';
import { sha256Of } from '../../src/models/verify.ts';
import { memoryShelf } from '../models/memory-shelf.ts';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

describe('a failure', () => {
  test.each([
    ['WebGPUNotAvailableError', 'WebGPU is not supported in your current environment', 'language-no-webgpu', 'language-no-webgpu'],
    ['Error', 'Unable to find a compatible GPU. This issue might be because', 'language-no-webgpu', 'language-no-webgpu'],
    ['ShaderF16SupportError', 'This model requires WebGPU extension shader-f16', 'language-no-webgpu', 'language-no-webgpu'],
    ['Error', 'Cannot initialize runtime because of requested maxBufferSize exceeds limit.', 'language-no-webgpu', 'language-no-webgpu'],
    ['LinkError', 'WebAssembly.Instance(): Import #12 "env" "x"', 'language-no-library', 'language-no-library'],
    ['CompileError', 'expected magic word 00 61 73 6d', 'language-no-library', 'language-no-library'],
    ['Error', 'Cannot find TVMWasmAllocSpace in exports', 'language-no-library', 'language-no-library'],
    ['RangeError', 'Array buffer allocation failed', 'language-no-memory', 'language-no-memory'],
    ['RangeError', 'WebAssembly.Memory(): could not allocate memory', 'language-no-memory', 'language-no-memory'],
    ['GPUOutOfMemoryError', 'not enough', 'language-no-memory', 'language-no-memory'],
    ['DeviceLostError', 'The WebGPU device was lost while loading the model.', 'language-no-memory', 'language-lost-device'],
    [
      'OperationError',
      'A valid external Instance reference no longer exists: device was lost',
      'language-no-memory',
      'language-lost-device',
    ],
    ['IntegrityError', 'Integrity check failed', 'model-damaged', 'model-damaged'],
    ['TypeError', 'x is not a function', 'language-failed', 'language-failed'],
  ])('%s: %s', (name, message, loading, working) => {
    expect(toLanguageError(named(name, message), 'loading').code).toBe(loading);
    expect(toLanguageError(named(name, message), 'working').code).toBe(working);
  });
  test('one of ours passes as it is', () => {
    const ours = new AppError('model-missing', 'gone');
    expect(toLanguageError(ours, 'loading')).toBe(ours);
  });
});

describe('the caches that WebLLM sees', () => {
  let store: ModelStore;
  let record: ModelRecord;

  beforeEach(async () => {
    store = new ModelStore(memoryShelf());
    const file = { ...emptyFile('tokenizer.json'), sha256: await sha256Of(new Blob(['{"a":1}'])) };
    record = { id: 'tiny', origin: 'download', dtype: 'q4f32', revision: null, ready: true, files: [file, emptyFile('library.wasm')] };
    await store.append(record, file, new Blob(['{"a":1}']));
  });

  test('give a file of the shelf under the address that WebLLM makes of ours', async () => {
    const cache = await shelfCaches(store, () => 'tiny').open('webllm/model');
    const found = await cache.match(new Request(new URL('tokenizer.json', folderOf('tiny')).href));
    expect(await found?.json()).toEqual({ a: 1 });
    expect((await cache.keys()).map(({ url }) => url)).toEqual([addressOf('tiny', 'tokenizer.json'), addressOf('tiny', 'library.wasm')]);
  });
  test('have no file that was not found right, no other model and no other address', async () => {
    const cache = await shelfCaches(store, () => 'tiny').open('webllm/model');
    for (const address of [
      addressOf('tiny', 'library.wasm'),
      addressOf('other', 'tokenizer.json'),
      'https://huggingface.co/tiny/resolve/main/tokenizer.json',
    ])
      expect(await cache.match(address), address).toBeUndefined();
  });
  test('fetch nothing: what is missing is missing by name', async () => {
    const cache = await shelfCaches(store, () => 'tiny').open('webllm/wasm');
    await expect(cache.add(addressOf('tiny', 'library.wasm'))).rejects.toMatchObject({ code: 'language-no-library' });
    await expect(cache.add(addressOf('tiny', 'params_shard_0.bin'))).rejects.toMatchObject({ code: 'model-missing' });
  });
});
