// The edit lines of `npm run bench`, as one line of JSON: node --import tsx tests/support/bench-edits.ts LEDGER.sqlite [rounds]
// A real Chromium on a profile of its own: private windows would keep their storage in memory.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchOnProfile, temporaryProfile } from './chromium.ts';
import type * as EditsPage from './edits-page.ts';
import { bundle } from './module-page.ts';

declare global {
  var edits: typeof EditsPage;
  var opfs: (call: { call: string; round?: number }) => Promise<number>;
}

const [, , ledger = '', rounds = '12'] = process.argv;
const require = createRequire(import.meta.url);
const sqlite = dirname(require.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm'));
const files: Record<string, [type: string, read: () => Buffer | string]> = {
  '/': ['text/html', () => '<!doctype html><title>edits</title><script src="/edits.js"></script>'],
  '/edits.js': ['text/javascript', () => script],
  '/ledger.sqlite': ['application/octet-stream', () => readFileSync(ledger)],
  '/sql-wasm.wasm': ['application/wasm', () => readFileSync(require.resolve('sql.js/dist/sql-wasm.wasm'))],
  '/opfs-worker.mjs': ['text/javascript', () => readFileSync(fileURLToPath(new URL('opfs-worker.mjs', import.meta.url)))],
  '/sqlite/index.mjs': ['text/javascript', () => readFileSync(`${sqlite}/index.mjs`)],
  '/sqlite/sqlite3.wasm': ['application/wasm', () => readFileSync(`${sqlite}/sqlite3.wasm`)],
};
const script = await bundle('tests/support/edits-page.ts', 'edits');

const server = createServer((request, response) => {
  const file = files[request.url ?? ''];
  if (!file) return void response.writeHead(404).end();
  response.setHeader('content-type', file[0]);
  response.end(file[1]());
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('the server has no port');

const profile = await temporaryProfile();
const browser = await launchOnProfile(profile.path);
try {
  const page = await browser.context.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  await page.evaluate('globalThis.__name ??= (named) => named'); // what tsx wraps functions in, which the page does not have
  await page.evaluate(() => edits.prepare());
  await page.evaluate(() => {
    const worker = new Worker('/opfs-worker.mjs', { type: 'module' });
    globalThis.opfs = (call) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<{ done?: number; failed?: string }>) =>
          data.failed === undefined ? resolve(data.done ?? 0) : reject(new Error(data.failed));
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(call);
      });
  });
  await page.evaluate(() => opfs({ call: 'prepare' }));
  const found = {
    ours: [] as number[],
    bytes: [] as number[],
    whole: [] as number[],
    wholeBytes: 0,
    opfs: [] as number[],
    start: [] as number[],
  };
  for (let round = 0; round <= Number(rounds); round += 1) {
    const ours = await page.evaluate((at) => edits.ours(at), round);
    const whole = await page.evaluate((at) => edits.wholeFile(at), round);
    const opfs = await page.evaluate((at) => globalThis.opfs({ call: 'edit', round: at }), round);
    if (round === 0) continue; // the first of each also prepares statements
    found.ours.push(ours.took);
    found.bytes.push(ours.bytes);
    found.whole.push(whole.took);
    found.wholeBytes = whole.bytes;
    found.opfs.push(opfs);
  }
  for (let round = 0; round < 3; round += 1) found.start.push(await page.evaluate(() => edits.start()));
  console.log(JSON.stringify(found));
} finally {
  await browser.kill();
  await profile.remove();
  server.closeAllConnections();
  server.close();
}
