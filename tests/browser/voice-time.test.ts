// Where the time goes: our path beside the library's bare call on the same sound in the same worker, and from the end of speech
// to the first word spoken, with its parts. The figures are printed; they are only held to what a busy machine can keep.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { open } from '../support/person.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { SPEAKER } from '../support/speaker.ts';
import { bringWhisper, startTalker, type Talker } from '../support/talker.ts';
import { mono } from '../voice/sounds.ts';

const dist = fileURLToPath(new URL('../../dist/assets', import.meta.url));
let app: ServedApp;
let talker: Talker;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
  talker = await startTalker();
  browser = await launch(talker.args);
  page = await browser.newPage();
  await page.addInitScript(SPEAKER);
  await open(page, app.url, '2026-03-18');
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
  await bringWhisper(page);
});
afterAll(async () => {
  await browser.close();
  await talker.close();
  await app.close();
});

test('our path over the bare call', async () => {
  const worker = readdirSync(dist).find((name) => /^whisper\.worker-.*\.js$/.test(name)) ?? '';
  const samples = [...mono('03-what-did-i-spend-on-groceries-last-month.wav')];
  const times = await page.evaluate(
    async ({ address, sound }) => {
      const port = new Worker(address, { type: 'module' });
      let id = 0;
      const call = (method: string, input: unknown) =>
        new Promise<{ took: number; text: string }>((done, fail) => {
          const mine = ++id;
          port.addEventListener(
            'message',
            ({ data }: MessageEvent<{ id: number; done?: { took: number; text: string }; failed?: { message: string } }>) => {
              if (data.id === mine && data.done) done(data.done);
              if (data.id === mine && data.failed) fail(new Error(data.failed.message));
            },
          );
          port.postMessage({ id: mine, call: method, input });
        });
      await call('load', { model: 'whisper-tiny', dtype: 'q8', device: 'wasm' });
      const input = { samples: Float32Array.from(sound), language: 'en' };
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < 8; round += 1) {
        bare.push((await call('bare', input)).took);
        ours.push((await call('transcribe', input)).took);
      }
      port.terminate();
      return { ours, bare };
    },
    { address: `assets/${worker}`, sound: samples },
  );
  const middle = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const least = (list: number[]) => Math.min(...list);
  console.log(
    `ours ${Math.round(middle(times.ours))} ms, bare ${Math.round(middle(times.bare))} ms; ` +
      `ratio of the middle ${(middle(times.ours) / middle(times.bare)).toFixed(3)}, of the best ${(least(times.ours) / least(times.bare)).toFixed(3)}`,
  );
  expect(least(times.ours) / least(times.bare)).toBeLessThan(1.25);
}, 400_000);

test('from the end of speech to the first word spoken', async () => {
  await page.getByRole('link', { name: 'Ask', exact: true }).first().click();
  const talk = page.getByRole('button', { name: 'Talk', exact: true });
  const lines: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const cards = await page.getByRole('article').count();
    await page.evaluate(WATCH);
    await talker.say('16-what-is-my-balance.wav');
    await talk.click();
    await page.getByRole('article').nth(cards).waitFor({ timeout: 100_000 });
    await expect.poll(() => page.evaluate('globalThis.times.spoken'), { timeout: 30_000 }).toBeTruthy();
    const { ended, heard, spoken } = await page.evaluate(() => (globalThis as unknown as { times: Record<string, number> }).times);
    const decoding = (heard ?? 0) - (ended ?? 0);
    const answering = (spoken ?? 0) - (heard ?? 0);
    const line = `pause 900 ms, decoding ${Math.round(decoding)} ms, question to voice ${Math.round(answering)} ms: ${Math.round(900 + decoding + answering)} ms`;
    if (round > 0) lines.push(line); // the first one also waits for the model
    await talk.waitFor();
  }
  console.log(lines.join('\n'));
  expect(lines).toHaveLength(3);
}, 400_000);

/** Notes when listening ended, when the transcript stood, and when the voice was given the sentence. */
const WATCH = `
  globalThis.times = {};
  globalThis.saidAt = () => { globalThis.times.spoken ??= performance.now(); };
  new MutationObserver(() => {
    const { times } = globalThis;
    if (times.began && !document.querySelector('[aria-label="Stop listening"]')) times.ended ??= performance.now();
    if (document.querySelector('[aria-label="Stop listening"]')) times.began = true;
    if (document.querySelector('[role=status]')?.textContent.startsWith('Heard:')) times.heard ??= performance.now();
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
`;
