// Bytes a second over the last seconds, from when bytes arrived. The clock is passed in, in milliseconds.

const WINDOW = 4000;

export class Rate {
  readonly #clock: () => number;
  #marks: { at: number; bytes: number }[] = [];

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  add(bytes: number): void {
    const at = this.#clock();
    this.#marks = [...this.#marks.filter((mark) => at - mark.at <= WINDOW), { at, bytes }];
  }

  /** Null until there is enough to say. */
  get perSecond(): number | null {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (!first || !last || last.at - first.at < 250) return null;
    const bytes = this.#marks.slice(1).reduce((sum, mark) => sum + mark.bytes, 0);
    return (bytes * 1000) / (last.at - first.at);
  }
}
