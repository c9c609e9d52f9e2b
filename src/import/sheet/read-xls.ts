// XLS (BIFF) and ODS, by SheetJS, which is loaded only when such a file is met.
import { AppError } from '../../base/errors.ts';
import type { RawReading } from '../finish.ts';
import type { ReadOptions } from '../reading.ts';
import type { Row } from '../table/find-tables.ts';
import { isDateFormat, MOST_CELLS, numberToText, readSheets, serialToText, type Sheet } from './cells.ts';

interface Cell {
  t: string;
  v?: unknown;
  w?: string;
  z?: string | number;
}

export async function readXls(bytes: Uint8Array, options: ReadOptions): Promise<RawReading> {
  const { read, utils } = await import('@e965/xlsx');
  let book;
  try {
    book = read(bytes, { type: 'array', cellNF: true, cellDates: false, cellFormula: false, cellHTML: false, bookVBA: false });
  } catch (error) {
    throw new AppError(
      'statement-unreadable',
      'The spreadsheet is damaged or locked with a password. Open it in a spreadsheet program and save it as CSV',
      { kind: 'xls' },
      { cause: error },
    );
  }
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    const range = sheet?.['!ref'] ? utils.decode_range(sheet['!ref']) : null;
    if (!sheet || !range) continue;
    if ((range.e.r - range.s.r + 1) * (range.e.c - range.s.c + 1) > MOST_CELLS)
      throw new AppError('statement-too-large', `The sheet has more than ${MOST_CELLS} cells`, { most: MOST_CELLS });
    const rows: Row[] = [];
    for (let row = range.s.r; row <= range.e.r; row += 1) {
      const cells: string[] = [];
      for (let column = range.s.c; column <= range.e.c; column += 1) {
        const cell = sheet[utils.encode_cell({ r: row, c: column })] as Cell | undefined;
        cells.push(cell ? textOf(cell, since1904) : '');
      }
      rows.push({ line: row + 1, cells });
    }
    sheets.push({ name, rows });
  }
  return readSheets('xls', sheets, options);
}

function textOf({ t, v, w, z }: Cell, since1904: boolean): string {
  if (t === 'n' && typeof v === 'number') {
    const isDate = typeof z === 'string' && isDateFormat(z);
    return isDate && v >= 1 && v < 2_958_466 ? serialToText(v, since1904) : numberToText(v);
  }
  if (t === 'e' || t === 'z') return '';
  if (typeof v === 'string') return v;
  return w ?? (typeof v === 'boolean' ? String(v).toUpperCase() : '');
}
