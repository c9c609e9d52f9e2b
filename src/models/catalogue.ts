// The models that Sotto knows, as data: what each is for, its files, and where they come from. Sizes and hashes stand only where
// a named source gives them; null is learnt at the first download. The service worker fetches these files and no others.
import data from './catalogue.json' with { type: 'json' };
import embeddings from './embedding-models.json' with { type: 'json' };
import { languageModels } from './language-catalogue.ts';

/** As `model_type` of the model's own config.json says it. */
export type ModelKind = 'whisper' | 'moonshine' | 'bert';
export type DeviceKind = 'wasm' | 'webgpu';
export type OnnxDtype = 'q8' | 'fp16' | 'fp32';
/** Four-bit weights, computed in half or in full precision: half needs a graphics adapter that has `shader-f16`. */
export type LanguageDtype = 'q4f16' | 'q4f32';
export type Dtype = OnnxDtype | LanguageDtype;

export interface ModelFile {
  /** Within the model's folder, with '/' between folders. */
  path: string;
  bytes: number | null;
  /** Lower-case hexadecimal. */
  sha256: string | null;
  /** A key of `sources`; null with a null hash. */
  source: string | null;
  /** Where it is asked for, when that is not the model's own repository. */
  from?: { host: string; repo: string; revision: string; path: string };
  /** As the model's own list of its parts tells it: with these the length is exact. */
  md5?: string | null;
}

/** One precision of a model: the weights to add to the common files, and the engines that run them well. */
export interface Weights<D extends Dtype = Dtype> {
  dtype: D;
  devices: DeviceKind[];
  files: ModelFile[];
}

interface Model {
  id: string;
  name: string;
  parameters: number;
  /** Null where no source tells. */
  memoryBytes: number | null;
  licence: string;
  host: string;
  repo: string;
  revision: string;
  common: ModelFile[];
  /** The first is the one to begin with: it runs on every device that runs the model. */
  weights: Weights[];
}

export interface VoiceModel extends Model {
  kind: 'whisper' | 'moonshine';
  languages: 'en' | 'many';
  weights: Weights<OnnxDtype>[];
}

/** A language model in MLC's layout: its weights lie in numbered parts, which one of its files lists. */
export interface LanguageModelEntry extends Model {
  kind: 'language';
  memoryBytes: number;
  /** The same for both precisions of a model. */
  base: string;
  dtype: LanguageDtype;
  /** The place in the order of what is offered first. */
  rank: number;
  contextTokens: number;
  /** Whether it thinks aloud before it answers, unless told not to. */
  thinks: boolean;
  /** What WebLLM is told beside the model's own configuration. */
  overrides: Record<string, number>;
  parts: { listedIn: string; name: RegExp; most: number };
}

/** Says where words lie among meanings. */
export interface EmbeddingModel extends Model {
  kind: 'bert';
  weights: Weights<OnnxDtype>[];
  /** The cosine from which two names may mean the same, by this model. */
  alikeFrom: number;
}

export type CatalogueModel = VoiceModel | EmbeddingModel | LanguageModelEntry;

export interface Host {
  name: string;
  /** With {repo}, {revision} and {file}. */
  address: string;
  /** Origins, in the words of a content security policy, that the host answers from or sends on to. */
  reaches: string[];
}

export interface Catalogue {
  hosts: Record<string, Host>;
  sources: Record<string, string>;
  models: CatalogueModel[];
}

const whisper = data as Omit<Catalogue, 'models'> & { models: VoiceModel[] };

export const catalogue: Catalogue = {
  ...whisper,
  models: [...whisper.models, ...(embeddings.models as EmbeddingModel[]), ...languageModels],
};

export const voiceModelsOf = ({ models }: Catalogue): VoiceModel[] =>
  models.filter((model): model is VoiceModel => model.kind === 'whisper' || model.kind === 'moonshine');
export const embeddingModelsOf = ({ models }: Catalogue): EmbeddingModel[] =>
  models.filter((model): model is EmbeddingModel => model.kind === 'bert');
export const languageModelsOf = ({ models }: Catalogue): LanguageModelEntry[] =>
  models.filter((model): model is LanguageModelEntry => model.kind === 'language');

/** Where model files are asked for, relative to the app: models/ID/PATH. */
export const MODELS_PATH = 'models/';

export const localPath = (model: CatalogueModel, file: ModelFile): string => `${MODELS_PATH}${model.id}/${file.path}`;

/** All but the numbered parts of a language model, which its own list tells. */
export const filesOf = (model: CatalogueModel, dtype: Dtype): ModelFile[] => [
  ...model.common,
  ...(model.weights.find((weights) => weights.dtype === dtype)?.files ?? []),
];

export const allFilesOf = (model: CatalogueModel): ModelFile[] => [...model.common, ...model.weights.flatMap(({ files }) => files)];

/** The host's address of a local path ("models/ID/PATH"); null when the path is not in the catalogue. */
export function hostAddress({ models, hosts }: Catalogue, path: string): string | null {
  for (const model of models) {
    const prefix = `${MODELS_PATH}${model.id}/`;
    if (!path.startsWith(prefix)) continue;
    const within = path.slice(prefix.length);
    const file = allFilesOf(model).find((each) => each.path === within) ?? numberedPart(model, within);
    if (!file) continue;
    const { host, repo, revision, path: there } = file.from ?? { ...model, path: file.path };
    const address = hosts[host]?.address;
    if (address) return fill(address, { repo, revision, file: there });
  }
  return null;
}

/** A part that the model's own list may name; null for any other name. */
export function numberedPart(model: CatalogueModel, path: string): ModelFile | null {
  if (model.kind !== 'language') return null;
  const number = model.parts.name.exec(path)?.[1];
  return number !== undefined && Number(number) < model.parts.most ? { path, bytes: null, sha256: null, source: null } : null;
}

const fill = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);

/** Every origin that the service worker may reach, for its content security policy. */
export const reachable = ({ hosts }: Catalogue): string[] => [...new Set(Object.values(hosts).flatMap(({ reaches }) => reaches))];

/** Bytes of a download. `exact` is false where a size is not known: then it is judged from the number of parameters. */
export function downloadSize(model: CatalogueModel, dtype: Dtype): { bytes: number; exact: boolean } {
  const weights = model.weights.find((each) => each.dtype === dtype)?.files ?? [];
  if (model.kind !== 'language' && weights.every(({ bytes }) => bytes !== null)) {
    return { bytes: weights.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0), exact: true };
  }
  return { bytes: model.parameters * BYTES_PER_PARAMETER[dtype], exact: false };
}

/**
 * A little over one byte (two, four) a weight: some layers stay in full precision, and a Whisper's head is kept twice. Four-bit
 * weights come in groups of 32 with one scale each, of two bytes or four.
 */
const BYTES_PER_PARAMETER: Record<Dtype, number> = { q8: 1.04, fp16: 1.97, fp32: 3.93, q4f16: 0.5625, q4f32: 0.625 };
