// Money as a whole number of minor units with its ISO 4217 currency. Two currencies are never added.
// Exponents from ISO 4217 list one: two digits unless listed here.

export interface Money {
  /** Minor units (cents, pence, yen, fils); money out is negative. */
  minor: number;
  /** ISO 4217 alphabetic code. */
  currency: string;
}

const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** The currencies that do not have two digits after the mark. */
export const oddCurrencies: readonly string[] = Object.keys(EXPONENTS);

/** Digits after the decimal mark. An unknown or unsaid currency counts as two. */
export const exponentOf = (currency: string): number => EXPONENTS[currency] ?? 2;

/**
 * Decimal text with a point ("-1234.5") as minor units of `currency`; null when it is no number, has more digits than a
 * safe integer holds, or has more (non-zero) decimals than the currency.
 */
export function toMinor(decimal: string, currency: string): number | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(decimal);
  if (!match || (match[2] === '' && !match[3])) return null;
  const exponent = exponentOf(currency);
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > exponent) return null;
  const minor = Number(`${match[2]}${decimals.padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] === '-' && minor !== 0 ? -minor : minor;
}

/** Minor units as decimal text with a point and every digit of the currency: -34.50, 1200 (yen). */
export function toDecimal({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  return `${minor < 0 ? '-' : ''}${whole}${exponent ? `.${digits.slice(-exponent)}` : ''}`;
}
