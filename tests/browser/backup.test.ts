// A backup through the page: saved under a passphrase, looked into, put in the place of what is there, and the way back from that.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { importFiles, open, watch } from '../support/person.ts';
import { onProfile } from '../support/served-browser.ts';

const csv = (name: string, ...rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['Date,Description,Amount', ...rows].join('\n')),
});
const show = (page: Page, screen: string) => page.evaluate((name) => void (location.hash = `#/${name}`), screen);
const PASSPHRASE = 'four plain words here';

async function holds(page: Page, count: string): Promise<void> {
  await show(page, 'ledger');
  await page.getByText(`${count} shown`).first().waitFor();
  await show(page, 'models');
}

test('a backup is saved, proved and restored, and what it replaced can be gone back to', async () => {
  await onProfile(async ({ app, browser }) => {
    const page = await browser.context.newPage();
    const troubles = watch(page);
    await open(page, app.url, '2024-06-10');
    await importFiles(page, csv('may.csv', '2024-05-02,Corner Coffee,-4.50', '2024-05-16,Corner Coffee,-3.20'));
    await show(page, 'models');
    await page.getByRole('button', { name: 'Save a backup' }).click();
    await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
    await page.getByLabel('The same once more').fill(PASSPHRASE);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save it' }).click()]);
    expect(download.suggestedFilename()).toBe('sotto-2024-06-10.sotto');
    const buffer = await readFile(await download.path());
    expect(buffer.includes('Corner Coffee')).toBe(false);

    await show(page, 'import');
    await importFiles(page, csv('june.csv', '2024-06-03,Green Grocer,-28.85'));
    await holds(page, '3 transactions');

    const choose = (bytes: Buffer) =>
      page.getByLabel('Restore a backup').setInputFiles({ name: 'mine.sotto', mimeType: 'application/octet-stream', buffer: bytes });
    const spoilt = Buffer.from(buffer);
    spoilt[spoilt.length - 5] = (spoilt[spoilt.length - 5] ?? 0) ^ 1;
    await choose(spoilt);
    await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Look into it' }).click();
    await page.getByText('This file is no whole backup of Sotto.').first().waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();

    await choose(buffer);
    await page.getByLabel('Passphrase of the backup').fill('four other words here');
    await page.getByRole('button', { name: 'Look into it' }).click();
    await page.getByText('This passphrase does not fit the backup.').first().waitFor();
    await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Look into it' }).click();
    await page.getByText('is whole: 2 transactions').waitFor();
    await page.getByRole('button', { name: 'Restore it' }).click();
    await page.getByText('The backup is restored.').first().waitFor({ state: 'attached' });
    await holds(page, '2 transactions');

    await page.getByRole('button', { name: 'Go back to the state' }).first().click();
    await page.getByRole('button', { name: 'Go back', exact: true }).click();
    await page.getByText('The ledger is as it was on').first().waitFor({ state: 'attached' });
    await holds(page, '3 transactions');
    expect(troubles).toEqual([]);
  });
});
