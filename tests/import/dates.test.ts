import { describe, expect, test } from 'vitest';
import { dayUnder, takeApart } from '../../src/import/dates.ts';
import type { DateOrder } from '../../src/import/reading.ts';

const under = (text: string, order: DateOrder): string | null => {
  const parts = takeApart(text, 2026);
  return parts && dayUnder(parts, order, 2026);
};

describe('a date with one reading is read alike under every order', () => {
  test.each([
    [
      '2024-01-31',
      '2024-01-31',
      '2024/1/31',
      '2024.01.31',
      '2024.01.31.',
      '20240131',
      '2024-01-31T10:15:00Z',
      '2024-01-31 10:15:00.123 +0200',
      '20240131120000[0:GMT]',
      '2024年1月31日',
      '2024년 1월 31일',
      '2024:01:31',
    ],
    [
      '2024-01-31',
      '31 Jan 2024',
      '31-Jan-24',
      'Jan 31, 2024',
      '31. Januar 2024',
      '31 janvier 2024',
      '31 de enero de 2024',
      '31 stycznia 2024',
      '31. ledna 2024',
      '31 января 2024 г.',
      'Wed, 31 Jan 2024',
      '2024 Jan 31',
    ],
    ['2024-03-01', '1 mrt 2024', '1. März 2024', '1 марта 2024', '2024. március 1.'],
    ['2024-01-31', '="2024-01-31"', "'2024-01-31", '٢٠٢٤-٠١-٣١', '２０２４/０１/３１'],
  ])('%s', (day, ...texts) => {
    for (const text of texts) for (const order of ['dmy', 'mdy', 'ymd'] as const) expect(under(text, order), text).toBe(day);
  });
});

test.each([
  ['03/04/2024', '2024-04-03', '2024-03-04'],
  ['3.4.24', '2024-04-03', '2024-03-04'],
  ['03-04-24 10:15', '2024-04-03', '2024-03-04'],
  ["3/ 4'24", '2024-04-03', '2024-03-04'],
  ['Mo 03.04.2024', '2024-04-03', '2024-03-04'],
  ['03/04/2024 as of 03/01/2024', '2024-04-03', '2024-03-04'],
])('%s is %s day first and %s month first', (text, dayFirst, monthFirst) => {
  expect([under(text, 'dmy'), under(text, 'mdy')]).toEqual([dayFirst, monthFirst]);
});

test.each(['14:22 05-03-24', '2:22 pm, 5 Mar 2024', '14:22:01 05.03.2024'])('the time of day may stand before the day: "%s"', (text) => {
  const parts = takeApart(text, 2026);
  expect(parts && dayUnder(parts, 'dmy', 2026)).toBe('2024-03-05');
});

test('a day that does not exist is none', () => {
  expect([under('31/02/2024', 'dmy'), under('31/02/2024', 'mdy'), under('29.02.2023', 'dmy')]).toEqual([null, null, null]);
});

test.each([
  '12.50',
  '1,234.56',
  '10:15',
  'Coffee House',
  'DE02120300000000202051',
  '4111 1111 1111 1111',
  '1/2',
  '123456789',
  'May',
  '12 Main Street 2024 x y z',
])('"%s" is no date', (text) => expect(takeApart(text, 2026)).toBeNull());
