// The usual shape of an amount read by its character codes, for the inner loop of an import.
import type { DecimalMark } from '../amounts.ts';

/** "-1234.56" and the like as minor units, NaN for anything less usual. */
export function quickMinor(cell: string, mark: DecimalMark, exponent: number): number {
  const length = cell.length;
  if (length === 0 || length > 15) return NaN;
  const markCode = mark === '.' ? 46 : 44;
  let at = 0;
  const first = cell.charCodeAt(0);
  if (first === 45 || first === 43) at = 1;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (code === markCode && decimals < 0 && digits > 0) decimals = 0;
    else return NaN;
  }
  if (digits === 0 || decimals > exponent || decimals === 0) return NaN;
  for (let missing = exponent - Math.max(decimals, 0); missing > 0; missing -= 1) value *= 10;
  return first === 45 && value !== 0 ? -value : value;
}
