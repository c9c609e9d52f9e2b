// One thing at a time, in the order of asking; one that fails does not hold up the next.
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #quietUntil = 0;

  take<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined); // its caller hears of it
    return mine;
  }

  /**
   * Reading that nobody waits for, each step a turn of its own: whatever has come meanwhile goes first. Once what it reads is another
   * it begins anew.
   */
  async takeSteps<S extends object, T>(source: () => { of: S; revision: number }, begin: (of: S) => Generator<undefined, T>): Promise<T> {
    let run: { of: S; revision: number; steps: Generator<undefined, T> } | null = null;
    for (;;) {
      const step = await this.take(() => {
        const now = source();
        if (run?.of !== now.of || run.revision !== now.revision) run = { ...now, steps: begin(now.of) };
        return run.steps.next();
      });
      if (step.done) return step.value;
      await new Promise((go) => setTimeout(go)); // messages that wait are read
      await this.#quiet();
    }
  }

  /** For so many milliseconds no step of `takeSteps` begins: a question is on its way. */
  hush(time: number): void {
    this.#quietUntil = performance.now() + time;
  }

  async #quiet(): Promise<void> {
    for (;;) {
      const rest = this.#quietUntil - performance.now();
      if (rest <= 0) return;
      await new Promise((go) => setTimeout(go, rest));
    }
  }
}

/** Something happened: everyone who waits goes on. */
export class Signals {
  #waiting = new Set<() => void>();

  give(): void {
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }

  /** Resolves at the next signal; rejects with the reason of `signal`. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((done, fail) => {
      signal.throwIfAborted();
      const stop = () => {
        this.#waiting.delete(go);
        fail(signal.reason as Error);
      };
      const go = () => {
        signal.removeEventListener('abort', stop);
        done();
      };
      this.#waiting.add(go);
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
