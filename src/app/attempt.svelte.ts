// One act of a form at a time, and what became of it: told when it begins and when it ends, and its trouble kept for where it was tried.
import { inWords, toTrouble, type Trouble } from './trouble.ts';

export class Attempt {
  readonly #say: (text: string) => void;
  readonly #read: (error: unknown) => Trouble;
  #busy = $state(false);
  #doing = $state('');
  #trouble = $state.raw<Trouble | null>(null);

  /** `read`: what an error means here, where that is not what it means everywhere. */
  constructor(say: (text: string) => void, read: (error: unknown) => Trouble = toTrouble) {
    this.#say = say;
    this.#read = read;
  }

  get busy(): boolean {
    return this.#busy;
  }
  /** What is being done, in words; empty where that goes without saying. */
  get doing(): string {
    return this.#doing;
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** `act` gives what is said once it is done. Resolves to whether it was. */
  async run(act: () => Promise<string>, doing = ''): Promise<boolean> {
    this.#busy = true;
    this.#doing = doing;
    if (doing) this.#say(doing);
    try {
      this.#say(await act());
      this.#trouble = null;
      return true;
    } catch (error) {
      this.#trouble = this.#read(error);
      this.#say(inWords(this.#trouble));
      return false;
    } finally {
      this.#busy = false;
      this.#doing = '';
    }
  }

  /** For what is only looked up: nothing is said. */
  async look(reading: () => Promise<void>): Promise<void> {
    try {
      await reading();
    } catch (error) {
      this.#trouble = this.#read(error);
    }
  }

  forget(): void {
    this.#trouble = null;
  }
}
