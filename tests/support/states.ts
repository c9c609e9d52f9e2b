// One walk through every screen in every state a person can meet, by accessible names. Tests look at each state, and so does the camera.
import type { Page } from 'playwright-core';
import { ask } from './person.ts';

export const TODAY = '2026-11-20';

/** An invented statement with what only a person can say (03/04 may be April or March), a row without a day, and the same row twice. */
export const STATEMENT = [
  'Date;Payee;Category;Amount',
  '03/04/2026;Green Grocer;Groceries;-31,15',
  '05/04/2026;Corner Coffee;Coffee;-3,20',
  '07/04/2026;City Transport;Travel;-48,00',
  '08/04/2026;Elm Street Books;Books;-19,90',
  '09/04/2026;no date here',
].join('\n');

export const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Told of each state once the page shows it. */
export type Visit = (state: string) => Promise<void>;

const chooseFile = (page: Page, file: ReturnType<typeof fileOf>) =>
  page.getByLabel('Add statements', { exact: true }).first().setInputFiles(file);

/** On a phone some screens stand behind More; the link's name is the same. */
export async function reach(page: Page, screen: string): Promise<void> {
  const link = page.getByRole('link', { name: screen, exact: true }).first();
  const more = page.getByRole('button', { name: 'More', exact: true });
  await link.or(more).first().waitFor(); // a page that is not drawn yet shows neither
  if (!(await link.isVisible())) await more.click();
  await link.click();
  await page
    .locator('h1', { hasText: screen === 'Ask' ? '' : screen })
    .first()
    .waitFor();
}

export async function addSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try a sample ledger' }).click();
  await page.getByRole('list', { name: 'Your ledger can answer these' }).waitFor();
}

async function beforeAnyRow(page: Page, url: string, visit: Visit): Promise<void> {
  await page.goto(`${url}?today=${TODAY}`);
  await page.getByRole('button', { name: 'Try a sample ledger' }).waitFor();
  await visit('first-run');
  for (const [screen, state] of [
    ['Ledger', 'ledger-empty'],
    ['Accounts', 'accounts-empty'],
    ['What changed', 'what-changed-empty'],
    ['Rules and history', 'history-empty'],
  ] as const) {
    await reach(page, screen);
    await visit(state);
  }
}

async function importing(page: Page, visit: Visit): Promise<void> {
  await reach(page, 'Import');
  await page.getByText('No statement yet').waitFor();
  await visit('import');
  await chooseFile(page, fileOf('notes.csv', 'Dear diary,\nnothing happened today.\n'));
  await page.getByText('I found no transactions').first().waitFor();
  await visit('import-unreadable');
  await chooseFile(page, fileOf('april.csv', STATEMENT));
  const button = page.getByRole('button', { name: /^Import [\d,]+ transaction/ });
  await button.waitFor();
  await visit('import-preview');
  await button.click();
  await page.getByRole('button', { name: 'Undo this import' }).waitFor();
  await page.getByRole('list', { name: 'Your ledger can answer these' }).waitFor();
  await visit('imported');
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByText('No statement yet').waitFor();
}

async function asking(page: Page, visit: Visit): Promise<void> {
  await reach(page, 'Ask');
  await addSample(page);
  await visit('ask');
  const answer = await ask(page, 'How much did I spend on groceries last month?');
  await visit('answer');
  await answer.getByRole('button', { name: 'How I got this' }).click();
  await page.getByLabel('SQL', { exact: true }).first().waitFor();
  await visit('how-i-got-this');
  await page.keyboard.press('Escape');
  await answer.getByRole('button', { name: 'Keep', exact: true }).click();
  for (const [question, state] of [
    ['What did I spend by category this year?', 'by-category'],
    ['How much did I spend each month this year?', 'by-month'],
    ['Did I spend more on groceries or on restaurants last month?', 'comparison'],
    ['How much did the flibbertigibbet cost?', 'not-understood'],
  ] as const) {
    await ask(page, question);
    await page.waitForFunction(() => !document.querySelector('.drawing[aria-busy]'));
    await visit(state);
  }
}

