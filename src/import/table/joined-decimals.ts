// "12,50€" or "$1,450.90" without quotes in a file that parts its cells by commas comes apart in two. Where nearly every row that is
// too long for the header is so by just as many cells as have such parts beside each other, they are joined again as they pass.
import { isHeader, type Row } from './find-tables.ts';
import { mapRows, type RowSource } from './rows.ts';

const WHOLE = /^[^\p{L}\d]*(?:\p{L}{1,3}[.$]?\s?)?[^\p{L}]*\d$/u;
const HALF = /^\d{2}\D{0,4}$/;

/** The same for thousands: "$1,450.90" is whole where it has no comma, so only some rows are torn. */
const GROUP_BEGIN = /^[^\d\p{L}]*(?:\p{L}{1,3}[.$]? ?)?[-−(]?\d{1,3}$/u;
const GROUP = /^\d{3}(?:\.\d{1,4})?\D{0,5}$/;

/** Null when the rows are as long as their header, or the parts cannot be told. */
export function withJoinedDecimals(source: RowSource, head: readonly Row[], thisYear: number): RowSource | null {
  const at = head.findIndex(({ cells }) => isHeader(cells, thisYear));
  const header = head[at];
  if (!header) return null;
  const width = header.cells.length;
  const rows = head.slice(at + 1, at + 300).filter(({ cells }) => cells.length > 1);
  const torn = rows.filter(({ cells }) => isTorn(cells, width));
  const mendable = (join: Join): number => torn.filter(({ cells }) => join(cells, width) !== null).length;
  const halves = mendable(joinHalves);
  if (halves > 0 && halves * 10 >= rows.length * 9) return through(source, header.line, width, joinHalves);
  const groups = mendable(joinGroups);
  return groups > 0 && groups * 10 >= torn.length * 9 ? through(source, header.line, width, joinGroups) : null;
}

type Join = (cells: readonly string[], width: number) => string[] | null;

/** Longer than the header, by more than blanks at its end. */
export const isTorn = (cells: readonly string[], width: number): boolean =>
  cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');

const through = (source: RowSource, headerLine: number, width: number, join: Join): RowSource =>
  mapRows(source, (cells, line) => (line > headerLine && isTorn(cells, width) ? (join(cells, width) ?? cells) : cells));

/** Longer cells are no amounts, and would cost the patterns much. */
const isShort = (...cells: string[]): boolean => cells.every(({ length }) => length <= 40);

const joinHalves: Join = (cells, width) => {
  const joined: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const [cell = '', next = ''] = [cells[at], cells[at + 1]];
    if (isShort(cell, next) && WHOLE.test(cell) && HALF.test(next)) {
      joined.push(`${cell},${next}`);
      at += 1;
    } else joined.push(cell);
  }
  return joined.length === width ? joined : null;
};

const joinGroups: Join = (cells, width) => {
  const joined: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    let cell = cells[at] ?? '';
    while (
      isShort(cell, cells[at + 1] ?? '') &&
      GROUP_BEGIN.test(cell.split(',')[0] ?? '') &&
      /\d$/.test(cell) &&
      !cell.includes('.') &&
      GROUP.test(cells[at + 1] ?? '')
    ) {
      at += 1;
      cell = `${cell},${cells[at] ?? ''}`;
    }
    joined.push(cell);
  }
  return joined.length === width ? joined : null;
};
