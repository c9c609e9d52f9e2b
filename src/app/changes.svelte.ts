// What changed of late, as the page shows it; read again when the ledger changes. What is put away stays away.
import type { Told } from './engine/telling.ts';
import type { LedgerCall } from './ledger-link.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export interface Looking {
  call: LedgerCall;
  today(): string;
}

export class Changes {
  readonly #looking: Looking;
  #all = $state.raw<readonly Told[] | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  #putting = 0;

  constructor(looking: Looking) {
    this.#looking = looking;
  }

  /** Null until they are known; what was put away is among them. */
  get all(): readonly Told[] | null {
    return this.#all;
  }
  get open(): readonly Told[] {
    return this.#all?.filter(({ isAway }) => !isAway) ?? [];
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  async look(): Promise<void> {
    const { call, today } = this.#looking;
    const put = this.#putting;
    try {
      const all = await call('insights', { today: today(), all: true });
      if (put !== this.#putting) return await this.look(); // looked at before one was put away
      this.#all = all;
      this.#trouble = null;
    } catch (error) {
      this.#trouble = toTrouble(error);
    }
  }

  /** Puts one away for good, or takes it back; the list is right once it is durable. */
  async putAway(key: string, away: boolean): Promise<void> {
    try {
      await this.#looking.call('putAway', { key, away });
      this.#putting += 1;
      this.#all = this.#all?.map((told) => (told.insight.key === key ? { ...told, isAway: away } : told)) ?? null;
      this.#trouble = null;
    } catch (error) {
      this.#trouble = toTrouble(error);
    }
  }

  forget(): void {
    this.#all = null;
  }
}
