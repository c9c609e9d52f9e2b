// The language model as the ledger's worker has it: every prompt goes as a note to the page that asked, which has the llm worker, and
// comes back as a call. The model is never reached from here in any other way, and what it returns is trusted in nothing.
import { AppError } from '../../base/errors.ts';
import type { Completion, LanguageModel, Prompt } from '../../ask/model/language-model.ts';
import type { AskNote, ModelOffer, OrderEnd } from '../ledger-api.ts';

interface Waiting {
  done(completion: Completion): void;
  fail(error: unknown): void;
}

/** A page that closed answers nothing; longer than any limit that the page keeps itself. Milliseconds. */
const LONGEST = 300_000;

export class Orders {
  readonly #waiting = new Map<string, Waiting>();

  /** `signal` ends every order of this question. */
  modelOf({ id, contextTokens }: ModelOffer, note: (note: AskNote) => void, signal: AbortSignal): LanguageModel {
    return { id, contextTokens, complete: (prompt) => this.#order(prompt, note, signal) };
  }

  /** An end that nobody waits for is dropped: it was stopped, or another worker gave the order. */
  completed(end: OrderEnd): void {
    const waiting = this.#waiting.get(end.id);
    if ('failed' in end) waiting?.fail(AppError.fromWire(end.failed));
    else waiting?.done({ text: end.text, tokens: end.tokens });
  }

  async #order({ signal, ...order }: Prompt, note: (note: AskNote) => void, asked: AbortSignal): Promise<Completion> {
    const ends = AbortSignal.any([signal, asked, AbortSignal.timeout(LONGEST)]);
    ends.throwIfAborted();
    const id = crypto.randomUUID();
    try {
      return await new Promise<Completion>((done, fail) => {
        this.#waiting.set(id, { done, fail });
        ends.addEventListener('abort', () => fail(ends.reason), { once: true });
        note({ is: 'order', id, order });
      });
    } finally {
      this.#waiting.delete(id);
      if (ends.aborted) note({ is: 'stop', id });
    }
  }
}
