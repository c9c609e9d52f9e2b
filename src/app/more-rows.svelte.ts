// The rows beneath an answer, a few at first: the rest is fetched when it is asked for.
import type { Evidence, EvidenceRow, EvidenceRows } from '../ask/answer/answer.ts';
import { toTrouble, type Trouble } from './trouble.ts';

export const FEW = 5;
export const STEP = 100;

export type FetchRows = (sql: string, params: Evidence['params'], offset: number, limit: number) => Promise<Evidence | null>;

export class MoreRows {
  readonly #evidence: EvidenceRows;
  readonly #fetch: FetchRows;
  #loaded = $state.raw<readonly EvidenceRow[]>([]);
  #wanted = $state(FEW);
  #fetching = $state(false);
  #trouble = $state.raw<Trouble | null>(null);

  constructor(evidence: EvidenceRows, fetch: FetchRows) {
    this.#evidence = evidence;
    this.#fetch = fetch;
    this.#loaded = evidence.rows;
  }

  get shown(): readonly EvidenceRow[] {
    return this.#loaded.slice(0, this.#wanted);
  }
  get left(): number {
    return this.#evidence.total - this.shown.length;
  }
  /** How many the next call of `more` shows. */
  get next(): number {
    return Math.min(this.left, this.#wanted <= FEW ? STEP - FEW : STEP);
  }
  get fetching(): boolean {
    return this.#fetching;
  }
  /** Why the newest call of `more` showed none. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  async more(): Promise<void> {
    if (this.#fetching) return;
    const wanted = Math.min(this.#evidence.total, this.#wanted <= FEW ? STEP : this.#wanted + STEP);
    this.#fetching = true;
    try {
      const missing = wanted - this.#loaded.length;
      if (missing > 0) {
        const { sql, params } = this.#evidence;
        const page = await this.#fetch(sql, params, this.#loaded.length, missing);
        this.#loaded = [...this.#loaded, ...(page?.rows ?? [])];
      }
      this.#wanted = wanted;
      this.#trouble = null;
    } catch (error) {
      this.#trouble = toTrouble(error);
    } finally {
      this.#fetching = false;
    }
  }
}
