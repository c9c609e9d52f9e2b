// A blank page of a real Chromium with one module of src/ on it, for tests of browser storage without the app around it.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launchOnProfile, temporaryProfile, type KillableBrowser } from './chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The module as one script that leaves its exports on `globalThis[name]`. */
export async function bundle(entry: string, name: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'esnext', lib: { entry: `${root}${entry}`, formats: ['iife'], name } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('vite gave no output');
  return first.output[0].code;
}

export interface ModulePage {
  browser: KillableBrowser;
  page: Page;
  profile: string;
  close(): Promise<void>;
}

export async function openModulePage(script: string, args: string[] = []): Promise<ModulePage> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/module.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>store</title><script src="/module.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const profile = await temporaryProfile(); // a private window would keep its storage in memory
  const browser = await launchOnProfile(profile.path, args);
  const page = await browser.context.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  return {
    browser,
    page,
    profile: profile.path,
    async close() {
      await browser.kill();
      await profile.remove();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
