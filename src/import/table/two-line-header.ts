// Headings of two lines, as spreadsheets have them: a name over several columns ("Movimiento", "Fecha") and below it what each of them
// is ("Cargo", "Abono"; "Operación", "Valor"). The names are put together in the first line as rows pass.
import { headerScore } from '../words/header-words.ts';
import { isDataRow, isHeader, type Row } from './find-tables.ts';
import { mapRows, type RowSource } from './rows.ts';

/** From here on a name is known well enough to be one. */
const KNOWN = 45;

/** The rows with one whole header; null where the line below the header is none of its own. */
export function withOneLineHeader(source: RowSource, head: readonly Row[], thisYear: number): RowSource | null {
  const at = head.findIndex(({ cells }) => isHeader(cells, thisYear));
  const [above, below, first] = head.slice(at, at + 3);
  if (at < 0 || !above || !below || !first || isHeader(below.cells, thisYear) || !isDataRow(first.cells, thisYear)) return null;
  const named = [...below.cells.entries()].filter(([, cell]) => cell.trim() !== '');
  const isNames = named.every(([, cell]) => cell.length < 40 && /\p{L}{2}/u.test(cell) && !/\d/.test(cell));
  const overBlank = named.some(([column]) => (above.cells[column] ?? '').trim() === '');
  if (named.length < 2 || !isNames || !overBlank || named.length >= above.cells.filter((cell) => cell.trim() !== '').length + 2)
    return null;
  const whole = [...above.cells];
  for (const [column, cell] of named) whole[column] = together(over(above.cells, column), cell.trim());
  const known = named.filter(([column]) => headerScore(whole[column] ?? '') >= KNOWN).length;
  return known * 2 > named.length ? mapRows(source, (cells, line) => (line === above.line ? whole : cells)) : null;
}

/** The name that stands over a column: its own, or that of the nearest column before it which has one. */
function over(cells: readonly string[], column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const name = (cells[at] ?? '').trim();
    if (name !== '') return name;
  }
  return '';
}

/** Both names, or the lower alone where that is known better. */
const together = (above: string, below: string): string => {
  const both = `${above} ${below}`.trim();
  return headerScore(both) > headerScore(below) ? both : below;
};
