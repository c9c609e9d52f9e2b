import { expect, test } from 'vitest';
import { makePreview } from '../../src/import/preview.ts';
import { readStatement } from '../../src/import/read-statement.ts';
import { read } from './read.ts';

const TEXT =
  'Statement of A. Person\nDate,Description,Amount,Currency,State\n2024-03-15,Coffee,-4.50,EUR,COMPLETED\n2024-03-16,Salary,2150.00,EUR,COMPLETED\n2024-03-20,Book,-20.00,USD,PENDING\n2024-03-21,Broken,12..34,EUR,COMPLETED\n';

test('rows as in the file stand beside rows as read, with what was set aside and what the ledger has', async () => {
  const preview = makePreview(await read(TEXT), 7, 'march.csv', (entries) =>
    entries.map(({ descriptor }) =>
      descriptor === 'Coffee' ? { kind: 'known' } : descriptor === 'Book' ? { kind: 'twin', day: '2024-03-19' } : null,
    ),
  );
  expect(preview).toMatchObject({
    previewId: 7,
    fileName: 'march.csv',
    format: 'csv',
    total: 3,
    fresh: 2,
    known: 1,
    pending: 1,
    first: '2024-03-15',
    last: '2024-03-20',
    header: ['Date', 'Description', 'Amount', 'Currency', 'State'],
  });
  expect(preview.rows.map(({ line, cells, entry, known }) => [line, cells[1], entry?.minor ?? null, known])).toEqual([
    [3, 'Coffee', -450, true],
    [4, 'Salary', 215000, false],
    [5, 'Book', -2000, false],
    [6, 'Broken', null, null],
  ]);
  expect([preview.twins, preview.transfers]).toEqual([1, 0]);
  expect(
    [preview.lists.fresh, preview.lists.known, preview.lists.marked].map((list) => list.map(({ line, cells }) => `${line} ${cells[1]}`)),
  ).toEqual([['4 Salary', '5 Book'], ['3 Coffee'], ['5 Book']]);
  expect(preview.setAside.map(({ line, why }) => `${line} ${why}`)).toEqual(['1 preamble', '6 bad-amount']);
  expect(preview.net).toEqual([
    { currency: 'EUR', minor: 214550 },
    { currency: 'USD', minor: -2000 },
  ]);
});

test('everything understood names its options, and a chosen one is kept', async () => {
  const { layout } = await read(TEXT, { pending: 'leave-out', 'column:payee': '1' });
  expect(
    layout.every(({ value, options }) => options.length > 0 && (value === '' || options.some((option) => option.value === value))),
  ).toBe(true);
  expect(layout.find(({ key }) => key === 'column:payee')).toMatchObject({ value: '1', source: 'chosen' });
  expect((await read(TEXT, { pending: 'leave-out' })).entries).toHaveLength(2);
});

const MANY = `Date,Description,Amount\n${Array.from({ length: 60_000 }, (_, at) => `0${1 + (at % 9)}/0${1 + (at % 7)}/2024,Shop ${at},-1.0${at % 10}`).join('\n')}\n`;

test('a large file reports progress and can be stopped between chunks', async () => {
  const done: number[] = [];
  const reading = await readStatement(new Blob([MANY]), {
    name: 'x',
    today: '2026-11-20',
    onProgress: (part, total) => done.push(part / total),
  });
  expect(reading.entries).toHaveLength(60_000);
  expect(done.length).toBeGreaterThan(2);
  expect(done.every((share) => share > 0 && share <= 1)).toBe(true);
  const stop = new AbortController();
  const running = readStatement(new TextEncoder().encode(MANY), {
    name: 'x',
    today: '2026-11-20',
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
});
