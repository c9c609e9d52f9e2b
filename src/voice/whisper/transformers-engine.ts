// Whisper and Moonshine by transformers.js. Only the whisper worker imports it.
import {
  InterruptableStoppingCriteria,
  LogitsProcessor,
  LogitsProcessorList,
  pipeline,
  TextStreamer,
  WhisperTextStreamer,
  type AutomaticSpeechRecognitionPipeline,
  type Tensor,
} from '@xenova/transformers';
import { AppError } from '../../base/errors.ts';
import type { VoiceModel, OnnxDtype } from '../../models/catalogue.ts';
import type { ModelStore } from '../../models/store.ts';
import { TransformersLibrary } from '../../models/transformers-library.ts';
import { joinPieces, overall, readPieces, shareOfBest, type Piece } from './confidence.ts';
import type { LoadOrder, Transcript } from './whisper-api.ts';

/** A question is short; a longer recording was cut before it came here. */
const LONGEST_TOKENS = 128;
/** By Moonshine's authors (arXiv 2410.15608): English has no more, and a model that writes more than that repeats itself. */
const MOONSHINE_TOKENS_A_SECOND = 6;
/** Milliseconds of decoding after which the worker looks for a message. */
const TURN = 25;

interface Loaded {
  order: LoadOrder;
  run: AutomaticSpeechRecognitionPipeline;
  kind: VoiceModel['kind'];
  /** Whether it hears English alone, and takes no language. */
  english: boolean;
  turns: MessageTurns;
}

export class TransformersEngine {
  readonly #library: TransformersLibrary;
  #loaded: Loaded | null = null;

  constructor(store: ModelStore) {
    this.#library = new TransformersLibrary(store);
  }

  async load(order: LoadOrder): Promise<void> {
    if (this.#loaded && same(this.#loaded.order, order)) return;
    await this.unload();
    await this.#library.open(async () => {
      const run = await pipeline('automatic-speech-recognition', order.model, { device: order.device, dtype: order.dtype as OnnxDtype });
      const { is_multilingual: many } = run.model.generation_config as { is_multilingual?: boolean };
      const { model_type: type } = run.model.config as { model_type?: string };
      const kind = type === 'moonshine' ? 'moonshine' : 'whisper';
      this.#loaded = { order, run, kind, english: kind === 'moonshine' || many === false, turns: new MessageTurns(run) };
    });
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
        engine: { ...order, threads: this.#library.threads },
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
}

type WhisperTokenizer = ConstructorParameters<typeof WhisperTextStreamer>[0];

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
