// What the person chose, kept in this browser. No money is kept here. Unreadable or foreign values fall back one by one.
import { guessCurrency } from './home-currency.ts';
import { knownLocale } from './locales.ts';

export type Theme = 'auto' | 'light' | 'dark';

export interface Choices {
  home: string;
  locale: string;
  theme: Theme;
  /** The name of a voice of this device; empty for the first that fits. */
  voice: string;
  /** How fast it speaks; 1 is the voice's own pace. */
  pace: number;
  singleKeys: boolean;
  /** Whether amounts stand blurred until they are pointed at. */
  blurred: boolean;
}

/** The part of localStorage that is needed, so that tests may pass their own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'sotto-settings';

function guessChoices(languageTag: string): Choices {
  const locale = knownLocale(languageTag);
  return {
    home: guessCurrency(locale),
    locale,
    theme: 'auto',
    voice: '',
    pace: 1,
    singleKeys: true,
    blurred: false,
  };
}

function readChoices(text: string | null, guessed: Choices): Choices {
  if (text === null) return guessed;
  let kept: Partial<Record<keyof Choices, unknown>>;
  try {
    kept = Object(JSON.parse(text)) as typeof kept;
  } catch (error) {
    if (error instanceof SyntaxError) return guessed; // written by something else under our name
    throw error;
  }
  const { home, locale, theme, voice, pace, singleKeys, blurred } = kept;
  return {
    home: typeof home === 'string' && /^[A-Z]{3}$/.test(home) ? home : guessed.home,
    locale: typeof locale === 'string' ? knownLocale(locale) : guessed.locale,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    voice: typeof voice === 'string' ? voice : '',
    pace: typeof pace === 'number' && pace >= 0.5 && pace <= 2 ? pace : 1,
    singleKeys: singleKeys !== false,
    blurred: blurred === true,
  };
}

export class Settings {
  readonly #shelf: Shelf;
  readonly #guessed: Choices;
  #choices = $state.raw<Choices>() as Choices;

  constructor(shelf: Shelf, languageTag: string) {
    this.#shelf = shelf;
    this.#guessed = guessChoices(languageTag);
    this.#choices = readChoices(shelf.getItem(NAME), this.#guessed);
  }

  get all(): Choices {
    return this.#choices;
  }
  get home(): string {
    return this.#choices.home;
  }
  get locale(): string {
    return this.#choices.locale;
  }

  change(changes: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...changes };
    this.#shelf.setItem(NAME, JSON.stringify(this.#choices));
  }

  forget(): void {
    this.#choices = this.#guessed;
    this.#shelf.removeItem(NAME);
  }
}
