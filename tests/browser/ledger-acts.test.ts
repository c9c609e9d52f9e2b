// What a person does to rows, in a real browser: recategorise, rename, split, note, transfers, rules, filters, accounts, undo by press
// and by key, and the ledger taken out as a file.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, figureOf, goTo, importFiles, open, watch } from '../support/person.ts';
import { servedBrowser } from '../support/served-browser.ts';

const here = servedBrowser();

const ROWS = [
  'Date,Description,Category,Account Name,Amount',
  '2024-05-02,Staples,Shopping,Everyday,-12.50',
  '2024-05-20,Green Grocer,Groceries,Everyday,-31.15',
  '2024-06-03,Green Grocer,Groceries,Everyday,-28.85',
  '2024-06-04,Savings pot,,Everyday,-200.00',
  '2024-06-05,Standing order in,,Rainy days,200.00',
].join('\n');
const FILE = { name: 'all.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) };

async function aLedger(width = 1280): Promise<{ page: Page; troubles: string[] }> {
  const context = await here.browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const troubles = watch(page);
  await open(page, here.url, '2024-06-10');
  await importFiles(page, FILE);
  await goTo(page, 'Ledger');
  await shown(page, 5);
  return { page, troubles };
}

const shown = (page: Page, count: number) =>
  page
    .getByText(`${count} transaction${count === 1 ? '' : 's'} shown`, { exact: true })
    .first()
    .waitFor();
const said = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });

