// Talking with Sotto: from the press of a button to the answer read aloud. It moves between the states of the design's voice table
// (src/voice/hear/states.ts) and does what each asks for; the page only draws it.
import { AppError } from '../base/errors.ts';
import type { LeadIn } from '../trace/lead-in.ts';
import { findAct, type Act } from '../voice/acts/find-act.ts';
import { listen, type Recording } from '../voice/hear/listen.ts';
import type { OpenSource } from '../voice/hear/microphone.ts';
import { listenByBrowser, OwnRefusal, type RecogniserKind } from '../voice/hear/own-recogniser.ts';
import { canTalk, follow, refusalOf, type Refusal, type VoiceEvent, type VoiceState } from '../voice/hear/states.ts';
import { mendNames, NameIndex } from '../voice/names/match-names.ts';
import { settle } from '../voice/whisper/settle.ts';
import type { Transcript } from '../voice/whisper/whisper-api.ts';
import { leadInOf, type Heard } from './heard.ts';
import type { OwnRecogniser } from './own-recogniser.svelte.ts';
import { Transcriber, type TranscriberParts } from './transcriber.svelte.ts';
import { isAbort, toTrouble, type Trouble } from './trouble.ts';
import type { VoiceModels } from './voice-models.svelte.ts';

export interface VoiceParts extends TranscriberParts {
  own: OwnRecogniser;
  hasMicrophone(): boolean;
  open: OpenSource;
  /** The ledger's own payees, categories and accounts. */
  names(): Promise<readonly string[]>;
  /** Asks, and resolves when the answer is there; true when there is something to read aloud. `heard` goes into its trace. */
  ask(question: string, heard: LeadIn): Promise<boolean>;
  /** Does what was said, where there is something to do it to; false leaves the words to be asked. Reading aloud is `readAloud`. */
  act(act: Exclude<Act, 'read-again'>): Promise<boolean>;
  /** Reads the newest answer aloud, `asked` or because its question was spoken; resolves when it has fallen silent, false when there is no voice. */
  readAloud(asked: boolean): Promise<boolean>;
  silence(): void;
  /** A short sound that says "I am listening", where nobody looks at the screen. */
  cue(): void;
  say(what: 'listening' | 'heard-nothing' | 'hands-free-ended' | Refusal | { heard: string }): void;
}

/** Milliseconds after which a press counts as held, and of rest after which the model is let go. */
export const HELD = 350;
const REST = 10 * 60_000;

export class Voice {
  readonly #parts: VoiceParts;
  readonly models: VoiceModels;
  readonly own: OwnRecogniser;
  readonly #transcriber: Transcriber;
  #state = $state.raw<VoiceState>({ kind: 'ready' });
  #level = $state(0);
  #since = $state(0);
  #heard = $state.raw<Heard | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  #handsFree = $state(false);
  #ear: { finish(): void } | null = null;
  #discard: AbortController | null = null;
  #rest: ReturnType<typeof setTimeout> | null = null;
  /** When the words of the last sound began to be written down, by `performance.now()`. */
  #endedAt = 0;
  #index: { names: readonly string[]; index: NameIndex } | null = null;

  constructor(parts: VoiceParts) {
    this.#parts = parts;
    this.models = parts.models;
    this.own = parts.own;
    this.#transcriber = new Transcriber(parts);
  }

  get state(): VoiceState {
    return this.#state;
  }
  /** From 0 to 1, while listening. */
  get level(): number {
    return this.#level;
  }
  /** When listening began, by `performance.now()`. */
  get since(): number {
    return this.#since;
  }
  get heard(): Heard | null {
    return this.#heard;
  }
  /** What the program said when it could not, for whoever mends it. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }
  get isListening(): boolean {
    return this.#state.kind === 'listening' || this.#state.kind === 'asking-leave';
  }
  get handsFree(): boolean {
    return this.#handsFree;
  }
  /** Whether the model is being loaded for the first time. */
  get loading(): boolean {
    return this.#transcriber.loading;
  }

