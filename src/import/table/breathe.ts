// Between chunks of work: report, let others run, stop when asked to.
import type { ReadOptions } from '../reading.ts';

export async function breathe(options: ReadOptions, done: number, total: number): Promise<void> {
  options.onProgress?.(done, total);
  await new Promise((go) => setTimeout(go, 0));
  options.signal?.throwIfAborted();
}
