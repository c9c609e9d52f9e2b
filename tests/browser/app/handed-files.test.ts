// Statements that come from outside the page end in the preview: shared to the installed app, or opened with it. And the offer to install.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, importFiles, open, watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';

const CSV = 'Date,Description,Amount\n2026-05-02,Corner Coffee,-4.50\n2026-05-16,Corner Coffee,-3.20\n';
const statement = { name: 'may.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };

const here = servedBrowser();

/** A page elsewhere whose form posts as the system's share sheet does. */
async function shareSheet(action: string): Promise<{ url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<form method="post" enctype="multipart/form-data" action="${action}"><input type="file" name="files" /><button>Share</button></form>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

test('a shared file lands in the preview, unread by the service worker, and nothing is asked of the host', async () => {
  const page = await here.browser.newPage();
  const troubles = watch(page);
  await open(page, here.url, '2026-06-01');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await controlled(page);
  const sheet = await shareSheet(`${here.url}share`);
  await page.goto(sheet.url);
  await page.locator('input').setInputFiles(statement);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Import 2 transactions' }).waitFor();
  await expect.poll(() => page.url()).toBe(`${here.url}#/import`);
  await page.reload(); // the share is over: nothing comes twice
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: 'Import 2 transactions' }).count()).toBe(0);
  expect(troubles).toEqual([]);
  sheet.close();
  await page.close();
});

test('a file opened from the system lands in the preview; the offer to install comes after the first right answer and goes for good', async () => {
  const page = await here.browser.newPage();
  await page.addInitScript((text) => {
    const file = new File([text], 'may.csv', { type: 'text/csv' });
    const launchQueue = { setConsumer: (take: (launch: object) => void) => take({ files: [{ getFile: () => Promise.resolve(file) }] }) };
    Object.defineProperty(globalThis, 'launchQueue', { value: launchQueue });
  }, CSV);
  await open(page, here.url, '2026-06-01');
  const button = page.getByRole('button', { name: 'Import 2 transactions' });
  await button.waitFor();
  await button.click();
  await page.getByRole('button', { name: 'Ask a question' }).click();
  const offer = page.getByRole('button', { name: 'Install Sotto' });
  const event = () =>
    page.evaluate(() => dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve() })));
  await event();
  expect(await offer.count()).toBe(0);
  await ask(page, 'How much did I spend in May?');
  await offer.waitFor();
  await page.getByRole('button', { name: 'Do not offer this again' }).click();
  await offer.waitFor({ state: 'detached' });
  await event();
  expect(await offer.count()).toBe(0);
  await page.close();
});

test('the manifest’s share target, file handlers and shortcuts are the app’s own addresses', async () => {
  const manifest = (await (await fetch(`${here.url}manifest.webmanifest`)).json()) as {
    share_target: { action: string; method: string };
    file_handlers: { action: string; accept: Record<string, string[]> }[];
    shortcuts: { url: string }[];
  };
  expect(manifest.share_target).toMatchObject({ action: './share', method: 'POST' });
  expect(manifest.file_handlers[0]?.accept['text/csv']).toContain('.csv');
  for (const { url } of manifest.shortcuts) expect(url).toMatch(/^\.\/#\/\w+$/);
});

test('an address with a share that never came says so', async () => {
  const page = await here.browser.newPage();
  await page.goto(`${here.url}?shared#/import`);
  await page.getByText('The shared file did not reach me.').first().waitFor();
  await importFiles(page, statement);
  await page.close();
});
