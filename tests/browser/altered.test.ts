// A host that changed a part of the app: WebAssembly that is not the build's is not run, and the page says so. Headers are as promised, so
// that nothing but the hash is in its way.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { errorWords } from '../../src/strings/errors.ts';
import { launch } from '../support/chromium.ts';
import { open } from '../support/person.ts';
import { serveDist, type StaticHost } from '../support/static-host.ts';
import { bringWhisper, startTalker, type Talker } from '../support/talker.ts';

const assets = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
const TODAY = '2026-03-18';
const SAID = errorWords['app-altered'].title;

let browser: Browser;
let talker: Talker;
let host: StaticHost;
/** The file of this beginning comes with one more byte, which WebAssembly allows: an empty section of its own. */
let altered: string | null = null;
beforeAll(async () => {
  host = await serveDist(true, (path) => {
    const name = path.split('/').at(-1) ?? '';
    return altered !== null && name.startsWith(altered) && name.endsWith('.wasm')
      ? Buffer.concat([readFileSync(assets + name), Uint8Array.of(0, 1, 0)])
      : null;
  });
  talker = await startTalker();
  browser = await launch(talker.args);
});
afterAll(async () => {
  await browser.close();
  await talker.close();
  await host.close();
});

const fresh = async (): Promise<Page> => (await browser.newContext({ permissions: ['microphone'] })).newPage();

test('there is WebAssembly to alter, and the altered file is one that a browser would run', async () => {
  const found = readdirSync(assets).filter((name) => name.endsWith('.wasm'));
  expect(found.length).toBe(2);
  for (const name of found)
    expect(WebAssembly.validate(Buffer.concat([readFileSync(assets + name), Uint8Array.of(0, 1, 0)])), name).toBe(true);
});

test('SQLite that is not the build’s is not run; once the host serves the right one, the next load opens', async () => {
  altered = 'sql-wasm';
  const page = await fresh();
  await page.goto(`${host.url}?today=${TODAY}`);
  await page.getByText(SAID).first().waitFor();
  altered = null;
  await page.reload();
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  await page.context().close();
});

test('the voice’s engine that is not the build’s is not run, and the rest works on', async () => {
  altered = 'ort-wasm';
  const page = await fresh();
  await open(page, host.url, TODAY);
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
  await bringWhisper(page);
  await page.getByRole('link', { name: 'Ask', exact: true }).first().click();
  await talker.say('16-what-is-my-balance.wav');
  await page.getByRole('button', { name: 'Talk', exact: true }).click();
  await page.getByText(SAID).first().waitFor();
  expect(host.heard.filter((line) => line.includes('ort-wasm') && line.endsWith('.wasm')).length).toBeGreaterThan(0);
  await page.getByRole('textbox', { name: 'Ask about your money' }).fill('What is my balance?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('article[data-status]').first().waitFor();
  await page.context().close();
});