  /** Loads the model before it is needed; a failure is told when it is needed. */
  async warm(): Promise<void> {
    if (!this.models.known) await this.models.look();
    const model = this.models.active;
    if (!model || this.own.chosen || !this.#parts.hasMicrophone()) return;
    try {
      await this.#transcriber.load(model);
    } catch (error) {
      this.#trouble = toTrouble(error);
    }
  }

  /** Lets the model go, for when memory is short or the page is out of sight. */
  rest(): void {
    if (this.#state.kind === 'ready') this.#transcriber.letGo();
  }

  /** Begins to listen; `held` while a finger or key stays down. What is read aloud falls silent, what is being written down is let go. */
  async talk(held = false): Promise<void> {
    if (!canTalk(this.#state) || this.#isTapTooMany) return;
    this.#parts.silence();
    this.#discard?.abort();
    this.#trouble = null;
    this.#follow({ on: 'talk', held });
    const discard = new AbortController();
    this.#discard = discard;
    try {
      await this.#listenAndAsk(discard.signal);
    } catch (error) {
      if (!isAbort(error)) this.#refuse(error);
    }
  }

  /** A press that turned out to be a tap: listening goes on until silence or the next tap. */
  lock(): void {
    this.#follow({ on: 'locked' });
  }

  /** Ends listening; what was said so far counts. Before the microphone is open nothing was: then a silence ends it, or the next tap. */
  finish(): void {
    if (this.#ear) this.#ear.finish();
    else this.lock();
  }

  /** Stops, discards or silences; tells whether there was anything. */
  back(): boolean {
    const { kind } = this.#state;
    this.#discard?.abort();
    this.#discard = null;
    this.#handsFree = false;
    this.#follow({ on: 'back' });
    return kind !== 'ready' && kind !== 'working' && kind !== 'answering';
  }

  setHandsFree(on: boolean): void {
    this.#handsFree = on;
    if (on) void this.talk();
  }

  /** Asks the words as they were heard, before names were put in. */
  async unmend(): Promise<void> {
    if (!this.#heard) return;
    const { said } = this.#heard;
    this.#heard = { ...this.#heard, text: said, changes: [] };
    await this.#parts.ask(said, leadInOf(this.#heard));
  }

  async #listenAndAsk(signal: AbortSignal): Promise<void> {
    const found = await this.#hear(signal);
    signal.throwIfAborted();
    if (!found) return this.#nothing();
    this.#heard = found.heard;
    this.#follow({ on: 'transcript', text: found.heard.text, waits: found.waits });
    this.#parts.say({ heard: found.heard.text });
    if (found.waits) return;
    await this.#askAndRead(found.heard, signal);
  }

  /** By the browser where that was chosen and is proved, else by our own model. Null when no words were said. */
  async #hear(signal: AbortSignal): Promise<Found | null> {
    const own = await this.#parts.own.ready();
    signal.throwIfAborted();
    if (own) return this.#hearByBrowser(own, signal);
    if (!this.models.known) await this.models.look();
    if (!this.models.active) throw new Refused('no-model');
    if (!this.#parts.hasMicrophone()) throw new Refused('not-here');
    void this.warm();
    const recording = await this.#record(signal);
    this.#endSound(recording.verdict.words);
    return recording.verdict.words ? this.#transcribe(recording, signal) : null;
  }

  async #hearByBrowser({ kind, language }: { kind: RecogniserKind; language: string }, signal: AbortSignal): Promise<Found | null> {
    this.#level = 0;
    const endsBySilence = () => this.#state.kind === 'listening' && !this.#state.held;
    const ear = listenByBrowser({ kind, language, signal, endsBySilence, onOpen: () => this.#opened() });
    this.#ear = ear;
    try {
      const transcript = await ear.transcript;
      this.#endSound(transcript !== null);
      return transcript && (await this.#settle(transcript, (performance.now() - this.#since) / 1000));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof OwnRefusal)) throw error;
      if (error.why === 'not-on-device') await this.own.choose(false);
      throw new Refused(error.why);
    } finally {
      if (this.#ear === ear) this.#ear = null;
    }
  }

  #opened(): void {
    this.#since = performance.now();
    this.#follow({ on: 'open' });
    this.#parts.say('listening');
    if (this.#handsFree) this.#parts.cue();
  }

  #endSound(words: boolean): void {
    this.#endedAt = performance.now();
    this.#follow({ on: 'sound-ended', words });
  }

  /** The second tap of a double tap that was to end the listening: it must not throw away what was just said. */
  get #isTapTooMany(): boolean {
    return this.#state.kind === 'transcribing' && performance.now() - this.#endedAt < HELD;
  }

  async #record(signal: AbortSignal): Promise<Recording> {
    this.#level = 0;
    const ear = listen({
      open: this.#parts.open,
      signal,
      endsBySilence: () => this.#state.kind === 'listening' && !this.#state.held,
      onOpen: () => this.#opened(),
      onLevel: (level) => (this.#level = Math.max(level, this.#level * 0.85)),
    });
    this.#ear = ear;
    try {
      return await ear.recording;
    } catch (error) {
      signal.throwIfAborted();
      throw new Refused(refusalOf(error));
    } finally {
      if (this.#ear === ear) this.#ear = null;
    }
  }

  async #transcribe({ samples, seconds }: Recording, signal: AbortSignal): Promise<Found | null> {
    const model = this.models.active;
    if (!model) throw new Refused('no-model');
    const transcript = await this.#transcriber.transcribe(model, samples, signal, (text) => this.#follow({ on: 'words', text }));
    this.#restLater();
    return this.#settle(transcript, seconds);
  }

  async #settle(transcript: Transcript, seconds: number): Promise<Found | null> {
    const settled = settle(transcript);
    if (!settled) return null;
    const { text, said, changes } = mendNames(settled.text, await this.#names());
    return { heard: { text, said, changes, transcript, seconds }, waits: settled.unsure };
  }

  async #askAndRead(heard: Heard, signal: AbortSignal): Promise<void> {
    const act = findAct(heard.text);
    if (this.#handsFree && (act === 'stop' || act === 'cancel')) return this.#endHandsFree();
    this.#follow({ on: 'asked' });
    const readable =
      act === 'read-again' || (act && (await this.#parts.act(act)) ? false : await this.#parts.ask(heard.text, leadInOf(heard)));
    signal.throwIfAborted();
    this.#follow({ on: 'answered', aloud: readable });
    if (readable) await this.#parts.readAloud(act === 'read-again');
    this.#follow({ on: 'fell-silent' });
    if (this.#handsFree && !signal.aborted) void this.talk();
  }

  #nothing(): void {
    this.#follow({ on: 'transcript', text: '', waits: false });
    this.#parts.say('heard-nothing');
    if (this.#handsFree) this.#endHandsFree();
  }

  #endHandsFree(): void {
    this.#handsFree = false;
    if (this.#state.kind === 'heard') this.#follow({ on: 'back' });
    this.#parts.say('hands-free-ended');
  }

  async #names(): Promise<NameIndex> {
    const names = await this.#parts.names();
    if (this.#index?.names !== names) this.#index = { names, index: new NameIndex(names) };
    return this.#index.index;
  }

  #restLater(): void {
    if (this.#rest) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.rest(), REST);
  }

  #refuse(error: unknown): void {
    const why: Refusal = error instanceof Refused ? error.why : 'model-failed';
    if (why === 'model-failed') this.#trouble = toTrouble(error);
    this.#handsFree = false;
    this.#follow({ on: 'refused', why });
    this.#parts.say(why);
  }

  #follow(event: VoiceEvent): void {
    this.#state = follow(this.#state, event);
  }
}

interface Found {
  heard: Heard;
  /** Whether it should be looked over before it is asked. */
  waits: boolean;
}

class Refused extends AppError {
  constructor(readonly why: Refusal) {
    super('unexpected', why);
  }
}
