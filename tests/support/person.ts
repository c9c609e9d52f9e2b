// What a person does in Sotto, by the accessible names that DESIGN.md keeps.
import type { Locator, Page } from 'playwright-core';

/** Whatever goes wrong on a page is a failed test, not a line in a console that nobody reads. */
export function watch(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  return troubles;
}

export async function open(page: Page, url: string, today: string): Promise<void> {
  await page.goto(`${url}?today=${today}`);
  await page.locator('h1').first().waitFor();
}

/** Chooses files as a person would, waits for the preview, and imports what it offers. */
export async function importFiles(page: Page, files: string | { name: string; mimeType: string; buffer: Buffer }): Promise<string> {
  await page.getByLabel('Add statements', { exact: true }).first().setInputFiles(files);
  const button = page.getByRole('button', { name: /^Import [\d,.]+ transactions?$/ });
  await button.waitFor();
  const offer = (await button.textContent()) ?? '';
  await button.click();
  await page.getByRole('button', { name: 'Undo this import' }).first().waitFor();
  return offer.trim();
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('link', { name: screen, exact: true }).first().click();
}

/** Asks by keyboard and gives back the new card. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const box = page.getByRole('textbox', { name: 'Ask about your money' });
  await box.waitFor(); // the cards of an earlier conversation come with it, and are not the answer to this question
  const cards = page.getByRole('article');
  const before = await cards.count();
  await box.fill(question);
  await box.press('Enter');
  const card = cards.nth(before);
  await card.waitFor();
  await page.waitForFunction((index) => document.querySelectorAll('article')[index]?.hasAttribute('data-status'), before);
  return card;
}

export const figureOf = (card: Locator): Promise<string | null> => card.locator('[data-figure]').first().getAttribute('data-figure');
