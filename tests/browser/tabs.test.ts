// Several tabs of the built app: one owns the ledger, all see the same rows, and the next takes over when the owner goes.
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
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

const QUESTION = 'How much did I spend at Corner Coffee in May 2024?';

/** How soon is printed: a slow machine fails nothing. */
test('the next tab answers when the owner dies', async () => {
  await onProfile(async ({ app, browser }) => {
    const [owner, next] = [await browser.context.newPage(), await browser.context.newPage()];
    const troubles = watch(next);
    for (const page of [owner, next]) await open(page, app.url, '2024-06-10');
    await importFiles(next, csv('may.csv', '2024-05-02,Corner Coffee,-4.50', '2024-05-16,Corner Coffee,-3.20'));
    await goTo(next, 'Ask');
    const timed = async () => {
      const before = performance.now();
      expect(await figureOf(await ask(next, QUESTION))).toBe('7.70');
      return performance.now() - before;
    };
    await timed(); // the parts that questions need are fetched
    const usual = await timed();
    await next.waitForTimeout(2_500); // it makes ready
    const closing = owner.close();
    const after = await timed();
    await closing;
    console.log(`takeover: an answer took ${after.toFixed(0)} ms as the owner died, ${usual.toFixed(0)} ms before`);
    expect(troubles).toEqual([]);
  });
});

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
