// Which screen is shown, kept in the hash of the address so that back, forward and bookmarks work without a server.

const SCREENS = ['ask', 'import', 'ledger', 'accounts', 'changes', 'history', 'models', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

export const screenOf = (hash: string): Screen => SCREENS.find((screen) => hash === `#/${screen}`) ?? 'ask';
export const hrefOf = (screen: Screen): string => `#/${screen}`;

export class Route {
  #screen = $state<Screen>('ask');

  constructor(hash: string) {
    this.#screen = screenOf(hash);
  }

  get screen(): Screen {
    return this.#screen;
  }

  /** Follows the address; called when its hash changes. */
  follow(hash: string): void {
    this.#screen = screenOf(hash);
  }

  go(screen: Screen): void {
    this.#screen = screen;
    if (typeof location !== 'undefined') location.hash = hrefOf(screen);
  }
}
