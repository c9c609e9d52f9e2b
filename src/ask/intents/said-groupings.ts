// The groupings that were said, by how they were said: "by month", "each year", "which shop", "per week".
import type { Dimension, Per } from '../plan/plan.ts';
import type { Reading } from '../reading.ts';
import type { Grouping } from '../spans/groupings.ts';

export const isTime = (by: Dimension): by is Exclude<Per, 'purchase'> =>
  by === 'day' || by === 'week' || by === 'month' || by === 'quarter' || by === 'year';

export const noun = (reading: Reading, ...styles: Grouping['style'][]): Grouping | null =>
  reading.groupings.find(({ value: { style } }) => styles.includes(style))?.value ?? null;

/** "eating out in May, what does that work out to a week": one figure is asked for, and no list. */
export const asksOneFigure = (said: string): boolean =>
  /\bwhat (?:did|do|does|have|has|had|is|are|am|was|were) (?!(?:the|my|our) (?:totals|figures|amounts|sums|numbers)\b)/.test(said);
