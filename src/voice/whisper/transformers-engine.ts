// Whisper and Moonshine by transformers.js, reading their files from this device's shelf and from nowhere else. Only the whisper worker
// imports it.
import {
  env,
  InterruptableStoppingCriteria,
  LogitsProcessor,
  LogitsProcessorList,
  pipeline,
  TextStreamer,
  WhisperTextStreamer,
  type AutomaticSpeechRecognitionPipeline,
  type Tensor,
} from '@xenova/transformers';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { AppError } from '../../base/errors.ts';
import { fetchPinned } from '../../base/pinned.ts';
import type { ModelKind, WhisperDtype } from '../../models/catalogue.ts';
import type { ModelStore } from '../../models/store.ts';
import { joinPieces, overall, readPieces, shareOfBest, type Piece } from './confidence.ts';
import type { LoadOrder, Transcript } from './whisper-api.ts';

const FOLDER = '/model/';
/** A question is short; a longer recording was cut before it came here. */
const LONGEST_TOKENS = 128;
/** By Moonshine's authors (arXiv 2410.15608): English has no more, and a model that writes more than that repeats itself. */
const MOONSHINE_TOKENS_A_SECOND = 6;
/** Milliseconds of decoding after which the worker looks for a message. */
const TURN = 25;

interface Loaded {
  order: LoadOrder;
  run: AutomaticSpeechRecognitionPipeline;
  kind: ModelKind;
  /** Whether it hears English alone, and takes no language. */
  english: boolean;
  turns: MessageTurns;
}

export class TransformersEngine {
  readonly #store: ModelStore;
  #loaded: Loaded | null = null;
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

  async load(order: LoadOrder): Promise<void> {
    if (this.#loaded && same(this.#loaded.order, order)) return;
    await this.unload();
    this.#broken = null;
    try {
      await this.#bringWasm();
      const run = await pipeline('automatic-speech-recognition', order.model, { device: order.device, dtype: order.dtype as WhisperDtype });
      const { is_multilingual: many } = run.model.generation_config as { is_multilingual?: boolean };
      const { model_type: type } = run.model.config as { model_type?: string };
      const kind = type === 'moonshine' ? 'moonshine' : 'whisper';
      this.#loaded = { order, run, kind, english: kind === 'moonshine' || many === false, turns: new MessageTurns(run) };
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

  async unload(): Promise<void> {
    const before = this.#loaded;
    this.#loaded = null;
    await before?.run.dispose();
  }

  /** Resolves with what was heard; rejects with the signal's reason when it was stopped. */
  async transcribe(samples: Float32Array, language: string, signal: AbortSignal, onWords: (text: string) => void): Promise<Transcript> {
    const { run, kind, english, order, turns } = this.#need();
    const began = performance.now();
    const sureness = new Sureness();
    const watching = new LogitsProcessorList();
    watching.push(sureness);
    const stop = new InterruptableStoppingCriteria();
    const interrupt = () => stop.interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    const tokens: bigint[] = [];
    let soFar = '';
    const telling = {
      skip_prompt: true,
      token_callback_function: (fresh: bigint[]) => tokens.push(...fresh),
      callback_function: (text: string) => {
        soFar += text;
        onWords(soFar.trim());
      },
    };
    const seconds = Math.ceil(samples.length / 16000);
    const options = {
      max_new_tokens: kind === 'moonshine' ? Math.min(LONGEST_TOKENS, seconds * MOONSHINE_TOKENS_A_SECOND) : LONGEST_TOKENS,
      streamer: new (kind === 'moonshine' ? TextStreamer : WhisperTextStreamer)(run.tokenizer as WhisperTokenizer, telling),
      stopping_criteria: [stop],
      logits_processor: watching,
      ...(english ? {} : { language, task: 'transcribe' }),
    };
    turns.isOn = true;
    try {
      const { text } = single(await run(samples, options as Parameters<typeof run>[1]));
      signal.throwIfAborted();
      const pieces = toPieces(run, tokens, sureness.shares);
      return {
        text: text.trim(),
        words: joinPieces(pieces),
        sure: overall(pieces),
        took: performance.now() - began,
        engine: { ...order, threads: env.backends.onnx.wasm?.numThreads ?? 1 },
      };
    } finally {
      signal.removeEventListener('abort', interrupt);
    }
  }

  async bare(samples: Float32Array, language: string): Promise<string> {
    const { run, english, turns } = this.#need();
    turns.isOn = false;
    return single(await run(samples, english ? {} : { language, task: 'transcribe' })).text.trim();
  }

  #need() {
    if (!this.#loaded) throw new AppError('model-missing', 'no voice model is loaded');
    return this.#loaded;
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

type WhisperTokenizer = ConstructorParameters<typeof WhisperTextStreamer>[0];

const absolute = (address: string) => new URL(address, location.href).href;
const same = (a: LoadOrder, b: LoadOrder) => a.model === b.model && a.dtype === b.dtype && a.device === b.device;
const single = <T>(output: T | T[]): T => {
  const first = Array.isArray(output) ? output[0] : output;
  if (first === undefined) throw new AppError('model-failed', 'the model gave no output');
  return first;
};

/**
 * Lets the worker hear messages between two steps of the decoder: a step of WebAssembly never returns to the event loop on its own,
 * so a cancel would wait for the end of the sentence. Not at every step, since each turn costs one.
 */
class MessageTurns {
  isOn = true;
  #last = 0;

  constructor({ model }: AutomaticSpeechRecognitionPipeline) {
    const forward = model.forward.bind(model);
    const { port1, port2 } = new MessageChannel();
    const turn = () =>
      new Promise<void>((done) => {
        port1.onmessage = () => done();
        port2.postMessage(null);
      });
    model.forward = async (inputs: Parameters<typeof forward>[0]) => {
      if (this.isOn && performance.now() - this.#last > TURN) {
        await turn();
        this.#last = performance.now();
      }
      return forward(inputs);
    };
  }
}

/** Changes nothing; notes how sure each choice was. */
class Sureness extends LogitsProcessor {
  readonly shares: number[] = [];

  override _call(_ids: bigint[][], logits: Tensor): Tensor {
    this.shares.push(shareOfBest(logits.data as Float32Array));
    return logits;
  }
}

/** Pairs text tokens with their shares. Special tokens, which carry no text, are left out. */
function toPieces({ tokenizer }: AutomaticSpeechRecognitionPipeline, tokens: readonly bigint[], shares: readonly number[]): Piece[] {
  const special = new Set((tokenizer.all_special_ids as number[]).map(BigInt));
  const spoken = tokens.map((token, at) => ({ token, sure: shares[at] ?? 0 })).filter(({ token }) => !special.has(token));
  return readPieces(spoken, (list) => tokenizer.decode(list, { skip_special_tokens: true, clean_up_tokenization_spaces: false }));
}
