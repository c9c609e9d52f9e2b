// Every request that the service worker of this installation sent to anybody: written down before it goes, so that there is none without
// a line, and a switch that lets none go at all. Kept on this device; hosts and file names stand in it, and nothing of the person.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export interface SentRequest {
  /** ISO 8601, UTC. */
  at: string;
  /** "model": a file of the catalogue that the person asked for. "app": files of this app from its own host. */
  why: 'model' | 'app';
  /** Origin and path; for a first installation the folder that the app's files came from. */
  address: string;
  files: number;
  /** Null until the answer came. */
  status: number | null;
  /** What the host said it would send; null where it did not say. */
  bytes: number | null;
}

interface Layout extends DBSchema {
  requests: { key: number; value: SentRequest };
  switch: { key: 'closed'; value: boolean };
}

export class RequestLog {
  #open: Promise<IDBPDatabase<Layout>> | null = null;

  #db(): Promise<IDBPDatabase<Layout>> {
    this.#open ??= openDB<Layout>('sotto-requests', 1, {
      upgrade(db) {
        db.createObjectStore('requests', { autoIncrement: true });
        db.createObjectStore('switch');
      },
    });
    return this.#open;
  }

  /** Oldest first. */
  async all(): Promise<SentRequest[]> {
    return (await this.#db()).getAll('requests');
  }

  async isClosed(): Promise<boolean> {
    return (await (await this.#db()).get('switch', 'closed')) ?? false;
  }

  async setClosed(closed: boolean): Promise<void> {
    await (await this.#db()).put('switch', closed, 'closed');
  }

  async add(request: SentRequest): Promise<void> {
    await (await this.#db()).add('requests', request);
  }

  async forget(): Promise<void> {
    const db = await this.#db();
    await Promise.all([db.clear('requests'), db.clear('switch')]);
  }

  /** `fetch` with a line for each request: no line, no request; and none while the network is off. */
  fetching(why: SentRequest['why'], fetch: (address: string, init: RequestInit) => Promise<Response>, now: () => string) {
    return async (address: string, init: RequestInit): Promise<Response> => {
      if (await this.isClosed()) throw new Error('the network is turned off in Sotto');
      const { origin, pathname } = new URL(address);
      const sent: SentRequest = { at: now(), why, address: origin + pathname, files: 1, status: null, bytes: null };
      const db = await this.#db();
      const key = await db.add('requests', sent);
      const answer = await fetch(address, init);
      const told = answer.headers.get('content-length');
      await db.put('requests', { ...sent, status: answer.status, bytes: told === null ? null : Number(told) }, key);
      return answer;
    };
  }
}
