// Every state of every screen: axe finds nothing in either theme; nothing spills at 320 px, at 400 % zoom, or with wider text spacing; what has the
// focus shows it, also where the system sets the colours; and reading order is the order of the tab key.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';
import { walk } from '../../support/states.ts';

const here = servedBrowser();

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** The narrowest phone; and 1280 by 1024 at 400 % zoom. */
const NARROW = { small: { width: 320, height: 640 }, zoomed: { width: 320, height: 256 } };

const nextFrames = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** What stands outside the page's width, and cannot be scrolled to within something that scrolls. */
const spilling = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
    return [
      `${scrollWidth} wide at ${clientWidth}: ${wide
        .slice(0, 3)
        .map((each) => `${each.tagName}.${each.className}`)
        .join(', ')}`,
    ];
  });

/** The spacing that WCAG 1.4.12 asks a page to bear. */
async function withSpacing(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const set = (on: boolean) =>
    page.evaluate((on) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
      document.adoptedStyleSheets = on ? [sheet] : [];
    }, on);
  await set(true);
  const found = await look();
  await set(false);
  return found;
}

/** Steps the focus on by key and says what is wrong with where it lands. */
async function focusTroubles(page: Page, steps: number): Promise<string[]> {
  const troubles: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const trouble = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null; // past the last
      const style = getComputedStyle(focused);
      const shown = focused.matches('input[type=file]') ? getComputedStyle(focused.parentElement ?? focused) : style;
      const named = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 30)}`;
      if (shown.outlineStyle === 'none' || shown.outlineWidth === '0px') return `no ring: ${named}`;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
      const isSeen = at !== null && (focused.contains(at) || at.contains(focused) || focused.matches('input'));
      return isSeen ? null : `hidden: ${named}`;
    });
    if (trouble) troubles.push(trouble);
  }
  return troubles;
}

test('every state of every screen', async () => {
  const context = await here.browser.newContext({ viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  const errors = watch(page);
  const found: string[] = [];
  let states = 0;
  const note = (state: string, how: string, troubles: string[]) => found.push(...troubles.map((each) => `${state}, ${how}: ${each}`));

  await walk(page, here.url, async (state) => {
    states += 1;
    await nextFrames(page);
    note(state, 'desktop, light', await axe(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(PHONE);
    await nextFrames(page);
    note(state, 'phone, dark', await axe(page));
    await page.emulateMedia({ colorScheme: 'light' });
    note(state, 'phone', await spilling(page));
    note(state, 'phone, spaced', await withSpacing(page, () => spilling(page)));
    for (const [name, size] of Object.entries(NARROW)) {
      await page.setViewportSize(size);
      await nextFrames(page);
      note(state, name, await spilling(page));
    }
    await page.setViewportSize(DESKTOP);
    await nextFrames(page);
  });
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  expect(states).toBeGreaterThan(35);
  await context.close();
});

test.each([
  ['forced colours', DESKTOP, { forcedColors: 'active' }],
  ['400 % zoom', NARROW.zoomed, {}],
] as const)('%s: the focus is seen wherever it goes', async (_, viewport, media) => {
  const context = await here.browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB', ...media });
  const page = await context.newPage();
  const found: string[] = [];
  const worth = new Set(['first-run', 'import-preview', 'answer', 'ledger', 'row', 'history', 'settings', 'models-and-privacy', 'locked']);
  await walk(page, here.url, async (state) => {
    if (worth.has(state)) found.push(...(await focusTroubles(page, 14)).map((each) => `${state}: ${each}`));
  });
  expect(found).toEqual([]);
  await context.close();
});
