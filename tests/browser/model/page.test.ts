// The language model as a person meets it: on Models and privacy, and at the card of a question that the rules do not read. First with a
// scripted worker in the real one's place, then with WebLLM itself and files that are whole but for a model.
import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { launchOnProfile, SOFTWARE_GRAPHICS, temporaryProfile, type KillableBrowser } from '../../support/chromium.ts';
import { startHost, type ModelHost } from '../../support/model-host.ts';
import { bundle } from '../../support/module-page.ts';
import { ask, figureOf, goTo, open, watch } from '../../support/person.ts';
import { serveDist, type StaticHost } from '../../support/static-host.ts';
import { modelRow } from '../../support/talker.ts';
import { TINY, tinyFiles, tinyLibrary } from '../../support/tiny-language.ts';

const TODAY = '2026-03-18';
const READ = 'how much did I spend in February';
const unread = (word: string) => `what did my ${word} habit set me back in February`;
const LIBRARY = 'SmolLM2-360M-Instruct-q4f32_1_cs1k-webgpu.wasm';

interface Visit {
  page: Page;
  browser: KillableBrowser;
  troubles: string[];
  close(): Promise<void>;
}

async function visit(url: string, args: string[]): Promise<Visit> {
  const profile = await temporaryProfile();
  const browser = await launchOnProfile(profile.path, args);
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  const troubles = watch(page);
  await open(page, url, TODAY);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
  return {
    page,
    browser,
    troubles,
    async close() {
      await browser.kill();
      await profile.remove();
    },
  };
}

const files = (library: Uint8Array | null) =>
  Object.entries({ ...tinyFiles, ...(library ? { [LIBRARY]: library } : {}) }).map(([name, bytes]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));

const row = (page: Page) => modelRow(page, TINY.name);
const press = (page: Page, button: string) => row(page).getByRole('button', { name: button, exact: true }).click();
const allow = (page: Page) => page.getByRole('checkbox', { name: 'Ask the model when the rules do not understand' });

async function bring(page: Page, library: Uint8Array | null): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Choose files');
  await (await chooser).setFiles(files(library));
}
const isHere = (page: Page) =>
  row(page)
    .getByText(/^On this device/)
    .waitFor();

/** The card as the rules leave it, with the model perhaps at work on it. */
async function askOn(page: Page, question: string): Promise<Locator> {
  const card = await ask(page, question);
  await card.getByText(/^I did not understand/).waitFor();
  return card;
}
const ended = (card: Locator) => card.getByRole('button', { name: 'Stop the model' }).waitFor({ state: 'detached' });

describe('a question that the rules do not read', () => {
  let host: StaticHost;
  let here: Visit;
  beforeAll(async () => {
    const script = await bundle('tests/browser/model/scripted-worker.ts', 'scripted');
    host = await serveDist(true, (path) => (/\/llm\.worker[^/]*\.js$/.test(path) ? script : null));
    here = await visit(host.url, SOFTWARE_GRAPHICS);
    await goTo(here.page, 'Models and privacy');
    await bring(here.page, tinyLibrary);
    await isHere(here.page);
    await allow(here.page).check();
    await goTo(here.page, 'Ask');
  });
  afterAll(async () => {
    await here.close();
    await host.close();
  });
  afterEach(() => expect(here.troubles).toEqual([]));

  test('shows the rules’ words at once, and under them the model at work with a stop; stopped, all goes on', async () => {
    const card = await askOn(here.page, unread('blivets'));
    await card.getByText('The rules did not understand every word. The language model is reading it.').waitFor();
    const { violations } = await new AxeBuilder({ page: here.page }).include('article').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await card.getByRole('button', { name: 'Stop the model' }).click();
    await card.getByText('Stopped. This is what the rules made of it.').waitFor();
    expect(await card.locator('[data-figure]').count()).toBe(0);
    expect(await figureOf(await ask(here.page, READ))).toMatch(/^\d/);
  });

  test('another question does not wait for a model that never ends', async () => {
    const card = await askOn(here.page, unread('blivets'));
    await card.getByRole('button', { name: 'Stop the model' }).waitFor();
    expect(await figureOf(await ask(here.page, READ))).toMatch(/^\d/);
    await ended(card);
  });

  test.each([
    ['frobs', 'The language model could not say it either.'],
    ['gronks', 'The language model could not say it either.'],
    ['quibbets', 'The language model could not say it either.'],
    ['snorps', 'The graphics of this device stopped while the language model was at work.'],
  ])('of an engine that fails (%s) ends with what the rules said, and why', async (word, says) => {
    const card = await askOn(here.page, unread(word));
    await card.getByText(says).waitFor();
    await ended(card);
    await card.getByText(`I did not understand “${word}”`).waitFor();
    expect(await card.locator('[data-figure]').count()).toBe(0);
  });

  test.each(['wobbets', 'yonks'])('is answered by nothing but a choice where the model read it (%s)', async (word) => {
    const card = await askOn(here.page, unread(word));
    await card.getByText('Did you mean one of these?').waitFor();
    await ended(card);
    expect(await card.locator('[data-figure]').count()).toBe(0);
    expect(await card.getAttribute('data-engine')).toBe('model');
  });

  test('is not put to a model that has no room, and each card says why, until something changes', async () => {
    const full = 'This device has not enough memory for this language model.';
    await (await askOn(here.page, unread('thrumps'))).getByText(full).waitFor();
    await (await askOn(here.page, unread('frobs'))).getByText(full).waitFor();
    await goTo(here.page, 'Models and privacy');
    await here.page.getByRole('article').first().waitFor({ state: 'detached' }); // the cards say the same until the screen has come
    await here.page.getByText(full).waitFor();
    await here.page.getByRole('button', { name: 'Try again' }).click();
    await here.page.getByText('Not in memory now; it is loaded with the next question.').waitFor();
    await goTo(here.page, 'Ask');
    await (await askOn(here.page, unread('frobs'))).getByText('The language model could not say it either.').waitFor();
  });
});

