// WebLLM's real engine on a page of its own, over a shelf whose files can be held back, so that what happens while a model is loaded
// can happen at a known moment.
import { AppError } from '../../../src/base/errors.ts';
import { WebLlmEngine } from '../../../src/language/web-llm-engine.ts';
import { emptyFile, ModelStore, type FileRecord, type ModelRecord } from '../../../src/models/store.ts';
import { memoryShelf } from '../../models/memory-shelf.ts';

export interface GivenFile {
  path: string;
  /** In base 64. */
  bytes: string;
  /** As the shelf recorded it; null for a file that was not found right. */
  sha256: string | null;
}

/** The last device that the engine asked for. */
let device: GPUDevice | null = null;
if ('GPUAdapter' in globalThis) {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, wanted?: GPUDeviceDescriptor) {
    device = await requestDevice.call(this, wanted);
    return device;
  };
}

const store = new ModelStore(memoryShelf());
const engine = new WebLlmEngine(store);
let reads: string[] = [];
let held: { path: string; open: (value: unknown) => void; opened: Promise<unknown> } | null = null;

const read = store.read.bind(store);
store.read = async (id, file) => {
  reads.push(file.path);
  if (held?.path === file.path) await held.opened;
  return read(id, file);
};

export async function bring(id: string, files: readonly GivenFile[]): Promise<void> {
  await engine.unload();
  await store.remove(id);
  reads = [];
  held = null;
  const record: ModelRecord = { id, origin: 'download', dtype: 'q4f32', revision: null, ready: true, files: [] };
  for (const { path, bytes, sha256 } of files) {
    const file: FileRecord = { ...emptyFile(path), sha256 };
    record.files.push(file);
    await store.append(record, file, new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]));
  }
  await store.save(record);
}

/** The file is given out only after `letGo`. */
export function hold(path: string): void {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  held = { path, open: resolve, opened: promise };
}
export const letGo = (): void => held?.open(null);
export const readSoFar = (): readonly string[] => reads;
export const hasDevice = (): boolean => device !== null;

/** The event that a browser sends where the graphics device has no memory left. */
export const fillDevice = (): unknown =>
  device?.dispatchEvent(new GPUUncapturedErrorEvent('uncapturederror', { error: new GPUOutOfMemoryError('full') }));

let stopping = new AbortController();
export const stop = (): void => stopping.abort();

/** How it ended: "loaded", or the code of the error. */
export async function load(id: string): Promise<string> {
  stopping = new AbortController();
  try {
    await engine.load(id, () => undefined, stopping.signal);
    return 'loaded';
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    return error instanceof Error ? error.name : String(error);
  }
}
