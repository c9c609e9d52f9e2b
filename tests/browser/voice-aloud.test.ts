// Reading aloud with real voices and real events: a small extension is the engine of this browser's speechSynthesis. It needs a whole
// Chromium (on Debian: apt-get install chromium, or SOTTO_CHROMIUM); the headless shell that npm brings takes no extensions, and has no
// voices: in it the other half is tested, that a machine without a voice is told so once and loses nothing else.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { wholeChromium, launch, launchWithExtension, temporaryProfile } from '../support/chromium.ts';
import { ask, goTo, open, watch } from '../support/person.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { bringWhisper, startTalker, type Talker } from '../support/talker.ts';

interface Told {
  utterance: string;
  voice: string;
  rate: number;
  words: number;
  ended: boolean;
}

const chromium = wholeChromium();
if (!chromium) console.log('reading aloud with real voices: skipped, no Chromium here takes extensions (see the head of this file)');

describe.skipIf(!chromium)('with real voices', () => {
  let app: ServedApp;
  let talker: Talker;
  let context: BrowserContext;
  let engine: Worker;
  let page: Page;
  let troubles: string[];
  let profile: Awaited<ReturnType<typeof temporaryProfile>>;

  beforeAll(async () => {
    app = await serveApp();
    talker = await startTalker();
    profile = await temporaryProfile();
    const extension = fileURLToPath(new URL('../support/speaking-extension', import.meta.url));
    context = await launchWithExtension(chromium ?? '', profile.path, extension, talker.args);
    const running = context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));
    engine = running ?? (await context.waitForEvent('serviceworker', (worker) => worker.url().startsWith('chrome-extension://')));
    page = await context.newPage();
    troubles = watch(page);
    await open(page, app.url, '2026-03-18');
    await page.getByRole('button', { name: 'Try a sample ledger' }).click();
    await ask(page, 'How much did I spend on groceries in February?');
  });
  afterAll(async () => {
    await context.close();
    await profile.remove();
    await talker.close();
    await app.close();
  });

  const told = (): Promise<Told[]> => engine.evaluate(() => (globalThis as unknown as { spoken: Told[] }).spoken);
  const newest = async () => (await told()).at(-1);
  const read = () => page.getByRole('button', { name: 'Read aloud', exact: true });
  const stop = () => page.getByRole('button', { name: 'Stop reading', exact: true });
  const linger = (on: boolean) => engine.evaluate((lingers) => void Object.assign(globalThis, { lingers }), on);
  /** Begins to read, and waits until some words were said; the last one is not. */
  const begun = async () => {
    await linger(true);
    const before = (await told()).length;
    await read().click();
    await expect.poll(async () => (await told())[before]?.words ?? 0).toBeGreaterThan(1);
  };
  const wasCutShort = async () => {
    await read().waitFor();
    await page.waitForTimeout(500);
    const last = await newest();
    expect(last?.ended).toBe(false);
    expect(last?.words).toBeLessThan(last?.utterance.split(/\s+/).length ?? 0);
    expect(await page.locator('.spoken u').count()).toBe(0);
  };

  test('the sentence reaches the voice of the language, each word is underlined as it is said, and it ends by itself', async () => {
    await page.evaluate(() => {
      const underlined: string[] = [];
      Object.assign(globalThis, { underlined });
      new MutationObserver(() => {
        const word = document.querySelector('.spoken u')?.textContent ?? '';
        if (word !== '' && word !== underlined.at(-1)) underlined.push(word);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await read().click();
    await stop().waitFor();
    await expect.poll(async () => (await newest())?.ended).toBe(true);
    await read().waitFor();
    const last = await newest();
    expect(last?.voice).toBe('Test American'); // of this browser's language, though British stands first
    expect(last?.utterance).toMatch(/groceries/i);
    const underlined = await page.evaluate(() => (globalThis as unknown as { underlined: string[] }).underlined);
    const words = last?.utterance.split(/\s+/) ?? [];
    // A busy page may paint two words at once; none is underlined that was not said, and they come in order.
    expect(words.join(' ')).toContain(underlined[0] ?? '?');
    expect(underlined.length).toBeGreaterThan(words.length / 2);
    expect(underlined.filter((word) => !words.includes(word))).toEqual([]);
    expect(await page.getByRole('article').textContent()).not.toContain('no voice');
  });

  test('the button stops it', async () => {
    await begun();
    await stop().click();
    await wasCutShort();
  });
  test('Esc stops it', async () => {
    await begun();
    await page.keyboard.press('Escape');
    await wasCutShort();
  });
  test('starting to talk stops it', async () => {
    await begun();
    await page.getByRole('button', { name: 'Talk', exact: true }).click();
    await wasCutShort();
    await page.keyboard.press('Escape');
  });

  test('voice and pace are chosen in the settings, from the voices of this device', async () => {
    await goTo(page, 'Settings');
    const voice = page.getByLabel('Voice', { exact: false }).first();
    await voice.waitFor();
    await expect.poll(async () => (await voice.locator('option').allTextContents()).join()).toContain('Test British (en-GB)');
    await voice.selectOption('Test British');
    await page.getByLabel('Pace of reading aloud').selectOption('1.5');
    await goTo(page, 'Ask');
    await begun();
    expect(await newest()).toMatchObject({ voice: 'Test British', rate: 1.5 });
    await page.keyboard.press('Escape');
    await read().waitFor();
  });

  test('spoken into the microphone, answered by the voice: hands free, with a cue each time it listens, until it is told to stop', async () => {
    await page.evaluate(() => {
      const cues: number[] = [];
      Object.assign(globalThis, { cues });
      const { createOscillator } = AudioContext.prototype;
      AudioContext.prototype.createOscillator = function (this: AudioContext) {
        const tone = createOscillator.call(this);
        const { start } = tone;
        tone.start = function (this: OscillatorNode, at?: number) {
          cues.push(this.frequency.value);
          start.call(this, at);
        };
        return tone;
      };
    });
    await linger(false);
    await bringWhisper(page);
    await goTo(page, 'Ask');
    const cards = await page.getByRole('article').count();
    const before = (await told()).length;
    await talker.say('16-what-is-my-balance.wav');
    const handsFree = page.getByRole('button', { name: 'Keep listening after each answer' });
    await handsFree.click();
    await expect.poll(async () => (await told())[before]?.words ?? 0).toBeGreaterThan(0);
    await talker.say('12-stop.wav'); // what the microphone hears when it is opened again, after the answer
    const card = page.getByRole('article').nth(cards);
    expect(await card.textContent()).toContain('What is my balance?');
    expect((await told())[before]?.utterance).toMatch(/checking held [\d.]+ US dollars/i);
    await expect.poll(async () => (await told())[before]?.ended).toBe(true);
    await page.getByRole('button', { name: 'Stop listening' }).waitFor();
    expect(await handsFree.getAttribute('aria-pressed').catch(() => 'true')).toBe('true');
    await expect.poll(() => page.getByRole('status').textContent()).toContain('The conversation has ended.');
    await expect.poll(() => handsFree.getAttribute('aria-pressed')).toBe('false');
    expect(await page.getByRole('article').count()).toBe(cards + 1);
    expect(await page.evaluate(() => (globalThis as unknown as { cues: number[] }).cues)).toEqual([520, 780, 520, 780]);
    expect(troubles).toEqual([]);
  });
});

test('a machine without a voice: the card says so where it was asked for, and the written answer stands', async () => {
  const app = await serveApp();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const troubles = watch(page);
    await open(page, app.url, '2026-03-18');
    await page.getByRole('button', { name: 'Try a sample ledger' }).click();
    const card = await ask(page, 'How much did I spend on groceries in February?');
    const written = await card.locator('[data-figure]').first().textContent();
    await card.getByRole('button', { name: 'Read aloud', exact: true }).click();
    await card.getByText('no voice on this device').waitFor();
    await expect.poll(() => page.getByRole('status').textContent()).toContain('no voice on this device');
    expect(await card.locator('[data-figure]').first().textContent()).toBe(written);
    expect(await page.getByText('no voice on this device').and(page.locator(':not([role=status])')).count()).toBe(1);
    expect(troubles).toEqual([]);
  } finally {
    await browser.close();
    await app.close();
  }
});
