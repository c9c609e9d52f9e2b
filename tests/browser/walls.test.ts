// The walls as they are served: headers as promised, and nothing but this origin asked. The ways out are tried in ways-out.test.ts.
import { expect, test } from 'vitest';
import { headersOf, metaPolicy } from '../../src/app/policy.ts';
import { servedBrowser } from '../support/served-browser.ts';

const here = servedBrowser();

test('every response carries the walls', async () => {
  for (const path of ['', 'manifest.webmanifest', 'sw.js']) {
    const response = await fetch(here.url + path);
    expect(response.status).toBe(200);
    for (const [name, value] of Object.entries(headersOf(`/${path}`)))
      expect(response.headers.get(name), `${name} of /${path}`).toBe(value);
  }
});

test('the page says its own policy too, for hosts that set no headers', async () => {
  const page = await (await fetch(here.url)).text();
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
  expect(policy).toBe(metaPolicy);
});

test('the page is cross-origin isolated, and only this origin is ever asked', async () => {
  const page = await here.browser.newPage();
  const origins = new Set<string>();
  page
    .context()
    .on('request', (request) => origins.add(new URL(request.url()).protocol === 'blob:' ? here.url : `${new URL(request.url()).origin}/`));
  await page.goto(here.url);
  await page.locator('h1').first().waitFor();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect([...origins]).toEqual([here.url]);
  await page.close();
});
