// Makes docs/screens: every screen of the built app, on a desktop in light and on a phone in dark. Build first:
//   npx vite build && node --import tsx tests/support/picture-screens.ts [address of a running app]
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launch } from './chromium.ts';
import { ask, goTo } from './person.ts';
import { serveApp } from './served-app.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const TODAY = '2026-11-20';

/** An invented statement with one thing that only a person can say: 03/04 may be the third of April or the fourth of March. */
const STATEMENT = [
  'Date;Payee;Category;Amount',
  '03/04/2026;Green Grocer;Groceries;-31,15',
  '05/04/2026;Corner Coffee;Coffee;-3,20',
  '07/04/2026;City Transport;Travel;-48,00',
  '08/04/2026;Elm Street Books;Books;-19,90',
  '09/04/2026;no date here',
].join('\n');

const looks = [
  { name: 'desktop-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light', isMobile: false },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true },
] as const;

async function walk(page: Page, url: string, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${url}?today=${TODAY}`);
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  await shoot('1-first-run');
  const file = { name: 'april.csv', mimeType: 'text/csv', buffer: Buffer.from(STATEMENT) };
  await page.getByLabel('Add statements', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: /^Import [\d,]+ transaction/ }).waitFor();
  await shoot('2-import-preview');
  await page.getByRole('button', { name: /^Import [\d,]+ transaction/ }).click();
  await page.getByRole('button', { name: 'Undo this import' }).waitFor();
  await shoot('3-imported');
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByText('No statement yet').waitFor();

  await goTo(page, 'Ask');
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('list', { name: 'Your ledger can answer these' }).waitFor({ timeout: 60_000 });
  await shoot('4-ask');
  const answer = await ask(page, 'How much did I spend on groceries last month?');
  await shoot('5-answer');
  await answer.getByRole('button', { name: 'How I got this' }).click();
  await page.getByLabel('SQL', { exact: true }).waitFor();
  await shoot('6-how-i-got-this');
  await page.keyboard.press('Escape');
  await ask(page, 'What did I spend by category this year?');
  await shoot('7-by-category');
  await ask(page, 'How much did the flibbertigibbet cost?');
  await shoot('8-not-understood');

  for (const [name, screen] of [
    ['9-ledger', 'Ledger'],
    ['10-accounts', 'Accounts'],
    ['11-models-and-privacy', 'Models and privacy'],
    ['12-settings', 'Settings'],
  ] as const) {
    const link = page.getByRole('link', { name: screen, exact: true });
    if (!(await link.isVisible())) await page.getByRole('button', { name: 'More' }).click();
    await link.click();
    await page.getByRole('heading', { name: screen, level: 1 }).waitFor();
    await shoot(name);
  }
}

async function make(browser: Browser, url: string, { name: look, ...options }: (typeof looks)[number]): Promise<void> {
  const context = await browser.newContext({ ...options, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await walk(page, url, async (name) => {
    await page.waitForTimeout(400); // fonts, icons, the last rows
    await page.screenshot({ path: `${folder}${name}-${look}.png` });
  });
  await context.close();
}

await mkdir(folder, { recursive: true });
const running = process.argv[2];
const app = running ? { url: running, close: () => Promise.resolve() } : await serveApp();
const browser = await launch();
try {
  for (const look of looks) await make(browser, app.url, look);
} finally {
  await browser.close();
  await app.close();
}