async function lookingRound(page: Page, visit: Visit): Promise<void> {
  await page.getByRole('article').first().getByRole('button', { name: 'Open in the ledger' }).click();
  await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
  await visit('rows-of-an-answer');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await visit('ledger');
  await reach(page, 'Ask');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('list', { name: 'Kept' }).waitFor();
  await visit('kept');
  for (const [screen, state] of [
    ['Import', 'import-history'],
    ['Accounts', 'accounts'],
    ['What changed', 'what-changed'],
    ['Settings', 'settings'],
    ['Models and privacy', 'models-and-privacy'],
  ] as const) {
    await reach(page, screen);
    await visit(state);
  }
}

async function changingRows(page: Page, visit: Visit): Promise<void> {
  await reach(page, 'Ledger');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Spending' });
  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Last month' });
  await page
    .getByRole('button', { name: /^Open / })
    .first()
    .waitFor();
  await visit('ledger-filters');
  await page.getByLabel('Search', { exact: true }).fill('flibbertigibbet');
  await page.getByText('No transaction matches').waitFor();
  await visit('ledger-nothing');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  const row = page.getByRole('dialog');
  await row.waitFor();
  await visit('row');
  await row.getByLabel('Category', { exact: true }).fill('Somewhere else');
  await row.getByRole('button', { name: 'Change category' }).click();
  await row.getByRole('button', { name: /^Undo/ }).waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('dialog input')].some((each) => (each as HTMLInputElement).value === 'Somewhere else'),
  );
  await row.getByText('Split into parts', { exact: true }).click();
  await visit('row-changed');
  await row.getByRole('button', { name: 'Close' }).click();
  await reach(page, 'Rules and history');
  await page.getByRole('button', { name: /^Undo/ }).first().waitFor();
  await visit('history');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await visit('rule');
}

async function dialogs(page: Page, visit: Visit): Promise<void> {
  await reach(page, 'Models and privacy');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').waitFor();
  await visit('erase');
  await page.getByRole('button', { name: 'Keep everything' }).click();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await visit('keys');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const more = page.getByRole('button', { name: 'More', exact: true });
  if (!(await more.isVisible())) return;
  await more.click();
  await visit('more');
}

const PASSPHRASE = 'four plain words here';

async function locking(page: Page, visit: Visit): Promise<void> {
  await reach(page, 'Settings');
  await page.getByRole('button', { name: 'Set up a lock' }).click();
  await visit('lock');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same once more').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Go on' }).click();
  const key = page.locator('.key');
  await key.waitFor();
  await visit('recovery-key');
  await page.getByLabel('Type its last group').fill(((await key.textContent()) ?? '').slice(-5));
  await page.getByRole('button', { name: 'Turn the lock on' }).click();
  await page.getByRole('button', { name: 'Lock now' }).waitFor();
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await visit('lock-on');
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('heading', { name: 'Your ledger is locked' }).waitFor();
  await visit('locked');
  await page.getByLabel('Passphrase', { exact: true }).fill('four other words here');
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByRole('button', { name: 'Use the recovery key' }).and(page.locator(':enabled')).waitFor();
  await page.locator('.note.error').waitFor();
  await visit('unlock-wrong');
  await page.getByRole('button', { name: 'Use the recovery key' }).click();
  await page.getByText('Both are lost?').click();
  await visit('unlock-recovery');
}

/** From a blank page to everything the sample ledger can show. */
export async function walk(page: Page, url: string, visit: Visit): Promise<void> {
  await beforeAnyRow(page, url, visit);
  await importing(page, visit);
  await asking(page, visit);
  await lookingRound(page, visit);
  await changingRows(page, visit);
  await dialogs(page, visit);
  await locking(page, visit);
}
