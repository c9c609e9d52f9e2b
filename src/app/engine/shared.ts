// One ledger for all tabs: the worker that holds the lock owns it, the others pass their calls to the owner over a channel. The
// lock falls free when its owner dies, whatever killed it; the next in line opens the ledger from the store, and runs again
// what only reads. A change whose answer was lost is not run twice: its caller is told that the worker died.
import { AppError, type WireError } from '../../base/errors.ts';
import type { Api } from '../../rpc/protocol.ts';
import type { CallContext, Handlers } from '../../rpc/serve.ts';

/** The part of navigator.locks that is used. */
export interface Locks {
  request(name: string, options: { ifAvailable?: boolean }, held: (lock: object | null) => Promise<unknown>): Promise<unknown>;
}

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

export interface Sharing<M extends string> {
  name: string;
  locks: Locks;
  channel: Channel;
  /** Unlike that of any other tab. */
  self: string;
  /** Methods that may run twice without harm. */
  repeatable: ReadonlySet<M>;
  /** Opens the ledger anew with what the last `opening` call was given. */
  opening: M;
  /** Makes ready to open it, given the same: called where the ledger is not owned, in the tab that is next in line. */
  readying?: M;
  /** Milliseconds from an opening or a change until that. */
  readyAfter?: number;
}

type Message =
  | { kind: 'owner' }
  | { kind: 'changed' }
  | { kind: 'call'; from: string; id: number; method: string; input: unknown }
  | { kind: 'cancel'; from: string; id: number }
  | { kind: 'note'; to: string; id: number; note: unknown }
  | { kind: 'done'; to: string; id: number; done: unknown }
  | { kind: 'failed'; to: string; id: number; failed: WireError };

interface Pending {
  method: string;
  input: unknown;
  context: CallContext<unknown>;
  done(value: unknown): void;
  fail(error: unknown): void;
}

type AnyHandler = (input: unknown, context: CallContext<unknown>) => unknown;

export function shareHandlers<A extends { [M in keyof A]: Api[string] }>(
  own: Handlers<A>,
  sharing: Sharing<keyof A & string>,
): Handlers<A> {
  const shared = new SharedLedger(own as unknown as Record<string, AnyHandler>, sharing as unknown as Sharing<string>);
  const names = Object.keys(own);
  return Object.fromEntries(
    names.map((method) => [method, (input: unknown, context: CallContext<unknown>) => shared.call(method, input, context)]),
  ) as unknown as Handlers<A>;
}

const quietContext = (): CallContext<unknown> => ({ signal: new AbortController().signal, note: () => undefined });

class SharedLedger {
  #isOwner = false;
  #isNext = false;
  /** When it makes ready. */
  #readying: ReturnType<typeof setTimeout> | undefined;
  #opened: { input: unknown } | null = null;
  #lastId = 0;
  /** Calls of this tab that the owner was sent. */
  readonly #pending = new Map<number, Pending>();
  /** Calls of other tabs that run here, by sender and number. */
  readonly #running = new Map<string, AbortController>();
  readonly #settled: Promise<void>;

  constructor(
    private readonly own: Record<string, AnyHandler>,
    private readonly sharing: Sharing<string>,
  ) {
    sharing.channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    this.#settled = this.#settle();
  }

  async call(method: string, input: unknown, context: CallContext<unknown>): Promise<unknown> {
    await this.#settled;
    if (method === this.sharing.opening) {
      this.#opened = { input };
      this.#readySoon();
    }
    if (this.#isOwner) return this.#run(method, input, context);
    this.#lastId += 1;
    const id = this.#lastId;
    const cancel = () => this.#say({ kind: 'cancel', from: this.sharing.self, id });
    context.signal.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise((done, fail) => {
        this.#pending.set(id, { method, input, context, done, fail });
        this.#say({ kind: 'call', from: this.sharing.self, id, method, input });
      });
    } finally {
      context.signal.removeEventListener('abort', cancel);
    }
  }

  async #run(method: string, input: unknown, context: CallContext<unknown>): Promise<unknown> {
    const handler = Object.hasOwn(this.own, method) ? this.own[method] : undefined;
    if (!handler) throw new AppError('unexpected', `no method "${method}"`);
    try {
      return await handler(input, context);
    } finally {
      if (this.#isOwner && !this.sharing.repeatable.has(method)) this.#say({ kind: 'changed' });
    }
  }

