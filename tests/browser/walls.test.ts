// The room with the data has no door to the street: headers as promised, and not one byte to another origin.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** A listener at another origin on this machine; it remembers every request and every connection. */
async function listen() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Cross-Origin-Resource-Policy', 'cross-origin').end('x');
  });
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { heard, url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

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

test('no way out of the page reaches another origin', async () => {
  const street = await listen();
  const page = await browser.newPage();
  await page.goto(app.url);
  await page.locator('h1').first().waitFor();
  const tried = await page.evaluate(async (url) => {
    const settle = (work: () => unknown) =>
      Promise.resolve()
        .then(work)
        .then(
          () => 'done',
          (error: unknown) => String(error),
        );
    const element = (tag: string, attributes: Record<string, string>) => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      document.body.append(made);
    };
    const ways: Record<string, () => unknown> = {
      fetch: () => fetch(`${url}/fetch`, { mode: 'no-cors' }),
      post: () => fetch(`${url}/post`, { method: 'POST', body: 'rows', mode: 'no-cors' }),
      keepalive: () => fetch(`${url}/keepalive`, { keepalive: true, mode: 'no-cors' }),
      xhr: () => {
        const request = new XMLHttpRequest();
        request.open('GET', `${url}/xhr`);
        request.send();
      },
      beacon: () => navigator.sendBeacon(`${url}/beacon`, 'rows'),
      websocket: () => new WebSocket(`${url.replace('http', 'ws')}/websocket`),
      eventSource: () => new EventSource(`${url}/events`),
      image: () => element('img', { src: `${url}/image.png` }),
      video: () => element('video', { src: `${url}/video.mp4`, autoplay: '' }),
      stylesheet: () => element('link', { rel: 'stylesheet', href: `${url}/style.css` }),
      prefetch: () => element('link', { rel: 'prefetch', href: `${url}/prefetch` }),
      preload: () => element('link', { rel: 'preload', as: 'fetch', href: `${url}/preload` }),
      modulepreload: () => element('link', { rel: 'modulepreload', href: `${url}/module.js` }),
      manifest: () => element('link', { rel: 'manifest', href: `${url}/manifest` }),
      icon: () => element('link', { rel: 'icon', href: `${url}/icon.png` }),
      frame: () => element('iframe', { src: `${url}/frame` }),
      object: () => element('object', { data: `${url}/object` }),
      embed: () => element('embed', { src: `${url}/embed` }),
      script: () => element('script', { src: `${url}/script.js` }),
      importing: () => import(/* @vite-ignore */ `${url}/import.js`),
      worker: () => new Worker(`${url}/worker.js`),
      serviceWorker: () => navigator.serviceWorker.register(`${url}/sw.js`),
      font: () => new FontFace('stolen', `url(${url}/font.woff2)`).load(),
      form: () => {
        const form = document.createElement('form');
        form.action = `${url}/form`;
        form.method = 'post';
        document.body.append(form);
        form.submit();
      },
    };
    const endings: Record<string, string> = {};
    for (const [name, work] of Object.entries(ways)) endings[name] = await settle(work);
    return endings;
  }, street.url);
  await page.waitForTimeout(1500);
  expect(Object.keys(tried).length).toBeGreaterThanOrEqual(20);
  expect(street.heard).toEqual([]);
  await page.close();
  await street.close();
});
