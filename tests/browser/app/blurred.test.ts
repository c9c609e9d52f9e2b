// With amounts blurred, no state of any screen shows one, until it is pointed at or stepped onto.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';
import { addSample, TODAY, walk } from '../../support/states.ts';

const here = servedBrowser();

async function open() {
  const context = await here.browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  const errors = watch(page);
  return { page, errors, close: () => context.close() };
}

/** Texts with two decimals or a currency's sign that nothing blurs. What a person typed, and what a question to press says, are no amounts of theirs. */
async function amountsSeen(page: Page): Promise<string[]> {
  await page.mouse.move(0, 0);
  return page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const seen: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let at = texts.nextNode(); at; at = texts.nextNode()) {
      const text = at.textContent?.trim() ?? '';
      const holder = at.parentElement;
      if (!/[$€£]\s?\d|\d[.,]\d\d(?!\d)/.test(text) || !holder?.checkVisibility()) continue;
      if (holder.closest('textarea, .visually-hidden, h2, button.ask, .suggestions')) continue;
      let blurred = false;
      for (let each: Element | null = holder; each && !blurred; each = each.parentElement)
        blurred = getComputedStyle(each).filter !== 'none';
      if (!blurred) seen.push(`${holder.tagName}.${holder.className}: ${text.slice(0, 60)}`);
    }
    return seen;
  });
}

test('no amount is seen in any state of any screen', async () => {
  const { page, errors, close } = await open();
  await page.addInitScript(() => localStorage.setItem('sotto-settings', JSON.stringify({ blurred: true })));
  const found: string[] = [];
  await walk(page, here.url, async (state) => {
    found.push(...(await amountsSeen(page)).map((each) => `${state}: ${each}`));
  });
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});

test('B blurs and shows; what is pointed at, and the answer that the focus is in, are seen', async () => {
  const { page, errors, close } = await open();
  await page.goto(`${here.url}?today=${TODAY}`);
  await addSample(page);
  const card = await ask(page, 'How much did I spend on groceries last month?');
  const figure = card.locator('[data-figure]').first();
  const filter = () => figure.evaluate((each) => getComputedStyle(each).filter);
  await page.mouse.move(0, 0);
  await expect.poll(filter).toBe('none');
  await page.locator('h1').first().focus();
  await page.keyboard.press('b');
  await page.getByText('Amounts are blurred until you point at them.').waitFor({ state: 'attached' });
  await expect.poll(filter).toContain('blur');
  await figure.hover();
  await expect.poll(filter).toBe('none');
  await page.mouse.move(0, 0);
  await expect.poll(filter).toContain('blur');
  await card.getByRole('button', { name: 'How I got this' }).focus();
  await expect.poll(filter).toBe('none');
  await page.reload();
  await ask(page, 'How much did I spend on groceries last month?');
  await page.mouse.move(0, 0);
  await expect.poll(filter).toContain('blur');
  await page.locator('h1').first().focus();
  await page.keyboard.press('b');
  await page.getByText('Amounts are shown.').waitFor({ state: 'attached' });
  await expect.poll(filter).toBe('none');
  expect(errors).toEqual([]);
  await close();
});
