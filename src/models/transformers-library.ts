// transformers.js as this house has it: it reads model files from this device's shelf and from nowhere else, and its WebAssembly is the
// file of the build. Only workers that run a model import it.
import { env } from '@xenova/transformers';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { AppError } from '../base/errors.ts';
import { fetchPinned } from '../base/pinned.ts';
import type { ModelStore } from './store.ts';

const FOLDER = '/model/';

export class TransformersLibrary {
  readonly #store: ModelStore;
  #broken: unknown = null;

  constructor(store: ModelStore) {
    this.#store = store;
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = FOLDER;
    env.useBrowserCache = false;
    env.useWasmCache = false;
    env.fetch = (address: string | URL) => this.#read(String(address));
    const { wasm } = env.backends.onnx;
    if (!wasm) return;
    wasm.wasmPaths = { mjs: absolute(loaderUrl) }; // its other half is handed over once it was found right
    wasm.numThreads = threads();
  }

  get threads(): number {
    return env.backends.onnx.wasm?.numThreads ?? 1;
  }

  /** Runs what opens a model. What a file of it was, or the library said, is thrown as an AppError. */
  async open<T>(work: () => Promise<T>): Promise<T> {
    this.#broken = null;
    try {
      await this.#bringWasm();
      return await work();
    } catch (error) {
      if (this.#broken instanceof AppError) throw this.#broken;
      if (error instanceof AppError) throw error;
      throw new AppError('model-failed', error instanceof Error ? error.message : String(error), undefined, { cause: error });
    }
  }

  /** The engine runs only if it is the file of the build; what was altered is refused, and asked for again at the next try. */
  async #bringWasm(): Promise<void> {
    const { wasm } = env.backends.onnx;
    if (wasm && !wasm.wasmBinary) wasm.wasmBinary = await fetchPinned(wasmUrl, 'ort-wasm-simd-threaded.asyncify');
  }

  /** Answers the library's request for a file ("/model/ID/PATH") from the shelf; what is not there is 404. */
  async #read(address: string): Promise<Response> {
    const path = new URL(address, location.href).pathname.slice(FOLDER.length);
    const [id = '', ...rest] = path.split('/');
    const record = await this.#store.record(id);
    const file = record?.files.find((each) => each.path === rest.join('/'));
    if (!file) return new Response('not on this device', { status: 404 });
    const blob = await this.#store.read(id, file).catch((error: unknown) => {
      this.#broken = error; // the library would tell it as something of its own
      return null;
    });
    if (!blob) {
      this.#broken ??= new AppError('model-missing', `${path} is no longer on this device`);
      return new Response('parts are missing', { status: 404 });
    }
    return new Response(blob, { headers: { 'content-length': String(blob.size) } });
  }
}

/** Threads need shared memory, which only an isolated page has. The page and the ledger keep a core where there are enough. */
const threads = (): number => {
  const cores = navigator.hardwareConcurrency ?? 1;
  return crossOriginIsolated ? Math.max(1, Math.min(4, cores > 2 ? cores - 1 : cores)) : 1;
};

const absolute = (address: string) => new URL(address, location.href).href;
