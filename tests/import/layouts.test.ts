import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '../../src/import/layouts/apply-layout.ts';
import { checkLayout } from '../../src/import/layouts/check-layout.ts';

const options = { name: 'layout', today: '2026-11-20' };

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
  test('reads its own sample as it says', async () => expect(await checkLayout(layout, options)).toEqual([]));
});

test('a wrong layout is told what is wrong with it, and where', async () => {
  const first = LAYOUTS.find(({ name }) => name === 'firefly-iii');
  expect(await checkLayout({ ...first, expect: ['2024-01-15 -99.00 EUR | Current | Corner Bakery'] }, options)).toContain(
    'row 1: expected "2024-01-15 -99.00 EUR | Current | Corner Bakery", read "2024-01-15 -12.50 EUR | Current | Corner Bakery"',
  );
  expect(await checkLayout({ name: 'x' }, options)).toContain('"rows" must be a list of at least one rule');
  expect(
    await checkLayout(
      {
        name: 'x',
        about: 'y',
        header: ['Day'],
        sample: ['Date,Sum', '2024-01-01,1'],
        expect: ['z'],
        rows: [{ cells: { Date: 'Date', Amount: 'Amonut' } }],
      },
      options,
    ),
  ).toEqual([
    '"rows"[0].cells."Amount" takes column "Amonut", which the first line of "sample" lacks',
    '"header" names "Day", which the first line of "sample" lacks',
  ]);
  expect(await checkLayout('x', options)).toEqual(['a layout file is one JSON object']);
});
