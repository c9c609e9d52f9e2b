// "over $2,500", "between 100 and 200 dollars", "two thousand or more" (numbers are figures by now), "under a tenner", "exactly £9.99".
// An amount is decimal text: its minor units depend on the currency asked about, which the plan settles.
import currencies from '../lexicon/currencies.json';
import { SIZE_WORDS } from './size-words.ts';
import type { Parser, Refiner, Span } from './span.ts';
import { findSpans, keepLongest } from './span.ts';

export type Comparison = 'over' | 'at-least' | 'under' | 'at-most' | 'exactly' | 'about' | 'between' | 'bare';

export interface Amount {
  is: Comparison;
  decimal: string;
  /** The upper end of `between`. */
  upTo?: string;
  /** Said with a sign or a word of money. */
  money: boolean;
  /** ISO 4217 where the words say which, for "dollars" no more than a hint. */
  currency: string | null;
}

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '£': 'GBP', '€': 'EUR' };
/** Names of money beside dollars, pounds and euros, each with its currency. */
const NAMES = new Map(Object.entries(currencies.names).flatMap(([code, names]) => names.map((name) => [name, code] as const)));
const further = [...NAMES.keys()].sort((a, b) => b.length - a.length).join('|');
/** One figure with its sign, scale and name; `n` tells the groups of two figures in one pattern apart. */
const figure = (n: '' | '2') =>
  `(?<sign${n}>[$£€])?\\s?(?<figure${n}>\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s?(?<scale${n}>k|m|grand|thousand|hundred|million)?\\b` +
  `(?:\\s?(?<name${n}>dollars?|bucks?|usd|us dollars|pounds?(?: sterling)?|quid|gbp|sterling|euros?|eur|cents?|pence|p|${further})\\b)?`;
const SCALES: Readonly<Record<string, number>> = { k: 1000, grand: 1000, thousand: 1000, hundred: 100, m: 1_000_000, million: 1_000_000 };

function decimalOf(figure: string, scale: string | undefined, name: string | undefined): string {
  const value = Number(figure.replaceAll(',', '')) * (SCALES[scale ?? ''] ?? 1) * (/^(?:cents?|pence|p)$/.test(name ?? '') ? 0.01 : 1);
  return String(Math.round(value * 1000) / 1000);
}

const currencyOf = (sign: string | undefined, name: string | undefined): string | null => {
  if (sign !== undefined) return SIGNS[sign] ?? null;
  if (name === undefined) return null;
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  if (/^(?:euros?|eur)$/.test(name)) return 'EUR';
  if (/^(?:pounds?|quid|gbp|sterling|pence)/.test(name)) return 'GBP';
  return /dollar|usd/.test(name) ? 'USD' : null;
};

const one: Parser<Amount> = {
  name: 'amount',
  pattern: new RegExp(`(?<![\\w.])${figure('')}`, 'g'),
  read({ sign, figure = '', scale, name }) {
    return {
      is: 'bare',
      decimal: decimalOf(figure, scale, name),
      // "that 86.40": with its two decimals a figure is money.
      money: sign !== undefined || name !== undefined || /k|grand/.test(scale ?? '') || /^\d+\.\d\d$/.test(figure),
      currency: currencyOf(sign, name),
    };
  },
};

const range: Parser<Amount> = {
  name: 'amount-range',
  pattern: new RegExp(`(?:\\b(?<lead>between|from)\\s+(?:about\\s+)?|(?<![\\w.]))${figure('')}\\s+(?:and|to|-)\\s+${figure('2')}`, 'g'),
  read({ lead, sign, figure: low = '', scale, name, sign2, figure2: high = '', scale2, name2 }, _context, text) {
    const money = Boolean(sign ?? sign2 ?? name2 ?? name);
    if (lead === undefined && (!money || / and /.test(text))) return null;
    if (!money && /^(?:19|20)\d\d$/.test(low)) return null;
    return {
      is: 'between',
      decimal: decimalOf(low, scale ?? (Number(low) < 10 ? scale2 : undefined), name),
      upTo: decimalOf(high, scale2, name2 ?? name),
      money: true,
      currency: currencyOf(sign ?? sign2, name2 ?? name),
    };
  },
};

const LEADS: readonly (readonly [RegExp, Comparison])[] = SIZE_WORDS.map(({ is, words, timed }) => [
  new RegExp(`\\b(?:${timed === undefined ? words : `${words}|${timed}`})\\s+(?:a\\s+)?$`),
  is,
]);
const TAILS: readonly (readonly [RegExp, Comparison])[] = [
  [
    /^\s*(?:\+|or more|or over|or above|and up|and over|and above|plus|or higher|or bigger|or greater|upwards?|minimum)(?!\w)(?!\s*[$£€\d])/,
    'at-least',
  ],
  [/^\s*(?:or less|or under|or below|and under|and below|max|maximum|or lower|or fewer|tops)\b(?!\s*[$£€\d])/, 'at-most'],
  [/^\s*(?:exactly|on the nose|on the dot)\b/, 'exactly'],
  [/^\s*(?:ish|or so|-ish)\b/, 'about'],
];

const compare: Refiner<Amount> = (spans, said) =>
  spans.map((span) => {
    if (span.value.is !== 'bare') return span;
    const lead = said.slice(0, span.start);
    const tail = said.slice(span.end);
    for (const [pattern, is] of TAILS) {
      const match = pattern.exec(tail);
      if (match) return { ...span, end: span.end + match[0].length, value: { ...span.value, is } };
    }
    for (const [pattern, is] of LEADS) {
      const match = pattern.exec(lead);
      if (match) return { ...span, start: match.index, value: { ...span.value, is } };
    }
    return span;
  });

/** Amounts; `taken` are stretches (dates, counts) in which a figure is no amount. */
export function findAmounts(said: string, taken: readonly { start: number; end: number }[]): Span<Amount>[] {
  const free = (spans: Span<Amount>[]) => spans.filter(({ start, end }) => !taken.some((other) => start < other.end && other.start < end));
  return findSpans(said, [range, one], [free, (spans) => keepLongest(spans), compare], null).map((span) => ({
    ...span,
    text: said.slice(span.start, span.end).trim(),
  }));
}
