// Downloads a model file by file, part by part. Stopping at any moment loses at most one part; the next call goes on from there.
// Throws AppError model-cut, model-refused, model-damaged, model-no-porter or model-no-room; AbortError passes.
import { AppError } from '../base/errors.ts';
import { downloadSize, filesOf, localPath, type CatalogueModel, type Dtype, type LanguageModelEntry, type ModelFile } from './catalogue.ts';
import { readParts } from './part-list.ts';
import { PORTER_MARK } from './porter.ts';
import { Rate } from './rate.ts';
import { emptyFile, heldBytes, type FileRecord, type ModelRecord, type ModelStore } from './store.ts';
import { judge, md5Of, sha256Of } from './verify.ts';

export interface Progress {
  file: string;
  done: number;
  /** Judged from the catalogue until the host has told every length. */
  total: number;
  /** Bytes a second; null until known. */
  rate: number | null;
}

export interface Downloading {
  store: ModelStore;
  /** Asks for a path relative to the app. */
  fetch(path: string, init: RequestInit): Promise<Response>;
  clock(): number;
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Big enough that a record is written seldom, small enough that little is lost. */
const PART = 4 * 1024 * 1024;

export async function downloadModel(model: CatalogueModel, dtype: Dtype, work: Downloading): Promise<ModelRecord> {
  const record = await beginRecord(model, dtype, work.store);
  const rate = new Rate(() => work.clock());
  const tell = (path: string, extra: number) => {
    const done = record.files.reduce((sum, file) => sum + heldBytes(file), extra);
    const total = knownTotal(model, record) ?? Math.max(done, downloadSize(model, dtype).bytes);
    work.onProgress({ file: path, done, total, rate: rate.perSecond });
  };
  const fetchAll = async (files: readonly ModelFile[]) => {
    for (const file of files) {
      const kept = record.files.find(({ path }) => path === file.path);
      if (!kept || kept.sha256) continue;
      tell(file.path, 0);
      await new FileDownload(model, file, record, kept, work, (fresh, held) => {
        rate.add(fresh);
        tell(file.path, held);
      }).run();
    }
  };
  await fetchAll(filesOf(model, dtype));
  if (model.kind === 'language') await fetchAll(await awaitParts(model, record, work.store));
  record.ready = true;
  await work.store.save(record);
  return record;
}

/** The numbered parts that the model's own list names, each with a place in the record. */
async function awaitParts(model: LanguageModelEntry, record: ModelRecord, store: ModelStore): Promise<ModelFile[]> {
  const list = record.files.find(({ path }) => path === model.parts.listedIn);
  const blob = list ? await store.read(record.id, list) : null;
  const parts = readParts(model, (await blob?.text()) ?? '');
  for (const { path, bytes } of parts) {
    if (!record.files.some((file) => file.path === path)) record.files.push({ ...emptyFile(path), bytes });
  }
  await store.save(record);
  return parts;
}

/** Null until the length of every file is told, those that a list has still to name among them. */
function knownTotal(model: CatalogueModel, { files }: ModelRecord): number | null {
  const isListed = model.kind !== 'language' || files.some(({ path }) => model.parts.name.test(path));
  return isListed && files.every(({ bytes }) => bytes !== null) ? files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) : null;
}

/** What is here of this model already, with room for the files that are still to come. Another precision or own files give way. */
async function beginRecord(model: CatalogueModel, dtype: Dtype, store: ModelStore): Promise<ModelRecord> {
  const { id } = model;
  const before = await store.record(id);
  const fits = before?.origin === 'download' && before.dtype === dtype;
  if (before && !fits) await store.remove(id);
  const record: ModelRecord = fits ? before : { id, origin: 'download', dtype, revision: null, ready: false, files: [] };
  for (const { path } of filesOf(model, dtype)) {
    if (record.files.some((file) => file.path === path)) continue;
    record.files.push(emptyFile(path));
  }
  await store.save(record);
  return record;
}

class FileDownload {
  constructor(
    readonly model: CatalogueModel,
    readonly file: ModelFile,
    readonly record: ModelRecord,
    readonly kept: FileRecord,
    readonly work: Downloading,
    /** Told the bytes that just arrived, and those held in memory since the last part. */
    readonly onbytes: (fresh: number, held: number) => void,
  ) {}

  async run(): Promise<void> {
    if (!this.#isWhole()) await this.#fill();
    await this.#settle();
  }

  #isWhole(): boolean {
    return this.kept.bytes !== null && heldBytes(this.kept) === this.kept.bytes;
  }

