// Model files that a person brings from disk: a folder, the files themselves, or a zip of either. Works without any network.
// What they are is told by their names and by config.json; nothing about them is vouched for, and the page says so.
import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { AppError } from '../base/errors.ts';
import type { Dtype, ModelKind, OnnxDtype } from './catalogue.ts';
import { emptyFile, type ModelRecord, type ModelStore } from './store.ts';
import { sha256Of } from './verify.ts';

/** A file by its name in a folder or an archive. */
export interface BroughtFile {
  name: string;
  blob: Blob;
}

const SUFFIX: Record<OnnxDtype, string> = { q8: '_quantized', fp32: '', fp16: '_fp16' };
const SPEECH = {
  common: ['config.json', 'generation_config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json'],
  weights: ['encoder_model', 'decoder_model_merged'],
};
/** What a model of each kind is made of. */
const LAYOUTS: Record<ModelKind, { common: readonly string[]; weights: readonly string[] }> = {
  whisper: SPEECH,
  moonshine: SPEECH,
  bert: { common: ['config.json', 'tokenizer.json', 'tokenizer_config.json'], weights: ['model'] },
};
/** The largest file of any model in the catalogue is well below; more is a mistake or an attack. */
const LARGEST = 2 * 1024 ** 3;

export interface Brought {
  dtype: Dtype;
  files: { path: string; blob: Blob }[];
}

/** Finds the files of a model of that kind among those chosen, wherever they lie. Throws `model-not-whole` naming what is missing. */
export async function findModel(chosen: readonly BroughtFile[], kind: ModelKind): Promise<Brought> {
  const byName = new Map(chosen.map(({ name, blob }) => [name.split('/').at(-1) ?? name, blob]));
  const take = (path: string) => ({ path, blob: byName.get(path.split('/').at(-1) ?? path) });
  const { common, weights } = LAYOUTS[kind];
  const weightsOf = (dtype: OnnxDtype) => weights.map((name) => `onnx/${name}${SUFFIX[dtype]}.onnx`);
  const dtype = (Object.keys(SUFFIX) as OnnxDtype[]).find((each) => weightsOf(each).every((path) => take(path).blob));
  const wanted = [...common, ...weightsOf(dtype ?? 'q8')].map(take);
  const files = wanted.flatMap(({ path, blob }) => (blob ? [{ path, blob }] : []));
  const missing = wanted.filter(({ blob }) => !blob).map(({ path }) => path);
  if (!dtype || missing.length > 0) throw new AppError('model-not-whole', `missing: ${missing.join(', ')}`, { missing });
  await checkKind(byName.get('config.json'), kind);
  return { dtype, files };
}

async function checkKind(config: Blob | undefined, wanted: ModelKind): Promise<void> {
  const text = (await config?.text()) ?? '';
  let kind: unknown;
  try {
    kind = (JSON.parse(text) as { model_type?: unknown }).model_type;
  } catch (error) {
    throw new AppError('model-not-whole', 'config.json is not JSON', { missing: ['config.json'] }, { cause: error });
  }
  if (kind !== wanted) throw new AppError('model-other-kind', `config.json says model_type ${String(kind)}, not ${wanted}`);
}

/** Files as chosen: an archive among them is opened, the rest is taken as it is. */
export async function openChosen(chosen: readonly File[]): Promise<BroughtFile[]> {
  const opened = await Promise.all(
    chosen.map(async (file) => ((await isZip(file)) ? unzip(file) : [{ name: file.webkitRelativePath || file.name, blob: file }])),
  );
  return opened.flat();
}

const isZip = async (file: Blob): Promise<boolean> =>
  file.size > 4 && new DataView(await file.slice(0, 4).arrayBuffer()).getUint32(0) === 0x504b0304;

/** Opens a zip as it is read, keeping only files that a model may have. */
async function unzip(archive: Blob): Promise<BroughtFile[]> {
  const files: Promise<BroughtFile>[] = [];
  const unzipper = new Unzip((entry) => {
    if (/\.(json|onnx|wasm|bin)$/.test(entry.name)) files.push(inflate(entry));
  });
  unzipper.register(UnzipPassThrough);
  unzipper.register(UnzipInflate); // not the one in a worker of its own: our policy lets no script come from a blob
  const reader = archive.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      unzipper.push(value ?? new Uint8Array(), done);
      if (done) break;
    }
  } catch (error) {
    throw new AppError('model-not-whole', 'the archive could not be read', { missing: [] }, { cause: error });
  }
  return Promise.all(files);
}

function inflate(entry: UnzipFile): Promise<BroughtFile> {
  return new Promise((done, fail) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    entry.ondata = (error, chunk, final) => {
      size += chunk?.length ?? 0;
      if (error || size > LARGEST) {
        fail(new AppError('model-not-whole', `${entry.name} in the archive could not be read`, { missing: [entry.name] }));
        return;
      }
      chunks.push(chunk.slice());
      if (final) done({ name: entry.name, blob: new Blob(chunks) });
    };
    entry.start();
  });
}

/** Keeps the files on the shelf in place of what the model had, and records their hashes. All of them, or what was there is gone. */
export async function keepOwn(id: string, { dtype, files }: Brought, store: ModelStore): Promise<ModelRecord> {
  await store.remove(id);
  const record: ModelRecord = { id, origin: 'own-files', dtype, revision: null, ready: false, files: [] };
  try {
    for (const { path, blob } of files) {
      const kept = { ...emptyFile(path), bytes: blob.size, sha256: await sha256Of(blob), vouched: 'own-files' as const };
      record.files.push(kept);
      await store.append(record, kept, blob);
    }
    record.ready = true;
    await store.save(record);
    return record;
  } catch (error) {
    await store.remove(id);
    throw error;
  }
}
