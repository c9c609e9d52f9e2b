// The catalogue's own promises: no invented hash, no path that leads elsewhere.
import { describe, expect, test } from 'vitest';
import {
  allFilesOf,
  catalogue,
  downloadSize,
  hostAddress,
  languageModelsOf,
  localPath,
  reachable,
  voiceModelsOf,
} from '../../src/models/catalogue.ts';

const whispers = voiceModelsOf(catalogue);
const languageModels = languageModelsOf(catalogue);

test('each has a name of its own', () => {
  expect(new Set(catalogue.models.map(({ id }) => id)).size).toBe(catalogue.models.length);
});

describe.each(languageModels)('$id', (model) => {
  test('every file and every numbered part has one address; nothing else has', () => {
    const at = (path: string) => hostAddress(catalogue, `models/${model.id}/${path}`);
    const own = `https://huggingface.co/${model.repo}/resolve/main/`;
    expect(model.repo).toMatch(/^mlc-ai\/[\w.-]+-q4f(16|32)_1-MLC$/);
    for (const path of ['mlc-chat-config.json', 'tokenizer.json', 'tensor-cache.json', 'params_shard_0.bin', 'params_shard_83.bin'])
      expect(at(path)).toBe(own + path);
    expect(at('library.wasm')).toMatch(
      /^https:\/\/raw\.githubusercontent\.com\/mlc-ai\/binary-mlc-llm-libs\/main\/web-llm-models\/v0_2_86\/base\/[\w.-]+-q4f(16|32)_1_cs1k-webgpu\.wasm$/,
    );
    for (const path of [
      'params_shard_999.bin',
      'params_shard_-1.bin',
      'params_shard_1.bin/../x',
      'README.md',
      '../rows',
      'params_shard_1.bin?a=1',
    ])
      expect(at(path), path).toBeNull();
  });
  test('tells its memory, licence and context', () => {
    expect(model.memoryBytes).toBeGreaterThan(3e8);
    expect(model.licence).not.toBe('');
    expect(model.contextTokens).toBe(4096);
    expect(downloadSize(model, model.dtype).bytes).toBeLessThan(model.memoryBytes);
  });
});

describe.each(whispers)('$id', (model) => {
  test('a hash stands only with a length and a named source', () => {
    for (const { path, bytes, sha256, source } of allFilesOf(model)) {
      expect(sha256 === null, path).toBe(source === null);
      expect(path).toMatch(/^(onnx\/)?[a-z0-9_]+\.(json|onnx)$/);
      if (sha256 === null) continue;
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(bytes).toBeGreaterThan(0);
      expect(Object.keys(catalogue.sources)).toContain(source);
    }
  });
  test('every file has one address, on the host named', () => {
    for (const file of allFilesOf(model)) {
      const address = hostAddress(catalogue, localPath(model, file));
      expect(address).toBe(`https://huggingface.co/${model.repo}/resolve/${model.revision}/${file.path}`);
    }
  });
  test('the first weights run on every device', () => {
    expect(model.weights[0]?.devices).toEqual(['wasm']);
  });
  test('its size is told, or judged within a tenth of what is known of its family', () => {
    for (const { dtype } of model.weights) {
      const { bytes, exact } = downloadSize(model, dtype);
      expect(bytes).toBeGreaterThan(2e7);
      const unknown = {
        ...model,
        weights: model.weights.map((each) => ({ ...each, files: each.files.map((file) => ({ ...file, bytes: null })) })),
      };
      if (exact) expect(Math.abs(downloadSize(unknown, dtype).bytes / bytes - 1)).toBeLessThan(0.1);
    }
  });
});

test('known sizes are those of the source', () => {
  const tiny = catalogue.models.find(({ id }) => id === 'whisper-tiny');
  expect(tiny && downloadSize(tiny, 'q8')).toEqual({ bytes: 10_124_910 + 30_727_765, exact: true });
});

test('only secure origins may be reached', () => {
  expect(reachable(catalogue).every((origin) => origin.startsWith('https://'))).toBe(true);
});
