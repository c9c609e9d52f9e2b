// Talking, in a real browser, through the page's own microphone path: a WAV file is the microphone, the tiny test model the ear.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { findAct } from '../../src/voice/acts/find-act.ts';
import { open, watch } from '../support/person.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { SPEAKER } from '../support/speaker.ts';
import { bringWhisper, keptEngine, startTalker, type Talker } from '../support/talker.ts';
import { noteTold, told } from '../support/told.ts';
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
  await noteTold(page);
  await talker.speakWholeTo(page);
  await open(page, app.url, TODAY);
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await talker.close();
  await app.close();
});

const talk = () => page.getByRole('button', { name: 'Talk', exact: true });
const saidAloud = () => page.evaluate(() => (globalThis as unknown as { saidAloud: string[] }).saidAloud);

test('without a model, Talk offers one with its size and where it comes from, and typing works as before', async () => {
  await talk().click();
  const strip = page.getByText('No voice model is on this device yet.', { exact: true });
  await strip.waitFor();
  await page.getByText(/Whisper (tiny|base) is .+ fetched once from Hugging Face/).waitFor();
  await page.getByRole('button', { name: /^Download Whisper (tiny|base) \(\d+ MB\)$/ }).waitFor();
  await page.getByRole('textbox', { name: 'Ask about your money' }).fill('What is my balance?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('article[data-status]').first().waitFor();
});

/** What the live region says from now on: told until one of it holds these words. */
const saysFromNow = async () => {
  const from = (await told(page)).length;
  return (words: string) => expect.poll(async () => (await told(page, from)).join('\n')).toContain(words);
};
const listening = () => page.getByRole('button', { name: 'Stop listening' });
const cards = () => page.getByRole('article').count();
const said = (what: string) => page.getByText(what, { exact: true }).and(page.locator(':not([role=status])'));
/** Until the model has been loaded once, which on a busy machine takes a while; there the first sound may also come in broken. */
const warmed = async () => {
  await talker.say('16-what-is-my-balance.wav');
  const before = await cards();
  for (let tries = 0; tries < 5 && (await cards()) === before; tries += 1) {
    await talk().click();
    const unsure = said('I am not sure of every word. Look it over, then press Enter.');
    await page.getByRole('article').nth(before).or(said('I heard no words. Try again, or type.')).or(unsure).first().waitFor();
    if (await unsure.count()) await page.getByRole('textbox', { name: 'Ask about your money' }).fill('');
  }
  await talk().waitFor();
};

describe('with the test model from disk', () => {
  beforeAll(async () => {
    await bringWhisper(page);
    await page.getByRole('link', { name: 'Ask', exact: true }).first().click();
    await talk().waitFor();
    await warmed();
  });

  test.each(['silence.wav', 'noise.wav'])('%s raises no question', async (file) => {
    const before = await cards();
    const says = await saysFromNow();
    await talker.say(file);
    await talk().click();
    await says('I heard no words.');
    await said('I heard no words. Try again, or type.').waitFor();
    expect(await cards()).toBe(before);
  });

  test('a second tap ends it at once, with what was said', async () => {
    const before = await cards();
    await talker.say('16-what-is-my-balance.wav');
    await page.evaluate(() => {
      const atLastWord = () => {
        const button = document.querySelector('[aria-label="Stop listening"]');
        for (const type of ['pointerdown', 'pointerup']) button?.dispatchEvent(new PointerEvent(type, { bubbles: true }));
      };
      Object.assign(globalThis, { atLastWord });
    });
    await talk().click();
    await page.getByRole('article').nth(before).waitFor();
    expect(await page.getByRole('article').nth(before).textContent()).toContain('What is my balance?');
  });

  test('held by the space bar, it ends when the key is let go', async () => {
    const before = await cards();
    await page.locator('h1').first().focus();
    await talker.say('16-what-is-my-balance.wav');
    await page.keyboard.down(' ');
    await listening().waitFor();
    await talker.ended();
    await page.keyboard.up(' ');
    await page.getByRole('article').nth(before).waitFor();
    expect(await page.getByRole('article').nth(before).textContent()).toContain('What is my balance?');
  });

  test('sliding off a held button discards, and so does Esc', async () => {
    const before = await cards();
    const discards = [() => page.mouse.move(10, 10), () => page.keyboard.press('Escape')];
    for (const discard of discards) {
      await talker.say('03-what-did-i-spend-on-groceries-last-month.wav');
      await talk().hover();
      await page.mouse.down();
      await listening().waitFor();
      await talker.ended(); // all of it was heard
      await discard();
      await talk().waitFor();
      await page.mouse.up();
    }
    await page.waitForTimeout(1500);
    expect(await cards()).toBe(before);
  });

  test('talking while an answer is read silences it; hands free listens again until nobody speaks', async () => {
    const before = await cards();
    const says = await saysFromNow();
    await talker.say('16-what-is-my-balance.wav');
    await page.getByRole('button', { name: 'Keep listening after each answer' }).click();
    await talker.ended();
    await talker.say('silence.wav'); // when it listens again
    await page.getByRole('article').nth(before).waitFor();
    await says('The conversation has ended.');
    await talk().waitFor();
  });

  test.each([
    ['NotAllowedError', 'This page may not use the microphone.'],
    ['NotFoundError', 'I found no microphone.'],
    ['NotReadableError', 'The microphone is in use elsewhere.'],
  ])('%s: %s', async (name, words) => {
    await page.evaluate((refusal) => {
      const { mediaDevices } = navigator;
      const real = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = () => {
        mediaDevices.getUserMedia = real;
        return Promise.reject(new DOMException('no', refusal));
      };
    }, name);
    const says = await saysFromNow();
    await talk().click();
    await said(words).waitFor();
    await says(words);
    await page.keyboard.press('Escape');
  });

  test('by voice alone: read that again, stop, cancel', async () => {
    const order = async (file: string) => {
      const says = await saysFromNow();
      await talker.say(file);
      await talk().click();
      await says('Listening');
      return says;
    };
    const before = await cards();
    const aloud = (await saidAloud()).length;
    await order('26-read-that-again.wav');
    await expect.poll(async () => (await saidAloud()).length).toBe(aloud + 1);
    expect((await saidAloud()).at(-1)).toBe((await saidAloud()).at(-2));
    for (const file of ['12-stop.wav', '13-cancel.wav']) {
      const says = await order(file);
      await says('Stopped.');
    }
    expect(await cards()).toBe(before);
  });

  test('each recording becomes its words, its card, and a sentence read aloud', async () => {
    let wrong = 0;
    let all = 0;
    const lines: string[] = [];
    const isQuestion = (text: string) => ['undo', null].includes(findAct(text)); // the orders are above
    const spoken = recordings.filter(({ normalised, text }) => normalised !== '' && isQuestion(text));
    for (const { file, text } of spoken) {
      const at = await cards();
      await talker.say(file);
      const began = performance.now();
      await talk().click();
      const card = page.getByRole('article').nth(at);
      await card.waitFor();
      const label = (await card.getAttribute('aria-labelledby')) ?? '';
      const heard = (await page.locator(`#${label}`).textContent()) ?? '';
      await page.waitForFunction((index) => document.querySelectorAll('article')[index]?.hasAttribute('data-status'), at);
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
  });

  test('with the network gone and the page opened anew, it still hears and answers', async () => {
    // The page may have begun before its service worker, which then fetches what runs the model once more.
    await expect.poll(() => keptEngine(page), { timeout: 60_000 }).toEqual([true, true]);
    await page.context().setOffline(true);
    await page.reload();
    await talk().waitFor();
    await warmed();
    const before = await cards();
    await talker.say('02-how-about-on-travel.wav');
    await talk().click();
    await page.getByRole('article').nth(before).waitFor();
    expect(await page.getByRole('article').nth(before).textContent()).toContain('How about on travel?');
    await page.context().setOffline(false);
  });
});
