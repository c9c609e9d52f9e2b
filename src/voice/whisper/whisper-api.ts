// The calls that the page makes to the whisper worker: method -> input, output, progress note.
import type { DeviceKind, Dtype } from '../../models/catalogue.ts';

/** One word as heard, with how sure the model was of its least sure piece, from 0 to 1. */
export interface HeardWord {
  text: string;
  sure: number;
}

export interface Transcript {
  text: string;
  words: HeardWord[];
  /** How sure the model was on the whole, from 0 to 1: the geometric mean over its pieces. */
  sure: number;
  /** Milliseconds that decoding took. */
  took: number;
  engine: Engine;
}

/** What heard it: a model of ours, or the browser's own recogniser, which tells nothing of itself. */
export type Engine =
  | { model: string; device: DeviceKind; dtype: Dtype; threads: number }
  | { model: 'browser'; device: 'browser'; dtype: null; threads: null };

export interface LoadOrder {
  model: string;
  dtype: Dtype;
  device: DeviceKind;
}

export interface WhisperApi {
  /** Loads and warms the model; safe to call again. A model loaded before gives way to another. */
  load: { in: LoadOrder; out: { took: number } };
  /** 16 kHz mono, -1 to 1, at most 30 s. Notes are the words so far. The model must be loaded. */
  transcribe: { in: { samples: Float32Array; language: string }; out: Transcript; note: string };
  /** Milliseconds to hear a short sound on each device, with the files that are here; a device that fails is left out. */
  trial: { in: { model: string; dtype: Dtype; devices: DeviceKind[] }; out: { device: DeviceKind; took: number }[] };
  /** The same sound by the library's own call with nothing of ours around it; for the bench. */
  bare: { in: { samples: Float32Array; language: string }; out: { text: string; took: number } };
  unload: { in: null; out: null };
}