describe('WebLLM itself', () => {
  let app: StaticHost;
  let models: ModelHost;
  let here: Visit;
  let library = tinyLibrary;
  const fileOf = (path: string) => (path.endsWith('.wasm') ? library : (tinyFiles[path.split('/').at(-1) ?? ''] ?? null));
  const mapped = () => [
    `--host-resolver-rules=MAP huggingface.co 127.0.0.1:${models.port}, MAP raw.githubusercontent.com 127.0.0.1:${models.port}`,
    '--ignore-certificate-errors',
  ];
  beforeAll(async () => {
    app = await serveDist(true);
    models = await startHost(fileOf, true);
    here = await visit(app.url, [...SOFTWARE_GRAPHICS, ...mapped()]);
    await goTo(here.page, 'Models and privacy');
  });
  afterAll(async () => {
    await here.close();
    await models.close();
    await app.close();
  });

  test('comes through the service worker: paused and resumed, a damaged part refused, the library from its own host', async () => {
    const { page } = here;
    await page.getByText('This browser computes graphics on the processor').waitFor();
    expect(await allow(page).isDisabled()).toBe(true);
    models.faults.set('params_shard_0.bin', { stallAfter: 1 });
    await press(page, 'Download');
    await expect.poll(() => models.heard.some((line) => line.includes('params_shard_0.bin'))).toBe(true);
    await press(page, 'Pause');
    await row(page)
      .getByText(/are here$/)
      .waitFor();
    models.faults.clear();
    models.faults.set('params_shard_1.bin', { corrupt: true });
    await press(page, 'Resume');
    await row(page).getByText('A file of this model arrived damaged, so I threw it away.').waitFor();
    models.faults.clear();
    await press(page, 'Resume');
    await isHere(page);
    expect(models.heard.filter((line) => line.includes('tensor-cache.json'))).toHaveLength(1);
    expect(models.heard.filter((line) => line.includes('/mlc-ai/binary-mlc-llm-libs/'))).toHaveLength(1);
  });

  test('a library that is another than the first time is refused', async () => {
    const { page } = here;
    await press(page, 'Remove');
    await row(page).getByText('Not on this device').waitFor();
    library = Uint8Array.of(...tinyLibrary.slice(0, -1), 0x0b ^ 1);
    await press(page, 'Download');
    await row(page).getByText('A file of this model arrived damaged, so I threw it away.').waitFor();
    library = tinyLibrary;
    await press(page, 'Resume');
    await isHere(page);
  });

  test('is loaded as far as there is a model, and where there is none the card says so', async () => {
    const { page } = here;
    await allow(page).check();
    await goTo(page, 'Ask');
    const card = await askOn(page, unread('frobs'));
    await card.getByText('The language model could not be run here.').waitFor();
    await ended(card);
    expect(await card.locator('[data-figure]').count()).toBe(0);
  });

  test('with a library that is none, the card names the library', async () => {
    const { page } = here;
    await goTo(page, 'Models and privacy');
    await press(page, 'Remove');
    await bring(page, null);
    await row(page).getByText('These files are not a whole language model.').waitFor();
    await bring(page, new TextEncoder().encode('<html>'));
    await isHere(page);
    await goTo(page, 'Ask');
    const card = await askOn(page, unread('frobs'));
    await card.getByText('The library of this language model is missing, or made for another version of the engine.').waitFor();
  });

  test('without WebGPU both screens say so, and the rules answer', async () => {
    const plain = await visit(app.url, mapped());
    try {
      const { page } = plain;
      await goTo(page, 'Models and privacy');
      await page.getByText('This browser offers no graphics (WebGPU), so no language model can run here now.').waitFor();
      await bring(page, tinyLibrary);
      await isHere(page);
      await allow(page).check();
      await goTo(page, 'Ask');
      const card = await askOn(page, unread('frobs'));
      await card.getByText('This browser offers no graphics (WebGPU) that a language model could run on.').waitFor();
      expect(await figureOf(await ask(page, READ))).toMatch(/^\d/);
    } finally {
      await plain.close();
    }
  });
});
