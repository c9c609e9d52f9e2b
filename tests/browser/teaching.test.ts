// What a word means is taught on a card, holds after a new conversation and a reload, is listed, and can be forgotten. A chip is changed, and that
// holds for its words from then on.
import { expect, test } from 'vitest';
import { ask, figureOf, goTo, importFiles, open, watch } from '../support/person.ts';
import { onProfile } from '../support/served-browser.ts';

const ROWS = [
  'Date,Description,Category,Amount',
  '02-05-2024,Staples,Shopping,-12.50',
  '20-05-2024,Green Grocer,Groceries,-31.15',
  '03-06-2024,Green Grocer,Groceries,-28.85',
].join('\n');

test('taught, kept, listed, forgotten', async () => {
  await onProfile(async ({ app, browser }) => {
    const page = await browser.context.newPage();
    const troubles = watch(page);
    await open(page, app.url, '2024-06-10');
    await importFiles(page, { name: 'card.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) });
    await goTo(page, 'Ask');
    const lesson = await ask(page, 'By the lair I mean Staples');
    await lesson.getByRole('button', { name: 'Remember' }).click();
    await lesson.getByRole('button', { name: 'Remembered' }).waitFor();

    await page.reload();
    await page.getByRole('textbox', { name: 'Ask about your money' }).waitFor();
    expect(await figureOf(await ask(page, 'how much did I spend at the lair in May'))).toBe('12.50');

    const cards = page.getByRole('article');
    await page.getByRole('button', { name: /^Change “.*Staples”/ }).click();
    await page.getByRole('textbox', { name: 'Change to' }).fill('green');
    await page.getByRole('list', { name: 'Choices' }).getByRole('button', { name: 'Green Grocer' }).click();
    await cards.nth(1).locator('[data-figure]').first().waitFor();
    expect(await figureOf(cards.nth(1))).toBe('31.15');
    await cards.nth(1).getByRole('button', { name: 'Remembered' }).waitFor();

    await page.evaluate(() => (location.hash = '#/settings')); // on a narrow page its link waits behind More
    await page.getByText('“lair” means Green Grocer', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget “lair”' }).click();
    await page.getByText('“lair” means Green Grocer', { exact: true }).waitFor({ state: 'detached' });
    await goTo(page, 'Ask');
    const after = await ask(page, 'how much did I spend at the lair in May');
    expect(await after.getAttribute('data-status')).not.toBe('answered');
    expect(troubles).toEqual([]);
  });
});
