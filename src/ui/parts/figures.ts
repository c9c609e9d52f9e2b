// A figure of an answer as its plain number, for programs, tests and copying; and as it is shown.
import { isDay } from '../../base/days.ts';
import { toDecimal } from '../../base/money.ts';
import type { Figure } from '../../ask/answer/answer.ts';
import { formatDay } from '../format.ts';

/** "412.80", "12", "25.7", "2026-02-03". */
export function plainFigure({ value, unit, currency, text }: Figure): string {
  if (unit === 'money') return toDecimal({ minor: value, currency: currency ?? '' });
  return unit === 'day' ? text : String(value);
}

export const shownFigure = ({ unit, text }: Figure, locale: string): string =>
  unit === 'day' && isDay(text) ? formatDay(text, locale) : text.replace(/^-/, '\u2212');
