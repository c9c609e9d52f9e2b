// Several tabs of the built app: one owns the ledger, all see the same rows, and the next takes over when the owner goes.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchOnProfile, temporaryProfile } from '../support/chromium.ts';
import { goTo, importFiles, open, watch } from '../support/person.ts';
import { serveApp } from '../support/served-app.ts';

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
  const app = await serveApp();
  const profile = await temporaryProfile();
  const browser = await launchOnProfile(profile.path);
  try {
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
    const before = Date.now();
    await sees(third, '2 transactions');
    expect(Date.now() - before).toBeLessThan(5_000);

    await goTo(third, 'Import');
    await importFiles(third, csv('june.csv', '2024-06-03,Green Grocer,-28.85'));
    await sees(second, '3 transactions');
    await second.close();
    await sees(third, '3 transactions');
    expect(troubles.flat()).toEqual([]);
  } finally {
    await browser.kill();
    await profile.remove();
    await app.close();
  }
});
