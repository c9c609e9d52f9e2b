// What a question says, in the terms of a SELECT: along what it groups or counts, which sizes bound what, which things it names and where
// in the sentence each stands. Read from the spans of the rules; the agreement check holds a SELECT against it.
import { settledPeriods } from '../../intents/settled-periods.ts';
import dimensions from '../../lexicon/dimensions.json';
import type { Dimension } from '../../plan/plan.ts';
import { hears } from '../../reading.ts';
import type { Reading } from '../../reading.ts';
import type { Amount } from '../../spans/amounts.ts';
import type { Span } from '../../spans/span.ts';
import type { Comparison } from './select-shape.ts';

const words = dimensions.words as Readonly<Record<string, Dimension>>;
const NOUN = Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|');
const COUNTED = new RegExp(
  `\\b(?:how many|number of)\\s+(?:(?:different|distinct|unique|separate|various|of (?:my|the|our))\\s+)?(${NOUN})\\b`,
  'g',
);
const VARIED = new RegExp(`\\b(?:different|distinct|unique|separate|various)\\s+(${NOUN})\\b`, 'g');

const nouns = (said: string, pattern: RegExp): Dimension[] => [...said.matchAll(pattern)].flatMap(([, noun]) => words[noun ?? ''] ?? []);

/** What "how many" asks the number of: rows where no dimension is named. */
export function countedBy(reading: Reading): Dimension | 'rows' {
  if (hears(reading, 'distinct-days')) return 'day';
  return nouns(reading.said.said, COUNTED)[0] ?? nouns(reading.said.said, VARIED)[0] ?? 'rows';
}

/** Every dimension said. */
export const dimensionsSaid = (reading: Reading): Set<Dimension> =>
  new Set([
    ...reading.groupings.map(({ value }) => value.by),
    ...nouns(reading.said.said, COUNTED),
    ...nouns(reading.said.said, VARIED),
    ...(hears(reading, 'distinct-days') ? (['day'] as const) : []),
  ]);

/** Of what a size is: of one row, of the money of a group, of the number of its rows. */
export type BoundOf = 'row' | 'group' | 'count';

export interface SaidBound {
  of: BoundOf;
  by: Comparison;
  decimal: string;
  text: string;
}

const BY: Partial<Readonly<Record<Amount['is'], Comparison>>> = { over: '>', 'at-least': '>=', under: '<', 'at-most': '<=', exactly: '=' };

function boundOf(reading: Reading, { start, end, value }: Span<Amount>): BoundOf {
  const nounAt = (from: number, until: number) =>
    reading.cues.some((cue) => cue.value === 'noun-transaction' && cue.start >= from && cue.end <= until);
  if (!value.money && nounAt(end, end + 24)) return 'count'; // "more than 3 times", "over 5 grocery purchases"
  const rows = nounAt(start - 24, start); // "purchases over 20"
  return dimensionsSaid(reading).size > 0 && !rows ? 'group' : 'row';
}

/** The sizes said; null in place of one that no SELECT of these forms can say ("about 20"). */
export const boundsSaid = (reading: Reading): (SaidBound | { of: null; text: string })[] =>
  reading.amounts.flatMap((span): (SaidBound | { of: null; text: string })[] => {
    const { value, text } = span;
    const of = boundOf(reading, span);
    if (value.is === 'between' && value.upTo !== undefined)
      return [
        { of, by: '>=', decimal: value.decimal, text },
        { of, by: '<=', decimal: value.upTo, text },
      ];
    const by = value.is === 'bare' && of === 'count' ? '=' : BY[value.is];
    if (by) return [{ of, by, decimal: value.decimal, text }];
    return value.is === 'bare' && !value.money && Number(value.decimal) === reading.limit ? [] : [{ of: null, text }];
  });

/** Where in the sentence each named thing begins: names, stretches of time, days of the week, by the words they were said in. */
export interface Place {
  kind: 'name' | 'period' | 'weekday';
  start: number;
}

export const nameStart = ({ names }: Reading, words: string): number | null => {
  const found = names.filter(
    ({ value, text }) => text === words || ('words' in value ? value.words === words : value.subject.words === words),
  );
  return found.length === 1 ? (found[0]?.start ?? null) : null;
};

export const weekdayStart = ({ weekdays }: Reading, days: readonly number[]): number | null =>
  weekdays.find(({ value }) => value.days.length === days.length && value.days.every((day) => days.includes(day)))?.start ?? null;

export const periodStart = (reading: Reading, ranges: string): number | null => {
  const settled = settledPeriods(reading);
  const at = settled.findIndex((period) => JSON.stringify(period.ranges) === ranges);
  return settled.length === reading.periods.length && at >= 0 ? (reading.periods[at]?.start ?? null) : null;
};
