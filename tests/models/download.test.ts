// A download as the world treats it: cut off, resumed another day, corrupted, replaced on the host, refused, and a full disk.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue, CatalogueModel } from '../../src/models/catalogue.ts';
import { downloadModel, type Progress } from '../../src/models/download.ts';
import { PORTER_MARK, runErrand } from '../../src/models/porter.ts';
import { heldBytes, ModelStore } from '../../src/models/store.ts';
import { startHost, type ModelHost } from '../support/model-host.ts';
import { memoryShelf, type MemoryShelf } from './memory-shelf.ts';

const SCOPE = 'http://app.invalid/';
const BIG = 9_000_000; // more than two parts
const encoder = Uint8Array.from({ length: BIG }, (_, at) => (at * 7 + (at >> 9)) & 255);
const contents: Record<string, Uint8Array> = {
  'config.json': new TextEncoder().encode('{"model_type":"whisper"}'),
  'onnx/encoder_model_quantized.onnx': encoder,
};
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let host: ModelHost;
let shelf: MemoryShelf;
let store: ModelStore;
let model: CatalogueModel;
let catalogue: Catalogue;

beforeEach(async () => {
  host = await startHost((path) => contents[path.replace('/someone/tiny/resolve/main/', '')] ?? null);
  shelf = memoryShelf();
  store = new ModelStore(shelf);
  model = {
    id: 'tiny',
    name: 'Tiny',
    kind: 'whisper',
    languages: 'en',
    parameters: 9e6,
    memoryBytes: 1e8,
    licence: 'MIT',
    host: 'here',
    repo: 'someone/tiny',
    revision: 'main',
    common: [{ path: 'config.json', bytes: null, sha256: null, source: null }],
    weights: [
      {
        dtype: 'q8',
        devices: ['wasm'],
        files: [{ path: 'onnx/encoder_model_quantized.onnx', bytes: BIG, sha256: sha(encoder), source: 'test' }],
      },
    ],
  };
  catalogue = {
    hosts: { here: { name: 'Here', address: `${host.url}/{repo}/resolve/{revision}/{file}`, reaches: [host.url] } },
    sources: { test: 'this test' },
    models: [model],
  };
});
afterEach(() => host.close());

const download = (options: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {}) =>
  downloadModel(model, 'q8', {
    store,
    fetch: (path, init) => runErrand(new Request(SCOPE + path, init), SCOPE, catalogue, fetch),
    clock: () => performance.now(),
    signal: options.signal ?? new AbortController().signal,
    onProgress: options.onProgress ?? (() => undefined),
  });

const stored = async () => {
  const record = await store.record('tiny');
  const file = record?.files.find(({ path }) => path.endsWith('.onnx'));
  return { record, file, bytes: file && (await store.read('tiny', file)) };
};
const fileIs = (path: string, changes: object) => {
  for (const file of [...model.common, ...model.weights.flatMap(({ files }) => files)])
    if (file.path === path) Object.assign(file, changes);
};

