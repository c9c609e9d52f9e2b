// What words mean to this person: taught on a card, listed and forgotten in the settings. The ledger keeps it.
import type { Meaning } from '../ledger/meanings.ts';
import type { LedgerCall } from './ledger-link.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export class Meanings {
  readonly #call: LedgerCall;
  #all = $state.raw<readonly Meaning[]>([]);
  #trouble = $state.raw<Trouble | null>(null);

  constructor(call: LedgerCall) {
    this.#call = call;
  }

  /** In the order of the alphabet. */
  get all(): readonly Meaning[] {
    return this.#all;
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  has({ phrase, means }: Meaning): boolean {
    return this.#all.some((one) => one.phrase === phrase && one.means === means);
  }

  look(): Promise<boolean> {
    return this.#settle(() => this.#call('meanings', null));
  }
  /** Resolves to whether it is kept. */
  teach({ phrase, means }: Meaning): Promise<boolean> {
    return this.#settle(() => this.#call('teach', { phrase, means }));
  }
  forget({ phrase }: Meaning): Promise<boolean> {
    return this.#settle(() => this.#call('forgetMeaning', { phrase }));
  }

  async #settle(act: () => Promise<Meaning[]>): Promise<boolean> {
    try {
      this.#all = await act();
      this.#trouble = null;
      return true;
    } catch (error) {
      this.#trouble = toTrouble(error);
      return false;
    }
  }
}
