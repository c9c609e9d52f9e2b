// What a question says, in the terms of a SELECT: along what it groups or counts, which sizes bound what, which things it names and where
// in the sentence each stands. Read from the spans of the rules; the agreement check holds a SELECT against it.
import type { BoundOf } from '../../intents/said-groups.ts';
import { boundOf } from '../../intents/said-groups.ts';
import { settledPeriods } from '../../intents/settled-periods.ts';
import type { Reading } from '../../reading.ts';
import type { Amount } from '../../spans/amounts.ts';
import type { Comparison } from './select-shape.ts';

export interface SaidBound {
  of: BoundOf;
  by: Comparison;
  decimal: string;
  text: string;
}

const BY: Partial<Readonly<Record<Amount['is'], Comparison>>> = { over: '>', 'at-least': '>=', under: '<', 'at-most': '<=', exactly: '=' };

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

/** Where in the sentence each named thing begins: names, days of the week, stretches of time, by the words they were said in. */
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
