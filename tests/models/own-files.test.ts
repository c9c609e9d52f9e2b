// Model files from a person's own disk: as files, as a folder, as a zip; and what is no model.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { findModel, keepOwn, openChosen } from '../../src/models/own-files.ts';
import { ModelStore } from '../../src/models/store.ts';
import { memoryShelf } from './memory-shelf.ts';

const text = (value: string) => new TextEncoder().encode(value);
const whole: Record<string, Uint8Array> = {
  'config.json': text('{"model_type":"whisper"}'),
  'generation_config.json': text('{}'),
  'preprocessor_config.json': text('{}'),
  'tokenizer.json': text('{}'),
  'tokenizer_config.json': text('{}'),
  'onnx/encoder_model_quantized.onnx': text('encoder'),
  'onnx/decoder_model_merged_quantized.onnx': text('decoder'),
};
const files = (contents: Record<string, Uint8Array>, name = (path: string) => path.split('/').at(-1) ?? path) =>
  Object.entries(contents).map(([path, bytes]) => new File([bytes.slice()], name(path)));
const zip = (contents: Record<string, Uint8Array>) => new File([zipSync(contents).slice()], 'model.zip');
const without = (...paths: string[]) => Object.fromEntries(Object.entries(whole).filter(([path]) => !paths.includes(path)));

describe('a whole model', () => {
  test.each([
    ['files without their folders', files(whole)],
    ['a zip', [zip(whole)]],
    ['a zip with a folder around it', [zip(Object.fromEntries(Object.entries(whole).map(([path, bytes]) => [`w/tiny/${path}`, bytes])))]],
    ['with files it does not need', files({ ...whole, 'README.md': text('hello'), 'vocab.json': text('{}') })],
  ])('%s', async (_, chosen) => {
    const shelf = memoryShelf();
    const store = new ModelStore(shelf);
    const record = await keepOwn('tiny', await findModel(await openChosen(chosen), 'whisper'), store);
    expect(record).toMatchObject({ origin: 'own-files', dtype: 'q8', ready: true });
    expect(record.files.map(({ path }) => path).sort()).toEqual(Object.keys(whole).sort());
    expect(new Set(record.files.map(({ vouched }) => vouched))).toEqual(new Set(['own-files']));
    const decoder = record.files.find(({ path }) => path.includes('decoder'));
    expect(decoder && (await (await store.read('tiny', decoder))?.text())).toBe('decoder');
  });

  test('without the small weights, the full ones are taken', async () => {
    const full = {
      ...without('onnx/encoder_model_quantized.onnx', 'onnx/decoder_model_merged_quantized.onnx'),
      'onnx/encoder_model.onnx': text('e'),
      'onnx/decoder_model_merged.onnx': text('d'),
    };
    expect((await findModel(await openChosen(files(full)), 'whisper')).dtype).toBe('fp32');
  });
});

describe('what is no model', () => {
  test('says which files are missing', async () => {
    const half = files(without('tokenizer.json', 'onnx/encoder_model_quantized.onnx'));
    await expect(findModel(await openChosen(half), 'whisper')).rejects.toMatchObject({
      code: 'model-not-whole',
      detail: { missing: ['tokenizer.json', 'onnx/encoder_model_quantized.onnx'] },
    });
  });
  test('another kind of model is named', async () => {
    const other = files({ ...whole, 'config.json': text('{"model_type":"bert"}') });
    await expect(findModel(await openChosen(other), 'whisper')).rejects.toMatchObject({ code: 'model-other-kind' });
  });
  test('a Whisper is no Moonshine, and each is taken in its own row', async () => {
    const moonshine = files({ ...whole, 'config.json': text('{"model_type":"moonshine"}') });
    await expect(findModel(await openChosen(files(whole)), 'moonshine')).rejects.toMatchObject({ code: 'model-other-kind' });
    expect((await findModel(await openChosen(moonshine), 'moonshine')).dtype).toBe('q8');
  });
  test('a broken archive is no model', async () => {
    const broken = new File([zipSync(whole).slice(0, 300)], 'model.zip');
    await expect(openChosen([broken]).then((opened) => findModel(opened, 'whisper'))).rejects.toMatchObject({ code: 'model-not-whole' });
  });
  test('a full disk leaves nothing half behind', async () => {
    const shelf = memoryShelf();
    shelf.room = 300;
    const store = new ModelStore(shelf);
    await expect(keepOwn('tiny', await findModel(await openChosen(files(whole)), 'whisper'), store)).rejects.toMatchObject({
      code: 'model-no-room',
    });
    expect(shelf.kept.size).toBe(0);
  });
});
