// Files in the layouts of real banks: each is read right, row by row, and asks exactly where its truth says that nothing decides.
import { expect, test } from 'vitest';
import { bankFiles, judgeBankFile } from './bank-files.ts';

const files = bankFiles();

test('there are layouts to read', () => expect(files.length).toBeGreaterThanOrEqual(60));

test.each(files.map((file) => [file.name, file] as const))('%s', async (_, file) => {
  const { wrong, asks } = await judgeBankFile(file, '2026-03-18');
  expect(wrong).toEqual([]);
  for (const ask of asks) expect(file.asks, `asks ${ask}`).toContain(ask);
  for (const ask of file.asks) expect(asks, `does not ask ${ask}`).toContain(ask);
});
