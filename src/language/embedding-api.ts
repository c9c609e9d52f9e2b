// The calls that the page makes to the embedding worker: method -> input, output.
import type { Dtype } from '../models/catalogue.ts';

export interface EmbeddingApi {
  /** Loads the model; safe to call again. */
  load: { in: { model: string; dtype: Dtype }; out: null };
  /** One vector for each text, in their order, of length one. The model must be loaded. */
  embed: { in: { texts: readonly string[] }; out: Float32Array[] };
}
