// What is not a statement ends in words that say what happened and what to do, and leaves the ledger as it was.
import { expect, test } from 'vitest';
import { goTo, importFiles, open } from '../support/person.ts';
import { servedBrowser } from '../support/served-browser.ts';

const here = servedBrowser();

const file = (name: string, content: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const GOOD = file('card.csv', 'Date,Description,Amount\n2024-05-02,Corner Coffee,-4.50\n2024-05-16,Green Grocer,-31.15\n');

const BAD = [
  ['an empty file', file('empty.csv', ''), /empty/i],
  [
    'a picture named as a statement',
    file('scan.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe, 0, 1])),
    /no statement that I can read/,
  ],
  ['a PDF', file('statement.pdf', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n'), /I read CSV, OFX, .* beside a PDF/],
  ['a list without dates or amounts', file('names.csv', 'Name,Colour\nAda,red\nBo,blue\nCy,green\n'), /transaction|date|amount/i],
] as const;

test.each(BAD)('%s', async (_, bad, says) => {
  const context = await here.browser.newContext();
  const page = await context.newPage();
  await open(page, here.url, '2024-06-10');
  await importFiles(page, GOOD);
  await page.getByLabel('Add statements', { exact: true }).first().setInputFiles(bad);
  const words = page.getByRole('main').getByText(says).first();
  await words.waitFor();
  expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
  await goTo(page, 'Ledger');
  await page.getByText('Corner Coffee').first().waitFor();
  await page.getByText('Green Grocer').first().waitFor();
  await context.close();
});

test('a file cut in the middle of a row keeps the rows before it, and names the line', async () => {
  const context = await here.browser.newContext();
  const page = await context.newPage();
  await open(page, here.url, '2024-06-10');
  const cut = file('cut.csv', 'Date,Description,Amount\n2024-05-02,Corner Coffee,-4.50\n2024-05-16,Green Grocer,-31.15\n2024-05-1');
  await page.getByLabel('Add statements', { exact: true }).first().setInputFiles(cut);
  await page.getByRole('button', { name: 'Import 2 transactions' }).waitFor();
  const aside = page.getByRole('table', { name: 'Set aside' });
  await aside.waitFor();
  expect(await aside.textContent()).toMatch(/4/);
  expect(await aside.textContent()).toMatch(/2024-05-1/);
  await context.close();
});
