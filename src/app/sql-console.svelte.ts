// The SQL console: a person's own SELECT, run on a copy of the reading views in a worker of its own, which is replaced when a query takes
// too long. The copy is made again when the ledger has changed.
import { AppError } from '../base/errors.ts';
import type { Selected } from '../ledger/select-wall.ts';
import { toTrouble } from './trouble.ts';
import type { StartedReader } from './workers.ts';

export interface ConsoleParts {
  start(): StartedReader;
  /** A fresh copy of the reading views. */
  copy(): Promise<Blob>;
  /** Another number when the ledger has changed. */
  revision(): number;
  clock(): number;
}

/** Milliseconds that a query may take, the copying not counted. */
export const TIME = 5_000;

export type ConsoleState =
  | { kind: 'rest' }
  | { kind: 'running' }
  | { kind: 'done'; result: Selected; took: number }
  | { kind: 'refused'; why: string }
  | { kind: 'mistake'; why: string }
  | { kind: 'trouble'; title: string; next: string };

export class SqlConsole {
  readonly #parts: ConsoleParts;
  #state = $state.raw<ConsoleState>({ kind: 'rest' });
  #reader: { worker: StartedReader; revision: number } | null = null;
  #asked: AbortController | null = null;

  constructor(parts: ConsoleParts) {
    this.#parts = parts;
  }

  get state(): ConsoleState {
    return this.#state;
  }

  async run(sql: string): Promise<void> {
    this.stop();
    const asked = new AbortController();
    this.#asked = asked;
    this.#state = { kind: 'running' };
    try {
      const { call } = await this.#open();
      asked.signal.throwIfAborted();
      const began = this.#parts.clock();
      const result = await call('select', { sql }, { signal: AbortSignal.any([asked.signal, AbortSignal.timeout(TIME)]) });
      this.#state = { kind: 'done', result, took: this.#parts.clock() - began };
    } catch (error) {
      if (isLate(error) || isDead(error)) this.close(); // a step of SQLite hears no cancel
      if (!asked.signal.aborted) this.#state = told(error);
    } finally {
      if (this.#asked === asked) this.#asked = null;
    }
  }

  /** Ends the query that runs, if one does. */
  stop(): void {
    if (!this.#asked) return;
    this.#asked.abort();
    this.#asked = null;
    this.#state = { kind: 'rest' };
    this.close();
  }

  /** Ends the worker and forgets the copy. */
  close(): void {
    this.#reader?.worker.stop();
    this.#reader = null;
  }

  async #open(): Promise<StartedReader> {
    const revision = this.#parts.revision();
    if (this.#reader?.revision === revision) return this.#reader.worker;
    this.close();
    const worker = this.#parts.start();
    this.#reader = { worker, revision };
    try {
      await worker.call('open', { file: await this.#parts.copy() });
      return worker;
    } catch (error) {
      worker.stop();
      if (this.#reader?.worker === worker) this.#reader = null;
      throw error;
    }
  }
}

const isLate = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

const isDead = (error: unknown): boolean => error instanceof AppError && error.code === 'worker-died';

function told(error: unknown): ConsoleState {
  if (isLate(error)) return told(new AppError('query-slow', `the query ran longer than ${TIME} ms`));
  if (error instanceof AppError && error.code === 'query-refused') {
    const { why } = (error.detail ?? {}) as { why?: string };
    return { kind: 'refused', why: why ?? error.message };
  }
  if (error instanceof AppError && error.code === 'unexpected') return { kind: 'mistake', why: error.message };
  const { title, next } = toTrouble(error);
  return { kind: 'trouble', title, next };
}
