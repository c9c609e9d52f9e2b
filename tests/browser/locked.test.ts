// The lock as a person uses it, and what a search of the browser's own files finds of a ledger that is locked, or erased.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PATIENCE } from '../support/chromium.ts';
import { searchFiles } from '../support/disk-search.ts';
import { ask, figureOf, goTo, importFiles, open, watch } from '../support/person.ts';
import { onProfile } from '../support/served-browser.ts';

const PLANTED = ['Quetzalcafe', 'Wimbrelbooks', 'Zygomarket'];
const KEPT = 'How much did I spend at Zygomarket in May 2024?';
const PASSPHRASE = 'four plain words here';
const TODAY = '2024-06-10';

const statement = {
  name: 'may.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['Date,Description,Amount', ...PLANTED.map((name, at) => `2024-05-${10 + at},${name} ${at}${at}7,-${at + 4}.50`)].join('\n'),
  ),
};

/** On a narrow page its link waits behind More. */
const show = (page: Page, screen: string) => page.evaluate((name) => void (location.hash = `#/${name}`), screen);

async function setUpLock(page: Page): Promise<string> {
  await show(page, 'settings');
  await page.getByRole('button', { name: 'Set up a lock' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same once more').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Go on' }).click();
  const recoveryKey = (await page.locator('.key').textContent()) ?? '';
  await page.getByLabel('Type its last group').fill(recoveryKey.slice(-5));
  await page.getByRole('button', { name: 'Turn the lock on' }).click();
  await page.getByRole('button', { name: 'Lock now' }).waitFor();
  return recoveryKey;
}

const databases = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

/** Records of the locked ledger; in the page. */
const lockedRecords = () =>
  new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('sotto-locked');
    opening.onerror = () => reject(opening.error ?? new Error('it would not open'));
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames];
      const reading = opening.result.transaction(names);
      const counts = names.map((name) => reading.objectStore(name).count());
      reading.oncomplete = () => {
        opening.result.close();
        resolve(counts.reduce((sum, { result }) => sum + result, 0));
      };
    };
  });

/** What is still found after the browser has had time to clear away. */
async function remains(profile: string): Promise<Map<string, string[]>> {
  for (const until = performance.now() + PATIENCE; ;) {
    const found = await searchFiles(profile, PLANTED);
    if (found.size === 0 || performance.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

test('a locked ledger leaves nothing to find, opens with its passphrase or its recovery key, and erased it is gone', async () => {
  await onProfile(async ({ app, profile, browser, again }) => {
    let page = await browser.context.newPage();
    const troubles = watch(page);
    await open(page, app.url, TODAY);
    await importFiles(page, statement);
    await goTo(page, 'Ask');
    const card = await ask(page, KEPT);
    expect(await figureOf(card)).toBe('6.50');
    await card.getByRole('button', { name: 'Keep', exact: true }).click();
    await card.getByRole('button', { name: 'Kept', exact: true }).waitFor();
    await expect.poll(async () => [...(await searchFiles(profile, PLANTED)).keys()].sort()).toEqual(PLANTED); // the search can find

    const recoveryKey = await setUpLock(page);
    expect(await remains(profile)).toEqual(new Map());
    const other = await browser.context.newPage();
    await open(other, app.url, TODAY);
    expect(await figureOf(await ask(other, KEPT))).toBe('6.50'); // unlocked for all tabs

    await page.getByRole('button', { name: 'Lock now' }).click();
    for (const tab of [page, other]) await tab.getByRole('heading', { name: 'Your ledger is locked' }).waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill('four other words here');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('This passphrase does not fit.').first().waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await other.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
    expect(troubles).toEqual([]);

    await browser.kill();
    expect(await searchFiles(profile, PLANTED)).toEqual(new Map());
    browser = await again();
    page = await browser.context.newPage();
    await open(page, app.url, TODAY);
    await page.getByRole('button', { name: 'Use the recovery key' }).click();
    await page.getByLabel('Recovery key').fill(recoveryKey.toLowerCase());
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText(KEPT).first().waitFor();

    await show(page, 'models');
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Erase all of it' }).click();
    await page.getByText('Everything is erased.').first().waitFor({ state: 'attached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Settings' }).or(page.locator('h1')).first().waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await expect.poll(() => page.evaluate(databases)).toEqual(['sotto-ledger', 'sotto-locked', 'sotto-requests', 'sotto-snapshots']);
    expect(await page.evaluate(lockedRecords)).toBe(0);
    expect(await remains(profile)).toEqual(new Map());
  });
});
