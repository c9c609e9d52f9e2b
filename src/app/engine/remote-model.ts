// The models as the ledger's worker has them: every prompt, and every word to be embedded, goes as a note to the page that asked, which
// has their workers, and comes back as a call. A model is never reached from here in any other way, and what it returns is trusted in nothing.
import { AppError } from '../../base/errors.ts';
import type { Completion, LanguageModel, Prompt } from '../../ask/model/language-model.ts';
import type { Placed } from '../../ask/model/by-meaning.ts';
import type { AskNote, ModelOffer, OrderEnd } from '../ledger-api.ts';

type Ended = Exclude<OrderEnd, { failed: unknown }>;

interface Waiting {
  done(ended: Ended): void;
  fail(error: unknown): void;
}

/** A page that closed answers nothing; longer than any limit that the page keeps itself. Milliseconds. */
const LONGEST = 300_000;
/** Milliseconds for the vectors of a few words, the model's loading included. */
const EMBED = 20_000;

export class Orders {
  readonly #waiting = new Map<string, Waiting>();

  /** `signal` ends every order of this question. */
  modelOf({ id, contextTokens }: ModelOffer, note: (note: AskNote) => void, signal: AbortSignal): LanguageModel {
    return { id, contextTokens, complete: (prompt) => this.#complete(prompt, note, signal) };
  }

  /** Where these texts lie, by the page's embedding model. Rejects as it does, or with the reason of the signal. */
  async embed(texts: readonly string[], note: (note: AskNote) => void, signal: AbortSignal): Promise<Placed> {
    const ended = await this.#order((id) => ({ is: 'embed', id, texts }), note, AbortSignal.any([signal, AbortSignal.timeout(EMBED)]));
    if ('placed' in ended) return ended.placed;
    throw new AppError('unexpected', 'an order for vectors was answered by a text');
  }

  /** An end that nobody waits for is dropped: it was stopped, or another worker gave the order. */
  completed(end: OrderEnd): void {
    const waiting = this.#waiting.get(end.id);
    if ('failed' in end) waiting?.fail(AppError.fromWire(end.failed));
    else waiting?.done(end);
  }

  async #complete({ signal, ...order }: Prompt, note: (note: AskNote) => void, asked: AbortSignal): Promise<Completion> {
    const ends = AbortSignal.any([signal, asked, AbortSignal.timeout(LONGEST)]);
    const ended = await this.#order((id) => ({ is: 'order', id, order }), note, ends);
    if ('text' in ended) return { text: ended.text, tokens: ended.tokens };
    throw new AppError('unexpected', 'an order for a text was answered by vectors');
  }

  async #order(orderOf: (id: string) => AskNote, note: (note: AskNote) => void, ends: AbortSignal): Promise<Ended> {
    ends.throwIfAborted();
    const id = crypto.randomUUID();
    try {
      return await new Promise<Ended>((done, fail) => {
        this.#waiting.set(id, { done, fail });
        ends.addEventListener('abort', () => fail(ends.reason), { once: true });
        note(orderOf(id));
      });
    } finally {
      this.#waiting.delete(id);
      if (ends.aborted) note({ is: 'stop', id });
    }
  }
}
