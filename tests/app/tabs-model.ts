// What several tabs did to one ledger, by a clock that ticks at each beginning and each end: what must be there, what must not, and
// what may be, because its answer was lost.
interface Writing {
  text: string;
  begun: number;
  /** Infinity while it was not acknowledged. */
  ended: number;
}

/** A reading that began. */
export interface Looking {
  at: number;
  there: ReadonlySet<string>;
}

export class TabsModel {
  #clock = 0;
  readonly #begun = new Set<string>();
  /** Acknowledged, and nobody is about to take it back. */
  readonly #there = new Set<string>();
  readonly #gone = new Map<string, number>();
  readonly #writings = new Map<string, Writing>();
  /** The latest beginning of a writing that was acknowledged. */
  #newest = 0;

  get size(): number {
    return this.#there.size;
  }

  /** One that is there, or null. */
  some(below: (limit: number) => number): string | null {
    return [...this.#there][below(this.#there.size)] ?? null;
  }

  adds(name: string): string {
    if (this.#begun.has(name)) throw new Error(`${name} is given twice`);
    this.#begun.add(name);
    return name;
  }
  added(name: string, isSure: boolean): void {
    if (isSure) this.#there.add(name);
  }
  undoes(name: string): string {
    this.#there.delete(name);
    return name;
  }
  undone(name: string, isSure: boolean): void {
    this.#clock += 1;
    if (isSure) this.#gone.set(name, this.#clock);
  }

  writes(text: string): Writing {
    this.#clock += 1;
    const writing = { text, begun: this.#clock, ended: Infinity };
    this.#writings.set(text, writing);
    return writing;
  }
  wrote(writing: Writing): void {
    this.#clock += 1;
    writing.ended = this.#clock;
    this.#newest = Math.max(this.#newest, writing.begun);
  }

  looks(): Looking & { newest: number } {
    this.#clock += 1;
    return { at: this.#clock, there: new Set(this.#there), newest: this.#newest };
  }

  /** What cannot be, of what was seen. */
  wrongIn({ at, there, newest }: Looking & { newest: number }, names: readonly string[], text: string | undefined): string[] {
    const seen = new Set(names);
    const written = text === undefined ? undefined : this.#writings.get(text);
    return [
      ...[...there].filter((name) => this.#there.has(name) && !seen.has(name)).map((name) => `${name} is lost`),
      ...names.filter((name) => !this.#begun.has(name)).map((name) => `${name} never was`),
      ...names.filter((name) => (this.#gone.get(name) ?? Infinity) < at).map((name) => `${name} came back`),
      ...(seen.size < names.length ? ['something is there twice'] : []),
      ...(text === undefined && newest > 0 ? ['what was written is lost'] : []),
      ...(text !== undefined && !written ? [`"${text}" never was`] : []),
      ...(written && written.ended < newest ? [`"${text}" was written over before it was read`] : []),
    ];
  }
}
