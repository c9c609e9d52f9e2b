import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDecimal, toMinor } from '../../src/base/money.ts';

test.each([
  ['12.34', 'EUR', 1234],
  ['-0.05', 'USD', -5],
  ['1200', 'JPY', 1200],
  ['1.2', 'KWD', 1200],
  ['.5', 'GBP', 50],
  ['7.', 'GBP', 700],
  ['1.500', 'EUR', 150],
])('%s %s is %i minor units', (text, currency, minor) => expect(toMinor(text, currency)).toBe(minor));

test.each([
  ['', 'EUR'],
  ['-', 'EUR'],
  ['.', 'EUR'],
  ['1,5', 'EUR'],
  ['1.234', 'EUR'],
  ['0.5', 'JPY'],
  ['1e5', 'EUR'],
  ['99999999999999999', 'EUR'],
])('"%s" %s is no amount', (text, currency) => expect(toMinor(text, currency)).toBeNull());

test('zero has no sign', () => expect(Object.is(toMinor('-0.00', 'EUR'), -0)).toBe(false));

test('text and minor units are the same thing in every currency', () => {
  const safe = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });
  fc.assert(
    fc.property(safe, fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'XYZ'), (minor, currency) => {
      expect(toMinor(toDecimal({ minor, currency }), currency)).toBe(minor);
    }),
  );
});
