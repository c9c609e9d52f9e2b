// A language model in a browser window of this machine, for the command line: the app's own llm worker on its own model shelf, in a
// profile that stays. The questions and the ledger never enter the page: it is given prompts and gives texts back.
//   npm run ask -- --engine auto --model tests/eval/browser-model.ts --data FILE "..."
// SOTTO_LANGUAGE_MODEL names the model (an id of src/models/language-models.json), SOTTO_PROFILE the folder of the profile,
// SOTTO_CHROMIUM the browser; SOTTO_HEADLESS=1 opens no window.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { AppError } from '../../src/base/errors.ts';
import type { OpenModel } from '../../src/cli/asking/ask-engine.ts';
import type { Completed, CompleteOrder } from '../../src/language/llm-api.ts';
import { catalogue, languageModelsOf } from '../../src/models/catalogue.ts';
import { chromiumPath, wholeChromium } from '../support/chromium.ts';
import { serveApp } from '../support/served-app.ts';

/** One origin and one profile, so that a model that was brought once is there the next time. */
const PORT = 4199;
const LOOK_AGAIN = 5_000;

type Answered<T> = { done: T } | { code: string; message: string };

interface InPage {
  call(id: number, method: string, input: unknown): Promise<Answered<unknown>>;
  cancel(id: number): void;
}
declare global {
  var sottoWorker: InPage;
}

/** Starts the worker in the page, and two functions that reach it. */
function startWorker(address: string): void {
  const worker = new Worker(address, { type: 'module' });
  const waiting = new Map<number, (answered: Answered<unknown>) => void>();
  const end = (id: number, answered: Answered<unknown>) => {
    waiting.get(id)?.(answered);
    waiting.delete(id);
  };
  worker.onmessage = ({
    data,
  }: MessageEvent<{ id: number; note?: unknown; done?: unknown; failed?: { code: string; message: string } }>) => {
    if (data.failed) end(data.id, data.failed);
    else if ('done' in data) end(data.id, { done: data.done });
  };
  worker.onerror = ({ message }) => {
    for (const id of waiting.keys()) end(id, { code: 'worker-died', message });
  };
  globalThis.sottoWorker = {
    call: (id, method, input) =>
      new Promise((done) => {
        waiting.set(id, done);
        worker.postMessage({ id, call: method, input });
      }),
    cancel: (id) => worker.postMessage({ id, cancel: true }),
  };
}

const workerAddress = (): string => {
  const assets = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
  const found = existsSync(assets) ? readdirSync(assets).find((name) => /^llm\.worker-.*\.js$/.test(name)) : undefined;
  if (found === undefined) throw new AppError('unexpected', 'no llm worker in dist/assets: run `npx vite build` first');
  return `/assets/${found}`;
};

export default async function openBrowserModel(): Promise<OpenModel> {
  const wanted = process.env['SOTTO_LANGUAGE_MODEL'] ?? 'qwen2.5-coder-1.5b';
  const entry = languageModelsOf(catalogue).find(({ id }) => id === wanted || id.startsWith(`${wanted}-`));
  if (!entry) throw new AppError('model-missing', `the catalogue has no language model "${wanted}"`);
  const script = workerAddress();
  const app = await serveApp(PORT);
  const context = await chromium.launchPersistentContext(process.env['SOTTO_PROFILE'] ?? join(homedir(), '.cache', 'sotto-models'), {
    executablePath: wholeChromium() ?? (await chromiumPath()),
    headless: process.env['SOTTO_HEADLESS'] === '1',
    bypassCSP: true,
    args: ['--enable-unsafe-webgpu', '--no-first-run'],
  });
  const close = async () => {
    await context.close();
    await app.close();
  };
  try {
    const page = await context.newPage();
    await page.goto(app.url);
    await page.evaluate('globalThis.__name = (named) => named'); // the compiler that runs this file leaves calls to it in what goes to the page
    await page.evaluate(startWorker, script);
    let lastId = 0;
    const call = async <T>(method: string, input: unknown, signal?: AbortSignal): Promise<T> => {
      const id = (lastId += 1);
      const cancel = () => void page.evaluate((which) => globalThis.sottoWorker.cancel(which), id);
      signal?.addEventListener('abort', cancel, { once: true });
      const answered = await page.evaluate(([which, name, given]) => globalThis.sottoWorker.call(which, name, given), [
        id,
        method,
        input,
      ] as const);
      signal?.removeEventListener('abort', cancel);
      if ('code' in answered) throw new AppError('language-failed', `${answered.code}: ${answered.message}`);
      return answered.done as T;
    };
    await untilLoaded(page, () => call('load', { model: entry.id }), entry.name);
    return {
      id: entry.id,
      contextTokens: entry.contextTokens,
      complete: ({ signal, ...order }) => call<Completed>('complete', order satisfies CompleteOrder, signal),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A model that is not there may still be brought, in the window that opened. */
async function untilLoaded(page: Page, load: () => Promise<unknown>, name: string): Promise<void> {
  let told = false;
  for (;;) {
    try {
      await load();
      return;
    } catch (error) {
      if (process.env['SOTTO_HEADLESS'] === '1' || !(error instanceof AppError) || !error.message.startsWith('model-missing')) throw error;
      if (!told) console.error(`${name} is not in this profile. Open Models in the window, and download it or bring its files.`);
      told = true;
      await page.waitForTimeout(LOOK_AGAIN);
    }
  }
}
