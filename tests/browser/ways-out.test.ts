// The room with the data has no door to the street: from the page and from each worker every way out is tried, with the headers that the
// app is served with and on a host that sets none, and not one byte arrives at another origin. Paths that only look like the app's own
// reach nobody either.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page, Worker } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { serveDist, type StaticHost } from '../support/static-host.ts';
import { openStreet, type Street } from '../support/street.ts';
import { anywhere, elements, imports, leavings, ofPages, pathTricks, type Target } from './ways-out.ts';

/** How long a byte may take to arrive, in milliseconds. */
const PATIENCE = 1_500;
/** How long one way may take before the next is tried. */
const STEP = 400;

let street: Street;
let browser: Browser;
let to: Target;
beforeAll(async () => {
  street = await openStreet();
  const { url, host, udp } = street;
  to = { url, host, udp };
  // whatever host is named, it would be found on the street
  browser = await launch([`--host-resolver-rules=MAP * ${host}, EXCLUDE localhost, EXCLUDE 127.0.0.1`]);
});
afterAll(async () => {
  await browser.close();
  await street.close();
});
beforeEach(() => {
  street.heard.length = 0;
});

/** Tries one way; what comes of it, its failing too, is of no interest. */
async function attempt(within: Page | Worker, way: (to: Target) => unknown): Promise<void> {
  const tried = within.evaluate(way, to).then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([tried, new Promise((resolve) => setTimeout(resolve, STEP))]);
}

async function openApp(app: StaticHost): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

const workerFiles = () =>
  readdirSync(fileURLToPath(new URL('../../dist/assets/', import.meta.url))).filter((name) => /\.worker-[^.]*\.js$/.test(name));

describe.each([
  { where: 'served with its headers', walls: true },
  { where: 'on a host that sets no headers', walls: false },
])('$where', ({ walls }) => {
  let app: StaticHost;
  let page: Page;
  beforeAll(async () => {
    app = await serveDist(walls);
    page = await openApp(app);
  });
  afterAll(async () => {
    await page.context().close();
    await app.close();
  });

  test('the page is isolated', async () => {
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test('from inside the page', async () => {
    for (const way of [...Object.values(anywhere), ...Object.values(ofPages)]) await attempt(page, way);
    for (const [, code] of Object.entries(imports)) await page.evaluate(code(to)).catch(() => undefined);
    for (const [tag, attributes] of elements) {
      await page.evaluate(
        ({ tag, attributes, url }) => {
          const made = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value.replaceAll('@', url));
          (tag === 'link' ? document.head : document.body).append(made);
        },
        { tag, attributes, url: to.url },
      ).catch(() => undefined); // Trusted Types may refuse the address itself
    }
    await page.waitForTimeout(PATIENCE);
    expect(street.heard).toEqual([]);
  });

  test.each(workerFiles())('from inside %s', async (file) => {
    const fresh = await openApp(app);
    const started = fresh.waitForEvent('worker', (worker) => worker.url().includes(file));
    await fresh.evaluate((name) => void new Worker(`./assets/${name}`, { type: 'module' }), file);
    const worker = await started;
    for (const way of Object.values(anywhere)) await attempt(worker, way);
    for (const code of Object.values(imports)) await worker.evaluate(code(to)).catch(() => undefined);
    await fresh.waitForTimeout(PATIENCE);
    expect(street.heard).toEqual([]);
    await fresh.context().close();
  });

  test('by leaving the page, or opening another', async () => {
    for (const [name, way] of Object.entries(leavings)) {
      const context = await browser.newContext();
      const fresh = await context.newPage();
      await fresh.goto(app.url);
      await fresh.locator('h1').first().waitFor();
      await attempt(fresh, way);
      await fresh.waitForTimeout(300);
      expect(street.heard, name).toEqual([]);
      await context.close();
    }
  });

  test('by a path that looks like the app’s own', async () => {
    app.heard.length = 0;
    const answers = await page.evaluate(
      async ({ tricks, host }) => {
        const statuses: string[] = [];
        for (const [method, path] of tricks) {
          const { status } = await fetch(path.replace('@', host), { method, ...(method === 'POST' || method === 'PUT' ? { body: 'rows' } : {}) });
          statuses.push(`${status} ${method} ${path}`);
        }
        return statuses;
      },
      { tricks: pathTricks, host: to.host },
    );
    expect(answers.filter((line) => !line.startsWith('4'))).toEqual([]);
    expect(app.heard).toEqual([]);
    expect(street.heard).toEqual([]);
  });
});
