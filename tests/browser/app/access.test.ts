// Every screen, in both themes and on a phone and a desktop, with a ledger and without: axe finds nothing, and nothing spills sideways.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../support/chromium.ts';
import { ask, goTo, open, watch } from '../../support/person.ts';
import { serveApp, type ServedApp } from '../../support/served-app.ts';

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  app = await serveApp();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const TODAY = '2026-06-18';
const SIZES = { phone: { width: 390, height: 844 }, small: { width: 320, height: 640 }, desktop: { width: 1280, height: 800 } };
const SCREENS = ['Ask', 'Import', 'Ledger', 'Accounts', 'Models and privacy', 'Settings'];

async function troublesOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const spill = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each(Object.entries(SIZES))('%s: every screen', async (_, viewport) => {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const troubles = watch(page);
    await open(page, app.url, TODAY);
    expect(await troublesOf(page), 'first run').toEqual([]);
    expect(await spill(page), 'first run').toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Try a sample ledger' }).click();
    await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
    const card = await ask(page, 'How much did I spend last month by category?');
    expect(await card.getAttribute('data-status')).toBe('answered');
    await card.getByRole('button', { name: 'How I got this' }).click();
    await page.getByLabel('SQL', { exact: true }).first().waitFor();
    expect(await troublesOf(page), 'answer card').toEqual([]);
    expect(await spill(page), 'answer card').toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    for (const screen of SCREENS) {
      await reach(page, screen);
      expect(await troublesOf(page), screen).toEqual([]);
      expect(await spill(page), screen).toBeLessThanOrEqual(0);
    }
    expect(troubles).toEqual([]);
    await context.close();
  });
});

/** On a phone some screens stand behind More; the link's name is the same. */
async function reach(page: Page, screen: string): Promise<void> {
  const link = page.getByRole('link', { name: screen, exact: true }).first();
  if (!(await link.isVisible())) await page.getByRole('button', { name: 'More' }).first().click();
  await goTo(page, screen);
  await page.locator('h1').first().waitFor();
}
