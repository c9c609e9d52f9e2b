// The language models of language-models.json, each once for every precision: a device that computes in half precision takes the
// smaller one. All are in MLC's layout, which @mlc-ai/web-llm runs; their files have the same names in every repository.
import type { LanguageDtype, LanguageModelEntry, ModelFile } from './catalogue.ts';
import data from './language-models.json' with { type: 'json' };

/** WebLLM's own lists give every model of ours this context. */
const CONTEXT_TOKENS = 4096;
/** A part holds some 30 MB at least; the largest model here has fewer than a hundred. */
const MOST_PARTS = 400;

export const CONFIG = 'mlc-chat-config.json';
export const TOKENIZER = 'tokenizer.json';
export const PART_LIST = 'tensor-cache.json';
/** The compiled model, by the one name that it has on this device. */
export const LIBRARY = 'library.wasm';
const PART_NAME = /^params_shard_(\d{1,3})\.bin$/;

const unknown = (path: string): ModelFile => ({ path, bytes: null, sha256: null, source: null });

export const languageModels: LanguageModelEntry[] = data.models.flatMap((model) =>
  (['q4f16', 'q4f32'] as const).map((dtype): LanguageModelEntry => {
    const { host, repo, revision, folder } = data.libraries;
    return {
      kind: 'language',
      id: `${model.id}-${dtype}`,
      base: model.id,
      dtype,
      name: model.name,
      rank: model.rank,
      parameters: model.parameters,
      memoryBytes: model.memoryMB[dtype] * 1e6,
      licence: model.licence,
      host: 'huggingface',
      repo: `${model.repo}-${inMlcWords(dtype)}-MLC`,
      revision: 'main',
      contextTokens: CONTEXT_TOKENS,
      thinks: 'thinks' in model,
      overrides: { context_window_size: CONTEXT_TOKENS, ...('overrides' in model ? model.overrides : {}) },
      common: [unknown(CONFIG), unknown(TOKENIZER), unknown(PART_LIST)],
      weights: [
        {
          dtype,
          devices: ['webgpu'],
          files: [
            {
              ...unknown(LIBRARY),
              from: { host, repo, revision, path: `${folder}/${model.library}-${inMlcWords(dtype)}_cs1k-webgpu.wasm` },
            },
          ],
        },
      ],
      parts: { listedIn: PART_LIST, name: PART_NAME, most: MOST_PARTS },
    };
  }),
);

function inMlcWords(dtype: LanguageDtype): string {
  return `${dtype}_1`;
}
