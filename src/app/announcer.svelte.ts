// The one voice to screen readers: what was last said. The page shows it in its single live region.
import { language } from '../strings/in-use.ts';

export class Announcer {
  #text = $state('');
  #language = $state(language.tag);

  get text(): string {
    return this.#text;
  }

  /** Of the words said: the page's, or that of the answers. */
  get language(): string {
    return this.#language;
  }

  /** Says it politely; the same words twice are told apart by a trailing no-break space, or they would stay unspoken. */
  say(text: string, inLanguage: string = language.tag): void {
    this.#language = inLanguage;
    this.#text = text === this.#text ? `${text}\u00a0` : text;
  }
}
