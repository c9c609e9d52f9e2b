// One visit: the ledger as it stands, the conversation, the import under way, and what the person chose.
// Screens read it and call its verbs; it alone speaks with the ledger worker.
import { createContext } from 'svelte';
import type { Day } from '../base/days.ts';
import { AppError } from '../base/errors.ts';
import type { LedgerState } from '../ledger/ledger.ts';
import type { Meaning } from '../ledger/meanings.ts';
import { ENGINE } from '../strings/in-use.ts';
import { words } from '../strings/words.ts';
import { Acts } from './acts.svelte.ts';
import { Announcer } from './announcer.svelte.ts';
import { Changes } from './changes.svelte.ts';
import { Device } from './device.svelte.ts';
import { ImportFlow } from './import-flow.svelte.ts';
import { Install } from './install.svelte.ts';
import { Kept } from './kept.svelte.ts';
import { Lock } from './lock.svelte.ts';
import { Meanings } from './meanings.svelte.ts';
import type { Embedding } from './embedding.svelte.ts';
import type { Language } from './language.svelte.ts';
import type { LedgerLink } from './ledger-link.ts';
import { LedgerNow } from './ledger-now.svelte.ts';
import { LedgerPlace } from './ledger-place.svelte.ts';
import { Route } from './route.svelte.ts';
import { Sample } from './sample.svelte.ts';
import type { Choices, Settings, Shelf } from './settings.svelte.ts';
import { Speech } from './speech.svelte.ts';
import { Thread, type Turn } from './thread.svelte.ts';
import type { Today } from './today.ts';
import { inWords, toTrouble, type Trouble } from './trouble.ts';
import type { Voice } from './voice.svelte.ts';

export interface SessionParts {
  link: LedgerLink;
  settings: Settings;
  /** Where kept questions are kept. */
  shelf: Shelf;
  speech: Speech;
  today: Today;
  hash: string;
  /** Told when the ledger was locked: the page is loaded anew. */
  onlocked?: () => void;
}

/** What comes right after the first paint. */
export interface Extras {
  /** Talking, where the browser can; without it everything is typed. */
  voice: Voice;
  /** The language model, where the browser can; without it the rules answer alone. */
  language: Language;
  /** Looks names up by meaning, where a model for it is here. */
  embedding: Embedding;
}

export class Session {
  readonly #link: LedgerLink;
  readonly settings: Settings;
  readonly speech: Speech;
  readonly today: Today;
  readonly route: Route;
  readonly place = new LedgerPlace(() => this.route.go('ledger'));
  readonly thread: Thread;
  readonly imports: ImportFlow;
  readonly kept: Kept;
  readonly meanings: Meanings;
  readonly changes: Changes;
  readonly acts: Acts;
  readonly lock: Lock;
  readonly install: Install;
  readonly sample: Sample;
  readonly announcer = new Announcer();
  readonly device = new Device();
  #extras = $state.raw<Extras | null>(null);
  #equipped: Promise<void> = Promise.resolve();
  readonly #now: LedgerNow;
  #trouble = $state.raw<Trouble | null>(null);
  #traceOf = $state<number | null>(null);

