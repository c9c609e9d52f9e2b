// Files read but not written, kept by number until they are imported or dropped.
import type { Guesses } from '../../import/preview.ts';
import type { StatementReading } from '../../import/reading.ts';
import { AppError } from '../../base/errors.ts';

export interface KeptReading {
  name: string;
  reading: StatementReading;
  /** What the person said of it, now or before. */
  guesses: Partial<Guesses>;
}

export class Previews {
  readonly #kept = new Map<number, KeptReading>();
  /** Begins anywhere: a number given by an owner of the ledger that died must not name another file to the next. */
  #lastId = Math.floor(Math.random() * 2 ** 40);

  keep(reading: KeptReading): number {
    this.#lastId += 1;
    this.#kept.set(this.#lastId, reading);
    return this.#lastId;
  }

  get(id: number): KeptReading {
    const kept = this.#kept.get(id);
    if (!kept) throw new AppError('unexpected', `no preview ${id}: it was imported or dropped`);
    return kept;
  }

  drop(id: number): void {
    this.#kept.delete(id);
  }

  clear(): void {
    this.#kept.clear();
  }
}
