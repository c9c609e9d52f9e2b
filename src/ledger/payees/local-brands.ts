// Brands that only the money of their country tells: METRO 164 is a supermarket in Canada, and an underground elsewhere.
import { lookUp } from '../../base/look-up.ts';
import data from './local-brands.json' with { type: 'json' };
import { matchWords } from './match-words.ts';
import { isPlace } from './places.ts';
import type { ReadPayee } from './read-payee.ts';

const byCurrency: Readonly<Record<string, Readonly<Record<string, ReadPayee>>>> = data.brands;

export const hasLocalBrands = (currency: string): boolean => lookUp(byCurrency, currency) !== undefined;

/** The brand that a text is where this currency is paid with, or null: its word alone, or with numbers and places behind it. */
export function localBrand(text: string, currency: string): ReadPayee | null {
  const [first = '', ...rest] = matchWords(text);
  return rest.every((word) => /^\d{1,5}$/.test(word) || isPlace(word)) ? (lookUp(lookUp(byCurrency, currency) ?? {}, first) ?? null) : null;
}
