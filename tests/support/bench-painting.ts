// The painting lines of `npm run bench`, as one line of JSON, in a real Chromium on the built app with an invented ledger.
// Build first: npx vite build && node --import tsx tests/support/bench-painting.ts [rows] [questions]
import { inventedCsv, TODAY } from '../../src/cli/bench/invented.ts';
import { launch } from './chromium.ts';
import { importFiles, open } from './person.ts';
import { serveApp } from './served-app.ts';
import { reach } from './states.ts';
import { longestTask } from './task-times.ts';

const rows = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 24);
const CATEGORIES = ['groceries', 'coffee', 'travel', 'restaurants'];

/** What the page tells of itself. */
interface Page {
  told: { painted: number; long: number[] };
}

const app = await serveApp();
const browser = await launch();
try {
  const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(Number(process.env['SOTTO_PATIENCE'] ?? 300_000));
  await page.addInitScript('globalThis.__name = (named) => named'); // tsx names functions by a helper that a page has not
  await open(page, app.url, TODAY);
  await importFiles(page, { name: 'card.csv', mimeType: 'text/csv', buffer: Buffer.from(inventedCsv(rows)) });
  await reach(page, 'Ask');
  const box = page.getByRole('textbox', { name: 'Ask about your money' });
  await box.waitFor();
  await page.waitForTimeout(2_000); // what is fetched after the first paint has come
  await page.evaluate(() => {
    const told = { painted: 0, long: [] as number[] };
    Object.assign(globalThis, { told });
    new PerformanceObserver((list) => told.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Enter') return;
        const start = performance.now();
        const before = document.querySelectorAll('article[data-status]').length;
        told.painted = 0;
        const look = () => {
          const cards = document.querySelectorAll('article[data-status]');
          const isDrawn = cards.length > before && cards[cards.length - 1]?.querySelector('[role=img] svg');
          if (!isDrawn) return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel(); // a message after a frame comes once that frame is painted
          port1.onmessage = () => (told.painted = performance.now() - start);
          return requestAnimationFrame(() => port2.postMessage(null));
        };
        requestAnimationFrame(look);
      },
      true,
    );
  });
  const clear = () => page.evaluate(() => void ((globalThis as unknown as Page).told.long = []));
  const longTasks = () => page.evaluate(() => (globalThis as unknown as Page).told.long);

  const painted: number[] = [];
  let typing: number[] = [];
  const scroll = async () => {
    for (let step = 0; step < 40; step++) {
      await page.mouse.move(700, 400);
      await page.mouse.wheel(0, 1_500);
      await page.waitForTimeout(30);
    }
  };
  for (let round = 0; round < rounds; round++) {
    if (round > 0 && round % 6 === 0) await page.getByRole('button', { name: 'Start over' }).click();
    const question = `${CATEGORIES[round % CATEGORIES.length]} by month in ${2018 + (round % 8)}`;
    await clear();
    await box.pressSequentially(question, { delay: 5 });
    typing = [...typing, ...(await longTasks())];
    await box.press('Enter');
    await page.waitForFunction(() => (globalThis as unknown as Page).told.painted > 0);
    painted.push(await page.evaluate(() => (globalThis as unknown as Page).told.painted));
  }
  await reach(page, 'Ledger');
  await page.locator('[data-row]').first().waitFor();
  await clear();
  await scroll();
  const scrolling = await longTasks();
  const processor = { scrolling: await longestTask(page, scroll), typing: 0 };
  await reach(page, 'Ask');
  await box.waitFor();
  processor.typing = await longestTask(page, () => box.pressSequentially('groceries by month in 2024', { delay: 5 }));
  console.log(JSON.stringify({ rows, painted, typing, scrolling, processor }));
} finally {
  await browser.close();
  await app.close();
}
