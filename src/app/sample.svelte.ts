// The invented household: written into the ledger on a press, and taken out as one.
import type { LedgerState } from '../ledger/ledger.ts';
import type { Progress } from './ledger-api.ts';
import type { LedgerCall } from './ledger-link.ts';

export class Sample {
  readonly #call: LedgerCall;
  #progress = $state.raw<Progress | 'starting' | null>(null);

  constructor(call: LedgerCall) {
    this.#call = call;
  }

  /** How far it is, while it is being written. */
  get progress(): Progress | 'starting' | null {
    return this.#progress;
  }

  async add(today: string): Promise<LedgerState> {
    this.#progress = 'starting';
    try {
      return await this.#call('addSample', { today }, { onNote: (progress: Progress) => (this.#progress = progress) });
    } finally {
      this.#progress = null;
    }
  }

  remove(): Promise<LedgerState> {
    return this.#call('removeSample', null);
  }
}
