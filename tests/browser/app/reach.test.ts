// By the tab key alone every control of every screen is come to, in every state that the walk knows.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';
import { walk } from '../../support/states.ts';

const here = servedBrowser();

/** Goes round with the key until it comes to what it has come to before, or is well among the ledger's rows. */
async function goRound(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  await page.evaluate(() => {
    const first = (document.querySelector('dialog[open]') ?? document).querySelector<HTMLElement>('a[href], button');
    first?.focus();
    first?.setAttribute('data-come-to', '');
  });
  let rows = 0;
  for (let goesOn = true; goesOn;) {
    await page.keyboard.press(key);
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'past the end';
      if (focused.hasAttribute('data-come-to')) return 'known';
      focused.setAttribute('data-come-to', '');
      return focused.hasAttribute('data-row') ? 'row' : 'new';
    });
    if (at === 'row') rows += 1;
    goesOn = at !== 'known' && rows < 3;
  }
}

/**
 * The controls that can be seen and used, and that the tab key does not come to in either direction. Of radio buttons of one name, and of rows of
 * the ledger (J and K go through them, and there may be a million), one is come to.
 */
async function unreached(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('[data-come-to]')) each.removeAttribute('data-come-to');
  });
  await goRound(page, 'Tab');
  await goRound(page, 'Shift+Tab');
  return page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    const controls = [
      ...(dialog ?? document).querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [role=button], [tabindex]'),
    ];
    const isUsable = (each: HTMLElement) =>
      each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.matches(':disabled, [inert] *, [tabindex="-1"]');
    const oneOf = (each: HTMLElement) => {
      if (each.matches('[data-row]')) return [...document.querySelectorAll('[data-row]')];
      return each.matches('input[type=radio]')
        ? [...document.querySelectorAll(`input[name="${(each as HTMLInputElement).name}"]`)]
        : [each];
    };
    return controls
      .filter((each) => isUsable(each) && !oneOf(each).some((one) => one.hasAttribute('data-come-to')))
      .map((each) => `${each.tagName} ${each.getAttribute('aria-label') ?? each.textContent?.trim().slice(0, 40)}`);
  });
}

test('no control of any screen is out of reach of the tab key', async () => {
  const context = await here.browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  const errors = watch(page);
  const found: string[] = [];
  let states = 0;
  await walk(page, here.url, async (state) => {
    states += 1;
    let missed = await unreached(page);
    for (let again = 0; missed.length > 0 && again < 5; again += 1) missed = await unreached(page); // what was not there yet as the key went past
    found.push(...missed.map((each) => `${state}: ${each}`));
  });
  expect(found).toEqual([]);
  expect(states).toBeGreaterThan(20);
  expect(errors).toEqual([]);
  await context.close();
});
