// Files on their way into the ledger, one at a time: read, preview (each guess changeable), write, done. Nothing is written
// before the person says so, and the ledger's answer to `import` comes only after it is durable.
import type { Guesses, GuessKey, ImportPreview } from '../import/preview.ts';
import type { ImportResult } from '../ledger/ledger.ts';
import type { Progress } from './ledger-api.ts';
import type { LedgerCall } from './ledger-link.ts';
import { plainText } from '../base/plain-text.ts';
import { isAbort, toTrouble, type Trouble } from './trouble.ts';

export type ImportState =
  | { kind: 'idle' }
  | { kind: 'reading'; file: string; progress: Progress | null }
  | { kind: 'preview'; file: string; preview: ImportPreview; rereading: boolean; trouble: Trouble | null }
  | { kind: 'writing'; file: string; progress: Progress | null }
  | { kind: 'done'; file: string; result: ImportResult }
  | { kind: 'trouble'; file: string; trouble: Trouble };

export interface Importing {
  call: LedgerCall;
  today(): string;
  /** Told after an import is durable. */
  onimported(result: ImportResult, file: string): void;
  /** Told when the person stopped an import while it was being written: the ledger says what became of it. */
  onstopped(): void;
}

/** Where an import goes: an account of the ledger, or a new one by name; both null leaves it to the file. */
export interface Destination {
  accountId: number | null;
  accountName: string | null;
}

export class ImportFlow {
  readonly #importing: Importing;
  #state = $state.raw<ImportState>({ kind: 'idle' });
  #files = $state.raw<readonly File[]>([]);
  #at = $state(0);
  #guesses: Partial<Guesses> = {};
  #controller: AbortController | null = null;

  constructor(importing: Importing) {
    this.#importing = importing;
  }

  get state(): ImportState {
    return this.#state;
  }
  /** Which of the chosen files this is, from 1, and how many there are. */
  get place(): { index: number; count: number } {
    return { index: this.#at + 1, count: this.#files.length };
  }
  get busy(): boolean {
    return this.#state.kind === 'reading' || this.#state.kind === 'writing';
  }

  /** Takes files in the order chosen and reads the first. What was open before is left out; what is being written is not, they come after it. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    if (this.#state.kind === 'writing') {
      this.#files = [...this.#files, ...files];
      return;
    }
    await this.#drop();
    this.#files = files;
    this.#at = 0;
    await this.#read();
  }

  /** Reads the same file again with one guess changed; the preview stays on screen meanwhile. */
  async change(key: GuessKey, value: string): Promise<void> {
    if (this.#state.kind !== 'preview') return;
    const before = this.#guesses;
    const { preview } = this.#state;
    this.#guesses = { ...before, [key]: value };
    this.#state = { ...this.#state, rereading: true, trouble: null };
    await this.#read(preview);
    if (this.#state.kind === 'preview' && this.#state.trouble) this.#guesses = before;
  }

  async confirm(to: Destination): Promise<void> {
    if (this.#state.kind !== 'preview') return;
    const { file, preview } = this.#state;
    await this.#run(file, async (signal) => {
      this.#state = { kind: 'writing', file, progress: null };
      const onNote = (progress: Progress) => {
        if (this.#state.kind === 'writing') this.#state = { kind: 'writing', file, progress };
      };
      const result = await this.#importing.call('import', { previewId: preview.previewId, ...to }, { signal, onNote });
      this.#state = { kind: 'done', file, result };
      this.#importing.onimported(result, file);
    });
  }

  /** Leaves this file out; the next one chosen is read, if there is one. */
  async cancel(): Promise<void> {
    const wasWriting = this.#state.kind === 'writing';
    this.#controller?.abort();
    await this.#drop();
    await this.next();
    if (wasWriting) this.#importing.onstopped();
  }

  /** Goes on to the next chosen file, or to rest. */
  async next(): Promise<void> {
    if (this.#at + 1 >= this.#files.length) return this.rest();
    this.#at += 1;
    await this.#read();
  }

  /**
   * An import was taken back: what was told of it is over. A file that is being read or looked at stays, and is read again, since what
   * of it is known already has changed.
   */
  async takenBack(): Promise<void> {
    const state = this.#state;
    if (state.kind === 'done' || state.kind === 'trouble') this.rest();
    else if (state.kind === 'reading') await this.#read();
    else if (state.kind === 'preview') {
      this.#state = { ...state, rereading: true };
      await this.#read(state.preview);
    }
  }

  rest(): void {
    this.#files = [];
    this.#at = 0;
    this.#guesses = {};
    this.#state = { kind: 'idle' };
  }

  /** Reads the file whose turn it is; `old` is the preview on screen, which stays there until the new one has come. */
  async #read(old: ImportPreview | null = null): Promise<void> {
    const chosen = this.#files[this.#at];
    if (!chosen) return;
    const file = plainText(chosen.name);
    if (!old) this.#guesses = {};
    const input = { file: chosen, name: file, today: this.#importing.today(), guesses: this.#guesses };
    await this.#run(file, async (signal) => {
      if (!old) this.#state = { kind: 'reading', file, progress: null };
      const onNote = (progress: Progress) => {
        if (this.#state.kind === 'reading') this.#state = { kind: 'reading', file, progress };
      };
      const preview = await this.#importing.call('preview', input, { signal, onNote });
      this.#state = { kind: 'preview', file, preview, rereading: false, trouble: null };
      if (old && old.previewId !== preview.previewId) await this.#importing.call('dropPreview', { previewId: old.previewId });
    });
  }

  /** Runs one step under its own signal; a step that was overtaken or stopped changes nothing more. */
  async #run(file: string, step: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    try {
      await step(controller.signal);
    } catch (error) {
      if (isAbort(error)) return;
      const trouble = toTrouble(error);
      this.#state = this.#state.kind === 'preview' ? { ...this.#state, rereading: false, trouble } : { kind: 'trouble', file, trouble };
    }
  }

  async #drop(): Promise<void> {
    if (this.#state.kind !== 'preview') return;
    const { previewId } = this.#state.preview;
    this.#state = { kind: 'idle' };
    await this.#importing.call('dropPreview', { previewId });
  }
}
