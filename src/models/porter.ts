// The service worker's errand: a GET for a path of the catalogue is fetched from its host and answered as our own.
// Nothing of ours goes along: no credentials, no referrer, no header but the range. Every other path is 404 and reaches nobody.
import { hostAddress, type Catalogue } from './catalogue.ts';

/** Says that the porter answered, and not a server that knows no models. */
export const PORTER_MARK = 'x-sotto-porter';

/** What is handed on from the host's answer. */
export const KEPT = ['content-length', 'content-range', 'content-type', 'etag', 'x-linked-etag', 'x-linked-size', 'x-repo-commit'];

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** `scope` is the app's own address, ending in '/'. Which requests are errands, src/app/doorkeeper.ts says. */
export async function runErrand(request: Request, scope: string, catalogue: Catalogue, fetch: Fetch): Promise<Response> {
  if (request.method !== 'GET') return refuse(405, 'only GET');
  const address = hostAddress(catalogue, request.url.slice(scope.length));
  if (!address) return refuse(404, 'not in the catalogue');
  const range = request.headers.get('range');
  if (range !== null && !/^bytes=\d+-\d*$/.test(range)) return refuse(400, 'a range that no download of ours asks for');
  try {
    const answer = await fetch(address, {
      method: 'GET',
      headers: range === null ? {} : { range },
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store', // the shelf keeps it; a second copy would only take room
      signal: request.signal,
    });
    const headers = new Headers({ [PORTER_MARK]: new URL(address).host });
    for (const name of KEPT) {
      const value = answer.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(answer.body, { status: answer.status, headers });
  } catch (error) {
    return refuse(502, error instanceof Error ? error.message : String(error));
  }
}

const refuse = (status: number, why: string) => new Response(why, { status, headers: { [PORTER_MARK]: 'none' } });
