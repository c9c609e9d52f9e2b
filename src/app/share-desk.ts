// The service worker's desk for shared files: takes them from the system's share sheet, keeps them in memory, unread and never on disk,
// and hands them to the page that comes to fetch them.
import { SHARED, TAKE_SHARED } from './hand-over.ts';

/** Kept this long for the page that the share opens, in milliseconds; after that they are gone. */
const KEPT = 60_000;

export class ShareDesk {
  #files: FormDataEntryValue[] = [];
  #fetched: () => void = () => undefined;

  /** Answers the share with the way to the page. `keep` holds the service worker alive until the files were fetched. */
  async take(request: Request, home: string, keep: (until: Promise<unknown>) => void): Promise<Response> {
    const form = await request.formData();
    this.#files = form.getAll('files').filter((entry) => typeof entry !== 'string');
    const fetched = new Promise<void>((done) => (this.#fetched = done));
    const timer = setTimeout(() => this.#clear(), KEPT);
    keep(fetched.then(() => clearTimeout(timer)));
    return Response.redirect(`${home}?${SHARED}#/import`, 303);
  }

  /** Whether the message was the page's question for the files. */
  hand(message: unknown, to: Client | null): boolean {
    if (message !== TAKE_SHARED) return false;
    to?.postMessage({ kind: SHARED, files: this.#files });
    this.#clear();
    return true;
  }

  #clear(): void {
    this.#files = [];
    this.#fetched();
  }
}

/** The part of a service worker's client that is used here. */
interface Client {
  postMessage(message: unknown): void;
}
