import { expect, test } from 'vitest';
import { fiscalLabel } from '../../../src/ask/spans/dates/fiscal-label.ts';
import { mostOfYear } from '../../../src/ask/spans/dates/units.ts';
import type { DateContext, DateParser } from '../../../src/ask/spans/dates/period.ts';

const context: DateContext = {
  today: '2026-09-17',
  weekStart: 1,
  dayFirst: true,
  british: false,
  firstDay: '2025-05-01',
  lastDay: '2026-09-16',
  payday: () => null,
};
const ranges = (parser: DateParser, text: string, more: Partial<DateContext> = {}) =>
  [...text.matchAll(parser.pattern)].flatMap((match) => {
    const read = parser.read(match.groups ?? {}, { ...context, ...more }, text);
    return read ? read.ranges.map(({ from, until }) => `${from}..${until}`) : [];
  });

test.each<[meaning: string, more: Partial<DateContext>, ...said: string[]]>([
  ['2025-07-01..2026-07-01', { financialYear: [7, 1] }, 'total in fy26', 'fy 2025-26', 'for fy25/26', "fy '26"],
  ['2025-04-06..2026-04-06', { british: true }, 'fy26', 'fy 25/26'],
  ['2026-01-01..2027-01-01', {}, 'fy26', 'in fy 2026'],
])('%s', (meaning, more, ...said) => {
  for (const text of said) expect(ranges(fiscalLabel, text, more), text).toEqual([meaning]);
});

test.each(['fy25/28', 'comfy 26', 'fyi 26 payments'])('"%s" is no financial year', (text) => {
  expect(ranges(fiscalLabel, text, { financialYear: [7, 1] })).toEqual([]);
});

test('the most of the year is of the running one', () => {
  for (const text of ['smallest coles shop of the year', 'the dearest travel booking of the year', 'most expensive meal of the year'])
    expect(ranges(mostOfYear, text), text).toEqual(['2026-01-01..2026-09-18']);
  for (const text of [
    'the start of the year',
    'the last day of the year',
    'the rest of the year',
    'the first month of the year',
    'my priciest day of the week',
    'the dearest month of the year',
  ])
    expect(ranges(mostOfYear, text), text).toEqual([]);
});
