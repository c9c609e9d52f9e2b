// One thing at a time, in the order of asking; one that fails does not hold up the next.
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined); // its caller hears of it
    return mine;
  }
}
