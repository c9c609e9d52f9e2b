// The walls as they are served: headers as promised, and nothing but this origin asked. The ways out are tried in ways-out.test.ts.
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersOf, metaPolicy, pagePolicy } from '../../src/app/policy.ts';
import { enWalls } from '../../src/strings/en-walls.ts';
import { goTo } from '../support/person.ts';
import { servedBrowser } from '../support/served-browser.ts';
import { serveDist, type StaticHost } from '../support/static-host.ts';

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

describe('on a host that sets no headers', () => {
  const words = enWalls.evidence;
  let host: StaticHost;
  beforeAll(async () => {
    host = await serveDist(false);
  });
  afterAll(() => host.close());

  const visit = async (context: BrowserContext) => {
    const page = await context.newPage();
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
    await goTo(page, 'Models and privacy');
    await page.getByRole('heading', { name: words.title }).waitFor();
    return page;
  };

  test('it says nothing of rules', async () => {
    const { headers } = await fetch(host.url);
    expect(Object.keys(headersOf('/')).filter((name) => headers.has(name))).toEqual([]);
  });

  test('the service worker supplies them: the page is isolated, its workers are ruled, and a way out is refused', async () => {
    const context = await here.browser.newContext();
    const page = await visit(context);
    await page.getByText(words.isolated(true)).waitFor();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.getByText(words.rules).click();
    await page.getByText(pagePolicy, { exact: true }).waitFor();
    const worker = page.workers().find((each) => each.url().includes('/ledger.worker'));
    const tried = await worker?.evaluate(async (elsewhere) => {
      const broken = new Promise((told) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => told(effectiveDirective), { once: true });
      });
      const came = await fetch(elsewhere, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
      return { came, broken: await broken, isolated: crossOriginIsolated };
    }, here.url);
    expect(tried).toEqual({ came: false, broken: 'connect-src', isolated: true });
    await context.close();
  });

  test('where there are no service workers, as in some private windows, the page says that it is neither isolated nor ruled', async () => {
    const context = await here.browser.newContext();
    await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    const page = await visit(context);
    await page.getByText(words.isolated(false)).waitFor();
    await page.getByText(words.unruled).waitFor();
    expect(await page.getByText(words.cannot).count()).toBe(0);
    await context.close();
  });
});
