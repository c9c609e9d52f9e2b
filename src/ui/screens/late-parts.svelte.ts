// The card with all that it can open, and the parts of talking: they come right after the first paint, once for the life of the page, so
// that who comes back to asking finds the cards there at once.
import { painted } from '../../app/at-rest.ts';
import { toTrouble, type Trouble } from '../../app/trouble.ts';
import type AnswerCard from '../parts/AnswerCard.svelte';

class LateParts {
  #card = $state.raw<typeof AnswerCard | null>(null);
  #talking = $state.raw<typeof import('../parts/talking.ts') | null>(null);
  #trouble = $state.raw<Trouble | null>(null);

  get card(): typeof AnswerCard | null {
    return this.#card;
  }
  get talking(): typeof import('../parts/talking.ts') | null {
    return this.#talking;
  }
  /** Why one of them has not come. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  async fetch(): Promise<void> {
    await painted();
    const note = (error: unknown) => (this.#trouble = toTrouble(error));
    await Promise.all([
      this.#card ?? import('../parts/AnswerCard.svelte').then((found) => (this.#card = found.default), note),
      this.#talking ?? import('../parts/talking.ts').then((found) => (this.#talking = found), note),
    ]);
  }
}

export const lateParts = new LateParts();
