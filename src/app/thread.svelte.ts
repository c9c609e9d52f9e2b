// One conversation: questions in the order asked, each with its answer once it is there. Newest last.
import type { Answer, Chip } from '../ask/answer/answer.ts';
import { leadIn, type LeadIn } from '../trace/lead-in.ts';
import type { LedgerCall } from './ledger-link.ts';
import { isAbort, toTrouble, type Trouble } from './trouble.ts';

export interface Turn {
  id: number;
  question: string;
  /** Milliseconds since 1970. */
  askedAt: number;
  state: 'asking' | 'done' | 'stopped' | 'failed';
  answer: Answer | null;
  trouble: Trouble | null;
}

export interface Asking {
  call: LedgerCall;
  today(): string;
  locale(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Told when a turn has ended, for the live region. */
  onended(turn: Turn): void;
  /** Told once a turn has been running for a second. */
  onslow(): void;
}

const SLOW = 1000;

export class Thread {
  readonly #asking: Asking;
  #name: string = crypto.randomUUID();
  #lastId = 0;
  #controller: AbortController | null = null;
  #turns = $state.raw<readonly Turn[]>([]);

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }
  get busy(): boolean {
    return this.#turns.some(({ state }) => state === 'asking');
  }
  get newest(): Turn | null {
    return this.#turns.at(-1) ?? null;
  }
  get name(): string {
    return this.#name;
  }

  /** Asks, and resolves when the turn has ended, however it ended. A question still running is stopped first. */
  async ask(text: string, without: Chip['slot'][] = [], heard: LeadIn | null = null): Promise<void> {
    const question = text.trim();
    if (!question) return;
    this.stop();
    const controller = new AbortController();
    this.#controller = controller;
    const id = ++this.#lastId;
    const { call, today, locale, now, onslow } = this.#asking;
    this.#turns = [...this.#turns, { id, question, askedAt: now(), state: 'asking', answer: null, trouble: null }];
    const slow = setTimeout(onslow, SLOW);
    try {
      const input = { question, today: today(), thread: this.#name, locale: locale(), ...(without.length > 0 ? { without } : {}) };
      const answer = await call('ask', input, { signal: controller.signal });
      this.#end(id, { state: 'done', answer: heard ? { ...answer, trace: leadIn(answer.trace, heard) } : answer });
    } catch (error) {
      if (isAbort(error)) this.#end(id, { state: 'stopped' });
      else this.#end(id, { state: 'failed', trouble: toTrouble(error) });
    } finally {
      clearTimeout(slow);
      if (this.#controller === controller) this.#controller = null;
    }
  }

  /** Stops waiting for the question that is running, if one is. */
  stop(): void {
    this.#controller?.abort();
    this.#controller = null;
  }

  /** A fresh conversation: nothing is carried over from the one before. */
  clear(): void {
    this.stop();
    this.#turns = [];
    this.#name = crypto.randomUUID();
  }

  #end(id: number, changes: Partial<Turn>): void {
    this.#turns = this.#turns.map((turn) => (turn.id === id ? { ...turn, ...changes } : turn));
    const ended = this.#turns.find((turn) => turn.id === id);
    if (ended) this.#asking.onended(ended);
  }
}
