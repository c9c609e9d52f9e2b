// The flows of a visit by the names that stay, on a phone and on a desktop: three acts to an answer, what is kept and put away, the update.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask, figureOf, importFiles, watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';
import { serveDist } from '../../support/static-host.ts';
import { addSample, fileOf, reach, TODAY } from '../../support/states.ts';

/** A card statement of a real bank; third-party data, so it stays outside the project. Its 17 charges are 577.32 in all. */
const CARD = fileURLToPath(new URL('../../../../shared/fixtures/imports/ofx/amex-us-2013-one-account.ofx', import.meta.url));

const SW = fileURLToPath(new URL('../../../dist/sw.js', import.meta.url));

const here = servedBrowser();

async function visit(context: BrowserContext, today: string): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage();
  const errors = watch(page);
  await page.goto(`${here.url}?today=${today}`);
  return { page, errors };
}

const coffee = (...rows: string[]) => fileOf(`${rows.length}.csv`, ['Date,Description,Category,Amount', ...rows].join('\n'));

describe.each([
  ['desktop', { viewport: { width: 1280, height: 800 } }],
  ['phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
] as const)('%s', (_, size) => {
  const open = () => here.browser.newContext({ ...size, locale: 'en-GB', reducedMotion: 'reduce' });

  test.skipIf(!existsSync(CARD))('from a blank page to the first right answer on a bank’s file: three acts', async () => {
    const context = await open();
    const { page, errors } = await visit(context, '2013-12-20');
    await page.getByLabel('Add statements', { exact: true }).setInputFiles(CARD); // one: choose the file
    await page.getByRole('button', { name: 'Import 17 transactions' }).click(); // two: import it
    const suggestions = page.getByRole('list', { name: 'Your ledger can answer these' });
    await suggestions.getByRole('button', { name: 'How much did I spend in December 2013?' }).click(); // three: ask
    const card = page.locator('article[data-status=answered]');
    await card.waitFor();
    expect(await figureOf(card)).toBe('577.32');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a kept question stands on the home page with its figure, and follows the ledger', async () => {
    const context = await open();
    const { page, errors } = await visit(context, TODAY);
    await importFiles(page, coffee('2026-10-02,Corner Coffee,Coffee,-4.50', '2026-10-16,Corner Coffee,Coffee,-3.20'));
    await reach(page, 'Ask');
    const question = 'How much did I spend on coffee in October?';
    const card = await ask(page, question);
    expect(await figureOf(card)).toBe('7.70');
    await card.getByRole('button', { name: 'Keep', exact: true }).click();
    await card.getByRole('button', { name: 'Kept', exact: true }).waitFor();
    await reach(page, 'Import');
    await importFiles(page, coffee('2026-10-20,Corner Coffee,Coffee,-2.30'));
    await page.reload();
    await reach(page, 'Ask');
    const kept = page.getByRole('list', { name: 'Kept' });
    await kept.getByRole('button', { name: question, exact: true }).waitFor();
    await kept.getByText('10.00').first().waitFor();
    await kept.getByRole('button', { name: `Let go of “${question}”` }).click();
    await kept.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('list', { name: 'Your ledger can answer these' }).waitFor();
    expect(await kept.count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a comparison has the rows of both sides by name and sum, and each opens the ledger on its own; so does each line of a list', async () => {
    const context = await open();
    const { page, errors } = await visit(context, TODAY);
    await importFiles(
      page,
      fileOf(
        'sides.csv',
        [
          'Date,Description,Category,Amount',
          '2026-10-02,Corner Coffee,Coffee,-4.50',
          '2026-10-16,Corner Coffee,Coffee,-3.20',
          '2026-10-20,Green Grocer,Groceries,-31.15',
        ].join('\n'),
      ),
    );
    await reach(page, 'Ask');
    const card = await ask(page, 'Did I spend more on coffee or on groceries in October?');
    const rows = card.getByRole('table', { name: 'Rows' });
    const groceries = card.getByRole('group', { name: 'Whose rows' }).getByRole('radio', { name: /^groceries −.*31\.15$/ });
    await rows.getByText('Corner Coffee').first().waitFor();
    await rows.getByText(/^−.*7\.70$/).waitFor();
    await card
      .getByText(/^groceries$/)
      .last()
      .click();
    await rows.getByText('Green Grocer').waitFor();
    await expect.poll(() => groceries.isChecked()).toBe(true);
    await rows.getByText('Corner Coffee').first().waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Open in the ledger', exact: true }).click();
    await page.getByText('1 transaction shown').first().waitFor();
    await page.getByRole('radio', { name: 'groceries' }).press('ArrowLeft');
    await page.getByText('2 transactions shown').first().waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'coffee' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Open Corner Coffee' }).first().waitFor();
    await reach(page, 'Ask');
    const largest = await ask(page, 'my 2 largest coffee purchases');
    await largest.getByRole('button', { name: /^Open the rows of Corner Coffee, 16 Oct 2026/ }).click();
    await page.getByText('1 transaction shown').first().waitFor();
    await page
      .getByText(/^−.*3\.20$/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('what changed is put away for good, with its rows until then, and can be brought back', async () => {
    const context = await open();
    const { page, errors } = await visit(context, TODAY);
    await addSample(page);
    await reach(page, 'What changed');
    const put = page.getByRole('button', { name: /^Put away: / });
    await put.first().waitFor();
    const count = await put.count();
    const name = (await put.first().getAttribute('aria-label')) ?? '';
    await put.first().click();
    await page.getByRole('button', { name: name.replace('Put away', 'Bring back') }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^Show what I put away/ }).waitFor();
    await expect.poll(() => put.count()).toBe(count - 1);
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: /^Show what I put away/ }).click();
    await page.getByRole('button', { name: name.replace('Put away', 'Bring back') }).click();
    await page.getByRole('button', { name, exact: true }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('a new version is told of and waits: it is taken when the person says so, and never by itself', async () => {
  let next: string | null = null;
  const host = await serveDist(true, (path) => (path.endsWith('/sw.js') ? next : null));
  const context = await here.browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(host.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  next = `// the next version\n${readFileSync(SW, 'utf8')}`;
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const take = page.getByRole('button', { name: 'Take the update' });
  await take.waitFor();
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await reach(page, 'Settings');
  expect(await page.evaluate(() => 'stillHere' in globalThis), 'nothing was loaded anew').toBe(true);
  await take.click();
  await page.waitForFunction(() => !('stillHere' in globalThis));
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await take.waitFor({ state: 'detached' });
  await context.close();
  await host.close();
});
