// The screens. Only asking is there from the first paint; the others follow once the page has rested, or when they are called for.
import type { Component } from 'svelte';
import { atRest } from '../../app/at-rest.ts';
import type { Screen } from '../../app/route.svelte.ts';
import { toTrouble, type Trouble } from '../../app/trouble.ts';
import AskScreen from './AskScreen.svelte';

/** `door`: shown in the place of every screen while the ledger is locked. */
export type Shown = Screen | 'door';
type Late = Exclude<Shown, 'ask'>;

const late: Readonly<Record<Late, () => Promise<{ default: Component }>>> = {
  import: () => import('./ImportScreen.svelte'),
  ledger: () => import('./LedgerScreen.svelte'),
  accounts: () => import('./AccountsScreen.svelte'),
  changes: () => import('./ChangesScreen.svelte'),
  history: () => import('./HistoryScreen.svelte'),
  models: () => import('./ModelsScreen.svelte'),
  settings: () => import('./SettingsScreen.svelte'),
  door: () => import('./UnlockScreen.svelte'),
};

export class LateScreens {
  #loaded = $state.raw<Partial<Record<Shown, Component>>>({ ask: AskScreen });
  #trouble = $state.raw<Trouble | null>(null);

  /** The screen, once it has come. */
  of(screen: Shown): Component | undefined {
    return this.#loaded[screen];
  }
  /** Why the newest that was called for has not come. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  async fetch(screen: Shown): Promise<void> {
    if (screen === 'ask' || this.#loaded[screen]) return;
    try {
      const { default: component } = await late[screen]();
      this.#loaded = { ...this.#loaded, [screen]: component };
      this.#trouble = null;
    } catch (error) {
      this.#trouble = toTrouble(error);
    }
  }

  /** All that can be gone to, one at each rest of the page, until `signal` ends it. */
  async fetchAll(signal: AbortSignal): Promise<void> {
    for (const screen of Object.keys(late) as Late[]) {
      if (screen === 'door') continue;
      await atRest();
      if (signal.aborted) return;
      await this.fetch(screen);
    }
  }
}
