// Model files on their way through the built app's own service worker, with a local server answering in the host's name:
// cut, paused, resumed after the browser was killed, corrupted, with a full disk, brought from disk, removed.
import { zipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { launchOnProfile, temporaryProfile, type KillableBrowser } from '../support/chromium.ts';
import { startHost, type ModelHost } from '../support/model-host.ts';
import { open } from '../support/person.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { bringWhisper, keptEngine, modelRow, WHISPER, WHISPER_FILES } from '../support/talker.ts';

const TODAY = '2026-03-18';
/** Its hashes are in nobody's list, so the first ones seen are kept. */
const NAME = 'Whisper tiny (English)';
const FOLDER = '/Xenova/whisper-tiny.en/resolve/main/';
/** The length that the catalogue knows for an encoder of another model, with other bytes in it. */
const WRONG = { path: '/Xenova/whisper-tiny/resolve/main/onnx/encoder_model_quantized.onnx', bytes: new Uint8Array(10_124_910) };

let app: ServedApp;
let host: ModelHost;
let profile: { path: string; remove(): Promise<void> };
let browser: KillableBrowser;
let page: Page;

function fileOf(path: string): Uint8Array | null {
  if (path === WRONG.path) return WRONG.bytes;
  const file = join(WHISPER, path.replace(FOLDER, '').replace('/Xenova/whisper-tiny/resolve/main/', ''));
  return existsSync(file) ? readFileSync(file) : null;
}

const start = async () => {
  browser = await launchOnProfile(profile.path, [
    `--host-resolver-rules=MAP huggingface.co 127.0.0.1:${host.port}`,
    '--ignore-certificate-errors',
  ]);
  page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, app.url, TODAY);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByRole('link', { name: 'Models and privacy', exact: true }).first().click();
};

beforeAll(async () => {
  app = await serveApp();
  host = await startHost(fileOf, true);
  profile = await temporaryProfile();
  await start();
});
afterAll(async () => {
  await browser.kill();
  await profile.remove();
  await host.close();
  await app.close();
});
beforeEach(() => {
  host.faults.clear();
  host.heard.length = 0;
});

const row = (name = NAME) => modelRow(page, name);
const press = (button: string, name = NAME) => row(name).getByRole('button', { name: button, exact: true }).click();
const ready = (name = NAME) =>
  row(name)
    .getByText(/^On this device/)
    .waitFor();
/** Until the page has this much of the model, in kilobytes, as it tells. */
const comeTo = (kilobytes: number) =>
  expect
    .poll(async () => Number(/^(\d+) kB/.exec((await row().getByRole('progressbar').getAttribute('aria-label')) ?? '')?.[1]))
    .toBeGreaterThanOrEqual(kilobytes);
const asked = (file: string) => host.heard.filter((line) => line.includes(file));

test('the page itself cannot reach the host, and the porter goes nowhere else', async () => {
  const tried = await page.evaluate(async () => {
    const direct = await fetch('https://huggingface.co/Xenova/whisper-tiny.en/resolve/main/config.json').then(
      () => 'reached',
      () => 'refused',
    );
    const statuses = [];
    for (const path of ['models/whisper-tiny.en/../../rows', 'models/whisper-tiny.en/rows.json', 'models/x/config.json?minor=1280']) {
      statuses.push((await fetch(path)).status);
    }
    return { direct, statuses };
  });
  expect(tried.direct).toBe('refused');
  expect(tried.statuses.slice(1)).toEqual([404, 404]);
  expect(host.heard).toEqual([]);
});

