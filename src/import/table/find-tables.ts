// Where the tables of a file begin: the header lines. A file may hold several tables one after another (accounts, sections),
// each under its own header or the same one again, with letterhead above and footers below.
import { takeAmountApart } from '../amounts.ts';
import type { Role } from '../reading.ts';
import { claimsOf, normalise } from '../words/header-words.ts';
import { datePartsOf } from './profile.ts';

export interface Row {
  line: number;
  cells: string[];
}

/** A header with the rows under it that were looked at. Tables with equal headers are one. */
export interface Table {
  header: Row | null;
  rows: Row[];
  width: number;
}

export interface Tables {
  tables: Table[];
  /** Rows above the first header, or above the first row with a date and an amount. */
  preamble: Row[];
}

const DATE_ROLES: ReadonlySet<string> = new Set<Role>(['day', 'booked-day', 'value-day', 'time']);
const MONEY_ROLES: ReadonlySet<string> = new Set<Role>(['amount', 'debit', 'credit', 'balance', 'net', 'original-amount', 'direction']);

/** The same for headers that differ in case, accents and signs only. */
export const headerKey = (cells: readonly string[]): string => cells.map(normalise).join('|').replace(/\|+$/, '');

/** Whether a row reads as a header: words for a date and for money, no dates or amounts in it. */
export function isHeader(cells: readonly string[], thisYear: number): boolean {
  let dates = 0;
  let money = 0;
  let claimed = 0;
  let filled = 0;
  for (let at = 0; at < cells.length && at < 200; at += 1) {
    const cell = cells[at] ?? '';
    if (cell.trim() === '') continue;
    filled += 1;
    if (cell.length > 80) continue;
    const best = claimsOf(cell)[0];
    if (!best || best.score < 40) {
      if (/\d/.test(cell) && (datePartsOf(cell, thisYear) || takeAmountApart(cell))) return false;
      continue;
    }
    claimed += 1;
    for (const { role, score } of claimsOf(cell)) {
      if (score < best.score - 15) continue;
      if (DATE_ROLES.has(role)) dates += 1;
      if (MONEY_ROLES.has(role)) money += 1;
    }
  }
  return dates > 0 && money > 0 && claimed >= 2 && claimed * 2 >= Math.min(filled, 12);
}

/** Whether a row has a date and an amount in different cells. */
export function isDataRow(cells: readonly string[], thisYear: number): boolean {
  let dates = 0;
  let amounts = 0;
  for (let at = 0; at < cells.length && at < 80; at += 1) {
    const cell = (cells[at] ?? '').trim();
    if (cell.length < 1 || cell.length > 64) continue;
    if (datePartsOf(cell, thisYear)) dates += 1;
    else if (takeAmountApart(cell)) amounts += 1;
    if (dates > 0 && amounts > 0) return true;
  }
  return false;
}

/** `headerLine` 0 says that there is no header; another number names it; null leaves it to the words. */
export function findTables(rows: readonly Row[], thisYear: number, headerLine: number | null): Tables {
  const byKey = new Map<string, Table>();
  const preamble: Row[] = [];
  let current: Table | null = null;
  for (const row of rows) {
    const chosen = headerLine !== null && headerLine > 0 && row.line === headerLine;
    if (chosen || (headerLine === null && isHeader(row.cells, thisYear))) {
      const key = headerKey(row.cells);
      current = byKey.get(key) ?? { header: row, rows: [], width: row.cells.length };
      byKey.set(key, current);
    } else if (current) current.rows.push(row);
    else preamble.push(row);
  }
  const tables = [...byKey.values()].filter(({ rows: under }) => under.some(({ cells }) => isDataRow(cells, thisYear)));
  if (tables.length > 0) return { tables: tables.map(measure), preamble };
  return withoutHeader(rows, thisYear);
}

function measure(table: Table): Table {
  let width = table.header?.cells.length ?? 0;
  for (const { cells } of table.rows) if (cells.length > width && cells.length < width + 64) width = cells.length;
  return { ...table, width };
}

/** No header that words can tell: the table begins at the first row with a date and an amount; a row of words above names it. */
function withoutHeader(rows: readonly Row[], thisYear: number): Tables {
  const widths = new Map<number, number>();
  for (const { cells } of rows) if (isDataRow(cells, thisYear)) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const usual = [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const dated = usualDay(rows, thisYear);
  const first = rows.findIndex(
    ({ cells }) => isDataRow(cells, thisYear) && Math.abs(cells.length - usual) <= 2 && datePartsOf((cells[dated] ?? '').trim(), thisYear),
  );
  if (first < 0) return { tables: [], preamble: [...rows] };
  const above = rows[first - 1];
  const header = above && isNaming(above.cells, usual) ? above : null;
  return {
    tables: [measure({ header, rows: rows.slice(first), width: usual })],
    preamble: rows.slice(0, header ? first - 1 : first),
  };
}

/** The first column in which most rows of data have their day: a line about the account has its dates elsewhere. */
function usualDay(rows: readonly Row[], thisYear: number): number {
  const counts: number[] = [];
  let of = 0;
  for (const { cells } of rows.slice(0, 400)) {
    if (!isDataRow(cells, thisYear)) continue;
    of += 1;
    for (const [column, cell] of cells.slice(0, 80).entries())
      if (datePartsOf(cell.trim(), thisYear)) counts[column] = (counts[column] ?? 0) + 1;
  }
  const most = Math.max(0, ...Object.values(counts));
  return counts.findIndex((count) => count !== undefined && (count * 2 > of || count === most));
}

/** A row of words, nearly as wide as the table, with no number in it: a header in words we do not know. */
function isNaming(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length >= 3 &&
    filled.length * 2 > width &&
    cells.length <= width + 1 &&
    filled.every((cell) => cell.length < 50 && /\p{L}/u.test(cell) && !/\d{3}/.test(cell))
  );
}
