// The catalogue's own promises: no invented hash, no path that leads elsewhere.
import { describe, expect, test } from 'vitest';
import { allFilesOf, catalogue, downloadSize, hostAddress, localPath, reachable } from '../../src/models/catalogue.ts';

describe.each(catalogue.models)('$id', (model) => {
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
