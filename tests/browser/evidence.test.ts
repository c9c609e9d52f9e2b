// Models and privacy shows the walls at work: the rules as served, every request that left, a switch, and a test of the ways out.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { pagePolicy } from '../../src/app/policy.ts';
import { goTo, open } from '../support/person.ts';
import { servedBrowser } from '../support/served-browser.ts';

const here = servedBrowser();
let page: Page;
beforeAll(async () => {
  page = await (await here.browser.newContext()).newPage();
  await open(page, here.url, '2026-06-18');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await goTo(page, 'Models and privacy');
  await page.getByRole('heading', { name: 'What can leave this page' }).waitFor();
});

test('the rules in force are those that were served', async () => {
  await page.getByText('This page is isolated from every other.').waitFor();
  await page.getByText('Rules in force').click();
  await page.getByText(pagePolicy, { exact: true }).waitFor();
});

test('a test for a leak finds every way out stopped by a rule', async () => {
  await page.getByRole('button', { name: 'Test for a leak' }).click();
  await page.locator('.note', { hasText: 'All 12 ways out were stopped by this browser.' }).waitFor();
});

test('what left is told by host and line by line: the app’s own files from its own host', async () => {
  await page.getByText(`${new URL(here.url).host}: `).waitFor();
  await page.getByText('Show each', { exact: true }).click();
  const table = page.getByRole('table', { name: 'Every request that left this installation' });
  await expect.poll(() => table.getByRole('row').count()).toBe(2);
  expect(await table.textContent()).toContain(here.url);
});

test('with the network off not even a model is fetched, and what was tried leaves no line', async () => {
  const status = () => page.evaluate(async () => (await fetch('./models/whisper-tiny/config.json')).status);
  await page.getByRole('checkbox', { name: /^Network off/ }).check();
  await page.waitForFunction(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('sotto-requests');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('switch').objectStore('switch').get('closed');
          asked.onsuccess = () => done(asked.result === true);
        };
      }),
  );
  expect(await status()).toBe(502);
  const table = page.getByRole('table', { name: 'Every request that left this installation' });
  expect(await table.getByRole('row').count()).toBe(2);
  await page.getByRole('checkbox', { name: /^Network off/ }).uncheck();
});

test('everybody can use it', async () => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
});