async function openRow(page: Page, payee: string, nth = 0): Promise<Locator> {
  await page
    .getByRole('button', { name: `Open ${payee}` })
    .nth(nth)
    .click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('heading', { name: payee }).waitFor();
  return panel;
}
const rowText = (page: Page, payee: string, nth = 0) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Open ${payee}` }) })
    .nth(nth)
    .innerText();

test('a row and all rows of a payee change category; both are undone, one by a press and one by key', async () => {
  const { page, troubles } = await aLedger();
  let panel = await openRow(page, 'Staples');
  await panel.getByLabel('Category', { exact: true }).fill('Office');
  await panel.getByRole('button', { name: 'Change category' }).click();
  await said(page, /to Office/);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('gridcell', { name: 'Office' }).waitFor();

  panel = await openRow(page, 'Green Grocer');
  await panel.getByLabel('Category', { exact: true }).fill('Food');
  await panel.getByLabel('All 2 rows from this payee').check();
  await panel.getByRole('button', { name: 'Change category' }).click();
  await said(page, /all 2 rows to Food/);
  await panel.getByRole('button', { name: 'Undo: Green Grocer, all 2 rows to Food' }).click();
  await said(page, /^Taken back: Green Grocer/);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => rowText(page, 'Green Grocer')).toContain('Groceries');

  await page.getByRole('heading', { name: 'Ledger' }).click();
  await page.keyboard.press('Control+z');
  await said(page, /^Taken back: Staples/);
  await page.getByRole('gridcell', { name: 'Shopping' }).waitFor();
  await page.keyboard.press('Control+z');
  await said(page, /^Taken back: all\.csv/);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('split, note, name and transfer are said of a row and listed in the history, each with its way back', async () => {
  const { page, troubles } = await aLedger(390);
  let panel = await openRow(page, 'Staples');
  await panel.getByText('Split into parts').click();
  await panel.getByLabel('Amount of part 1').fill('10');
  await panel.getByLabel('Amount of part 2').fill('2.50');
  await panel.getByLabel('Category of part 2').fill('Gifts');
  await panel.getByRole('button', { name: 'Split', exact: true }).click();
  await said(page, /into 2 parts/);
  await panel.getByLabel('Note').fill('paper and a card');
  await panel.getByRole('button', { name: 'Save note' }).click();
  await said(page, /paper and a card/);
  await panel.getByText('Rename this payee').click();
  await panel.getByLabel('Name of the payee').fill('The stationer');
  await panel.getByRole('button', { name: 'Rename payee' }).click();
  await panel.getByRole('heading', { name: 'The stationer' }).waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await shown(page, 6);

  panel = await openRow(page, 'Savings pot');
  await panel.getByText('Transfer between own accounts').click();
  await panel.getByRole('button', { name: /^Pair with Rainy days/ }).click();
  await panel.getByText('The other half is in Rainy days.').waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('searchbox', { name: 'Search' }).fill('paper');
  await shown(page, 2);
  await page.getByRole('link', { name: 'Rules and history' }).first().click();
  const history = page.getByRole('list', { name: 'History' });
  for (const what of [/paired with its other half/, /Staples is now The stationer/, /paper and a card/, /into 2 parts/, /all\.csv, 5 rows/])
    await history.getByRole('listitem').filter({ hasText: what }).waitFor();
  await history.getByRole('button', { name: /^Undo: Staples.* into 2 parts$/ }).click();
  await history.getByRole('listitem').filter({ hasText: 'taken back' }).filter({ hasText: 'into 2 parts' }).waitFor();
  await goTo(page, 'Ledger');
  await shown(page, 1);
  await expect.poll(() => rowText(page, 'The stationer')).toContain('12.50');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('a rule made with a category is listed, changed, and holds for the next import', async () => {
  const { page, troubles } = await aLedger();
  const panel = await openRow(page, 'Green Grocer');
  await panel.getByLabel('Category', { exact: true }).fill('Food');
  await panel.getByLabel('All of them, and those to come').check();
  await panel.getByRole('button', { name: 'Change category' }).click();
  await said(page, /and those to come to Food/);
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Rules and history' }).first().click();
  await page.getByRole('button', { name: 'Edit “Payee is Green Grocer: category Food”' }).click();
  await page.getByLabel('Gives the category').fill('Fresh food');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByText('Payee is Green Grocer: category Fresh food').first().waitFor();
  await goTo(page, 'Import');
  const more = 'Date,Description,Category,Account Name,Amount\n2024-06-08,Green Grocer,Groceries,Everyday,-5.00\n';
  await importFiles(page, { ...FILE, name: 'more.csv', buffer: Buffer.from(more) });
  await goTo(page, 'Ask');
  expect(await figureOf(await ask(page, 'How much did I spend on fresh food?'))).toBe('65.00');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('filters are chips, their sums are told, and an account is renamed, erased and brought back', async () => {
  const { page, troubles } = await aLedger();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Category', { exact: true }).selectOption({ label: 'Groceries' });
  await shown(page, 2);
  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'This month' });
  await shown(page, 1);
  await page.getByRole('definition').filter({ hasText: '28.85' }).waitFor();
  await page.getByRole('button', { name: 'Remove filter “This month”' }).click();
  await shown(page, 2);

  await goTo(page, 'Accounts');
  await page.getByRole('button', { name: 'Rename Rainy days' }).click();
  await page.getByLabel('Name of the account').fill('Holidays');
  await page.getByRole('button', { name: 'Save name' }).click();
  await page.getByRole('heading', { name: 'Holidays' }).waitFor();
  await page.getByRole('button', { name: 'Show the rows of Holidays' }).click();
  await shown(page, 1);
  await goTo(page, 'Accounts');
  await page.getByRole('button', { name: 'Erase Holidays' }).click();
  await page.getByRole('button', { name: 'Erase the account' }).click();
  await page.getByRole('heading', { name: 'Holidays' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Holidays' }).waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('figures open the ledger on their very rows: the whole answer, and one group of it', async () => {
  const { page, troubles } = await aLedger();
  await goTo(page, 'Ask');
  const card = await ask(page, 'How much did I spend by category this year?');
  await card.getByText('The same as a table').click();
  await card.getByRole('table').getByRole('button', { name: 'Open the rows of Groceries in the ledger' }).click();
  await shown(page, 2);
  await page.getByText(/^The rows behind “How much did I spend by category this year\? · Groceries”$/).waitFor();
  await page.getByRole('definition').filter({ hasText: '60.00' }).waitFor();
  await goTo(page, 'Ask');
  await page.getByRole('button', { name: 'Open in the ledger' }).first().click();
  await page.getByText(/^The rows behind “How much did I spend by category this year\?”$/).waitFor();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await shown(page, 5);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('the ledger is saved as a file of each form', async () => {
  const { page, troubles } = await aLedger();
  await goTo(page, 'Settings');
  for (const [label, name, holds] of [
    ['CSV, for spreadsheets', 'sotto-transactions.csv', '2024-05-20,Green Grocer,Groceries,Everyday,-31.15'],
    ['hledger journal', 'sotto.journal', 'Expenses:Groceries'],
  ] as const) {
    await page.getByLabel('Format', { exact: true }).selectOption({ label });
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the file' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(name);
    expect(await readFile(await file.path(), 'utf8')).toContain(holds);
  }
  expect(troubles).toEqual([]);
  await page.context().close();
});
