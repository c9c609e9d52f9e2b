// What a chart is drawn from: values with their words, and where each stands on the axis.
import { daysBetween, isDay } from '../../base/days.ts';

export interface Point {
  label: string;
  value: number;
  text: string;
  /** The second series at the same place, where there is one. */
  second?: { value: number; text: string };
}

/** Everything that the marks need beside their scales. */
export interface ChartLook {
  /** The width of a text in the size and face of the chart. */
  measure: (text: string) => number;
  isRightToLeft: boolean;
}

/** The day that stands for a label of time: itself, the first of its month, quarter or year; null for anything else. */
function dayOf(label: string): string | null {
  if (isDay(label)) return label;
  const month = /^(\d{4})-(\d{2})$/.exec(label);
  if (month) return dayOrNull(`${month[1]}-${month[2]}-01`);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(label);
  if (quarter) return dayOrNull(`${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`);
  return /^\d{4}$/.test(label) ? dayOrNull(`${label}-01-01`) : null;
}

const dayOrNull = (text: string): string | null => (isDay(text) ? text : null);

/** Places along a line, in days from the first: a month without rows leaves its room. Where a label is no time, one step each. */
export function placesOf(labels: readonly string[]): number[] {
  const days = labels.map(dayOf);
  const first = days[0];
  if (typeof first !== 'string' || days.includes(null)) return labels.map((_, index) => index);
  return days.map((each) => daysBetween(first, each ?? first));
}

/** The smallest and largest value drawn, zero always among them. */
export function reachOf(points: readonly Point[]): [least: number, most: number] {
  const values = points.flatMap(({ value, second }) => (second ? [value, second.value] : [value]));
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** A text cut so that it fits, the cut marked. */
export function fit(text: string, room: number, measure: ChartLook['measure']): string {
  if (measure(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && measure(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/**
 * Which labels of an axis are written: every so many from the first, the last one always, none running into the next.
 * `middles` is where each label stands once it is kept inside the chart.
 */
export function labelled(middles: readonly number[], widths: readonly number[], gap = 14): Set<number> {
  const last = middles.length - 1;
  for (let stride = 1; stride <= last; stride++) {
    const at = [...Array(last).keys()].filter((index) => index % stride === 0 && last - index >= Math.max(1, stride / 2)).concat(last);
    const clash = at.some((index, nth) => {
      const next = at[nth + 1];
      if (next === undefined) return false;
      const room = ((widths[index] ?? 0) + (widths[next] ?? 0)) / 2 + gap;
      return (middles[next] ?? 0) - (middles[index] ?? 0) < room;
    });
    if (!clash) return new Set(at);
  }
  return new Set([last]);
}

/** Heights, fixed before anything is drawn so that nothing moves when it is. */
export const BAR_STEP = 40;
const LINE_HEIGHT = 208;
export const heightOf = (kind: 'bars' | 'line', count: number): number => (kind === 'bars' ? count * BAR_STEP : LINE_HEIGHT);
