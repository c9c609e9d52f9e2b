// "by month", "per category", "each week", "monthly", "month by month", "for every shop": along what a figure is laid out or spread.
import type { Dimension } from '../plan/plan.ts';
import dimensions from '../lexicon/dimensions.json';
import type { Parser, Span } from './span.ts';
import { findSpans, keepLongest } from './span.ts';

/** counted: "how many different shops"; by: "by month"; per: "per month", "a month"; each: "each month"; adverb: "monthly"; which: "which month". */
export interface Grouping {
  by: Dimension;
  style: 'by' | 'per' | 'each' | 'adverb' | 'which' | 'noun' | 'counted';
}

const words = dimensions.words as Readonly<Record<string, string>>;
const adverbs = dimensions.adverbs as Readonly<Record<string, string>>;
const alternatives = (table: Readonly<Record<string, string>>) =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|');
/** Any noun of a dimension, the longest first: a part of a pattern. */
export const DIMENSION_NOUN = alternatives(words);
export const dimensionOf = (noun: string | undefined): Dimension | null =>
  noun === undefined ? null : ((words[noun] as Dimension | undefined) ?? null);

/** Kinds, in the plural: what rows may be told apart by beside time. */
const PLURAL_KIND = Object.entries(words)
  .filter(([noun, by]) => /^(?:category|payee|account|currency)$/.test(by) && noun.endsWith('s'))
  .map(([noun]) => noun)
  .join('|');

const grouping = (name: string, pattern: string, style: Grouping['style']): Parser<Grouping> => ({
  name,
  pattern: new RegExp(
    `(?<![\\w'-])(?:${pattern})(?![\\w'-])(?!(?<=\\bcards?) (?:transactions?|purchases?|payments?|charges?|swipes?|spending|spends?|orders?)\\b)`,
    'g',
  ),
  read({ word, word2 }) {
    const by = dimensionOf(word ?? word2);
    return by ? { by, style } : null;
  },
});

