// One conversation: questions in the order asked, each with its answer once it is there. Newest last.
import type { Answer, Chip } from '../ask/answer/answer.ts';
import type { EmbeddingFacts, Placed } from '../ask/model/by-meaning.ts';
import { AppError } from '../base/errors.ts';
import type { Completed, CompleteOrder } from '../language/llm-api.ts';
import { leadIn, type LeadIn } from '../trace/lead-in.ts';
import type { AskNote, ModelOffer } from './ledger-api.ts';
import type { LedgerCall } from './ledger-link.ts';
import { isAbort, toTrouble, type Trouble } from './trouble.ts';

export interface Turn {
  id: number;
  question: string;
  /** Milliseconds since 1970. */
  askedAt: number;
  state: 'asking' | 'done' | 'stopped' | 'failed';
  /** While the model is at work, what the rules made of it. */
  answer: Answer | null;
  /** Whether a model is, or was, asked: for names by their meaning, or for the question; `stopped` when the person did not wait for it. */
  model?: 'looking' | 'asked' | 'stopped';
  /** Why the model had no part in the answer. */
  modelTrouble?: Trouble;
  trouble: Trouble | null;
}

/** The model that a thread may turn to. */
export interface ThreadModel {
  offer(): ModelOffer | null;
  /** Why a model that could be asked is not. */
  setAside(): Trouble | null;
  complete(order: CompleteOrder, signal: AbortSignal): Promise<Completed>;
}

/** The embedding model that a thread may turn to. */
export interface ThreadEmbedding {
  offer(): EmbeddingFacts | null;
  embed(texts: readonly string[], signal: AbortSignal): Promise<Placed>;
}

export interface Asking {
  call: LedgerCall;
  today(): string;
  locale(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Told when a turn has ended, for the live region. */
  onended(turn: Turn): void;
  /** Told once a turn has been running for a second. */
  onslow(): void;
  /** Told when the model begins to work on a turn. */
  onmodel?(): void;
  /** Read at each question: it may come later, and go. */
  model?(): ThreadModel | null;
  embedding?(): ThreadEmbedding | null;
}

const SLOW = 1000;

type Order = Extract<AskNote, { is: 'order' | 'embed' }>;

export class Thread {
  readonly #asking: Asking;
  #name: string = crypto.randomUUID();
  #lastId = 0;
  #controller: AbortController | null = null;
  #turns = $state.raw<readonly Turn[]>([]);

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }
  get busy(): boolean {
    return this.#turns.some(({ state }) => state === 'asking');
  }
  get newest(): Turn | null {
    return this.#turns.at(-1) ?? null;
  }
  get name(): string {
    return this.#name;
  }

  /** Asks, and resolves when the turn has ended, however it ended. A question still running is stopped first. */
  async ask(text: string, without: Chip['slot'][] = [], heard: LeadIn | null = null): Promise<void> {
    const question = text.trim();
    if (!question) return;
    this.stop();
    const controller = new AbortController();
    this.#controller = controller;
    const id = ++this.#lastId;
    const { call, today, locale, now, onslow, model, embedding } = this.#asking;
    this.#turns = [...this.#turns, { id, question, askedAt: now(), state: 'asking', answer: null, trouble: null }];
    const slow = setTimeout(onslow, SLOW);
    try {
      const offer = model?.()?.offer() ?? null;
      const meanings = embedding?.()?.offer() ?? null;
      const input = {
        question,
        today: today(),
        thread: this.#name,
        locale: locale(),
        ...(without.length > 0 ? { without } : {}),
        ...(offer ? { model: offer } : {}),
        ...(meanings ? { embedding: meanings } : {}),
      };
      const orders: Record<string, AbortController> = {};
      const onNote = (note: AskNote) => this.#heed(id, note, orders, controller.signal);
      const answer = await call('ask', input, { signal: controller.signal, onNote });
      const aside = answer.status === 'clarify' ? (model?.()?.setAside() ?? null) : null;
      this.#end(id, {
        state: 'done',
        answer: heard ? { ...answer, trace: leadIn(answer.trace, heard) } : answer,
        ...(aside ? { modelTrouble: aside } : {}),
      });
    } catch (error) {
      const { answer } = this.#turns.find((turn) => turn.id === id) ?? {};
      if (isAbort(error)) this.#end(id, answer ? { state: 'done', model: 'stopped' } : { state: 'stopped' });
      else this.#end(id, { state: 'failed', trouble: toTrouble(error) });
    } finally {
      clearTimeout(slow);
      if (this.#controller === controller) this.#controller = null;
    }
  }

  /** Stops waiting for the question that is running, if one is. */
  stop(): void {
    this.#controller?.abort();
    this.#controller = null;
  }

  /** A fresh conversation: nothing is carried over from the one before. */
  clear(): void {
    this.stop();
    this.#turns = [];
    this.#name = crypto.randomUUID();
  }

  #heed(id: number, note: AskNote, orders: Record<string, AbortController>, asked: AbortSignal): void {
    if (note.is === 'rules') {
      this.#change(id, { answer: note.answer, model: note.next === 'model' ? 'asked' : 'looking' });
      if (note.next === 'model') this.#asking.onmodel?.();
    } else if (note.is === 'stop') orders[note.id]?.abort();
    else {
      const stop = new AbortController();
      orders[note.id] = stop;
      void this.#carryOut(id, note, AbortSignal.any([asked, stop.signal]));
    }
  }

  /** Whatever becomes of an order, its giver is told; one that was stopped is awaited by nobody. */
  async #carryOut(turn: number, order: Order, signal: AbortSignal): Promise<void> {
    const { call } = this.#asking;
    const { id } = order;
    try {
      await call('completed', { id, ...(await this.#done(order, signal)) });
    } catch (error) {
      if (signal.aborted) return;
      this.#change(turn, { modelTrouble: toTrouble(error) });
      await call('completed', { id, failed: AppError.toWire(error) });
    }
  }

  async #done(order: Order, signal: AbortSignal): Promise<{ text: string; tokens: number } | { placed: Placed }> {
    const { model, embedding } = this.#asking;
    if (order.is === 'embed') return { placed: await offered(embedding?.()).embed(order.texts, signal) };
    const { text, tokens } = await offered(model?.()).complete(order.order, signal);
    return { text, tokens };
  }

  #change(id: number, changes: Partial<Turn>): void {
    this.#turns = this.#turns.map((turn) => (turn.id === id ? { ...turn, ...changes } : turn));
  }

  #end(id: number, changes: Partial<Turn>): void {
    this.#change(id, changes);
    const ended = this.#turns.find((turn) => turn.id === id);
    if (ended) this.#asking.onended(ended);
  }
}

function offered<T>(model: T | null | undefined): T {
  if (model) return model;
  throw new AppError('model-missing', 'no model is offered');
}
