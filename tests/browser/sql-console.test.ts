// The SQL console as a curious person uses it: on Settings, on a copy, with what goes wrong said in place.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { goTo, open, watch } from '../support/person.ts';
import { servedBrowser } from '../support/served-browser.ts';

const here = servedBrowser();
let page: Page;
let troubles: string[];
beforeAll(async () => {
  page = await (await here.browser.newContext()).newPage();
  troubles = watch(page);
  await open(page, here.url, '2026-06-18');
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
  await goTo(page, 'Settings');
  await page.getByText('SQL console', { exact: true }).click();
  await page.getByRole('textbox', { name: 'SQL' }).waitFor();
});

async function run(sql: string): Promise<void> {
  await page.getByRole('textbox', { name: 'SQL' }).fill(sql);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}
const cells = () => page.getByRole('region', { name: 'Result of your SQL' }).getByRole('cell').allTextContents();

test('one SELECT gives its rows, and the page stays one that everybody can use', async () => {
  await run("SELECT 'spending' AS what, count(*) > 100 AS many FROM spending");
  await page
    .locator('.console')
    .getByText(/^1 row in/)
    .waitFor();
  expect(await cells()).toEqual(['spending', '1']);
  const { violations } = await new AxeBuilder({ page }).include('.console').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test.each([
  ['DELETE FROM spending', 'Not run: it is not a SELECT.'],
  ['SELECT * FROM posting', 'Not run: posting is no view of the ledger.'],
  ['SELECT colour FROM spending', 'SQLite says: no such column: colour.'],
])('%s is answered with %s', async (sql, said) => {
  await run(sql);
  await page.locator('.console').getByText(said).waitFor();
});

const ENDLESS = `SELECT count(*) FROM transactions a ${['b', 'c', 'd', 'e'].map((name) => `JOIN transactions ${name} ON 1`).join(' ')}`;

/** Presses it the moment it is there: on a busy machine a query's time may be over before a press from here arrives. */
const pressStop = () =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          const stop = [...document.querySelectorAll<HTMLElement>('.console button')].find(({ textContent }) => textContent === 'Stop');
          if (!stop) return;
          observer.disconnect();
          stop.click();
          done();
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

test('a query without end is ended: by Stop at once, by itself after its time, and the next one runs', async () => {
  const stopped = pressStop();
  await run(ENDLESS);
  await stopped;
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'detached' });
  await run(ENDLESS);
  await page.locator('.console').getByText('This took too long, so I stopped it.').waitFor();
  await run('SELECT count(*) > 100 FROM transactions');
  await page
    .locator('.console')
    .getByText(/^1 row in/)
    .waitFor();
  expect(await cells()).toEqual(['1']);
  expect(troubles).toEqual([]);
});
