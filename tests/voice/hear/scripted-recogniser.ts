// A recogniser that does as the test says, in the shape of the Web Speech API. No browser here hears on the device, so this stands in.
import type { Recogniser, RecogniserKind, RecogniserResult } from '../../../src/voice/hear/own-recogniser.ts';

export interface Script {
  /** What `available` answers for a language; by default it is not available. A function may throw. */
  available?: (language: string) => string;
  /** What happens after `start`, in order. */
  hears?: ({ says: string; confidence?: number; final?: boolean } | { error: string })[];
  /** Whether it ends by itself after the last of these, as a browser does that heard nothing. */
  ends?: boolean;
}

export interface Scripted {
  kind: RecogniserKind;
  /** What was done with it, as "start en-US local", "stop", "abort", "ask en-US". */
  log: string[];
}

export function scriptRecogniser({ available = () => 'unavailable', hears = [], ends = false }: Script): Scripted {
  const log: string[] = [];
  class Kind implements Recogniser {
    lang = '';
    continuous = false;
    interimResults = false;
    onaudiostart: (() => void) | null = null;
    onresult: ((event: RecogniserResult) => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    onend: (() => void) | null = null;
    #local = false;
    #over = false;

    static async available({ langs, processLocally }: { langs: string[]; processLocally: boolean }): Promise<string> {
      log.push(`ask ${langs.join()}${processLocally ? '' : ' anywhere'}`);
      await Promise.resolve();
      return available(langs[0] ?? '');
    }
    get processLocally(): boolean {
      return this.#local;
    }
    set processLocally(local: boolean) {
      this.#local = local;
    }
    start(): void {
      log.push(`start ${this.lang} ${this.#local ? 'local' : 'ANYWHERE'}`);
      setTimeout(() => {
        this.onaudiostart?.();
        const results: { 0: { transcript: string; confidence: number }; length: 1; isFinal: boolean }[] = [];
        for (const each of hears) {
          if ('error' in each) this.onerror?.({ error: each.error });
          else {
            results.push({ 0: { transcript: each.says, confidence: each.confidence ?? 0 }, length: 1, isFinal: each.final ?? true });
            this.onresult?.({ results });
          }
        }
        if (ends || hears.some((each) => 'error' in each)) this.#end();
      });
    }
    stop(): void {
      log.push('stop');
      this.#end();
    }
    abort(): void {
      log.push('abort');
      this.#end();
    }
    #end(): void {
      if (this.#over) return;
      this.#over = true;
      setTimeout(() => this.onend?.());
    }
  }
  return { kind: Kind, log };
}
