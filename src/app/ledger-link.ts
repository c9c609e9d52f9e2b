// The page's line to the ledger worker. The ledger is opened before the first other call, and a worker that died
// is replaced at the next call, so one crash costs one question and never the session.
import { AppError } from '../base/errors.ts';
import type { Call } from '../rpc/client.ts';
import type { LedgerApi } from './ledger-api.ts';

export type LedgerCall = Call<LedgerApi>;

export interface StartedWorker {
  call: LedgerCall;
  /** Ends the worker and fails what it still owed. */
  stop(): void;
}

export type Opening = LedgerApi['open']['in'];

/** Calls that need no open ledger: one that is locked cannot be opened. */
const BEFORE_OPENING: ReadonlySet<keyof LedgerApi> = new Set([
  'lockState',
  'unlock',
  'untilUnlocked',
  'lockNow',
  'stay',
  'hush',
  'eraseAll',
]);

export class LedgerLink {
  readonly #start: () => StartedWorker;
  readonly #opening: () => Opening;
  #worker: StartedWorker | null = null;
  #opened: Promise<LedgerApi['open']['out']> | null = null;

  constructor(start: () => StartedWorker, opening: () => Opening) {
    this.#start = start;
    this.#opening = opening;
  }

  /** Starts the worker if there is none, and opens the ledger once. A failed opening is tried again at the next call. */
  open(): Promise<LedgerApi['open']['out']> {
    this.#worker ??= this.#start();
    const { call } = this.#worker;
    this.#opened ??= call('open', this.#opening()).catch((error: unknown) => {
      this.#opened = null;
      this.#forgetIfDead(error);
      throw error;
    });
    return this.#opened;
  }

  /** Opens again, for when the home currency or the day changed. */
  reopen(): Promise<LedgerApi['open']['out']> {
    this.#opened = null;
    return this.open();
  }

  readonly call: LedgerCall = async (method, input, options) => {
    if (BEFORE_OPENING.has(method)) this.#worker ??= this.#start();
    else await this.open();
    if (!this.#worker) throw new AppError('worker-died', 'the worker stopped while opening');
    try {
      return await this.#worker.call(method, input, options);
    } catch (error) {
      this.#forgetIfDead(error);
      throw error;
    }
  };

  #forgetIfDead(error: unknown): void {
    if (!(error instanceof AppError) || error.code !== 'worker-died') return;
    this.#worker?.stop();
    this.#worker = null;
    this.#opened = null;
  }
}
