// What sheets have in common: serial dates and numbers as the text that the table reader takes, and which sheet to read.
import { fromDayNumber } from '../../base/days.ts';
import type { ReadOptions } from '../reading.ts';
import type { RawReading } from '../finish.ts';
import type { Format } from '../reading.ts';
import { headerKey, isDataRow, isHeader, type Row } from '../table/find-tables.ts';
import { readTable } from '../table/read-table.ts';
import { rowsOf } from '../table/rows.ts';
import { toReading } from '../table/to-reading.ts';
import { claimsOf } from '../words/header-words.ts';

export interface Sheet {
  name: string;
  rows: Row[];
}

export const MOST_CELLS = 20_000_000;

/** Days from 1899-12-30 (or 1904-01-01), the fraction being the time, as ISO text. */
export function serialToText(serial: number, since1904: boolean): string {
  const whole = Math.floor(serial + 1e-9);
  // Excel believes in 29 February 1900; before March of that year its serials are one short.
  const day = fromDayNumber((since1904 ? -24107 : -25569) + whole + (!since1904 && whole < 60 ? 1 : 0));
  const seconds = Math.round((serial - whole) * 86400);
  if (seconds <= 0 || seconds >= 86400) return day;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${day} ${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** A number as plain decimal text with a point that reads one way only, without the noise of binary fractions. */
export function numberToText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const rounded = Number(value.toPrecision(15));
  let text = String(rounded);
  if (text.includes('e')) text = rounded.toFixed(Math.abs(rounded) < 1 ? 12 : 0);
  // "1.234" could be a thousand and more; four digits after the point are a fraction only.
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Whether a number format shows days: y, m with d, or d outside of quotes and brackets. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[yd]/i.test(bare) || /m{3,}/i.test(bare);
}

const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
export const isBuiltInDate = (id: number): boolean => BUILT_IN_DATES.has(id);

/** Days that a bank wrote as bare numbers: under a header that says date, whole columns of 30000 to 60000. */
function nameSerialDates(rows: Row[], thisYear: number): void {
  const at = rows.findIndex(({ cells }) => isHeader(cells, thisYear));
  const header = rows[at];
  if (!header) return;
  header.cells.forEach((cell, column) => {
    if (!claimsOf(cell).some(({ role, score }) => score >= 60 && (role === 'day' || role === 'booked-day' || role === 'value-day'))) return;
    const filled = rows.slice(at + 1).filter(({ cells }) => (cells[column] ?? '').trim() !== '');
    const serials = filled.filter(({ cells }) => /^[3-6]\d{4}(?:\.\d+)?$/.test(cells[column] ?? ''));
    if (serials.length === 0 || serials.length * 2 < filled.length) return;
    for (const { cells } of serials) cells[column] = serialToText(Number(cells[column]), false);
  });
}

/** Reads the sheet with the most rows of dates and amounts, and others under the same header. */
export async function readSheets(format: Format, sheets: readonly Sheet[], options: ReadOptions): Promise<RawReading> {
  const thisYear = Number(options.today.slice(0, 4));
  for (const { rows } of sheets) nameSerialDates(rows, thisYear);
  const weighed = sheets
    .map((sheet) => ({
      sheet,
      rows: sheet.rows.slice(0, 2000).filter(({ cells }) => isDataRow(cells, thisYear)).length,
      key: keyOf(sheet, thisYear),
    }))
    .sort((a, b) => b.rows - a.rows);
  const best = weighed[0];
  const rows = best
    ? weighed
        .filter((each) => each === best || (each.rows > 0 && each.key !== '' && each.key === best.key))
        .flatMap(({ sheet }) => sheet.rows)
    : [];
  const table = await readTable(rowsOf(rows), options);
  return toReading(format, table, [], format);
}

function keyOf({ rows }: Sheet, thisYear: number): string {
  const header = rows.slice(0, 200).find(({ cells }) => isHeader(cells, thisYear));
  return header ? headerKey(header.cells) : '';
}
