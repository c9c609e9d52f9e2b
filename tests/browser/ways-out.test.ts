// The room with the data has no door to the street: from the page and from each worker every way out is tried, with the headers that the
// app is served with and on a host that sets none, and not one byte arrives at another origin. Paths that only look like the app's own
// reach nobody either.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from '../support/chromium.ts';
import { serveDist, type StaticHost } from '../support/static-host.ts';
import { openStreet, type Street } from '../support/street.ts';
import { anywhere, elements, imports, leavings, ofPages, pathTricks, type Target } from './ways-out.ts';

/** All of it, for `npm run test:walls`; else the host that sets no headers, where the service worker's own walls are what holds. */
const WHOLE = process.env['SOTTO_WALLS'] === 'whole';

/** Each needs a page of its own; the short run takes one of each kind. */
const SHORT = [
  ...['location.href', 'window.open', 'a link into a new window', 'form'],
  ...['the web rtc of an empty frame', 'a key of another site, asked by an empty frame'],
];

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
async function attempt(within: Pick<Page, 'evaluate'>, way: ((to: Target) => unknown) | string): Promise<void> {
  const trying: Promise<unknown> = typeof way === 'string' ? within.evaluate(way) : within.evaluate(way, to);
  const tried = trying.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([tried, new Promise((resolve) => setTimeout(resolve, STEP))]);
}

async function openApp(app: StaticHost, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  if (!(await page.evaluate(() => crossOriginIsolated))) await page.reload(); // the service worker came after the page's patience
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  return page;
}

async function place(page: Page, [tag, attributes]: (typeof elements)[number]): Promise<void> {
  const made = page.evaluate(
    ({ tag, attributes, url }) => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value.replaceAll('@', url));
      (tag === 'link' ? document.head : document.body).append(made);
    },
    { tag, attributes, url: to.url },
  );
  await made.catch(() => undefined); // Trusted Types may refuse the address itself
}

/** Every way that leaves a page where it is. */
async function tryAll(page: Page): Promise<void> {
  for (const way of [...Object.values(anywhere), ...Object.values(ofPages)]) await attempt(page, way);
  for (const code of Object.values(imports)) await attempt(page, code(to));
  for (const element of elements) await place(page, element);
}

/** What the street hears of each way that takes the page away. What of `open` must be heard is waited for. */
async function leave(visit: () => Promise<Page>, open: readonly string[] = []): Promise<Record<string, string[]>> {
  const heard: Record<string, string[]> = {};
  for (const [name, way] of Object.entries(leavings)) {
    if (!WHOLE && !SHORT.includes(name)) continue;
    const page = await visit();
    await attempt(page, way);
    if (open.includes(name)) await expect.poll(() => street.heard.length, { message: name }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, open.includes(name) ? PATIENCE : 200)); // the page itself may be gone
    if (street.heard.length > 0) heard[name] = street.heard.splice(0);
    await page.close();
  }
  return heard;
}

const workerFiles = () =>
  readdirSync(fileURLToPath(new URL('../../dist/assets/', import.meta.url))).filter((name) => /\.worker-[^.]*\.js$/.test(name));

