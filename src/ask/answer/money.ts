// Figures as people read and hear them, by Intl, at the last moment.
import { exponentOf } from '../../base/money.ts';

const kept = new Map<string, Intl.NumberFormat>();
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  kept.set(key, made);
  return made;
}

/** Minor units (also fractions of one, from averages) as a decimal number. */
export const decimal = (minor: number, currency: string): number => Math.round(minor) / 10 ** exponentOf(currency);

export const moneyWords = (minor: number, currency: string, locale: string): string =>
  format(locale, { style: 'currency', currency }).format(decimal(minor, currency));

/** For the ear: no grouping marks, the currency's own name. */
export const moneySpoken = (minor: number, currency: string, locale: string): string =>
  format(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    useGrouping: false,
    minimumFractionDigits: minor % 10 ** exponentOf(currency) === 0 ? 0 : exponentOf(currency),
  }).format(decimal(minor, currency));

export const countWords = (value: number, locale: string): string => format(locale, { maximumFractionDigits: 2 }).format(value);
export const percentWords = (value: number, locale: string): string =>
  `${format(locale, { maximumFractionDigits: 1, minimumFractionDigits: 0 }).format(value)} %`;
