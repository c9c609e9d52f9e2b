// Which answer is being read aloud, if any. Speech starts only when asked and stops with one key.
import { findVoice, loadVoices, localVoices, speak } from '../voice/speak.ts';

/** The name of a voice (empty for the first that fits) and how fast it speaks. */
export interface Spoken {
  voice: string;
  pace: number;
}

export class Speech {
  readonly #synthesis: SpeechSynthesis | null;
  #reading = $state<number | null>(null);
  #text = $state('');
  #word = $state.raw<{ start: number; end: number } | null>(null);
  #silent = $state(false);
  #toldOn = $state<number | null>(null);
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  /** What is to be read once the voices of this device have come. */
  #awaited: object | null = null;

  constructor(synthesis: SpeechSynthesis | null) {
    this.#synthesis = synthesis;
  }

  /** The id of the turn being read. */
  get reading(): number | null {
    return this.#reading;
  }
  /** The text being read, and where in it the word is that is being said. */
  get text(): string {
    return this.#text;
  }
  get word(): { start: number; end: number } | null {
    return this.#word;
  }
  /** Whether this device turned out to have no voice of its own. */
  get silent(): boolean {
    return this.#silent;
  }
  /** The turn on which it was told that this device has no voice; null while there is nothing to tell. */
  get toldOn(): number | null {
    return this.#toldOn;
  }
  get voices(): readonly SpeechSynthesisVoice[] {
    return this.#voices;
  }

  /** Fills the list of voices, for the settings. */
  async look(language: string): Promise<void> {
    if (this.#synthesis) this.#voices = localVoices(await loadVoices(this.#synthesis), language);
  }

  /** Reads one answer; resolves false when there is no voice to read with. */
  async read(id: number, text: string, language: string, { voice: voiceName, pace: rate }: Spoken): Promise<boolean> {
    this.stop();
    const synthesis = this.#synthesis;
    const turn = {};
    this.#awaited = turn;
    const voice = synthesis && findVoice(await loadVoices(synthesis), language, voiceName);
    if (this.#awaited !== turn) return true; // stopped, or another was to be read, before the voices had come
    this.#awaited = null;
    if (!voice) {
      this.#silent = true;
      return false;
    }
    this.#reading = id;
    this.#text = text;
    this.#word = null;
    const onWord = (start: number, end: number) => {
      if (this.#reading === id) this.#word = { start, end };
    };
    const ending = await speak(synthesis, text, voice, { rate, onWord });
    if (this.#reading === id) this.#reading = null;
    this.#silent = ending === 'failed';
    if (!this.#silent) this.#toldOn = null;
    return !this.#silent;
  }

  /** Marks where it is told that there is no voice. Who did not ask to be read to is told once: then, false. */
  tell(id: number, asked: boolean): boolean {
    if (!asked && this.#toldOn !== null) return false;
    this.#toldOn = id;
    return true;
  }

  /** Falls silent; tells whether there was anything to silence. */
  stop(): boolean {
    if (this.#reading === null && this.#awaited === null) return false;
    this.#synthesis?.cancel();
    this.#reading = null;
    this.#awaited = null;
    return true;
  }
}
