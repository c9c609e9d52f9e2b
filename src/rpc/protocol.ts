// The one worker protocol: a call, any number of notes, exactly one ending (done, failed, or aborted by the caller).
import type { WireError } from '../base/errors.ts';

/** Method -> input, output, progress note. Both ends are typed from one such table per worker. */
export type Api = Record<string, { in: unknown; out: unknown; note?: unknown }>;

export type ToWorker = { id: number; call: string; input: unknown } | { id: number; cancel: true };
export type FromWorker = { id: number; note: unknown } | { id: number; done: unknown } | { id: number; failed: WireError };
