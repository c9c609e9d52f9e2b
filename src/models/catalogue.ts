// The models that Sotto knows, as data: what each is for, its files, and where they come from. Sizes and hashes stand only where
// a named source gives them; null is learnt at the first download. The service worker fetches these files and no others.
import data from './catalogue.json' with { type: 'json' };

/** As `model_type` of the model's own config.json says it. */
export type ModelKind = 'whisper' | 'moonshine';
export type DeviceKind = 'wasm' | 'webgpu';
export type Dtype = 'q8' | 'fp16' | 'fp32';

export interface ModelFile {
  /** Within the model's folder, with '/' between folders. */
  path: string;
  bytes: number | null;
  /** Lower-case hexadecimal. */
  sha256: string | null;
  /** A key of `sources`; null with a null hash. */
  source: string | null;
}

/** One precision of a model: the weights to add to the common files, and the engines that run them well. */
export interface Weights {
  dtype: Dtype;
  devices: DeviceKind[];
  files: ModelFile[];
}

export interface CatalogueModel {
  id: string;
  name: string;
  kind: ModelKind;
  languages: 'en' | 'many';
  parameters: number;
  /** Null where no source tells. */
  memoryBytes: number | null;
  licence: string;
  host: string;
  repo: string;
  revision: string;
  common: ModelFile[];
  /** The first is the one to begin with: it runs on every device. */
  weights: Weights[];
}

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

export const catalogue: Catalogue = data as Catalogue;

/** Where model files are asked for, relative to the app: models/ID/PATH. */
export const MODELS_PATH = 'models/';

export const localPath = (model: CatalogueModel, file: ModelFile): string => `${MODELS_PATH}${model.id}/${file.path}`;

export const filesOf = (model: CatalogueModel, dtype: Dtype): ModelFile[] => [
  ...model.common,
  ...(model.weights.find((weights) => weights.dtype === dtype)?.files ?? []),
];

export const allFilesOf = (model: CatalogueModel): ModelFile[] => [...model.common, ...model.weights.flatMap(({ files }) => files)];

/** The host's address of a local path ("models/ID/PATH"); null when the path is not in the catalogue. */
export function hostAddress({ models, hosts }: Catalogue, path: string): string | null {
  for (const model of models) {
    const file = allFilesOf(model).find((each) => localPath(model, each) === path);
    const host = hosts[model.host];
    if (file && host) return fill(host.address, { repo: model.repo, revision: model.revision, file: file.path });
  }
  return null;
}

const fill = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);

/** Every origin that the service worker may reach, for its content security policy. */
export const reachable = ({ hosts }: Catalogue): string[] => [...new Set(Object.values(hosts).flatMap(({ reaches }) => reaches))];

/** Bytes of a download. `exact` is false where a size is not known: then it is judged from the number of parameters. */
export function downloadSize(model: CatalogueModel, dtype: Dtype): { bytes: number; exact: boolean } {
  const weights = model.weights.find((each) => each.dtype === dtype)?.files ?? [];
  if (weights.every(({ bytes }) => bytes !== null)) {
    return { bytes: weights.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0), exact: true };
  }
  return { bytes: model.parameters * BYTES_PER_PARAMETER[dtype], exact: false };
}

/** A little over one byte (two, four) a weight: some layers stay in full precision, and the decoder's head is kept twice. */
const BYTES_PER_PARAMETER: Record<Dtype, number> = { q8: 1.04, fp16: 1.97, fp32: 3.93 };
