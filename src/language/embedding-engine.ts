// An embedding model by transformers.js: texts in, one direction among meanings for each. Only the embedding worker imports it.
import { pipeline, type FeatureExtractionPipeline } from '@xenova/transformers';
import { AppError } from '../base/errors.ts';
import type { OnnxDtype } from '../models/catalogue.ts';
import type { ModelStore } from '../models/store.ts';
import { TransformersLibrary } from '../models/transformers-library.ts';
import type { EmbeddingApi } from './embedding-api.ts';

export class EmbeddingEngine {
  readonly #library: TransformersLibrary;
  #loaded: { key: string; run: FeatureExtractionPipeline } | null = null;

  constructor(store: ModelStore) {
    this.#library = new TransformersLibrary(store);
  }

  async load({ model, dtype }: EmbeddingApi['load']['in']): Promise<void> {
    const key = `${model} ${dtype}`;
    if (this.#loaded?.key === key) return;
    const before = this.#loaded;
    this.#loaded = null;
    await before?.run.dispose();
    await this.#library.open(async () => {
      this.#loaded = { key, run: await pipeline('feature-extraction', model, { device: 'wasm', dtype: dtype as OnnxDtype }) };
    });
  }

  /** The mean over the words of a text, as these models were trained (arXiv 1908.10084, section 3). */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (!this.#loaded) throw new AppError('model-missing', 'no embedding model is loaded');
    if (!texts.length) return [];
    const found = await this.#loaded.run([...texts], { pooling: 'mean', normalize: true });
    const [, width = 0] = found.dims;
    const values = found.data as Float32Array;
    return texts.map((_, at) => values.slice(at * width, (at + 1) * width));
  }
}
