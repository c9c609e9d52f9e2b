// The models on this device: a record for each model, and every file as a row of parts, so that a download cut off at any moment
// goes on from its last whole part. A part is written before the record that names it.
import { AppError } from '../base/errors.ts';
import type { Dtype } from './catalogue.ts';
import type { Shelf } from './shelf.ts';
import { sha256Of, type Vouched } from './verify.ts';

export interface FileRecord {
  path: string;
  /** Bytes of each part, in order. */
  parts: number[];
  /** The length that the host or the disk told; null while unknown. */
  bytes: number | null;
  /** The host's mark of this version, so that two versions are never joined. */
  etag: string | null;
  /** The hash that the host itself told with the file. */
  hostSha256: string | null;
  /** Set once the file is whole and was found right. */
  sha256: string | null;
  vouched: Vouched | null;
}

export interface ModelRecord {
  id: string;
  origin: 'download' | 'own-files';
  dtype: Dtype;
  /** The commit that the host answered from, where it tells. */
  revision: string | null;
  ready: boolean;
  files: FileRecord[];
}

export const heldBytes = ({ parts }: FileRecord): number => parts.reduce((sum, bytes) => sum + bytes, 0);

/** Tells one loaded model from another, and from the same model with other files. */
export const loadedKey = ({ id, dtype, files }: ModelRecord): string => `${id} ${dtype} ${files.map(({ sha256 }) => sha256).join()}`;

export const emptyFile = (path: string): FileRecord => ({
  path,
  parts: [],
  bytes: null,
  etag: null,
  hostSha256: null,
  sha256: null,
  vouched: null,
});

export class ModelStore {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  async record(id: string): Promise<ModelRecord | null> {
    return this.#read<ModelRecord>(recordName(id));
  }

  save(record: ModelRecord): Promise<void> {
    return this.#write(recordName(record.id), record);
  }

  /** Puts one more part behind the others. The record given is changed and saved; `bytes` are on the device when it resolves. */
  async append(record: ModelRecord, file: FileRecord, bytes: Blob): Promise<void> {
    await this.#shelf.put(partName(record.id, file.path, file.parts.length), bytes);
    file.parts.push(bytes.size);
    await this.save(record);
  }

  /** Forgets the parts of one file, for when it has to begin again. */
  async drop(record: ModelRecord, file: FileRecord): Promise<void> {
    Object.assign(file, emptyFile(file.path));
    await this.save(record);
    await this.#shelf.remove(`${record.id}/files/${file.path}/`);
  }

  /**
   * The file as one blob; null when a part is missing (a browser may have cleared it). One that was found right is held to its hash
   * again, each time: what runs it trusts its bytes. Throws `model-altered`.
   */
  async read(id: string, { path, parts, sha256 }: FileRecord): Promise<Blob | null> {
    const blobs: Blob[] = [];
    for (const [index, bytes] of parts.entries()) {
      const part = await this.#shelf.get(partName(id, path, index));
      if (part?.size !== bytes) return null;
      blobs.push(part);
    }
    const whole = new Blob(blobs);
    if (sha256 !== null && (await sha256Of(whole)) !== sha256)
      throw new AppError('model-altered', `${id}/${path} has changed on this device`);
    return whole;
  }

  /** Removes the model's files and its record. The hashes seen stay, so that a later download is held to them. */
  async remove(id: string): Promise<void> {
    await this.#shelf.remove(`${id}/`);
  }

  /** Path to hash, as this device first saw them. */
  async seen(id: string): Promise<Record<string, string>> {
    return (await this.#read<Record<string, string>>(seenName(id))) ?? {};
  }

  async see(id: string, path: string, sha256: string): Promise<void> {
    await this.#write(seenName(id), { ...(await this.seen(id)), [path]: sha256 });
  }

  /** Everything, the hashes too: for erasing all. */
  async forgetAll(): Promise<void> {
    await this.#shelf.remove('');
  }

  async #read<T>(name: string): Promise<T | null> {
    const blob = await this.#shelf.get(name);
    return blob ? (JSON.parse(await blob.text()) as T) : null;
  }

  #write(name: string, value: unknown): Promise<void> {
    return this.#shelf.put(name, new Blob([JSON.stringify(value)]));
  }
}

const recordName = (id: string) => `${id}/record`;
const partName = (id: string, path: string, index: number) => `${id}/files/${path}/${index}`;
const seenName = (id: string) => `seen-${id}`;
