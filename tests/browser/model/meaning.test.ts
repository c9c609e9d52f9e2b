// Names by their meaning, whole: an embedding model brought from disk, the index made by its worker and kept with the ledger, a word that
// nobody taught, the choice, the figure. Real weights cannot be had where this is built; a stand-in in their layout takes their place.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch, PATIENCE } from '../../support/chromium.ts';
import { ask, figureOf, goTo, open, watch } from '../../support/person.ts';
import { serveApp, type ServedApp } from '../../support/served-app.ts';
import { modelRow, WHISPER_FILES } from '../../support/talker.ts';
import { tinyEmbedding } from '../../support/tiny-embedding.ts';

const NAME = 'MiniLM L6';
const QUESTION = 'how much did I spend on wanderings last month?';
const CHOICE = '“wanderings” is Travel';
let app: ServedApp;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  app = await serveApp();
  browser = await launch();
  page = await browser.newPage();
  troubles = watch(page);
  await open(page, app.url, '2026-03-18');
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('without a model the word is not known, and nothing is offered', async () => {
  const card = await ask(page, QUESTION);
  await card.getByText('I find no transactions at wanderings.').waitFor();
  expect(await card.getByRole('button', { name: CHOICE }).count()).toBe(0);
});

test('a model of another kind is refused; its own files are taken, and the names of this ledger are placed', async () => {
  await goTo(page, 'Models and privacy');
  const row = modelRow(page, NAME);
  const take = async (files: string[] | ReturnType<typeof tinyEmbedding>) => {
    const chooser = page.waitForEvent('filechooser');
    await row.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(files);
  };
  await take(WHISPER_FILES);
  await row.getByText(/onnx/).last().waitFor();
  await take(tinyEmbedding([['travel', 'wanderings'], ['groceries', 'victuals'], ['coffee']]));
  await row.getByText(/^On this device/).waitFor();
});

test('the word finds the name that means the same; the person chooses, and the figure is that of the name', async () => {
  await goTo(page, 'Ask');
  const offers = async () => {
    const card = await ask(page, QUESTION);
    await expect.poll(() => card.locator('[data-model]').count(), { timeout: PATIENCE }).toBe(0);
    return card.getByRole('button', { name: CHOICE }).count();
  };
  await expect.poll(offers, { timeout: PATIENCE }).toBe(1); // names are placed in the background: asked until they are
  await page.getByRole('article').last().getByRole('button', { name: CHOICE }).click();
  await page.getByRole('button', { name: 'Remember', exact: true }).waitFor();
  const meant = await figureOf(await ask(page, QUESTION));
  expect(meant).toBe(await figureOf(await ask(page, 'how much did I spend on Travel last month?')));
  expect(troubles).toEqual([]);
});

test('after a reload the index is still there', async () => {
  await page.reload();
  const card = await ask(page, 'how much on victuals last month');
  await card.getByRole('button', { name: '“victuals” is Groceries' }).waitFor();
  expect(troubles).toEqual([]);
});
