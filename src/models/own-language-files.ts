// A language model that a person brings from disk, in MLC's layout: its configuration, its tokenizer, the list of its parts, every
// part, and the compiled library. Nobody vouches for them, but parts that differ from their own list are refused.
import { AppError } from '../base/errors.ts';
import type { LanguageModelEntry } from './catalogue.ts';
import { CONFIG, LIBRARY, PART_LIST, TOKENIZER } from './language-catalogue.ts';
import type { Brought, BroughtFile } from './own-files.ts';
import { readParts } from './part-list.ts';
import { md5Of } from './verify.ts';

/** What the list of parts was called before WebLLM 0.2.80. */
const OLDER_LIST = 'ndarray-cache.json';

/** Finds the model's files among those chosen, wherever they lie. Throws `language-not-whole` naming what is missing. */
export async function findLanguageModel(chosen: readonly BroughtFile[], model: LanguageModelEntry): Promise<Brought> {
  const byName = new Map(chosen.map(({ name, blob }) => [name.split('/').at(-1) ?? name, blob]));
  const library = chosen.find(({ name }) => name.endsWith('.wasm'))?.blob;
  const list = byName.get(PART_LIST) ?? byName.get(OLDER_LIST);
  const parts = list ? readParts(model, await list.text()) : [];
  const wanted = [
    { path: CONFIG, blob: byName.get(CONFIG) },
    { path: TOKENIZER, blob: byName.get(TOKENIZER) },
    { path: PART_LIST, blob: list },
    { path: LIBRARY, blob: library },
    ...parts.map(({ path }) => ({ path, blob: byName.get(path) })),
  ];
  const missing = wanted.filter(({ blob }) => !blob).map(({ path }) => path);
  if (missing.length > 0) throw new AppError('language-not-whole', `missing: ${missing.join(', ')}`, { missing });
  const files = wanted.flatMap(({ path, blob }) => (blob ? [{ path, blob }] : []));
  await checkKind(model, byName.get(CONFIG));
  for (const { path, bytes, md5 } of parts) {
    const blob = byName.get(path);
    const isRight = blob?.size === bytes && (!md5 || (await md5Of(blob)) === md5);
    if (!isRight) throw new AppError('model-damaged', `${path} is not what ${PART_LIST} tells`);
  }
  return { dtype: model.dtype, files };
}

/** The weights named in the configuration ("q4f16_1") must be those of the model that the files were chosen for. */
async function checkKind({ dtype, id }: LanguageModelEntry, config: Blob | undefined): Promise<void> {
  const text = (await config?.text()) ?? '';
  let told: { quantization?: unknown; conv_template?: unknown } | null;
  try {
    told = JSON.parse(text) as typeof told;
  } catch (error) {
    throw new AppError('language-not-whole', `${CONFIG} is not JSON`, { missing: [CONFIG] }, { cause: error });
  }
  if (typeof told?.conv_template !== 'object') throw new AppError('language-not-whole', `${CONFIG} is none`, { missing: [CONFIG] });
  const { quantization } = told;
  if (typeof quantization === 'string' && !quantization.startsWith(dtype))
    throw new AppError('language-other', `${CONFIG} says ${quantization}, which is not ${id}`);
}
