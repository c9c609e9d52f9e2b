// The language models of this device, the one to begin with, and whether they may be asked at all.
import { catalogue, languageModelsOf, type LanguageModelEntry } from '../models/catalogue.ts';
import { dtypeFor, suggestLanguageModel, type GraphicsFacts } from '../models/suggest.ts';
import { ModelRows, type ModelParts, type ModelRow } from './model-rows.svelte.ts';

const CHOSEN = 'sotto-language-model';
const ALLOWED = 'sotto-ask-model';

export class LanguageModels extends ModelRows<LanguageModelEntry> {
  #allowed = $state(false);
  #graphics = $state.raw<GraphicsFacts | null | undefined>(undefined);

  constructor(parts: ModelParts) {
    super(parts, {
      models: languageModelsOf(catalogue),
      chosen: CHOSEN,
      async find(chosen, model) {
        const [{ findLanguageModel }, { openChosen }] = await Promise.all([
          import('../models/own-language-files.ts'),
          import('../models/own-files.ts'),
        ]);
        return findLanguageModel(await openChosen(chosen), model);
      },
    });
    this.#allowed = parts.shelf.getItem(ALLOWED) === 'yes';
  }

  /** Whether the person lets questions go to a model. Off until a model is here. */
  get allowed(): boolean {
    return this.#allowed && this.active !== null;
  }
  allow(allowed: boolean): void {
    this.#allowed = allowed;
    if (allowed) this.parts.shelf.setItem(ALLOWED, 'yes');
    else this.parts.shelf.removeItem(ALLOWED);
  }

  /** Null without WebGPU; undefined until it was looked for. */
  get graphics(): GraphicsFacts | null | undefined {
    return this.#graphics;
  }
  found(graphics: GraphicsFacts | null): void {
    this.#graphics = graphics;
  }

  /** Each model once, in the precision that this device computes, and beside them what is here in another one. */
  get shown(): readonly ModelRow<LanguageModelEntry>[] {
    const wanted = this.#graphics ? dtypeFor(this.#graphics) : 'q4f32';
    return this.rows.filter(({ model, record, work }) => model.dtype === wanted || record !== null || work.kind !== 'rest');
  }

  suggested(memoryGb: number | null): LanguageModelEntry | null {
    const models = this.rows.map(({ model }) => model);
    return this.#graphics === undefined ? null : suggestLanguageModel(models, this.#graphics, memoryGb);
  }

  override async forgetAll(): Promise<void> {
    this.allow(false);
    await super.forgetAll();
  }
}
