// Columns kept apart by blanks alone: the places where every row of dates and amounts has a blank are the borders.
import { rowsOf, type RowSource } from './rows.ts';
import type { Row } from './find-tables.ts';

const DATE = /(?<!\d)(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{8}|\d{1,2}[ -]\p{L}{3,9}[ -]\d{2,4}|\d{1,2}\p{L}{3}\d{2})(?!\d)/u;
const AMOUNT = /(?<![\d./-])\d[\d., ']*[.,]\d{2}(?!\d)/;
const MOST_LINES = 200_000;

/** Rows of a text of aligned columns, and how many lines of it have a date and an amount; null when it is none. */
export function readFixedWidth(text: string): { source: RowSource; lines: number } | null {
  const lines = text.split(/\r\n|\r|\n/, MOST_LINES);
  const data = lines.filter((line) => line.length < 1000 && /\S {2,}\S/.test(line) && DATE.test(line) && AMOUNT.test(line));
  if (data.length < 2 || data.length * 40 < lines.length) return null;
  const borders = bordersOf(data);
  if (borders.length < 2) return null;
  const rows: Row[] = lines.flatMap((line, at) =>
    line.trim() === '' || /^[\s=_+|-]+$/.test(line) ? [] : [{ line: at + 1, cells: cut(line, borders) }],
  );
  return { source: rowsOf(rows), lines: data.length };
}

/** Middle of each run of places that are blank in every row. */
function bordersOf(data: readonly string[]): number[] {
  const width = Math.max(...data.map(({ length }) => length));
  const sample = data.slice(0, 2000);
  const blank = Array.from({ length: width }, (_, at) => sample.every((line) => (line[at] ?? ' ') === ' '));
  const borders: number[] = [];
  for (let at = 0; at < width; at += 1) {
    if (!blank[at]) continue;
    let end = at;
    while (end < width && blank[end]) end += 1;
    if (at > 0 && end < width) borders.push(end);
    at = end;
  }
  return borders;
}

function cut(line: string, borders: readonly number[]): string[] {
  const cells: string[] = [];
  let from = 0;
  for (const border of [...borders, line.length]) {
    cells.push(line.slice(from, border).trim());
    from = border;
  }
  return cells;
}