  /** Resolves as soon as it is known whether this tab owns the ledger. */
  async #settle(): Promise<void> {
    const { name, locks } = this.sharing;
    await new Promise<void>((known, fail) => {
      const held = (lock: object | null) => {
        if (!lock) {
          known();
          return Promise.resolve();
        }
        this.#isOwner = true;
        this.#say({ kind: 'owner' });
        known();
        return new Promise(() => undefined); // held for the life of this worker
      };
      locks.request(name, { ifAvailable: true }, held).catch(fail);
    });
    if (!this.#isOwner) void this.#waitForTurn();
  }

  /** The others wait for the place of the next in line, so that only one of them holds ready what takes memory. */
  async #waitForTurn(): Promise<void> {
    const { name, locks } = this.sharing;
    await locks.request(`${name} next`, {}, () => {
      this.#isNext = true;
      this.#readySoon();
      return new Promise<void>((leave, fail) => {
        const held = async () => {
          leave();
          await this.#takeOver();
          return new Promise(() => undefined);
        };
        locks.request(name, {}, held).catch(fail);
      });
    });
  }

  /** Once no more changes come for a while. */
  #readySoon(): void {
    clearTimeout(this.#readying);
    this.#readying = setTimeout(() => void this.#makeReady(), this.sharing.readyAfter ?? 0);
  }

  async #makeReady(): Promise<void> {
    const { readying } = this.sharing;
    if (!readying || !this.#opened || !this.#isNext || this.#isOwner) return;
    await this.#run(readying, this.#opened.input, quietContext());
  }

  async #takeOver(): Promise<void> {
    this.#isOwner = true;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    try {
      if (this.#opened) await this.#run(this.sharing.opening, this.#opened.input, quietContext());
    } catch (error) {
      for (const { fail } of waiting) fail(error);
      waiting.length = 0;
    }
    this.#say({ kind: 'owner' });
    for (const { method, input, context, done, fail } of waiting) {
      if (!this.sharing.repeatable.has(method)) {
        fail(new AppError('worker-died', 'the tab that held the ledger closed before it answered'));
        continue;
      }
      Promise.resolve()
        .then(() => this.#run(method, input, context))
        .then(done, fail);
    }
  }

  #say(message: Message): void {
    this.sharing.channel.postMessage(message);
  }

  #hear(message: Message): void {
    const { self } = this.sharing;
    if (message.kind === 'call' && this.#isOwner) void this.#answer(message);
    else if (message.kind === 'cancel') this.#running.get(`${message.from} ${message.id}`)?.abort();
    else if (message.kind === 'owner' && !this.#isOwner) this.#sendAgain();
    else if (message.kind === 'changed') this.#readySoon();
    else if ('to' in message && message.to === self) this.#receive(message);
  }

  /** A new owner has heard nothing yet; what may run only once was lost with the old one. */
  #sendAgain(): void {
    for (const [id, { method, input, fail }] of this.#pending) {
      if (this.sharing.repeatable.has(method)) this.#say({ kind: 'call', from: this.sharing.self, id, method, input });
      else {
        this.#pending.delete(id);
        fail(new AppError('worker-died', 'the tab that held the ledger closed before it answered'));
      }
    }
  }

  #receive(message: Extract<Message, { to: string }>): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (message.kind === 'note') {
      pending.context.note(message.note);
      return;
    }
    this.#pending.delete(message.id);
    if (message.kind === 'done') pending.done(message.done);
    else pending.fail(AppError.fromWire(message.failed));
  }

  async #answer({ from, id, method, input }: Extract<Message, { kind: 'call' }>): Promise<void> {
    const key = `${from} ${id}`;
    if (this.#running.has(key)) return; // sent again while it runs
    const controller = new AbortController();
    this.#running.set(key, controller);
    try {
      const note = (progress: unknown) => this.#say({ kind: 'note', to: from, id, note: progress });
      const done = await this.#run(method, input, { signal: controller.signal, note });
      this.#say({ kind: 'done', to: from, id, done });
    } catch (error) {
      this.#say({ kind: 'failed', to: from, id, failed: AppError.toWire(error) });
    } finally {
      this.#running.delete(key);
    }
  }
}
