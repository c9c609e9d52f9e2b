// A figure of an answer as its plain number, for programs, tests and copying; and as it is shown.
import type { Figure } from '../../ask/answer/answer.ts';
import { isDay } from '../../base/days.ts';
import { toDecimal } from '../../base/money.ts';
import { formatDay } from '../format.ts';

/** "412.80", "12", "25.7", "2026-02-03". */
export function plainFigure({ value, unit, currency, text }: Figure): string {
  if (unit === 'money') return toDecimal({ minor: value, currency: currency ?? '' });
  return unit === 'day' ? text : String(value);
}

export const shownFigure = ({ unit, text }: Figure, locale: string): string =>
  unit === 'day' && isDay(text) ? formatDay(text, locale) : text.replace(/^-/, '\u2212');

export interface FigureLayout {
  /** Large: the one calm number, or the few of one kind that the question sets side by side. */
  large: Figure[];
  /** Small beside it: what goes with the number, such as how many rows it comes from. */
  small: Figure[];
  /** Many: a table, one row a label. Empty when the others are not. */
  table: { label: string; figures: Figure[] }[];
}

const MOST_LARGE = 3;

/** Figures that stand for the same thing share a row of the table. */
function rowsOf(figures: readonly Figure[]): FigureLayout['table'] {
  const rows: FigureLayout['table'] = [];
  for (const figure of figures) {
    const label = figure.label ?? '';
    const last = rows.at(-1);
    if (last && last.label === label && last.figures[0]?.line === figure.line && !last.figures.some(({ unit }) => unit === figure.unit))
      last.figures.push(figure);
    else rows.push({ label, figures: [figure] });
  }
  return rows;
}

export function layOut(figures: readonly Figure[]): FigureLayout {
  if (figures.length > MOST_LARGE) return { large: [], small: [], table: rowsOf(figures) };
  const main = figures.find(({ unit }) => unit === 'money') ?? figures[0];
  if (!main) return { large: [], small: [], table: [] };
  const isAlike = ({ unit }: Figure) => unit === main.unit;
  return { large: figures.filter(isAlike), small: figures.filter((figure) => !isAlike(figure)), table: [] };
}
