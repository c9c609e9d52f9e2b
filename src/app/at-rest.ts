// When a page may do what nobody waits for yet: after it was painted, and after it came to rest. Neither waits for ever.

/** A tab that is not shown paints nothing, in milliseconds. */
const UNSEEN = 250;
/** The longest that a busy page puts off what it was going to fetch, in milliseconds. */
const BUSY = 1000;
/** Stands for rest in browsers that do not tell of it, in milliseconds. */
const SHORT = 30;

/** Ends the task at hand: the browser may paint and hear keys before the next begins. */
export const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Once what stands on the page now was painted. */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    const unseen = setTimeout(done, UNSEEN);
    requestAnimationFrame(() => {
      clearTimeout(unseen);
      setTimeout(done, 0); // the paint is between this frame and the next task
    });
  });

/** Once the page has nothing at hand: one act for each rest, and no act makes a key wait. */
export const atRest = (): Promise<void> =>
  new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: BUSY });
    else setTimeout(done, SHORT);
  });
