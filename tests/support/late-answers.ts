// A slow device as the page sees it: whatever a worker says comes this much later, in the same order. For one page, or by
// SOTTO_LATE=<milliseconds> for every browser of a run, where every test must pass still.
import type { BrowserContext, Page } from 'playwright-core';

/** For what is loaded from now on. */
export const lateAnswers = (where: Page | BrowserContext, milliseconds: number): Promise<unknown> =>
  where.addInitScript((late) => {
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(this: Worker, hear: (event: Event) => void) {
        this.addEventListener('message', (event) => void setTimeout(() => hear.call(this, event), late));
      },
    });
  }, milliseconds);

const LATE = Number(process.env['SOTTO_LATE'] ?? 0);

/** As the environment says. */
export function asLateAsSaid(context: BrowserContext): void {
  if (LATE > 0) void lateAnswers(context, LATE);
}
