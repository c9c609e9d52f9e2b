// Whether the browser's own recogniser is used: off until chosen, and then only after the browser has said, each time anew, that it
// hears on the device. Merely looking at the settings asks the browser nothing.
import { provesLocal, type OnDevice, type RecogniserKind } from '../voice/hear/own-recogniser.ts';
import type { Shelf } from './settings.svelte.ts';

const CHOSEN = 'sotto-own-recogniser';

export class OwnRecogniser {
  readonly #kind: RecogniserKind | null;
  readonly #shelf: Shelf;
  readonly #languages: () => readonly string[];
  #chosen = $state(false);
  #proof = $state.raw<OnDevice['kind'] | null>(null);

  constructor(kind: RecogniserKind | null, shelf: Shelf, languages: () => readonly string[]) {
    this.#kind = kind;
    this.#shelf = shelf;
    this.#languages = languages;
    this.#chosen = kind !== null && shelf.getItem(CHOSEN) !== null;
  }

  /** Whether this browser has one that could be kept on the device at all. */
  get offered(): boolean {
    return this.#kind !== null;
  }
  get chosen(): boolean {
    return this.#chosen;
  }
  /** What the browser said when it was last asked; null before. */
  get proof(): OnDevice['kind'] | null {
    return this.#proof;
  }

  /** Chosen only if the browser proves it; a choice that it does not bear out is not kept. */
  async choose(on: boolean): Promise<void> {
    const proved = on && (await this.#prove()) !== null;
    this.#chosen = proved;
    if (proved) this.#shelf.setItem(CHOSEN, 'yes');
    else this.#shelf.removeItem(CHOSEN);
  }

  /** The recogniser to use now, with its language; null unless it was chosen and is proved at this moment. */
  async ready(): Promise<{ kind: RecogniserKind; language: string } | null> {
    return this.#chosen ? this.#prove() : null;
  }

  async #prove(): Promise<{ kind: RecogniserKind; language: string } | null> {
    const kind = this.#kind;
    if (!kind) return null;
    let found: OnDevice;
    try {
      found = await provesLocal(kind, this.#languages());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      found = { kind: 'no' }; // a browser that fails to answer has proved nothing
    }
    this.#proof = found.kind;
    return found.kind === 'here' ? { kind, language: found.language } : null;
  }
}
