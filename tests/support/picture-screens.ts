// Makes docs/screens: every state of every screen of the built app, on a desktop in light and on a phone in dark. Build first:
//   npx vite build && node --import tsx tests/support/picture-screens.ts [address of a running app]
import { mkdir, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from './chromium.ts';
import { serveApp } from './served-app.ts';
import { walk } from './states.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

const looks = [
  { name: 'desktop-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light', isMobile: false },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true },
] as const;

/** Each state is named once, so that a look at two pictures beside each other tells the same. */
async function make(browser: Browser, url: string, { name: look, ...options }: (typeof looks)[number]): Promise<void> {
  const context = await browser.newContext({ ...options, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await walk(page, url, async (state) => {
    await page.waitForTimeout(400); // fonts, icons, the last rows
    await page.screenshot({ path: `${folder}${state}-${look}.png` });
  });
  await context.close();
}

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (name.endsWith('.png')) await rm(folder + name);
const running = process.argv[2];
const app = running ? { url: running, close: () => Promise.resolve() } : await serveApp();
const browser = await launch();
try {
  for (const look of looks) await make(browser, app.url, look);
} finally {
  await browser.close();
  await app.close();
}
