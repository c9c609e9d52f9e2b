// Money, days, counts and times for the eye, by Intl, at the last moment. Formatters are made once for each locale.
import { addDays, isDay, type Day, type DayRange } from '../base/days.ts';
import { exponentOf, toDecimal, type Money } from '../base/money.ts';
import { words } from '../strings/words.ts';

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function once<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const found = (kept.get(key) as F | undefined) ?? make();
  kept.set(key, found);
  return found;
}

const numbers = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  once(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));

const dates = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

/** Money with its currency; `plus` writes a + before money that came in. A true minus sign keeps columns level. */
export function formatMoney({ minor, currency }: Money, locale: string, plus = false): string {
  const digits = exponentOf(currency);
  const known = /^[A-Z]{3}$/.test(currency);
  const format = numbers(locale, {
    ...(known ? { style: 'currency', currency } : {}),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: plus ? 'exceptZero' : 'auto',
  });
  const text = format.format(toDecimal({ minor, currency }) as `${number}`).replace('-', '\u2212');
  return known || !currency ? text : `${text} ${currency}`;
}

/** A decimal amount, for charts and results, which count in whole currency and not in minor units. */
export function formatAmount(value: number, currency: string, locale: string): string {
  const digits = exponentOf(currency);
  return formatMoney({ minor: Math.round(value * 10 ** digits), currency }, locale);
}

/** A label of a chart or a table as people read it: days and months by Intl, the rest as it is. */
export function formatLabel(label: string, locale: string): string {
  if (isDay(label)) return formatDay(label, locale);
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(label)) return dates(locale, { month: 'short', year: 'numeric' }).format(utc(`${label}-01`));
  return label;
}

export const formatCount = (count: number, locale: string): string => numbers(locale, {}).format(count);

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** "3 Jan 2026". */
export const formatDay = (day: Day, locale: string): string =>
  dates(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(utc(day));

/** A sentence with every YYYY-MM-DD in it as the locale writes days. */
export const withDays = (text: string, locale: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => (isDay(found) ? formatDay(found, locale) : found));

/** "3 Jan to 28 Feb 2026" from both days included. */
export const formatSpan = (first: Day, last: Day, locale: string): string =>
  first === last
    ? formatDay(first, locale)
    : dates(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(utc(first), utc(last));

/** A half-open range as people say it, both days included. */
export const formatRange = ({ from, until }: DayRange, locale: string): string => formatSpan(from, addDays(until, -1), locale);

export const formatMoment = (iso: string, locale: string): string =>
  once(`moment ${locale}`, () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })).format(new Date(iso));

/** Milliseconds as a step took them: "4ms", "1.2s", "under 1ms". */
export function formatDuration(milliseconds: number, locale: string): string {
  if (milliseconds < 1) return words.time.under(formatDuration(1, locale));
  const inSeconds = milliseconds >= 1000;
  return numbers(locale, {
    style: 'unit',
    unit: inSeconds ? 'second' : 'millisecond',
    unitDisplay: 'narrow',
    maximumFractionDigits: inSeconds ? 1 : 0,
  }).format(inSeconds ? milliseconds / 1000 : milliseconds);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatBytes(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return numbers(locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  }).format(value);
}

/** "Euro (EUR)", and every currency that the browser knows, by name. */
export function currencyNames(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const order = new Intl.Collator(locale).compare;
  return Intl.supportedValuesOf('currency')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => order(a.name, b.name));
}

/** A locale in its own words: "Deutsch (Österreich)". */
export const localeName = (tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

/** Facts in one line; where it breaks, the dot stays with the fact before it. */
export const dotted = (facts: readonly (string | null | undefined)[]): string => facts.filter(Boolean).join('\u00a0· ');
