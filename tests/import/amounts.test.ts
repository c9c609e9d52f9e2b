import { describe, expect, test } from 'vitest';

import { ExactSum, markOf, takeAmountApart, toMinorUnits, valueOf, type DecimalMark } from '../../src/import/amounts.ts';
import { readCell } from '../../src/import/table/cell-value.ts';
import { quickMinor } from '../../src/import/table/quick-minor.ts';

const minor = (text: string, mark: DecimalMark, currency = 'EUR'): number | null => {
  const value = readCell(text, mark);
  return value && (toMinorUnits(value.exact, currency)?.minor ?? null);
};

describe('with a decimal point', () => {
  test.each<[number, ...string[]]>([
    [
      123456,
      '1,234.56',
      '$1,234.56',
      '1234.56 USD',
      'USD 1,234.56',
      '+1234.56',
      '1 234.56',
      "1'234.56",
      '="1,234.56"',
      '1,234.56 CR',
      'Rs. 1,234.56',
      '1,234.56Cr',
    ],
    [
      -123456,
      '-1,234.56',
      '(1,234.56)',
      '($1,234.56)',
      '1,234.56-',
      '- $1,234.56',
      '-$1,234.56',
      '$-1,234.56',
      '1,234.56 DR',
      '−1234.56',
      '1234.56 Dr.',
    ],
    [12345678900, '12,34,56,789.00', '123456789'],
    [-46, '-.46', '-0.46'],
    [500, '5', '5.0', '5.00'],
  ])('%i', (expected, ...texts) => {
    for (const text of texts) expect(minor(text, '.'), text).toBe(expected);
  });
});

describe('with a decimal comma', () => {
  test.each<[number, ...string[]]>([
    [
      123456,
      '1.234,56',
      '1 234,56',
      '1234,56 €',
      '€ 1.234,56',
      'EUR 1.234,56',
      '1 234,56 Kč',
      '1.234,56 H',
      'R$ 1.234,56',
      '1 234,56 руб.',
      '１.２３４,５６',
    ],
    [-123456, '-1.234,56', '1.234,56-', '1.234,56 S', '-1 234,56 zł'],
    [1000, '10,-', '10,00'],
    [123400, '1.234'],
  ])('%i', (expected, ...texts) => {
    for (const text of texts) expect(minor(text, ','), text).toBe(expected);
  });
});

test('a cell that proves the other mark is still read by what it says itself', () => {
  expect(minor('1,234.56', ',')).toBe(123456);
  expect(minor('1.234,56', '.')).toBe(123456);
});

test.each(['12..34', '1.23.4', 'abc', '12 apples', '1/2', '', '-', '(12', '12)', '1,2,3', '--5', '12-34', 'A-1'])(
  '"%s" is no amount',
  (text) => {
    expect(takeAmountApart(text)).toBeNull();
  },
);

test.each<[string | null, ...string[]]>([
  ['.', '1,234.5', '12.3', '0.125', '1234.567', '1,234,567'],
  [',', '1.234,5', '12,3', '0,125', '1.234.567'],
  ['either', '1.234', '1,234', '12.345'],
  [null, '1234', '5'],
])('%s: what one number says of the decimal mark', (mark, ...bodies) => {
  for (const body of bodies) expect(markOf(body), body).toBe(mark);
});

test('the exponent comes from the currency', () => {
  expect([minor('1,234', '.', 'JPY'), minor('1.234', '.', 'KWD'), minor('12', '.', 'JPY'), minor('12', '.', 'TND')]).toEqual([
    1234, 1234, 12, 12000,
  ]);
});

test('more digits than the currency has are rounded half away from zero and said so', () => {
  const units = (text: string) => {
    const parts = takeAmountApart(text);
    const value = parts && valueOf(parts, '.');
    return value && toMinorUnits(value, 'USD');
  };
  expect(units('1.005')).toEqual({ minor: 101, exact: false });
  expect(units('-1.005')).toEqual({ minor: -101, exact: false });
  expect(units('1.0049')).toEqual({ minor: 100, exact: false });
  expect(units('1.000000')).toEqual({ minor: 100, exact: true });
  expect(units('9999999999999999.00')).toBeNull();
});

test('sums stay exact whatever the number of digits', () => {
  const sum = new ExactSum();
  sum.addMinor(10, 2);
  sum.addMinor(20, 2);
  sum.add({ digits: '13037355652284177', scale: 13, negative: false });
  sum.addMinor(-5, 0);
  expect(sum.toString()).toBe('1299.0355652284177');
});

test('the short way for plain figures agrees with the long one, and steps aside for the rest', () => {
  for (const text of ['-1234.56', '0.5', '7', '+3.10', '000.07']) expect(quickMinor(text, '.', 2), text).toBe(minor(text, '.'));
  for (const text of ['1,234.56', '1.234', '', '-', '12.', '.5', 'x', '1e5', '12345678901234567'])
    expect(quickMinor(text, '.', 2), text).toBeNaN();
});
