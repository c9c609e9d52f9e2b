// Several tabs of the built app: one owns the ledger, all see the same rows, and the next takes over when the owner goes.
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, figureOf, goTo, importFiles, open, watch } from '../support/person.ts';
import { onProfile } from '../support/served-browser.ts';

const csv = (name: string, ...rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['Date,Description,Amount', ...rows].join('\n')),
});

async function sees(page: Page, count: string): Promise<void> {
  await goTo(page, 'Ask');
  await goTo(page, 'Ledger');
  await page.getByText(`${count} shown`).first().waitFor();
}

test('tabs share one ledger and outlive each other', async () => {
  await onProfile(async ({ app, browser }) => {
    const pages: Page[] = [];
    const troubles: string[][] = [];
    for (let tab = 0; tab < 3; tab += 1) {
      const page = await browser.context.newPage();
      troubles.push(watch(page));
      await open(page, app.url, '2024-06-10');
      await page.getByLabel('Add statements', { exact: true }).first().waitFor({ state: 'attached' });
      pages.push(page);
    }
    const [first, second, third] = pages;
    if (!first || !second || !third) throw new Error('three tabs');

    await importFiles(second, csv('may.csv', '2024-05-02,Corner Coffee,-4.50', '2024-05-16,Corner Coffee,-3.20'));
    await sees(third, '2 transactions');

    await first.close(); // the owner
    await sees(third, '2 transactions');

    await goTo(third, 'Import');
    await importFiles(third, csv('june.csv', '2024-06-03,Green Grocer,-28.85'));
    await sees(second, '3 transactions');
    await second.close();
    await sees(third, '3 transactions');
    expect(troubles.flat()).toEqual([]);
  });
});

const QUESTION = 'How much did I spend in May 2024?';

/** How soon is printed: a slow machine fails nothing. */
test('the next tab answers when the owner dies, and the next after it', async () => {
  await onProfile(async ({ app, browser }) => {
    let owner = await browser.context.newPage();
    const troubles = [watch(owner)];
    await open(owner, app.url, '2024-06-10');
    await owner.getByRole('button', { name: 'Try a sample ledger' }).click();
    await owner.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
    let said: string | null = null;
    for (let round = 0; round < 3; round += 1) {
      const next = await browser.context.newPage();
      troubles.push(watch(next));
      await open(next, app.url, '2024-06-10');
      const timed = async () => {
        const before = performance.now();
        const figure = await figureOf(await ask(next, QUESTION));
        said ??= figure;
        expect(figure).toBe(said);
        return performance.now() - before;
      };
      await timed(); // the parts that questions need are fetched
      const usual = await timed();
      await next.waitForTimeout(6_000); // it makes ready
      const closing = owner.close();
      const after = await timed();
      await closing;
      console.log(`takeover: an answer took ${after.toFixed(0)} ms as the owner died, ${usual.toFixed(0)} ms before`);
      owner = next;
    }
    expect(troubles.flat()).toEqual([]);
  });
});

/** In milliseconds. */
const REST = 2000;

/** Nothing was asked for that long. A browser that is driven by a debugger loses what tabs ask for while one service worker follows another. */
async function atRest(context: BrowserContext): Promise<void> {
  let latest = performance.now();
  const note = () => (latest = performance.now());
  context.on('request', note);
  await expect.poll(() => performance.now() - latest).toBeGreaterThan(REST);
  context.off('request', note);
}

test('an update that one tab takes loads every tab anew, and nothing is lost', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-dist-'));
  await cp(fileURLToPath(new URL('../../dist', import.meta.url)), folder, { recursive: true });
  await onProfile(async ({ app, browser }) => {
    const [first, second] = [await browser.context.newPage(), await browser.context.newPage()];
    const troubles = [watch(first), watch(second)];
    for (const page of [first, second]) {
      await open(page, app.url, '2024-06-10');
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    }
    await importFiles(second, csv('may.csv', '2024-05-02,Corner Coffee,-4.50', '2024-05-16,Corner Coffee,-3.20'));
    await appendFile(join(folder, 'sw.js'), '\n// the next version\n');
    await atRest(browser.context);
    const loadedAnew = [first, second].map((page) => page.waitForEvent('load'));
    await first.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await first.getByRole('button', { name: 'Take the update' }).click();
    await Promise.all(loadedAnew);
    for (const page of [first, second]) await sees(page, '2 transactions');
    await goTo(second, 'Import');
    await importFiles(second, csv('june.csv', '2024-06-03,Green Grocer,-28.85'));
    await sees(first, '3 transactions');
    expect(troubles.flat()).toEqual([]);
  }, folder).finally(() => rm(folder, { recursive: true }));
});
