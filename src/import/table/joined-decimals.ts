// "12,50€" without quotes in a file that parts its cells by commas comes apart in two. Where nearly every row is too long for the
// header by just as many cells as have such halves beside each other, they are joined again as they pass.
import { isHeader, type Row } from './find-tables.ts';
import { mapRows, type RowSource } from './rows.ts';

const WHOLE = /^[^\p{L}]*\d$/u;
const HALF = /^\d{2}\D{0,4}$/;

/** Null when the rows are as long as their header, or the halves cannot be told. */
export function withJoinedDecimals(source: RowSource, head: readonly Row[], thisYear: number): RowSource | null {
  const at = head.findIndex(({ cells }) => isHeader(cells, thisYear));
  const header = head[at];
  if (!header) return null;
  const width = header.cells.length;
  const rows = head.slice(at + 1, at + 300).filter(({ cells }) => cells.length > 1);
  const mended = rows.filter(({ cells }) => cells.length > width && join(cells, width) !== null).length;
  if (mended === 0 || mended * 10 < rows.length * 9) return null;
  return mapRows(source, (cells, line) => (cells.length > width && line > header.line ? (join(cells, width) ?? cells) : cells));
}

function join(cells: readonly string[], width: number): string[] | null {
  const joined: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const [cell = '', next = ''] = [cells[at], cells[at + 1]];
    if (WHOLE.test(cell) && HALF.test(next)) {
      joined.push(`${cell},${next}`);
      at += 1;
    } else joined.push(cell);
  }
  return joined.length === width ? joined : null;
}
