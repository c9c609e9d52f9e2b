// The one voice to screen readers: what was last said. The page shows it in its single live region.

export class Announcer {
  #text = $state('');

  get text(): string {
    return this.#text;
  }

  /** Says it politely; the same words twice are told apart by a trailing no-break space, or they would stay unspoken. */
  say(text: string): void {
    this.#text = text === this.#text ? `${text}\u00a0` : text;
  }
}
