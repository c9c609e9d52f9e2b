// What the page's one live region has said, in order: also what stood there for a moment only, which a look now and then would miss, and
// without what stood there before.
import type { Page } from 'playwright-core';

const NOTE = `
  globalThis.told = [];
  new MutationObserver(() => {
    const now = document.querySelector('[role=status]')?.textContent ?? '';
    if (now !== '' && now !== globalThis.told.at(-1)) globalThis.told.push(now);
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

/** From the page's next load on. */
export const noteTold = (page: Page): Promise<unknown> => page.addInitScript(NOTE);

/** Since the first `from` of this load. */
export const told = (page: Page, from = 0): Promise<string[]> =>
  page.evaluate((at) => (globalThis as unknown as { told: string[] }).told.slice(at), from);
