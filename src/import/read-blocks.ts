// Statements with one field a line ("Date: 31/01/2025", "Amount: -12.50"), a block for each movement: the blocks become the rows
// of a table whose columns are the names before the colon. Lines above the first block stay above the table.
import { claimsOf } from './words/header-words.ts';
import { rowsOf, type RowSource } from './table/rows.ts';

const FIELD = /^\s*([\p{L}][\p{L}\p{N} ./()'-]{1,40}?)[ \t\u00a0]*[:=][ \t\u00a0]+(.*?)[\s\u00a0]*$/u;
const DAY = new Set<string>(['day', 'booked-day', 'value-day']);
const MONEY = new Set<string>(['amount', 'debit', 'credit', 'net']);

interface Field {
  line: number;
  name: string;
  value: string;
}

/** Null when the text is no such statement: a name for the day and one for money that come again and again. */
export function readBlocks(text: string): RowSource | null {
  if (!/^[^\n]{2,42}[:=][ \t\u00a0]/m.test(text.slice(0, 4000))) return null;
  const lines = text.split(/\r\n|\r|\n/);
  const fields = lines.flatMap((line, at): Field[] => {
    const [, name, value] = FIELD.exec(line) ?? [];
    return name !== undefined && value !== undefined ? [{ line: at + 1, name, value }] : [];
  });
  const filled = lines.filter((line) => line.trim() !== '').length;
  if (fields.length < 6 || fields.length * 10 < filled * 7) return null;
  const counts = new Map<string, number>();
  for (const { name } of fields) counts.set(name, (counts.get(name) ?? 0) + 1);
  const day = repeated(counts, DAY);
  const money = repeated(counts, MONEY);
  if (day === null || money === null) return null;
  return toRows(
    lines,
    fields,
    [...counts].filter(([, count]) => count > 1).map(([name]) => name),
  );
}

function repeated(counts: ReadonlyMap<string, number>, roles: ReadonlySet<string>): string | null {
  const found = [...counts].filter(([name, count]) => count > 1 && roles.has(claimsOf(name)[0]?.role ?? ''));
  return found.sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** A block begins where a blank line ends the one before, or where a name comes again that it holds already. */
function toRows(lines: readonly string[], fields: readonly Field[], names: readonly string[]): RowSource {
  const rows: { line: number; cells: string[] }[] = [];
  const column = new Map(names.map((name, at) => [name, at]));
  const first = fields.find(({ name }) => column.has(name))?.line ?? 1;
  lines.slice(0, first - 1).forEach((line, at) => rows.push({ line: at + 1, cells: [line.trim()] }));
  // The names stand on the line before the first block, which seldom holds anything.
  const above = Math.max(1, first - 1);
  rows.push({ line: above, cells: [...names] });
  let block: { line: number; cells: string[] } | null = null;
  for (const { line, name, value } of fields) {
    const at = column.get(name);
    if (at === undefined || line < first) continue;
    if (!block || block.cells[at] !== '') rows.push((block = { line: Math.max(line, above + 1), cells: names.map(() => '') }));
    block.cells[at] = value;
  }
  return rowsOf(rows);
}
