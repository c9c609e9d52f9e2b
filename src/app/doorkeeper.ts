// What the service worker does with each request of the page and its workers: a file of the app comes from this device, a model file
// is the porter's errand, and everything else is refused here and reaches nobody, not even the app's own host.
import { MODELS_PATH } from '../models/catalogue.ts';

/** Where the system's share sheet posts files (public/manifest.webmanifest); it ends here and reaches no host. */
const SHARE_PATH = 'share';

export interface House {
  /** The app's own address, ending in '/'. */
  scope: string;
  /** Whole addresses of the app's own files. */
  files: ReadonlySet<string>;
}

export type Passage =
  { kind: 'errand' } | { kind: 'shared' } | { kind: 'own'; address: string } | { kind: 'refused'; status: number; why: string };

const refused = (status: number, why: string): Passage => ({ kind: 'refused', status, why });

/** The address that is asked for or fetched never holds more than the list of files does: what stands after "?" stays here. */
export function passageOf({ url, method }: Pick<Request, 'url' | 'method'>, { scope, files }: House): Passage {
  if (!url.startsWith(scope)) return refused(403, 'not an address of this app');
  if (method === 'POST' && url === scope + SHARE_PATH) return { kind: 'shared' };
  if (method !== 'GET') return refused(405, 'only GET');
  if (url.startsWith(scope + MODELS_PATH)) return { kind: 'errand' };
  const bare = url.replace(/[?#].*$/s, '');
  const address = bare.endsWith('/') ? `${bare}index.html` : bare;
  return files.has(address) ? { kind: 'own', address } : refused(404, 'not a file of this app');
}
