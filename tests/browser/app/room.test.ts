// Room on the device: that the browser may delete the ledger, and that room runs out, is told before either hurts. How much room there
// is, and whether it is kept, this machine's browser does not let a test choose: those two answers are stood in for.
import { expect, test } from 'vitest';
import { reach } from '../../support/states.ts';
import { watch } from '../../support/person.ts';
import { servedBrowser } from '../../support/served-browser.ts';

const here = servedBrowser();

interface Room {
  usage: number;
  quota: number;
  persisted: boolean;
}

async function openWith(room: Room) {
  const context = await here.browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors = watch(page);
  await page.addInitScript(({ usage, quota, persisted }) => {
    let kept = persisted;
    navigator.storage.estimate = () => Promise.resolve({ usage, quota });
    navigator.storage.persisted = () => Promise.resolve(kept);
    navigator.storage.persist = () => Promise.resolve((kept = true));
  }, room);
  await page.goto(here.url);
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  return { page, errors, close: () => context.close() };
}

const FULL = /more than 80 % of the space it may have/;
const MAY_GO = /it may delete the ledger when space on this device runs out/;

test('room that runs out is told on every screen, and by how much where the device is described', async () => {
  const { page, errors, close } = await openWith({ usage: 850e6, quota: 1e9, persisted: true });
  const told = page.getByText(/little room left on this device; soon it could not save/);
  for (const screen of ['Ask', 'Import', 'Ledger', 'Settings', 'Models and privacy']) {
    await reach(page, screen);
    await told.waitFor();
  }
  await page.getByText(FULL).waitFor();
  await page.getByText('850 MB of 1 GB granted').waitFor();
  expect(await page.getByText(MAY_GO).count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

test('that the browser may delete the ledger is told until it promises not to', async () => {
  const { page, errors, close } = await openWith({ usage: 10e6, quota: 1e9, persisted: false });
  await reach(page, 'Models and privacy');
  await page.getByText(MAY_GO).waitFor();
  expect(await page.getByText(FULL).count()).toBe(0);
  await page.getByRole('button', { name: 'Keep it when space is short' }).click();
  await page.getByText(MAY_GO).waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await close();
});