  /** Asks for what is missing; a version that changed meanwhile begins again, once. */
  async #fill(fresh = false): Promise<void> {
    const { store } = this.work;
    const from = heldBytes(this.kept);
    const answer = await this.#ask(from);
    const { bytes, etag } = told(answer, from);
    const changed = answer.status === 416 || (from > 0 && (answer.status === 200 || isOther(this.kept, bytes, etag)));
    if (changed && !fresh) {
      await answer.body?.cancel();
      await store.drop(this.record, this.kept);
      return this.#fill(true);
    }
    if (answer.status !== 200 && answer.status !== 206) throw this.#refused(answer);
    Object.assign(this.kept, { bytes, etag, hostSha256: sha256Told(answer) });
    this.record.revision = answer.headers.get('x-repo-commit') ?? this.record.revision;
    await this.#keep(answer);
    this.kept.bytes = Math.max(this.kept.bytes ?? 0, heldBytes(this.kept)); // a host may pack a small file and tell the packed length
    if (heldBytes(this.kept) < this.kept.bytes) throw new AppError('model-cut', `${this.file.path} ended early`);
    await store.save(this.record);
  }

  async #ask(from: number): Promise<Response> {
    const { fetch, signal } = this.work;
    let answer: Response;
    try {
      // A range even from 0: the browser then asks for the bytes as they are, so that lengths can be compared.
      answer = await fetch(localPath(this.model, this.file), { headers: { range: `bytes=${from}-` }, signal });
    } catch (error) {
      signal.throwIfAborted();
      throw new AppError('model-cut', `could not ask for ${this.file.path}`, undefined, { cause: error });
    }
    if (!answer.headers.has(PORTER_MARK)) throw new AppError('model-no-porter', 'the service worker did not answer');
    if (answer.status === 502) throw new AppError('model-cut', await answer.text());
    return answer;
  }

  #refused({ status }: Response): AppError {
    return new AppError('model-refused', `the host answered ${status} for ${this.file.path}`, { status });
  }

  async #keep({ body }: Response): Promise<void> {
    if (!body) return;
    const { store, signal } = this.work;
    const reader = body.getReader();
    let held: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const shelve = async () => {
      if (size === 0) return;
      const part = new Blob(held);
      [held, size] = [[], 0];
      await store.append(this.record, this.kept, part);
    };
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        held.push(value);
        size += value.length;
        this.onbytes(value.length, size);
        if (size >= PART) await shelve();
        signal.throwIfAborted(); // a body that has all arrived already is not ended by its signal
      }
    } catch (error) {
      if (!(error instanceof AppError)) await shelve(); // what did arrive is kept
      signal.throwIfAborted();
      throw error instanceof AppError ? error : new AppError('model-cut', `${this.file.path} was cut off`, undefined, { cause: error });
    } finally {
      await reader.cancel().catch(() => undefined); // a stream that broke has nothing more to stop
    }
    await shelve();
  }

  /** Reads the whole file back from the device and holds it to its hash. */
  async #settle(): Promise<void> {
    const { store } = this.work;
    const blob = await store.read(this.record.id, this.kept);
    const seenSha256 = (await store.seen(this.record.id))[this.file.path] ?? null;
    const sha256 = blob ? await sha256Of(blob) : '';
    const md5 = blob && this.file.md5 ? await md5Of(blob) : null;
    const verdict = blob
      ? judge({ file: this.file, hostSha256: this.kept.hostSha256, seenSha256 }, { bytes: blob.size, sha256, md5 })
      : null;
    if (!verdict?.ok) {
      await store.drop(this.record, this.kept);
      throw new AppError('model-damaged', `${this.file.path} is not what it should be`, { why: verdict?.why ?? 'missing' });
    }
    Object.assign(this.kept, { sha256, vouched: verdict.by });
    await store.see(this.record.id, this.file.path, sha256);
    await store.save(this.record);
  }
}

/** The length of the whole file and its version, as far as the host says. */
function told({ headers, status }: Response, from: number): { bytes: number | null; etag: string | null } {
  const whole = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  const length = headers.get('content-length');
  const etag = headers.get('x-linked-etag') ?? headers.get('etag');
  if (whole) return { bytes: Number(whole), etag };
  return { bytes: length === null ? null : Number(length) + (status === 206 ? from : 0), etag };
}

const isOther = (kept: FileRecord, bytes: number | null, etag: string | null): boolean =>
  (kept.bytes !== null && bytes !== null && kept.bytes !== bytes) || (kept.etag !== null && etag !== null && kept.etag !== etag);

/** Hugging Face tells a large file's SHA-256 as its linked ETag, where the browser may see it. */
const sha256Told = ({ headers }: Response): string | null => /^"?([0-9a-f]{64})"?$/.exec(headers.get('x-linked-etag') ?? '')?.[1] ?? null;