describe('a download', () => {
  test('arrives whole, is vouched for, and says by whom', async () => {
    const told: Progress[] = [];
    const record = await download({ onProgress: (progress) => told.push(progress) });
    expect(record.ready).toBe(true);
    expect(record.revision).toBe('c0ffee');
    expect(record.files.map(({ path, vouched }) => [path, vouched])).toEqual([
      ['config.json', 'first-seen'],
      ['onnx/encoder_model_quantized.onnx', 'catalogue'],
    ]);
    const { bytes } = await stored();
    expect(sha(new Uint8Array((await bytes?.arrayBuffer()) ?? new ArrayBuffer()))).toBe(sha(encoder));
    expect(told.at(-1)).toMatchObject({ done: BIG + 24, total: BIG + 24 });
    for (const [at, { done }] of told.entries()) expect(done).toBeGreaterThanOrEqual(told[at - 1]?.done ?? 0);
  });

  test('sends the host nothing of ours but a range', async () => {
    await download();
    for (const headers of host.headersHeard) {
      expect(headers.range).toMatch(/^bytes=\d+-$/);
      for (const name of ['cookie', 'referer', 'authorization', 'origin']) expect(headers[name]).toBeUndefined();
    }
  });

  test('cut off in the middle, it keeps what came and goes on from there after a restart', async () => {
    host.faults.set('.onnx', { cutAfter: 6_000_000 });
    await expect(download()).rejects.toMatchObject({ code: 'model-cut' });
    const { file, record } = await stored();
    expect(record?.ready).toBe(false);
    const held = file ? heldBytes(file) : 0;
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThanOrEqual(6_000_000);
    store = new ModelStore(shelf); // another day
    const done = await download();
    expect(done.ready).toBe(true);
    expect(host.heard.at(-1)).toBe(`GET /someone/tiny/resolve/main/onnx/encoder_model_quantized.onnx bytes=${held}-`);
    expect((await stored()).file?.sha256).toBe(sha(encoder));
  });

  test('paused, it stops at once, and resumes without asking again for what is here', async () => {
    const pause = new AbortController();
    host.faults.set('.onnx', { stallAfter: 6_000_000 });
    const paused = download({ signal: pause.signal, onProgress: ({ done }) => done > 5_000_000 && pause.abort() });
    await expect(paused).rejects.toMatchObject({ name: 'AbortError' });
    const { file } = await stored();
    expect(file && heldBytes(file)).toBeGreaterThan(4_900_000);
    host.faults.clear();
    host.heard.length = 0;
    expect((await download()).ready).toBe(true);
    expect(host.heard).toHaveLength(1); // config.json is not asked for again
  });

  test('begins again when the host has another version by now', async () => {
    host.faults.set('.onnx', { cutAfter: 6_000_000 });
    await expect(download()).rejects.toMatchObject({ code: 'model-cut' });
    host.version.etag = '"two"';
    expect((await download()).ready).toBe(true);
    expect(host.heard.at(-1)).toMatch(/bytes=0-$/);
  });

  test('a host that knows no ranges starts the file over', async () => {
    host.faults.set('.onnx', { cutAfter: 6_000_000 });
    await expect(download()).rejects.toMatchObject({ code: 'model-cut' });
    host.faults.set('.onnx', { whole: true });
    expect((await download()).ready).toBe(true);
    expect((await stored()).file?.sha256).toBe(sha(encoder));
  });

  test('a corrupted file is thrown away and said; the next try fetches it alone', async () => {
    host.faults.set('.onnx', { corrupt: true });
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
    expect((await stored()).file?.parts).toEqual([]);
    host.faults.clear();
    host.heard.length = 0;
    expect((await download()).ready).toBe(true);
    expect(host.heard).toHaveLength(1);
  });

  test('a file whose hash nobody knows is held to the first one seen, even after it was removed', async () => {
    fileIs('onnx/encoder_model_quantized.onnx', { sha256: null, bytes: null });
    expect((await download()).files.at(-1)?.vouched).toBe('first-seen');
    await store.remove('tiny');
    expect(await store.record('tiny')).toBeNull();
    host.faults.set('.onnx', { corrupt: true });
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
  });

  test('the host’s own word on a hash is taken before an older copy’s', async () => {
    fileIs('onnx/encoder_model_quantized.onnx', { sha256: 'f'.repeat(64) });
    host.version.sha256.set('.onnx', sha(encoder));
    expect((await download()).files.at(-1)?.vouched).toBe('host');
    await store.forgetAll();
    host.faults.set('.onnx', { corrupt: true });
    await expect(download()).rejects.toMatchObject({ code: 'model-damaged' });
  });

  test('what changed on this device after it was found right is not given out', async () => {
    await download();
    const part = [...shelf.kept].find(([name, { size }]) => name.includes('.onnx/') && size > 1_000);
    const bytes = new Uint8Array(await (part?.[1] ?? new Blob()).arrayBuffer());
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    shelf.kept.set(part?.[0] ?? '', new Blob([bytes]));
    await expect(stored()).rejects.toMatchObject({ code: 'model-altered' });
  });

  test('a full disk stops it with what there was room for, and room lets it go on', async () => {
    shelf.room = 5_000_000;
    await expect(download()).rejects.toMatchObject({ code: 'model-no-room' });
    const { file } = await stored();
    expect(file?.parts.length).toBe(1);
    shelf.room = Infinity;
    expect((await download()).ready).toBe(true);
    expect((await stored()).file?.sha256).toBe(sha(encoder));
  });

  test.each([403, 404, 500])('a host that answers %i is a refusal', async (status) => {
    host.faults.set('.onnx', { status });
    await expect(download()).rejects.toMatchObject({ code: 'model-refused', detail: { status } });
  });

  test('a host that cannot be reached is a cut', async () => {
    await host.close();
    await expect(download()).rejects.toMatchObject({ code: 'model-cut' });
  });

  test('a server that knows no models is not taken for the porter', async () => {
    const work = { store, clock: () => 0, signal: new AbortController().signal, onProgress: () => undefined };
    const page = () => Promise.resolve(new Response('<!doctype html>'));
    await expect(downloadModel(model, 'q8', { ...work, fetch: page })).rejects.toMatchObject({ code: 'model-no-porter' });
  });
});

describe('the porter', () => {
  const errand = (path: string, init: RequestInit = {}) => runErrand(new Request(SCOPE + path, init), SCOPE, catalogue, fetch);

  test.each([
    ['models/tiny/secrets.json', {}, 404],
    ['models/tiny/../../etc/passwd', {}, 404],
    ['models/tiny/config.json?x=12.50', {}, 404],
    ['models/other/config.json', {}, 404],
    ['models/tiny/config.json', { method: 'POST', body: 'rows' }, 405],
    ['models/tiny/config.json', { headers: { range: 'bytes=1-2,5-6' } }, 400],
  ] as const)('%s %o answers %i and reaches nobody', async (path, init, status) => {
    expect((await errand(path, init)).status).toBe(status);
    expect(host.heard).toEqual([]);
  });

  test('answers with a response of its own', async () => {
    const answer = await errand('models/tiny/config.json');
    expect(answer.url).toBe('');
    expect(answer.headers.get(PORTER_MARK)).toBe(new URL(host.url).host);
    expect(await answer.text()).toContain('whisper');
  });
});
