// A worker that does not hold the ledger makes ready to: the ledger is read ahead, and questions of every kind are asked of it, so that
// the answer that a person waits for when the tab that held it dies is no slower than any other.
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { SqlJsDatabase } from '../../ledger/sql-js-database.ts';
import { askingRoom } from './rooms.ts';
import type { Turns } from './turns.ts';

export interface ReadinessParts {
  turns: Turns;
  /** Whether the ledger is this worker's. */
  isOpen(): boolean;
  /** Null where there is nothing to read, or nothing to read yet. */
  lookAhead(): Promise<SqlJsDatabase | null>;
  /** The face that questions will be asked of. */
  reader(db: SqlJsDatabase): ReadableDatabase;
}

/** Steps of a rehearsal in which the names of the ledger are read. */
const GLANCE = 4;

export class Readiness {
  /** Null once the ledger is open. */
  #ahead: ReadableDatabase | null = null;
  #isRehearsed = false;

  constructor(private readonly parts: ReadinessParts) {}

  async make(today: string): Promise<null> {
    const { turns, isOpen, lookAhead, reader } = this.parts;
    const before = this.#ahead;
    const ahead = await turns.take(async () => {
      const db = isOpen() ? null : await lookAhead();
      return (this.#ahead = db && reader(db));
    });
    if (ahead && ahead !== before) await this.#rehearse(ahead, today);
    return null;
  }

  /** Whole the first time, which makes the engine quick; later only what a ledger that changed has to be asked anew. */
  async #rehearse(ahead: ReadableDatabase, today: string): Promise<void> {
    const { rehearse } = await askingRoom();
    const steps = rehearse(ahead, today);
    for (let step = 0; !this.#isRehearsed || step < GLANCE; step += 1) {
      const isDone = await this.parts.turns.take(() => this.parts.isOpen() || this.#ahead !== ahead || steps.next().done);
      if (isDone) break;
      await new Promise((go) => setTimeout(go)); // messages that wait are read
    }
    this.#isRehearsed ||= this.#ahead === ahead && !this.parts.isOpen();
  }
}
