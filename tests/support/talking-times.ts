// Where the time goes when somebody talks, measured in a real Chromium on the built app: our path beside the library's bare call on the
// same sound in the same worker, and from the end of speech to the first word spoken, with its parts. `npm run bench` prints it.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { mono } from '../voice/sounds.ts';
import { launch } from './chromium.ts';
import { open } from './person.ts';
import { serveApp } from './served-app.ts';
import { SPEAKER } from './speaker.ts';
import { bringWhisper, startTalker } from './talker.ts';

export interface PathTimes {
  /** Milliseconds of each round, ours and the bare call's, taken in turns; and the words that each heard. */
  ours: number[];
  bare: number[];
  words: { ours: string; bare: string };
}

/** Milliseconds, in the order in which they pass. */
export interface FirstWord {
  /** The silence that tells that somebody has finished. */
  pause: number;
  decoding: number;
  /** From the transcript to the answer handed to the voice. */
  answering: number;
}

const SENTENCE = '16-what-is-my-balance.wav';
const SOUND = '03-what-did-i-spend-on-groceries-last-month.wav';
const PAUSE = 900;
const dist = fileURLToPath(new URL('../../dist/assets', import.meta.url));

/** Opens the app with the sample ledger and the tiny test model, and gives the page to `work`. */
async function talkingPage<T>(work: (page: Page, say: (file: string) => Promise<void>) => Promise<T>): Promise<T> {
  const app = await serveApp();
  const talker = await startTalker();
  let browser: Browser | null = null;
  try {
    browser = await launch(talker.args);
    const page = await browser.newPage();
    await page.addInitScript(SPEAKER);
    await talker.speakWholeTo(page);
    await open(page, app.url, '2026-03-18');
    await page.getByRole('button', { name: 'Try a sample ledger' }).click();
    await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
    await bringWhisper(page);
    return await work(page, (file) => talker.say(file));
  } finally {
    await browser?.close();
    await talker.close();
    await app.close();
  }
}

/** `paths` rounds of both paths, then `words` questions spoken, after one of each that is not counted. */
export const measureTalking = (rounds: { paths: number; words: number }): Promise<{ paths: PathTimes; firstWords: FirstWord[] }> =>
  talkingPage(async (page, say) => ({
    paths: await comparePaths(page, rounds.paths),
    firstWords: await timeFirstWords(page, say, rounds.words),
  }));

async function comparePaths(page: Page, rounds: number): Promise<PathTimes> {
  await page.evaluate('globalThis.__name ??= (named) => named'); // what tsx wraps functions in, which the page does not have
  const worker = readdirSync(dist).find((name) => /^whisper\.worker-.*\.js$/.test(name)) ?? '';
  return page.evaluate(
    async ({ address, sound, times }) => {
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
      const [ours, bare]: [number[], number[]] = [[], []];
      const words = { ours: '', bare: '' };
      for (let round = 0; round <= times; round += 1) {
        for (const path of round % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
          const { took, text } = await call(path === 'ours' ? 'transcribe' : 'bare', input);
          words[path] = text;
          if (round > 0) (path === 'ours' ? ours : bare).push(took);
        }
      }
      port.terminate();
      return { ours, bare, words };
    },
    { address: `assets/${worker}`, sound: [...mono(SOUND)], times: rounds },
  );
}

async function timeFirstWords(page: Page, say: (file: string) => Promise<void>, rounds: number): Promise<FirstWord[]> {
  await page.getByRole('link', { name: 'Ask', exact: true }).first().click();
  const talk = page.getByRole('button', { name: 'Talk', exact: true });
  const found: FirstWord[] = [];
  for (let tries = 0; found.length <= rounds && tries < 3 * rounds + 3; tries += 1) {
    await page.evaluate(WATCH);
    await say(SENTENCE);
    await talk.click();
    for (const until = Date.now() + 120_000; Date.now() < until && !(await page.evaluate('times.spoken || times.nothing'));)
      await page.waitForTimeout(50);
    const { ended, heard, spoken } = await page.evaluate(() => (globalThis as unknown as { times: Record<string, number> }).times);
    if (ended && heard && spoken) found.push({ pause: PAUSE, decoding: heard - ended, answering: spoken - heard });
    await talk.waitFor();
    await page.waitForTimeout(200);
  }
  return found.slice(1); // the first one also waits for the model
}

/** Notes when listening ended, when the transcript stood, and when the voice was given the sentence. */
const WATCH = `
  globalThis.times = {};
  globalThis.saidAt = () => { globalThis.times.spoken ??= performance.now(); };
  globalThis.watcher?.disconnect();
  globalThis.watcher = new MutationObserver(() => {
    const { times } = globalThis;
    const listens = document.querySelector('[aria-label="Stop listening"]');
    if (listens) times.began = true;
    if (times.began && !listens) times.ended ??= performance.now();
    const told = document.querySelector('[role=status]')?.textContent ?? '';
    if (told.startsWith('Heard:')) times.heard ??= performance.now();
    if (times.began && told.startsWith('I heard no words')) times.nothing = true;
  });
  globalThis.watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
`;
