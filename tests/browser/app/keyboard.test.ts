// By keyboard alone: import, ask, drill, undo; the key map; and the focus is never lost.
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { lateAnswers } from '../../support/late-answers.ts';
import { figureOf, watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';
import { addSample, fileOf, TODAY } from '../../support/states.ts';

const CSV = 'Date,Description,Category,Amount\n2026-10-02,Corner Coffee,Coffee,-4.50\n2026-10-16,Corner Coffee,Coffee,-3.20\n';

const here = servedBrowser();
let page: Page;
beforeEach(async () => {
  const context = await here.browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  const errors = watch(page);
  await page.goto(`${here.url}?today=${TODAY}`);
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  return async () => {
    expect(errors).toEqual([]);
    await context.close();
  };
});

const focused = () =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    if (!at || at === document.body) return 'nothing';
    const label = (at as HTMLInputElement).labels?.[0]?.textContent;
    return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** Steps on until what has this name has the focus. */
async function tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press(key);
    const at = await focused();
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    seen.push(at);
  }
  throw new Error(`${key} does not lead to ${name}: ${seen.join(' | ')}`);
}

test('import, ask, drill, undo', async () => {
  const chooser = page.waitForEvent('filechooser'); // before the steps: by then the browser surely hands it over
  await tabTo('Add statements');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(fileOf('card.csv', CSV));
  await page.getByRole('button', { name: 'Import 2 transactions' }).waitFor();
  await expect.poll(focused).toBe('Import');
  await tabTo('Import 2 transactions');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo this import' }).waitFor();
  await expect.poll(focused).toBe('Import');

  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('How much did I spend on coffee in October?');
  await page.keyboard.press('Enter');
  const card = page.getByRole('article').first();
  await page.locator('article[data-status=answered]').waitFor();
  expect(await figureOf(card)).toBe('7.70');
  await expect.poll(focused).toBe('Ask about your money');

  await tabTo('Open in the ledger', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await page.getByText('2 transactions shown').first().waitFor();

  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await tabTo(/^Undo this import|^Take back/);
  await page.keyboard.press('Enter');
  await page.getByText('No statement yet').waitFor();
  await expect.poll(focused).toBe('Statements in your ledger');
});

test('the key map', async () => {
  await addSample(page);
  for (const [key, title] of [
    ['l', 'Ledger'],
    ['i', 'Import'],
    ['c', 'Accounts'],
    ['w', 'What changed'],
    ['m', 'Models and privacy'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.waitForFunction((title) => document.activeElement?.textContent?.trim() === title, title);
  }
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  const question = 'How much did I spend on groceries last month?';
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await page.locator('article[data-status=answered]').waitFor();
  await page.keyboard.type('t'); // a letter in a field is a letter
  expect(await page.getByLabel('SQL', { exact: true }).count()).toBe(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.getByRole('textbox', { name: 'Ask about your money' }).inputValue()).toBe(question);
  await tabTo('Copy', 'Shift+Tab');
  await page.keyboard.press('t');
  await page.getByLabel('SQL', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('SQL', { exact: true }).waitFor({ state: 'detached' });
  await expect.poll(focused).not.toBe('nothing');
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-row'));
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(focused).not.toBe('nothing');
});

test('whatever a press takes away, the focus stays near', async () => {
  await addSample(page);
  const steady = (what: string) => expect.poll(focused, { message: what }).not.toBe('nothing');
  await page.locator('ul.suggestions button, .empty li button').first().press('Enter');
  await page.locator('article[data-status=answered]').waitFor();
  await steady('a suggestion pressed');
  await page.getByRole('button', { name: 'Keep', exact: true }).press('Enter');
  await steady('kept');
  await page
    .getByRole('list', { name: 'Understood as' })
    .getByRole('button', { name: /^Leave out/ })
    .first()
    .press('Enter');
  await page.locator('article[data-status]').nth(1).waitFor();
  await steady('a chip left out');
  await page.getByRole('button', { name: 'Start over' }).press('Enter');
  await page.getByRole('list', { name: 'Kept' }).waitFor();
  await steady('started over');
  await page.getByRole('button', { name: /^Let go of/ }).press('Enter');
  await page.getByRole('list', { name: 'Kept' }).waitFor({ state: 'detached' });
  await steady('let go');
  await page.getByRole('link', { name: 'What changed' }).press('Enter');
  await page
    .getByRole('button', { name: /^Put away: / })
    .first()
    .press('Enter');
  await page.getByText('Put away for good.').first().waitFor();
  await steady('put away');
  await page.getByRole('link', { name: 'Models and privacy' }).press('Enter');
  await page.getByRole('button', { name: 'Erase everything' }).press('Enter');
  await page.getByRole('button', { name: 'Keep everything' }).press('Enter');
  await steady('nothing erased');
  await page.getByRole('button', { name: 'Remove the sample ledger' }).press('Enter');
  await page.getByRole('button', { name: 'Remove the sample ledger' }).waitFor({ state: 'detached' });
  await steady('the sample removed');
});

test('the rows of the ledger are one stop of the tab key, and the arrows go about in them', async () => {
  await addSample(page);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
  const grid = page.getByRole('grid', { name: 'Transactions' });
  const first = grid.getByRole('button').first();
  await first.waitFor();
  const at = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest('td');
      return cell ? [Number(cell.closest('tr')?.getAttribute('aria-rowindex')), cell.cellIndex] : null;
    });
  await tabTo(/^Open /);
  await expect.poll(at, { message: 'the first row, under the header' }).toEqual([2, 1]);
  await page.keyboard.press('Tab');
  await expect.poll(at, { message: 'one tab leaves' }).toBeNull();
  await page.keyboard.press('Shift+Tab');
  await expect.poll(at, { message: 'and comes back' }).toEqual([2, 1]);
  for (const [key, row, column] of [
    ['ArrowDown', 3, 1],
    ['ArrowRight', 3, 2],
    ['End', 3, 4],
    ['ArrowUp', 2, 4],
    ['ArrowUp', 2, 4],
    ['j', 3, 1],
    ['Home', 3, 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(at, { message: key }).toEqual([row, column]);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(at, { message: 'where it was left' }).toEqual([3, 0]);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter'); // the row may not have come: it opens as it does
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const last = Number(await grid.getAttribute('aria-rowcount'));
  await expect.poll(at).toEqual([last, 4]);
  await page.keyboard.press('ArrowLeft');
  const foot = () => page.evaluate(() => document.activeElement?.getBoundingClientRect().bottom ?? Infinity);
  await expect.poll(at).toEqual([last, 3]);
  await expect.poll(foot).toBeLessThan(800);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(at, { message: 'closed again' }).toEqual([last, 3]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  // Closed and opened again before the browser has told that it was closed: it stands open.
  await page.evaluate(async () => {
    const dialog = document.querySelector('dialog');
    const told = new Promise((done) => dialog?.addEventListener('close', done));
    dialog?.close();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await told;
    await new Promise((done) => requestAnimationFrame(done));
  });
  await page.getByRole('dialog').waitFor(); // its row comes from the worker
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(at).toEqual([last, 3]);
  await page.keyboard.press('Control+Home');
  await expect.poll(at).toEqual([2, 0]);
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await at())?.[0]).toBeGreaterThan(8);
});

test('what is pressed before the ledger has answered is done as the answer comes', async () => {
  await addSample(page);
  await lateAnswers(page, 1_000);
  await page.reload();
  await page.locator('main h1').first().waitFor();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');

  await page.keyboard.type('How much did I spend on groceries last month?');
  await page.keyboard.press('Enter');
  await page.locator('main h1').first().focus();
  await page.keyboard.press('t');
  await page.getByLabel('SQL', { exact: true }).waitFor();

  await page.getByRole('link', { name: 'Ledger', exact: true }).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
  await page.keyboard.press('j');
  const row = () => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'));
  await expect.poll(row).toBe('2');
  await page.keyboard.press('Control+End');
  const last = await page.getByRole('grid', { name: 'Transactions' }).getAttribute('aria-rowcount');
  await expect.poll(row).toBe(last);
  await page.keyboard.press('e');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.locator('tr[data-index="0"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Home');
  await expect.poll(row).toBe('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape'); // before it had come
  await page.waitForTimeout(2_000);
  expect(await page.getByRole('dialog').count()).toBe(0);
});
