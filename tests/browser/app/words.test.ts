// With every word of the tables in brackets, a Hebrew locale and a Russian statement, no Latin letters are left but the tables' own, what is
// marked as English (questions and the sentences that answer them), and code. The same page is turned round, and stands.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/models/catalogue.ts';
import { watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';
import { fileOf, TODAY } from '../../support/states.ts';

const STATEMENT = [
  'Дата;Описание;Категория;Сумма',
  '13.10.2026;Зелёная лавка;Еда;-31,15',
  '15.10.2026;Кофейня;Кофе;-3,20',
  '17.10.2026;Метро;Проезд;-48,00',
  '18.11.2026;Кофейня;Кофе;-19,90',
  '19.11.2026;здесь нет суммы',
].join('\n');

/** Names of models are names in every language; the longer ones first. */
const MODELS = catalogue.models.map(({ name }) => name).sort((a, b) => b.length - a.length);

const here = servedBrowser();

/** What is read on the page, seen or heard, and stands in no table. */
const unmarked = (page: Page) =>
  page.evaluate((names) => {
    const bare = (text: string) => {
      let rest = text;
      for (let before = ''; before !== rest;) {
        before = rest;
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
      }
      for (const name of names) rest = rest.replace(name, ' ');
      // sizes and currencies are the browser's own words; a script sign of the direction is none
      return rest.replace(/\b(?:[kMGT]?B|ms|EUR|USD|ILS|PNG|SVG)\b/g, ' ').trim();
    };
    const isLeft = (text: string) => /\p{Script=Latin}{2,}/u.test(bare(text));
    const isTheirs = (element: Element | null) =>
      element?.closest('[lang=en], code, kbd, pre, .mono, script, style, option, noscript') !== null;
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      if (isLeft(text) && !isTheirs(node.parentElement)) found.push(text.trim());
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name) ?? '';
        if (isLeft(text) && !isTheirs(element)) found.push(`${name}: ${text}`);
      }
    }
    if (isLeft(document.title)) found.push(`document title: ${document.title}`);
    return [...new Set(found)];
  }, MODELS);

const spill = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('every screen in the pseudo-language, from right to left', async () => {
  const context = await here.browser.newContext({ locale: 'he-IL', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors = watch(page);
  const found: string[] = [];
  const look = async (state: string) => {
    found.push(...(await unmarked(page)).map((text) => `${state}: ${text}`));
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(viewport);
      if ((await spill(page)) > 0) found.push(`${state}: spills at ${viewport.width}`);
    }
  };
  const go = async (screen: string) => {
    await page.evaluate((screen) => (location.hash = `#/${screen}`), screen);
    await page.locator(`nav a[href="#/${screen}"][aria-current=page]`).waitFor();
    await page.locator('main h1').first().waitFor();
  };

  await page.goto(`${here.url}?words=pseudo&today=${TODAY}`);
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['he', 'rtl']);
  const rail = await page.locator('nav').boundingBox();
  expect(rail?.x, 'the rail stands on the right').toBeGreaterThan(900);
  await look('first run');
  for (const screen of ['ledger', 'accounts', 'changes', 'import', 'settings', 'models']) {
    await go(screen);
    await look(`${screen}, empty`);
  }
  await go('import');
  await page.locator('input[type=file]').first().setInputFiles(fileOf('дневник', 'Сегодня ничего не случилось\n'));
  await page.getByText('дневник').first().waitFor();
  await look('unreadable');
  await page.locator('input[type=file]').first().setInputFiles(fileOf('выписка', STATEMENT));
  const importThem = page.getByRole('button', { name: /Import \d+ transactions/ });
  await importThem.waitFor();
  await look('preview');
  await importThem.click();
  await page.getByRole('button', { name: 'Undo this import' }).first().waitFor();
  await look('imported');
  for (const screen of ['ledger', 'accounts', 'changes', 'import', 'settings', 'models']) {
    await go(screen);
    await look(screen);
  }
  await go('ask');
  await look('ask');
  const box = page.getByRole('textbox');
  for (const [at, question] of [
    'How much did I spend in October?',
    'What did I spend by category this year?',
    'how much on flibber',
  ].entries()) {
    await box.fill(question);
    await box.press('Enter');
    await page.locator('article').nth(at).and(page.locator('[data-status]')).waitFor();
  }
  await page.getByRole('button', { name: 'How I got this' }).first().click();
  await page.locator('dialog pre').first().waitFor();
  await look('answers');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy' }).first().focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await look('keys');
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
