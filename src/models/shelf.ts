// Where model files lie on this device: named blobs, each written whole or not at all. Not the ledger's store.
import { AppError } from '../base/errors.ts';

export interface Shelf {
  get(name: string): Promise<Blob | null>;
  /** Throws `storage-full` when there is no room; what was there before is then still there. */
  put(name: string, blob: Blob): Promise<void>;
  /** Removes every name that begins so. */
  remove(prefix: string): Promise<void>;
}

const CACHE = 'sotto-models';
/** Names need an address to be kept under; it is never fetched. */
const ADDRESS = '/model-shelf/';

/** On the browser's Cache API, which page, workers and service worker share. */
export function cacheShelf(caches: CacheStorage): Shelf {
  const open = () => caches.open(CACHE);
  const addressOf = (name: string) => ADDRESS + name.split('/').map(encodeURIComponent).join('/');
  return {
    async get(name) {
      const kept = await (await open()).match(addressOf(name));
      return kept ? await kept.blob() : null;
    },
    async put(name, blob) {
      try {
        await (await open()).put(addressOf(name), new Response(blob));
      } catch (error) {
        throw asFull(error);
      }
    },
    async remove(prefix) {
      const cache = await open();
      const begin = addressOf(prefix);
      for (const { url } of await cache.keys()) {
        if (new URL(url).pathname.startsWith(begin)) await cache.delete(url);
      }
    },
  };
}

/** A full disk is expected trouble; anything else passes as it is. */
function asFull(error: unknown): unknown {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return new AppError('model-no-room', 'no room for a part of a model', undefined, { cause: error });
  }
  return error;
}
