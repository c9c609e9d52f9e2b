// The browser's caches as WebLLM sees them: every address of ours is a file on this device's model shelf, read from there and from
// nowhere else. Nothing is kept twice, and what is not there is missing; it is never fetched.
import { AppError } from '../base/errors.ts';
import { LIBRARY } from '../models/language-catalogue.ts';
import type { ModelStore } from '../models/store.ts';

/** An address that leads nowhere: a slip would fail by the policy of the worker, and then by having no such host. */
const BASE = 'https://model-shelf.invalid/';

/** As WebLLM completes it: a folder that has "/resolve/" in it stays as it is. */
export const folderOf = (id: string): string => `${BASE}${id}/resolve/main/`;
export const addressOf = (id: string, path: string): string => folderOf(id) + path;

/** The part of Cache that WebLLM uses. */
export interface ShelfCache {
  match(request: Request | string): Promise<Response | undefined>;
  add(request: Request | string): Promise<void>;
  keys(): Promise<Request[]>;
  delete(): Promise<boolean>;
}

/** `wanted` is the model that is being loaded: its files are the keys. */
export function shelfCaches(store: ModelStore, wanted: () => string | null): { open(scope: string): Promise<ShelfCache> } {
  const cache: ShelfCache = {
    async match(request) {
      const { id, path } = placeOf(request);
      const file = (await store.record(id))?.files.find((each) => each.path === path);
      const blob = file?.sha256 ? await store.read(id, file) : null; // a file that was not found right is not there
      return blob ? new Response(blob) : undefined;
    },
    add(request) {
      const { id, path } = placeOf(request);
      const code = path === LIBRARY ? 'language-no-library' : 'model-missing';
      return Promise.reject(new AppError(code, `${id}/${path} is not on this device`));
    },
    async keys() {
      const id = wanted();
      const record = id === null ? null : await store.record(id);
      return record?.files.map(({ path }) => new Request(addressOf(record.id, path))) ?? [];
    },
    delete: () => Promise.resolve(false),
  };
  return { open: () => Promise.resolve(cache) };
}

function placeOf(request: Request | string): { id: string; path: string } {
  const address = typeof request === 'string' ? request : request.url;
  const [, id = '', path = ''] = /^https:\/\/model-shelf\.invalid\/([^/]+)\/resolve\/main\/(.+)$/.exec(address) ?? [];
  return { id, path };
}
