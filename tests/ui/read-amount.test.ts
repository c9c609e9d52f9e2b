import { describe, expect, test } from 'vitest';
import { readAmount } from '../../src/ui/read-amount.ts';

describe('an amount as it is typed', () => {
  test.each<[number, string, ...string[]]>([
    [1250, 'EUR', '12.50', '12,50', '12,5', ' 12.5 ', '+12.50'],
    [-1250, 'EUR', '-12.50', '−12,50'],
    [123456, 'EUR', '1.234,56', '1,234.56', "1'234.56", '1 234,56'],
    [123400, 'EUR', '1234', '1,234', '1.234', '1234.'],
    [1234, 'JPY', '1234', '1,234', '1.234'],
    [1234, 'KWD', '1.234', '1,234'],
    [50, 'EUR', '.5', ',50', '0.50'],
  ])('%s minor units of %s', (minor, currency, ...typed) => {
    for (const text of typed) expect(readAmount(text, currency), text).toBe(minor);
  });

  test.each(['', ' ', 'twelve', '12 euros', '.', '--5', '1-2'])('"%s" is none', (text) => expect(readAmount(text, 'EUR')).toBeNull());
});
