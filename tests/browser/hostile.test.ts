// Hostile text on the real page: a statement whose every text is a payload, and a file name that is one. The page shows them as text:
// nothing runs, no element comes of them, no rule of the policy is touched, nothing is asked of anybody. See tests/walls/hostile.test.ts
// for every field of every format. 90 payloads, 2,000 with SOTTO_WALLS=whole.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { ask, goTo, open, watch } from '../support/person.ts';
import { servedBrowser } from '../support/served-browser.ts';
import { payloads, SEEDS } from '../walls/payloads.ts';

const WHOLE = process.env['SOTTO_WALLS'] === 'whole';
const TEXTS = payloads(WHOLE ? 2_000 : 90);
const TODAY = '2026-06-18';
/** A page of it is asked in its own words. */
const ASKED = [...(SEEDS['markup'] ?? []), ...(SEEDS['orders'] ?? [])].slice(0, WHOLE ? undefined : 6);

const here = servedBrowser();
let page: Page;
let troubles: string[];
const elsewhere = new Set<string>();

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const statement = [
  'Date,Payee,Memo,Category,Amount',
  ...TEXTS.map((text, at) => {
    const day = `2026-0${1 + (Math.floor(at / 28) % 5)}-${String(1 + (at % 28)).padStart(2, '0')}`;
    return [day, cell(text), cell(TEXTS[(at + 1) % TEXTS.length] ?? ''), cell(TEXTS[(at * 7) % 40] ?? ''), `-${1 + at / 100}`].join(',');
  }),
].join('\r\n');

beforeAll(async () => {
  const context = await here.browser.newContext();
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && `${origin}/` !== here.url) elsewhere.add(request.url());
  });
  page = await context.newPage();
  troubles = watch(page);
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      heard.push(`${effectiveDirective} ${blockedURI}`),
    );
  });
  await open(page, here.url, TODAY);
});

/** What payloads would leave behind, had they any effect. */
async function expectNoEffect(where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    hit: (globalThis as { hit?: number }).hit ?? null,
    heard: (globalThis as unknown as { heard: string[] }).heard,
    made: [
      ...document.body.querySelectorAll(
        'script, iframe, object, embed, base, meta, style, form[action], link, math, template, [onerror], [onload]',
      ),
    ]
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
      .filter((html) => !/^<script type="module"/.test(html)),
    links: [...document.querySelectorAll('a')].map(({ href }) => href).filter((href) => !href.startsWith(location.origin)),
    pictures: [...document.images].map(({ src }) => src).filter((src) => !/^(blob:|data:|$)/.test(src) && !src.startsWith(location.origin)),
    controls:
      /[\u202a-\u202e\u2066-\u2069\u200b]/.test(document.body.innerText) ||
      ['\u001b', '\u0007'].some((mark) => document.body.innerText.includes(mark)),
    title: document.title.replace(/^[A-Z][a-z ]+ · /, ''),
  }));
  expect(found, where).toEqual({ hit: null, heard: [], made: [], links: [], pictures: [], controls: false, title: 'Sotto' });
  expect([...elsewhere], where).toEqual([]);
}

test('the preview and the import', async () => {
  const name = '<img src=x onerror=globalThis.hit=1>\u202egpj.csv';
  await page
    .getByLabel('Add statements', { exact: true })
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(statement) });
  const button = page.getByRole('button', { name: /^Import [\d,.]+ transactions?$/ });
  await button.waitFor();
  await expectNoEffect('preview');
  await button.click();
  await page.getByRole('button', { name: 'Undo this import' }).first().waitFor();
  await expectNoEffect('import');
});

test('the ledger, scrolled from end to end, and every other screen', async () => {
  await goTo(page, 'Ledger');
  const rows = page.getByRole('grid', { name: 'Transactions' }).locator('..');
  await rows.waitFor();
  for (let ended = false; !ended;) {
    await expectNoEffect('ledger');
    ended = await rows.evaluate((box) => {
      box.scrollTop += box.clientHeight * 2;
      return box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
    });
    await page.waitForFunction(() => document.querySelector('[data-row]') !== null);
  }
  for (const screen of ['Accounts', 'Import', 'Models and privacy', 'Settings']) {
    await goTo(page, screen);
    await page.locator('h1').first().waitFor();
    await expectNoEffect(screen);
  }
});

test('answers that name them, with their rows and how they came about', async () => {
  await goTo(page, 'Ask');
  for (const question of ['How much did I spend by category?', 'What are my ten largest payments?', ...ASKED]) {
    const card = await ask(page, question.replaceAll('\n', ' '));
    const how = card.getByRole('button', { name: 'How I got this' });
    if (await how.count()) {
      await how.first().click();
      await page.getByRole('dialog').waitFor();
      await expectNoEffect(question);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await expectNoEffect(question);
  }
  expect(troubles).toEqual([]);
});
