// The walls as they are served: headers as promised, and nothing but this origin asked. The ways out are tried in ways-out.test.ts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { headersOf, metaPolicy } from '../../src/app/policy.ts';
import { launch } from '../support/chromium.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  app = await serveApp();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('every response carries the walls', async () => {
  for (const path of ['', 'manifest.webmanifest', 'sw.js']) {
    const response = await fetch(app.url + path);
    expect(response.status).toBe(200);
    for (const [name, value] of Object.entries(headersOf(`/${path}`)))
      expect(response.headers.get(name), `${name} of /${path}`).toBe(value);
  }
});

test('the page says its own policy too, for hosts that set no headers', async () => {
  const page = await (await fetch(app.url)).text();
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
  expect(policy).toBe(metaPolicy);
});

test('the page is cross-origin isolated, and only this origin is ever asked', async () => {
  const page = await browser.newPage();
  const origins = new Set<string>();
  page
    .context()
    .on('request', (request) => origins.add(new URL(request.url()).protocol === 'blob:' ? app.url : `${new URL(request.url()).origin}/`));
  await page.goto(app.url);
  await page.locator('h1').first().waitFor();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect([...origins]).toEqual([app.url]);
  await page.close();
});
