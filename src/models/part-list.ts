// MLC's list of the numbered parts that hold a language model's weights (tensor-cache.json): names, lengths, MD5 sums.
// What the list says is held to the catalogue: a name that the catalogue does not foresee is refused, and so is an empty list.
import { AppError } from '../base/errors.ts';
import { numberedPart, type LanguageModelEntry, type ModelFile } from './catalogue.ts';

interface Listed {
  dataPath?: unknown;
  nbytes?: unknown;
  md5sum?: unknown;
}

/** Throws `model-damaged` when it is no list of parts. */
export function readParts(model: LanguageModelEntry, text: string): ModelFile[] {
  let records: unknown;
  try {
    records = (JSON.parse(text) as { records?: unknown } | null)?.records;
  } catch (error) {
    throw new AppError('model-damaged', `${model.parts.listedIn} is not JSON`, undefined, { cause: error });
  }
  if (!Array.isArray(records) || records.length === 0) throw new AppError('model-damaged', `${model.parts.listedIn} lists no parts`);
  return (records as (Listed | null)[]).map((listed) => {
    const { dataPath, nbytes, md5sum } = listed ?? {};
    const part = typeof dataPath === 'string' ? numberedPart(model, dataPath) : null;
    if (!part || typeof nbytes !== 'number') throw new AppError('model-damaged', `${model.parts.listedIn} names ${String(dataPath)}`);
    return { ...part, bytes: nbytes, md5: typeof md5sum === 'string' ? md5sum.toLowerCase() : null };
  });
}
