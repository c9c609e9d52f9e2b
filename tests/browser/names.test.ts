// A name that is looked up has left this machine, though no connection follows: whoever answers for the name has read it. Every way out is
// tried with a name of its own, and Chromium's log of its network holds none of them. Hints (dns-prefetch, preconnect) are heeded by a
// whole Chromium only (SOTTO_CHROMIUM, or the system's); the headless shell that npm brings has no ear for them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { wholeChromium, launchOnProfile, temporaryProfile } from '../support/chromium.ts';
import { serveDist } from '../support/static-host.ts';
import { anywhere, elements, imports, leavings, ofPages, type Target } from './ways-out.ts';

/** Ways that take the page away need a page each; the short run takes those of which a browser may look up a name beforehand. */
const WHOLE = process.env['SOTTO_WALLS'] === 'whole';
const SHORT = ['a link followed', 'a link into a new window', 'a frame led away', 'a window from a frame', 'meta refresh'];

/** Milliseconds for one way, and for what a browser does when it has time. */
const STEP = 250;
const LATER = 2_000;

const folder = mkdtempSync(join(tmpdir(), 'sotto-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

class Names {
  readonly #of: string[] = [];

  /** An address that nobody else was given; .test can be nobody's (RFC 6761). */
  target(way: string): Target {
    const host = `rows-${this.#of.push(way)}.street.test`;
    return { url: `http://${host}`, host, udp: `${host}:3478` };
  }

  /** The ways whose names stand in a log of the network; what a debugger's own lines repeat of the page does not count. */
  heardIn(log: string): string[] {
    const numbers = new Set([...log.matchAll(/rows-(\d+)\.street\.test/g)].map(([, number]) => Number(number)));
    return [...numbers].map((number) => this.#of[number - 1] ?? `key ${number}`).sort();
  }
}

async function attempt(trying: Promise<unknown>): Promise<void> {
  const tried = trying.then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([tried, new Promise((resolve) => setTimeout(resolve, STEP))]);
}

async function tryNames(names: Names, open: () => Promise<Page>): Promise<void> {
  const page = await open();
  for (const [name, way] of Object.entries({ ...anywhere, ...ofPages })) await attempt(page.evaluate(way, names.target(name)));
  for (const [name, code] of Object.entries(imports)) await attempt(page.evaluate(code(names.target(name))));
  for (const [tag, attributes] of elements) {
    const { url } = names.target(`${tag} ${Object.values(attributes).join(' ')}`);
    await attempt(
      page.evaluate(
        ({ tag, attributes, url }) => {
          const made = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value.replaceAll('@', url));
          (tag === 'link' ? document.head : document.body).append(made);
        },
        { tag, attributes, url },
      ),
    );
  }
  await attempt(page.evaluate(placeLink, names.target('a link under the pointer').url));
  await page.mouse.move(20, 20);
  await page.mouse.down();
  await page.waitForTimeout(LATER);
  for (const [name, way] of Object.entries(leavings)) {
    if (!WHOLE && !SHORT.includes(name)) continue;
    const fresh = await open();
    await attempt(fresh.evaluate(way, names.target(name)));
    await new Promise((resolve) => setTimeout(resolve, STEP));
    await fresh.close();
  }
}

/** A browser may make ready for a link that somebody is about to press. */
function placeLink(url: string): void {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: 'rows' });
  Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '99', fontSize: '90px' });
  document.body.prepend(link);
}

/** Runs it in a browser of its own, not a private window of one, and gives back what the browser's log says. */
async function logOf(visit: (context: BrowserContext) => Promise<void>): Promise<string> {
  const log = join(folder, `${Math.random()}.json`);
  const rules = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE *.street.test';
  const profile = await temporaryProfile();
  const { context, kill } = await launchOnProfile(profile.path, [`--log-net-log=${log}`, `--host-resolver-rules=${rules}`], {
    heedsHints: true,
  });
  try {
    await visit(context);
    const session = await context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.close').catch(() => undefined); // the log is whole once the browser has gone
    await expect.poll(() => readFileSync(log, 'utf8').trimEnd().endsWith('\n}')).toBe(true);
  } finally {
    await kill();
    await profile.remove();
  }
  return readFileSync(log, 'utf8');
}

const sample = (page: Page) => page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();

test.each([true, false])('no name is looked up; with the headers that the host sets: %s', async (walls) => {
  const app = await serveDist(walls);
  const names = new Names();
  const log = await logOf(async (context) => {
    const open = async () => {
      const page = await context.newPage();
      await page.goto(app.url);
      await sample(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null && crossOriginIsolated);
      return page;
    };
    await tryNames(names, open);
  });
  await app.close();
  expect(names.heardIn(log)).toEqual([]);
});

/** What a header can make a browser do; a script that turned may put it into what the service worker keeps. */
const saidBy = (names: Names): Record<string, string> => {
  const at = (way: string) => names.target(way).url.replace('http:', 'https:');
  return {
    Link: `<${at('Link, preconnect')}>; rel=preconnect, <${at('Link, dns-prefetch')}>; rel=dns-prefetch, <${at('Link, preload')}/x.png>; rel=preload; as=image`,
    'Reporting-Endpoints': `default="${at('Reporting-Endpoints')}/r"`,
    NEL: '{"report_to":"default","max_age":1000,"success_fraction":1}',
    'Content-Security-Policy-Report-Only': `img-src 'none'; report-uri ${at('report-uri')}/r`,
    'Speculation-Rules': `"${at('Speculation-Rules')}/rules.json"`,
    Refresh: `0; url=${at('Refresh')}/r`,
  };
};

test('a header that was put into a kept file leads nowhere: the service worker hands on none but what the file is', async () => {
  const app = await serveDist(true);
  const names = new Names();
  const log = await logOf(async (context) => {
    const page = await context.newPage();
    await page.goto(app.url);
    await sample(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const changed = await page.evaluate(async (said) => {
      let count = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const kept = await cache.match(request);
          if (!kept) continue;
          const headers = new Headers(kept.headers);
          for (const [header, value] of Object.entries(said)) headers.set(header, value);
          await cache.put(request, new Response(await kept.blob(), { headers }));
          count += 1;
        }
      }
      return count;
    }, saidBy(names));
    expect(changed).toBeGreaterThan(30);
    await page.reload();
    await sample(page);
    const heard = await page.evaluate(async () => [...(await fetch('./')).headers.keys()]);
    expect(heard).toContain('connection-allowlist');
    expect(heard.filter((name) => /^(link|nel|refresh|report|speculation)|report-only/.test(name))).toEqual([]);
    await page.waitForTimeout(LATER);
  });
  await app.close();
  expect(names.heardIn(log)).toEqual([]);
});

test('without walls names are looked up, so that silence means something', async () => {
  const bare = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><body>'));
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const names = new Names();
  const log = await logOf(async (context) => {
    await tryNames(names, async () => {
      const page = await context.newPage();
      await page.goto(`http://localhost:${(bare.address() as AddressInfo).port}/`);
      return page;
    });
  });
  await new Promise((resolve) => bare.close(resolve));
  const heard = names.heardIn(log);
  expect(heard.length).toBeGreaterThan(70);
  expect(heard).toContain('web transport');
  if (wholeChromium()) expect(heard).toEqual(expect.arrayContaining(['link dns-prefetch @/', 'link preconnect @/']));
});