  constructor({ link, settings, shelf, speech, today, hash, onlocked = () => undefined }: SessionParts) {
    this.#link = link;
    this.settings = settings;
    this.install = new Install(shelf);
    this.speech = speech;
    this.today = today;
    this.route = new Route(hash);
    const { call } = link;
    this.thread = new Thread({
      call,
      today: () => this.today.day,
      locale: () => settings.locale,
      now: () => Date.now(),
      onended: (turn) => this.announcer.say(endingWords(turn), turn.state === 'done' ? ENGINE : undefined),
      onslow: () => this.announcer.say(words.ask.working),
      onmodel: () => this.announcer.say(words.language.working),
      model: () => this.language,
      embedding: () => this.embedding,
    });
    this.lock = new Lock({ call, onlocked, onunlocked: () => void this.open() });
    this.kept = new Kept({ shelf, call, today: () => this.today.day, locale: () => settings.locale });
    this.meanings = new Meanings(call);
    this.sample = new Sample(call);
    this.changes = new Changes({ call, today: () => this.today.day });
    this.#now = new LedgerNow({
      call,
      shelf,
      today: () => this.today.day,
      onemptied: () => this.changes.forget(),
      onrows: () => {
        void this.kept.refresh();
        void this.changes.look();
        void this.embedding?.keepUp();
      },
      onlocked: (error) => this.lock.takes(error, true),
      ontrouble: (trouble) => (this.#trouble = trouble),
    });
    this.acts = new Acts({ call, now: () => Date.now(), onchanged: () => this.refresh() });
    this.imports = new ImportFlow({
      call,
      today: () => this.today.day,
      onimported: ({ added, known, setAside }) => {
        this.announcer.say(words.import.done(added, known, setAside.length));
        void this.refresh();
        void this.device.secure();
      },
      onstopped: () => void this.refresh(),
    });
  }

  /** Null until it has come, and where the browser cannot talk. */
  get voice(): Voice | null {
    return this.#extras?.voice ?? null;
  }
  get language(): Language | null {
    return this.#extras?.language ?? null;
  }
  get embedding(): Embedding | null {
    return this.#extras?.embedding ?? null;
  }
  /** Null until the ledger is open. */
  get state(): LedgerState | null {
    return this.#now.state;
  }
  /** What kept the ledger from opening, or the last act from being done. */
  get trouble(): Trouble | null {
    return this.#trouble ?? (this.state?.isDamaged ? toTrouble(new AppError('ledger-damaged', 'the store is damaged')) : null);
  }
  get suggestions(): readonly string[] {
    return this.#now.suggestions;
  }
  /** The turn whose "How I got this" is open. */
  get traceOf(): number | null {
    return this.#traceOf;
  }
  /** Before the ledger is open, what the last visit left: a first visit is greeted at once. */
  get isEmpty(): boolean {
    return this.#now.isEmpty;
  }
  /** Grows with every change of rows; lists read themselves again when it does. */
  get revision(): number {
    return this.#now.revision;
  }

  /** Takes what is fetched after the first paint. Everything that is typed works before and without it. */
  equip(fetch: () => Promise<(session: Session) => Extras>): Promise<void> {
    this.#equipped = fetch().then(
      (compose) => void (this.#extras = compose(this)),
      (error: unknown) => void (this.#trouble = toTrouble(error)),
    );
    return this.#equipped;
  }

  readonly call: LedgerLink['call'] = (method, input, options) => this.#link.call(method, input, options);

  open(): Promise<void> {
    return this.#attempt(async () => {
      this.#now.settle(await this.#link.open());
      void this.#now.follow();
      await this.lock.look();
      await this.device.measure();
    });
  }

  /** Reads the state of the ledger again, after it changed. */
  refresh(): Promise<void> {
    return this.#attempt(async () => this.#now.settle(await this.#link.reopen()));
  }

  addSample(): Promise<void> {
    return this.#attempt(async () => {
      const { screen } = this.route;
      this.#now.settle(await this.sample.add(this.today.day));
      if (this.route.screen === screen) this.route.go('ask'); // who went elsewhere meanwhile stays there
    });
  }

  removeSample(): Promise<void> {
    return this.#attempt(async () => {
      const state = await this.sample.remove();
      this.thread.clear();
      this.#now.settle(state);
      this.announcer.say(words.models.sampleRemoved);
    });
  }

  async teach(meaning: Meaning): Promise<void> {
    const taught = await this.meanings.teach(meaning);
    this.announcer.say(taught ? words.meanings.taught(meaning.phrase, meaning.means) : (this.meanings.trouble?.title ?? ''));
  }

  async forgetMeaning(meaning: Meaning): Promise<void> {
    const forgotten = await this.meanings.forget(meaning);
    this.announcer.say(forgotten ? words.meanings.forgotten(meaning.phrase) : (this.meanings.trouble?.title ?? ''));
  }

  /** Takes files wherever they were chosen or dropped, and shows what is in them. */
  async takeFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.route.go('import');
    await this.imports.take(files);
  }

  /** Takes files that the system opened or shared; null when they were lost on the way. */
  async takeHanded(files: readonly File[] | null): Promise<void> {
    if (files !== null && files.length > 0) return this.takeFiles(files);
    this.route.go('import');
    await this.#attempt(async () => {
      await this.#link.open();
      throw new AppError('share-lost', 'no file came with the share');
    });
  }

  undoImport(statementId: number, file: string): Promise<void> {
    return this.#attempt(async () => {
      const state = await this.call('undoImport', { statementId });
      this.#now.settle(state);
      this.announcer.say(words.import.undone(file));
      await this.imports.takenBack();
    });
  }

  /** Takes back the newest act of this visit; tells whether there was one. `after`: no older one, milliseconds since 1970. */
  async undoNewest(after = 0): Promise<boolean> {
    const undone = await this.acts.undoNewest(after);
    if (undone?.kind === 'import') await this.imports.takenBack();
    return undone !== null;
  }

  eraseAll(): Promise<void> {
    return this.#attempt(async () => {
      await this.call('eraseAll', null);
      this.thread.clear();
      this.imports.rest();
      this.settings.forget();
      this.kept.forget();
      this.acts.forget();
      this.lock.forget();
      this.install.forget();
      this.place.forget();
      await this.#equipped;
      await new (await import('./request-log.ts')).RequestLog().forget();
      await this.voice?.models.forgetAll();
      await this.voice?.own.choose(false);
      this.language?.letGo();
      await this.language?.models.forgetAll();
      this.embedding?.letGo();
      await this.embedding?.models.forgetAll();
      this.#now.settle(await this.#link.reopen());
      this.announcer.say(words.models.erased);
    });
  }

  /** A person writes a question. */
  typing(): void {
    void this.#now.hush();
  }

  change(changes: Partial<Choices>): void {
    this.settings.change(changes);
    if (changes.home !== undefined && this.state) void this.refresh();
  }

  /** Reads a turn aloud, or falls silent when it is the one being read. */
  async readAloud({ id, answer }: Turn, asked = true): Promise<void> {
    if (!answer) return;
    if (this.speech.reading === id) {
      this.speech.stop();
      return;
    }
    const { locale, all } = this.settings;
    const language = locale.startsWith('en') ? locale : 'en-GB'; // answers are in English for now
    if (await this.speech.read(id, answer.spoken, language, all)) return;
    if (this.speech.tell(id, asked)) this.announcer.say(words.card.noVoice);
  }

  showTrace(id: number | null): void {
    this.#traceOf = id;
  }

  /** Stops, silences or closes, nearest first; tells whether there was anything. */
  back(): boolean {
    const stopped = this.voice?.back() ?? false;
    if (this.speech.stop() || stopped) return true;
    if (this.thread.busy) {
      this.thread.stop();
      return true;
    }
    const open = this.#traceOf !== null;
    this.#traceOf = null;
    return open;
  }

  dismiss(): void {
    this.#trouble = null;
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.#trouble = null;
    } catch (error) {
      if (this.lock.takes(error, this.state !== null)) return;
      this.#trouble = toTrouble(error);
      this.announcer.say(inWords(this.#trouble));
    }
  }
}

function endingWords({ state, answer, trouble }: Turn): string {
  if (state === 'stopped') return words.ask.stopped;
  if (trouble) return inWords(trouble);
  return answer?.sentence ?? '';
}

/** The day as an assumption, where the address set it. */
export const saidToday = ({ day, said }: Today, format: (day: Day) => string): string[] => (said ? [words.app.today(format(day))] : []);

export const [getSession, setSession] = createContext<Session>();
