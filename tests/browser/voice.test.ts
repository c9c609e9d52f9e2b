// Talking, in a real browser, through the page's own microphone path: a WAV file is the microphone, the tiny test model the ear.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { open, watch } from '../support/person.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { bringWhisper, startTalker, type Talker } from '../support/talker.ts';
import { recordings } from '../voice/sounds.ts';
import { wordErrors } from '../voice/word-errors.ts';

const TODAY = '2026-03-18';
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
  await page.addInitScript(SPEAKER);
  await open(page, app.url, TODAY);
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await talker.close();
  await app.close();
});

/** A voice of this device, which the browser without sound lacks: it says the words at once and notes them. */
const SPEAKER = `
  globalThis.saidAloud = [];
  const voice = { name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test' };
  const fake = new EventTarget();
  Object.assign(fake, {
    getVoices: () => [voice],
    cancel() { const told = fake.now; fake.now = null; told?.onerror?.({ error: 'canceled' }); },
    speak(utterance) {
      globalThis.saidAloud.push(utterance.text);
      fake.now = utterance;
      setTimeout(() => { utterance.onboundary?.({ name: 'word', charIndex: 0, charLength: 3 }); }, 20);
      setTimeout(() => { if (fake.now === utterance) { fake.now = null; utterance.onend?.({}); } }, 60);
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: fake });
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
`;

const talk = () => page.getByRole('button', { name: 'Talk', exact: true });
const saidAloud = () => page.evaluate(() => (globalThis as unknown as { saidAloud: string[] }).saidAloud);

test('without a model, Talk offers one with its size and where it comes from, and typing works as before', async () => {
  await talk().click();
  const strip = page.getByText('No voice model is on this device yet.', { exact: true });
  await strip.waitFor();
  expect(await page.getByText(/Whisper (tiny|base) is .+ fetched once from Hugging Face/).count()).toBe(1);
  expect(await page.getByRole('button', { name: /^Download Whisper (tiny|base) \(\d+ MB\)$/ }).count()).toBe(1);
  await page.getByRole('textbox', { name: 'Ask about your money' }).fill('What is my balance?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('article[data-status]').first().waitFor();
});

describe('with the test model from disk', () => {
  beforeAll(async () => {
    await bringWhisper(page);
    await page.getByRole('link', { name: 'Ask', exact: true }).first().click();
    await talk().waitFor();
  });

  test('each recording becomes its words, its card, and a sentence read aloud', async () => {
    let wrong = 0;
    let all = 0;
    const lines: string[] = [];
    const spoken = recordings.filter(({ normalised }) => normalised !== '');
    for (const { file, text } of spoken) {
      const cards = await page.getByRole('article').count();
      await talker.say(file);
      const began = performance.now();
      await talk().click();
      const card = page.getByRole('article').nth(cards);
      await card.waitFor({ timeout: 90_000 }); // the first one also waits for the model
      const label = (await card.getAttribute('aria-labelledby')) ?? '';
      const heard = (await page.locator(`#${label}`).textContent()) ?? '';
      await page.waitForFunction((index) => document.querySelectorAll('article')[index]?.hasAttribute('data-status'), cards);
      const { errors, words } = wordErrors(text, heard);
      wrong += errors;
      all += words;
      if (errors > 0) lines.push(`${file}: "${heard}"`);
      lines.push(`${file} ${Math.round(performance.now() - began)} ms "${heard.trim()}"`);
      await talk().waitFor();
    }
    console.log(`word error rate ${((100 * wrong) / all).toFixed(2)} % over ${spoken.length} recordings, ${all} words`);
    for (const line of lines) console.log(line);
    expect(wrong / all).toBeLessThanOrEqual(0.02);
    expect((await saidAloud()).length).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
  }, 400_000);
});