const PARSERS: readonly Parser<Grouping>[] = [
  grouping(
    'by',
    `(?:(?:broken down|broken out|split|split up|grouped|divided|sorted|arranged|organised|organized|itemised|itemized|ranked|listed)\\s+)?(?:by|across|into|along)\\s+(?:the\\s+|different\\s+|each\\s+|individual\\s+|spending\\s+)?(?<word>${DIMENSION_NOUN})(?: of the week)?|(?<word2>${DIMENSION_NOUN})[ -](?:by|over|on|to|for|after)[ -]\\k<word2>`,
    'by',
  ),
  grouping('wise', `(?:in a |on a )?(?<word>${DIMENSION_NOUN})[ -]?wise(?: (?:basis|manner|split|break-?up|breakdown))?`, 'by'),
  grouping(
    'ranked',
    `(?:rank|order|sort|compare|total up|add up)\\s+(?:me\\s+)?(?:all\\s+)?(?:of\\s+)?(?:the|my|our)?\\s*(?:spending\\s+)?(?<word>${DIMENSION_NOUN})`,
    'by',
  ),
  grouping('after', `(?<word>${DIMENSION_NOUN}) after (?:${DIMENSION_NOUN})`, 'by'),
  grouping('per', `(?:per|an?|every single)\\s+(?:calendar\\s+)?(?<word>${DIMENSION_NOUN})`, 'per'),
  grouping(
    'each',
    `(?:(?:for|in|at|on|from)\\s+)?(?:each|every)\\s+(?:individual\\s+|single\\s+|of the\\s+|different\\s+)?(?<word>${DIMENSION_NOUN})(?!\\s*,?\\s*(?:put |taken |added )?(?:together|combined|added up)\\b)`,
    'each',
  ),
  grouping(
    'which',
    `(?:which|what)\\s+(?!card (?:transactions|purchases|payments|charges|spending)\\b)(?:one\\s+)?(?:of my\\s+|of the\\s+|single\\s+|spending\\s+|expense\\s+|individual\\s+)?(?<word>${DIMENSION_NOUN})`,
    'which',
  ),
  // "category totals", "spending categories on the credit card": laid out by what stands there alone.
  grouping('totals', `(?:spending\\s+)?(?<word>${DIMENSION_NOUN}) (?:totals|subtotals|breakdown|split|sums|figures)`, 'by'),
  grouping(
    'between',
    `(?<=\\b(?:divides?|divided|split|splits|spread|shared|distributed|go|goes|went)\\s+(?:up\\s+)?)(?:between|among|across|over)\\s+(?:the\\s+|my\\s+|our\\s+|all\\s+){0,2}(?:different\\s+|various\\s+)?(?<word>${PLURAL_KIND})`,
    'by',
  ),
  grouping(
    'among',
    `(?:out of|of|among)\\s+(?:all\\s+)?(?:my|our|the)\\s+(?:spending\\s+)?(?<word>${PLURAL_KIND})(?: ?, which(?: one)?)`,
    'which',
  ),
  grouping('heading', `(?<=^(?:(?:all|my|our|the|spending)\\s+)*)(?<word>${PLURAL_KIND})(?=\\s+(?:on|in|for|during|this|last)\\b)`, 'by'),
  grouping(
    'counted',
    `(?:how many|number of|count of)\\s+(?:all\\s+)?(?:the\\s+)?(?:different|distinct|unique|separate|various|individual)\\s+(?<word>${PLURAL_KIND})`,
    'counted',
  ),
  // "the merchant with the most purchases", "the category I spend most on", "the 5 merchants I used most".
  grouping(
    'having',
    `(?:the|my|our)\\s+(?:\\d+\\s+)?(?:spending\\s+)?(?<word>${DIMENSION_NOUN})(?=\\s+(?:with|having|that|which|where|who|i|we)\\s+(?:\\w+\\s+){0,5}?(?:most|biggest|highest|largest|least|lowest|fewest)\\b)`,
    'noun',
  ),
  grouping(
    'noun',
    `(?:^\\d+|(?:which|what)\\s+\\d+|number 1|no 1|number one|top|biggest|largest|highest|main|priciest|dearest|favou?rite|most expensive|least expensive|costliest|smallest|lowest|cheapest|worst|best|quietest|busiest|most frequent|most visited)\\s+(?:\\d+\\s+)?(?:spending\\s+|spend\\s+|expense\\s+|single\\s+)?(?<word>${DIMENSION_NOUN})`,
    'noun',
  ),
  // "my top 3 eating out places": of a kind, so many.
  grouping(
    'of-a-kind',
    `(?:top|biggest|largest|main|priciest|favou?rite|dearest|costliest)\\s+\\d+\\s+(?:(?!(?:at|in|on|from|for|of|by|with|across|per|and|or|to|purchases?|transactions?|payments?)\\b)[a-z-]+\\s+){1,3}?(?<word>${PLURAL_KIND})`,
    'noun',
  ),
  // "the most I have spent in one day": the sums of days, and no one purchase.
  grouping(
    'single',
    `(?<=\\b(?:most|highest|least|lowest|biggest|largest|record)\\b[^?.!;]*\\b(?:spen[dt]|spending|blown?|blew|dropped|splashed|parted|paid out|went out|been|cost|come to|got to|hit)\\b[^?.!;]*)(?:in|on|over|for)\\s+(?:a|any|one|1|any one|any 1)\\s+(?:single\\s+|given\\s+)?(?<word>day|week|month|quarter|year)`,
    'which',
  ),
  // "which weekend", "my dearest three weekends", "weekend by weekend"; "a weekend", "at weekends" are days of the week.
  {
    name: 'weekend',
    pattern:
      /\b(?:(?:which|what) (?:one )?(?:of (?:my|our|the) )?(?:single )?(?:weekend(?!s? (?:days?|spending|shopping|purchases))s?)|(?<noun>(?:my|our|the) (?:\d+ )?(?:top|biggest|largest|dearest|priciest|costliest|worst|best|cheapest|quietest|lowest|heaviest|most expensive|least expensive) (?:\d+ )?(?:spending )?weekends?)|(?<by>by weekend|weekend by weekend|(?:for )?each weekend separately)|(?<=\b(?:most|highest|least|biggest)\b[^?.!;]*\b(?:spen[dt]|spending|blown?|blew|went out)\b[^?.!;]*)(?:in|on|over) (?:a|any|one) (?:single )?weekend)\b/g,
    read: ({ noun, by }) => ({ by: 'weekend', style: noun !== undefined ? 'noun' : by !== undefined ? 'by' : 'which' }),
  },
  {
    name: 'adverb',
    pattern: new RegExp(`(?<![\\w'-])(?<word>${alternatives(adverbs)})(?![\\w'-])`, 'g'),
    read({ word = '' }) {
      const by = adverbs[word] as Dimension | undefined;
      return by ? { by, style: 'adverb' } : null;
    },
  },
];

export const findGroupings = (said: string): Span<Grouping>[] => findSpans(said, PARSERS, [(spans) => keepLongest(spans)], null);
