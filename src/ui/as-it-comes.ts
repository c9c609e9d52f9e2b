// An act of a person upon what is not on the page yet: it is done as that comes, unless another key or press was meant since.

export class AsItComes {
  #awaited: (() => boolean) | null = null;
  readonly #observer = new MutationObserver(() => {
    if (this.#awaited?.()) this.giveUp();
  });

  /** `act` tells whether it could be done: now, else at a change under `root`. What was awaited before is given up. */
  do(root: HTMLElement, act: () => boolean): void {
    this.giveUp();
    if (act()) return;
    this.#awaited = act;
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  giveUp(): void {
    this.#awaited = null;
    this.#observer.disconnect();
  }
}