test('paused and resumed, cut and resumed: only what is missing is asked for again', async () => {
  host.faults.set('encoder_model_quantized.onnx', { stallAfter: 600_000 });
  await press('Download');
  await row().getByRole('progressbar').waitFor();
  await comeTo(600);
  expect(asked('encoder_model_quantized.onnx').length).toBe(1);
  await press('Pause');
  await row()
    .getByText(/are here$/)
    .waitFor();

  host.faults.clear();
  host.faults.set('decoder_model_merged_quantized.onnx', { cutAfter: 500_000 });
  await press('Resume');
  await row().getByText('The download was cut off.').waitFor();
  const resumed = Number(/bytes=(\d+)-/.exec(asked('encoder_model_quantized.onnx').at(-1) ?? '')?.[1]);
  expect(resumed).toBeGreaterThan(0);

  await press('Resume');
  await ready();
  const again = Number(/bytes=(\d+)-/.exec(asked('decoder_model_merged_quantized.onnx').at(-1) ?? '')?.[1]);
  expect(again).toBeGreaterThan(0);
  expect(asked('/config.json').length).toBe(1);
  await row().getByText('7 with the hash recorded here at the first download').waitFor();
  for (const headers of host.headersHeard) for (const name of ['cookie', 'referer', 'authorization']) expect(headers[name]).toBeUndefined();
});

test('removed, the files are gone; the hashes first seen still hold the next download', async () => {
  await press('Remove');
  await row().getByText('Not on this device').waitFor();
  host.faults.set('encoder_model_quantized.onnx', { corrupt: true });
  await press('Download');
  await row().getByText('A file of this model arrived damaged, so I threw it away.').waitFor();
  host.faults.clear();
  await press('Resume');
  await ready();
});

test('a file that is not what the catalogue’s source says is thrown away', async () => {
  await press('Download', 'Whisper tiny');
  await row('Whisper tiny').getByText('A file of this model arrived damaged, so I threw it away.').waitFor();
  await press('Remove', 'Whisper tiny');
});

test('a download goes on after the browser was killed', async () => {
  await press('Remove');
  host.faults.set('decoder_model_merged_quantized.onnx', { stallAfter: 300_000 });
  await press('Download');
  await expect.poll(() => asked('decoder_model_merged_quantized.onnx').length).toBe(1);
  await browser.kill();
  host.faults.clear();
  host.heard.length = 0;
  await start();
  await row()
    .getByText(/are here$/)
    .waitFor();
  await press('Resume');
  await ready();
  expect(asked('encoder_model_quantized.onnx')).toEqual([]);
  expect(asked('/config.json')).toEqual([]);
});

test('a full disk is said, and nothing that was there is lost', async () => {
  const session = await browser.context.newCDPSession(page);
  const { usage } = await page.evaluate(async () => ({ usage: (await navigator.storage.estimate()).usage ?? 0 }));
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(app.url).origin, quotaSize: usage + 300_000 });
  await press('Download', 'Whisper tiny');
  await row('Whisper tiny').getByText('This device has no room for the rest of this model.').waitFor();
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(app.url).origin });
  await row('Whisper tiny').getByRole('button', { name: 'Resume' }).waitFor();
  await ready();
  await press('Remove', 'Whisper tiny');
});

test('files from disk, as a zip or a folder, need no host at all', async () => {
  const entries = WHISPER_FILES.map((path) => [`tiny-whisper/${path.slice(WHISPER.length)}`, new Uint8Array(readFileSync(path))] as const);
  const chooser = page.waitForEvent('filechooser');
  await row('Whisper base').getByRole('button', { name: 'Choose files' }).click();
  await (
    await chooser
  ).setFiles({ name: 'tiny.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(Object.fromEntries(entries))) });
  await ready('Whisper base');
  await row('Whisper base').getByText('From your own files. Nobody vouches for them but you.').waitFor();
  await bringWhisper(page, 'Whisper small', WHISPER);
  await row('Whisper small')
    .getByText(/In use$/)
    .waitFor();
  expect(host.heard).toEqual([]);
});

test('files that are no model are refused by name of what is missing', async () => {
  const chooser = page.waitForEvent('filechooser');
  await row('Whisper small (English)').getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(WHISPER_FILES.slice(0, 3));
  await row('Whisper small (English)').getByText('These files are not a whole Whisper model.').waitFor();
});

test('what runs the voice is kept when a page asks that was opened before there was a service worker', async () => {
  await page.evaluate(() => caches.delete('sotto-engine'));
  expect(await keptEngine(page)).toEqual([false, false]);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: 'keep-engine', family: 'voice' });
  });
  await expect.poll(() => keptEngine(page), { timeout: 30_000 }).toEqual([true, true]);
});
