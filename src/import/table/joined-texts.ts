// "SHELL 57444, SEATTLE WA" without quotes in a file that parts its cells by commas: the text comes apart, and what stands behind it is a
// column too far. Where the other rows show which column holds the text and which hold figures, the row has one reading only.
import { isHeader, type Row } from './find-tables.ts';
import { isTorn } from './joined-decimals.ts';
import { mapRows, type RowSource } from './rows.ts';

/** So many rows as long as the header show what its columns hold. */
const ENOUGH = 3;
const LETTERS = /\p{L}/u;
const WORD = /\p{L}{4}/u;

interface Shape {
  width: number;
  /** The column of the texts, with a figure column somewhere behind it. */
  text: number;
  figures: number[];
}

/** Null when no row is longer than the header, or the others do not show how to put it together. */
export function withJoinedTexts(source: RowSource, head: readonly Row[], thisYear: number): RowSource | null {
  const at = head.findIndex(({ cells }) => isHeader(cells, thisYear));
  const header = head[at];
  if (!header) return null;
  const width = header.cells.length;
  const rows = head.slice(at + 1, at + 300);
  const whole = rows.filter(({ cells }) => cells.length === width);
  const torn = rows.filter(({ cells }) => isTorn(cells, width));
  if (torn.length === 0 || whole.length < ENOUGH || torn.length > whole.length) return null;
  const shape = shapeOf(whole, width);
  if (!shape || !torn.some(({ cells }) => join(cells, shape))) return null;
  return mapRows(source, (cells, line) => (line > header.line && isTorn(cells, width) ? (join(cells, shape) ?? cells) : cells));
}

function shapeOf(rows: readonly Row[], width: number): Shape | null {
  const columns = Array.from({ length: width }, (_, column) => rows.map(({ cells }) => cells[column]?.trim() ?? '').filter(Boolean));
  const figures = columns.flatMap((cells, column) => (cells.length > 0 && cells.every(isFigure) ? [column] : []));
  const lengths = columns.map((cells) => (cells.filter((cell) => LETTERS.test(cell)).length * 2 > rows.length ? cells.join('').length : 0));
  const text = lengths.indexOf(Math.max(...lengths));
  return (lengths[text] ?? 0) > 0 && figures.some((column) => column > text) ? { width, text, figures } : null;
}

/** Null where a column of figures would hold no figure then, or holds one already. */
function join(cells: readonly string[], { width, text, figures }: Shape): string[] | null {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const more = Math.max(filled, width) - width;
  const fits = (row: readonly string[]): boolean =>
    figures.every((column) => (row[column] ?? '').trim() === '' || isFigure(row[column] ?? ''));
  if (more === 0 || fits(cells)) return null;
  const joined = [...cells.slice(0, text), cells.slice(text, text + more + 1).join(','), ...cells.slice(text + more + 1, filled)];
  return fits(joined) && figures.some((column) => (joined[column] ?? '').trim() !== '') ? joined : null;
}

const isFigure = (cell: string): boolean => cell.length <= 40 && /\d/.test(cell) && !WORD.test(cell);
