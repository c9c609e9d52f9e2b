// The embedding models of this device.
import { catalogue, embeddingModelsOf, type EmbeddingModel } from '../models/catalogue.ts';
import { findOnnxModel, ModelRows, type ModelParts } from './model-rows.svelte.ts';

const CHOSEN = 'sotto-embedding-model';

export class EmbeddingModels extends ModelRows<EmbeddingModel> {
  constructor(parts: ModelParts) {
    super(parts, {
      models: embeddingModelsOf(catalogue),
      chosen: CHOSEN,
      find: findOnnxModel,
    });
  }
}
