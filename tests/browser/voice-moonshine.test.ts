// Moonshine, another kind of model, by the very code that runs Whisper: brought from disk, loaded, heard, asked. Its real weights cannot
// be had where this is built, so a stand-in in their layout takes their place.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { parrotMoonshine } from '../support/parrot-moonshine.ts';
import { open, watch } from '../support/person.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { modelRow, startTalker, WHISPER_FILES, type Talker } from '../support/talker.ts';

const NAME = 'Moonshine tiny (English)';
const SENTENCE = 'What is my balance?';
let app: ServedApp;
let talker: Talker;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  app = await serveApp();
  talker = await startTalker();
  browser = await launch(talker.args);
  page = await browser.newPage();
  troubles = watch(page);
  await talker.speakWholeTo(page);
  await open(page, app.url, '2026-03-18');
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
  await page.getByRole('link', { name: 'Models and privacy', exact: true }).first().click();
});
afterAll(async () => {
  await browser.close();
  await talker.close();
  await app.close();
});

test('its row tells no size, hash or memory that nobody vouches for', async () => {
  const row = modelRow(page, NAME);
  await row.waitFor();
  const told = (await row.textContent()) ?? '';
  expect(told).toContain('about 27 MB');
  expect(told).toContain('memory needed: nobody has said');
  expect(told).toContain('onnx-community/moonshine-tiny-ONNX');
});

test('a Whisper in its row is refused, and its own files are heard with', async () => {
  const row = modelRow(page, NAME);
  const take = async (files: string[] | ReturnType<typeof parrotMoonshine>) => {
    const chooser = page.waitForEvent('filechooser');
    await row.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(files);
  };
  await take(WHISPER_FILES);
  await row.getByText('These files are a model, but not of this kind.').waitFor();
  await take(parrotMoonshine(SENTENCE));
  await row.getByText(/^On this device/).waitFor();
  await page.getByRole('link', { name: 'Ask', exact: true }).first().click();
  const heard = page.getByRole('article').first();
  for (let tries = 0; tries < 5 && (await page.getByRole('article').count()) === 0; tries += 1) {
    await talker.say('16-what-is-my-balance.wav');
    await page.getByRole('button', { name: 'Talk', exact: true }).click();
    await heard.or(page.locator('p').getByText('I heard no words.')).first().waitFor();
  }
  expect(await heard.textContent()).toContain(SENTENCE);
  expect(troubles).toEqual([]);
});
