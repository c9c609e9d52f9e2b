// The offer to install, held back until it helps: after the first right answer, once, and never again when it was declined.
import type { Shelf } from './settings.svelte.ts';

/** What Chromium hands a page that may be installed; other browsers have a menu for it and never offer. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

const NAME = 'sotto-install-declined';

export class Install {
  readonly #shelf: Shelf;
  #event = $state.raw<InstallEvent | null>(null);
  #declined = $state(false);

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#declined = shelf.getItem(NAME) !== null;
  }

  /** Whether the browser would install it and the person has not said no. */
  get possible(): boolean {
    return this.#event !== null && !this.#declined;
  }

  /** Begins to listen; the browser's own bar stays away. */
  watch(from: EventTarget): void {
    from.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#event = event as InstallEvent;
    });
    from.addEventListener('appinstalled', () => (this.#event = null));
  }

  /** The browser asks in its own words; its event serves once. */
  async accept(): Promise<void> {
    const event = this.#event;
    this.#event = null;
    await event?.prompt();
  }

  decline(): void {
    this.#declined = true;
    this.#shelf.setItem(NAME, 'yes');
  }

  forget(): void {
    this.#declined = false;
    this.#shelf.removeItem(NAME);
  }
}
