// The worker's end of the protocol: one handler a method, each told when its caller stopped waiting.
import { AppError } from '../base/errors.ts';
import type { Api, FromWorker, ToWorker } from './protocol.ts';

export interface CallContext<Note> {
  signal: AbortSignal;
  note(note: Note): void;
}

export type Handlers<A extends { [M in keyof A]: Api[string] }> = {
  [M in keyof A]: (input: A[M]['in'], context: CallContext<A[M]['note']>) => A[M]['out'] | Promise<A[M]['out']>;
};

export interface ServerPort {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

export function serve<A extends { [M in keyof A]: Api[string] }>(port: ServerPort, handlers: Handlers<A>): void {
  const running = new Map<number, AbortController>();
  port.onmessage = async ({ data }) => {
    if ('cancel' in data) {
      running.get(data.id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(data.id, controller);
    try {
      const handler = Object.hasOwn(handlers, data.call) ? handlers[data.call as keyof A] : undefined;
      if (!handler) throw new AppError('unexpected', `no method "${data.call}"`);
      const done = await handler(data.input as A[keyof A]['in'], {
        signal: controller.signal,
        note: (note) => port.postMessage({ id: data.id, note }),
      });
      port.postMessage({ id: data.id, done });
    } catch (error) {
      port.postMessage({ id: data.id, failed: AppError.toWire(error) });
    } finally {
      running.delete(data.id);
    }
  };
}