describe.each([...(WHOLE ? [true] : []), false])('with the headers that the host sets: %s', (walls) => {
  let app: StaticHost;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    app = await serveDist(walls);
    context = await browser.newContext();
    page = await openApp(app, context);
  });
  afterAll(async () => {
    await context.close();
    await app.close();
  });

  test('the page is isolated', async () => {
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test('no way out of the page', async () => {
    expect(Object.keys({ ...anywhere, ...ofPages, ...imports }).length + elements.length).toBeGreaterThan(120);
    await tryAll(page);
    await page.waitForTimeout(PATIENCE);
    expect(street.heard).toEqual([]);
  });

  test.each(workerFiles())('no way out of %s', async (file) => {
    expect(Object.keys({ ...anywhere, ...imports }).length).toBeGreaterThanOrEqual(30);
    const fresh = await openApp(app, context);
    const started = fresh.waitForEvent('worker', (worker) => worker.url().includes(file));
    await fresh.evaluate((name) => void new Worker(`./assets/${name}`, { type: 'module' }), file);
    const worker = await started;
    for (const way of Object.values(anywhere)) await attempt(worker as Pick<Page, 'evaluate'>, way);
    for (const code of Object.values(imports)) await attempt(worker as Pick<Page, 'evaluate'>, code(to));
    await fresh.waitForTimeout(PATIENCE);
    expect(street.heard).toEqual([]);
    await fresh.close();
  });

  test.runIf(walls)('no way out of the service worker', async () => {
    const [porter] = context.serviceWorkers();
    expect(porter?.url()).toMatch(/\/sw\.js$/);
    if (!porter) return;
    for (const way of Object.values(anywhere)) await attempt(porter as Pick<Page, 'evaluate'>, way);
    for (const code of Object.values(imports)) await attempt(porter as Pick<Page, 'evaluate'>, code(to));
    await attempt(porter as Pick<Page, 'evaluate'>, `clients.openWindow('${to.url}/window')`);
    await page.waitForTimeout(PATIENCE);
    expect(street.heard).toEqual([]);
  });

  test('no way out by leaving the page or opening another', async () => {
    expect(await leave(() => openApp(app, context))).toEqual({});
  });

  test('a path that looks like the app’s own reaches neither a host of models nor this one', async () => {
    const fresh = await openApp(app, context);
    app.heard.length = 0;
    const answers = await fresh.evaluate(
      async ({ tricks, host }) => {
        const statuses: string[] = [];
        for (const [method, path] of tricks) {
          const body = method === 'POST' || method === 'PUT' ? { body: 'rows' } : {};
          const { status } = await fetch(path.replace('@', host), { method, ...body });
          statuses.push(`${status} ${method} ${path}`);
        }
        return statuses;
      },
      { tricks: pathTricks, host: to.host },
    );
    expect(answers.filter((line) => !line.startsWith('4'))).toEqual([]);
    expect(app.heard).toEqual([]);
    expect(street.heard).toEqual([]);
    await fresh.close();
  });
});

test('SECURITY.md counts them right', () => {
  const counted = (...lists: object[]) => lists.reduce((sum, list) => sum + Object.keys(list).length, 0);
  const told = readFileSync(fileURLToPath(new URL('../../SECURITY.md', import.meta.url)), 'utf8');
  const [, page, worker] = /(\d+) ways from the page and (\d+) from each worker/.exec(told) ?? [];
  expect([Number(page), Number(worker)]).toEqual([counted(anywhere, ofPages, imports, elements, leavings), counted(anywhere, imports)]);
});

test('without walls the same ways do reach the street, so that silence means something', async () => {
  const bare = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><body>'));
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://localhost:${(bare.address() as AddressInfo).port}/`);
  await tryAll(page);
  await expect.poll(() => new Set(street.heard.filter((line) => line.startsWith('tcp '))).size).toBeGreaterThan(70);
  await expect.poll(() => street.heard.some((line) => line.startsWith('udp'))).toBe(true);
  await page.context().close();
  await new Promise((resolve) => bare.close(resolve));
});

/** What SECURITY.md says is left where the browser does not know the Connection-Allowlist header: only a script could take these. */
const LEFT_OPEN = ['a link that stands nowhere', 'the web rtc of an empty frame', 'a window from a frame'];

test.runIf(WHOLE)('a browser without connection allowlists leaves exactly the doors that are told', async () => {
  await browser.close(); // what the test before began may still come from it
  street.heard.length = 0;
  const older = await launch(['--disable-features=ConnectionAllowlists']);
  const app = await serveDist(true);
  const context = await older.newContext();
  const page = await openApp(app, context);
  await tryAll(page);
  await page.waitForTimeout(PATIENCE);
  expect(street.heard).toEqual([]);
  expect(Object.keys(await leave(() => openApp(app, context), LEFT_OPEN))).toEqual(LEFT_OPEN);
  await older.close();
  await app.close();
});
