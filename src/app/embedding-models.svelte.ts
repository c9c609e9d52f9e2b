// The embedding models of this device.
import { catalogue, embeddingModelsOf, type EmbeddingModel } from '../models/catalogue.ts';
import { ModelRows, type ModelParts } from './model-rows.svelte.ts';

const CHOSEN = 'sotto-embedding-model';

export class EmbeddingModels extends ModelRows<EmbeddingModel> {
  constructor(parts: ModelParts) {
    super(parts, {
      models: embeddingModelsOf(catalogue),
      chosen: CHOSEN,
      async find(chosen, { kind }) {
        const { findModel, openChosen } = await import('../models/own-files.ts');
        return findModel(await openChosen(chosen), kind);
      },
    });
  }

  /** The catalogue's entry of the model in use. */
  get entry(): EmbeddingModel | null {
    const { active } = this;
    return this.rows.find(({ model }) => model.id === active?.id)?.model ?? null;
  }
}
