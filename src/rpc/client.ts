// The page's end of the worker protocol. A dead worker fails its calls; it never leaves them waiting.
import { AppError, type ErrorCode } from '../base/errors.ts';
import type { Api, FromWorker, ToWorker } from './protocol.ts';

/** The part of Worker that a call needs, so that tests may stand a port in its place. */
export interface Port {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror?: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  done(value: unknown): void;
  fail(error: unknown): void;
  note: ((note: unknown) => void) | undefined;
}

export interface CallOptions<M extends Api[string]> {
  signal?: AbortSignal;
  onNote?: (note: M['note']) => void;
  transfer?: Transferable[];
}

export type Call<A extends { [M in keyof A]: Api[string] }> = <M extends keyof A & string>(
  method: M,
  input: A[M]['in'],
  options?: CallOptions<A[M]>,
) => Promise<A[M]['out']>;

export interface Connection<A extends { [M in keyof A]: Api[string] }> {
  call: Call<A>;
  /** Fails every waiting call; for a worker that was terminated on purpose. */
  close(reason: AppError): void;
}

/** `died`: the code that its calls fail with when the worker itself does. */
export function connect<A extends { [M in keyof A]: Api[string] }>(port: Port, died: ErrorCode = 'worker-died'): Connection<A> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const close = (reason: AppError) => {
    for (const call of waiting.values()) call.fail(reason);
    waiting.clear();
  };
  port.onmessage = ({ data }) => {
    const call = waiting.get(data.id);
    if (!call) return; // an ending that arrived after its call was aborted
    if ('note' in data) {
      call.note?.(data.note);
      return;
    }
    waiting.delete(data.id);
    if ('done' in data) call.done(data.done);
    else call.fail(AppError.fromWire(data.failed));
  };
  port.onerror = ({ message }) => close(new AppError(died, message || 'the worker stopped'));
  const call: Call<A> = (method, input, { signal, onNote, transfer = [] } = {}) =>
    new Promise((done, fail) => {
      signal?.throwIfAborted();
      const id = ++lastId;
      const abort = () => {
        if (waiting.delete(id)) port.postMessage({ id, cancel: true }, []);
        fail(signal?.reason);
      };
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', abort);
          end(value);
        };
      waiting.set(id, { done: settle(done), fail: settle(fail), note: onNote });
      signal?.addEventListener('abort', abort, { once: true });
      try {
        port.postMessage({ id, call: method, input }, transfer);
      } catch (error) {
        // what cannot be cloned never left
        waiting.get(id)?.fail(error);
        waiting.delete(id);
      }
    });
  return { call, close };
}
