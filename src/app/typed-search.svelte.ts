// What is typed into a search, handed on after a pause in typing, so that not every letter asks the ledger.

/** Milliseconds without a letter. */
export const PAUSE = 120;

export class TypedSearch {
  readonly #hand: (search: string) => void;
  #waiting = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(hand: (search: string) => void) {
    this.#hand = hand;
  }

  /** What was typed and is not handed on yet. */
  get waiting(): string | null {
    return this.#waiting;
  }

  type(search: string): void {
    this.take();
    this.#waiting = search;
    this.#timer = setTimeout(() => this.#hand(this.take() ?? search), PAUSE);
  }

  /** Gives what waits to whoever acts before the pause is over; from then on it is not handed on. */
  take(): string | null {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}
