// What the page can show of its walls: the rules in force as they were served, every request that left this installation, the switch
// that lets none leave, and a try of the walls at a press.
import { LEAK_WAYS, testLeaks, type LeakTry } from './leak-test.ts';
import { RequestLog, type SentRequest } from './request-log.ts';

const RULES = [
  'content-security-policy',
  'connection-allowlist',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'referrer-policy',
];

export class Evidence {
  readonly #log = new RequestLog();
  #sent = $state.raw<readonly SentRequest[]>([]);
  #rules = $state.raw<readonly { name: string; value: string }[]>([]);
  #looked = $state(false);
  #closed = $state(false);
  #tries = $state.raw<readonly LeakTry[] | null>(null);
  #testing = $state(false);

  /** Newest first. */
  get sent(): readonly SentRequest[] {
    return this.#sent;
  }
  get rules(): readonly { name: string; value: string }[] {
    return this.#rules;
  }
  /** Whether a policy came with the page, from the host or the service worker; true until it was looked at. */
  get ruled(): boolean {
    return !this.#looked || this.#rules.some(({ name }) => name === 'content-security-policy');
  }
  /** Nothing is fetched from anywhere, models included. */
  get closed(): boolean {
    return this.#closed;
  }
  /** Null until tried. */
  get tries(): readonly LeakTry[] | null {
    return this.#tries;
  }
  get testing(): boolean {
    return this.#testing;
  }
  get isolated(): boolean {
    return crossOriginIsolated;
  }
  get watched(): boolean {
    return Boolean(navigator.serviceWorker?.controller);
  }
  readonly ways = LEAK_WAYS.length;

  async look(): Promise<void> {
    this.#sent = (await this.#log.all()).reverse();
    this.#closed = await this.#log.isClosed();
    const { headers } = await fetch('./index.html');
    this.#rules = RULES.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [{ name, value }];
    });
    this.#looked = true;
  }

  async close(closed: boolean): Promise<void> {
    await this.#log.setClosed(closed);
    this.#closed = closed;
  }

  async test(): Promise<void> {
    this.#testing = true;
    this.#tries = await testLeaks();
    this.#testing = false;
  }
}
