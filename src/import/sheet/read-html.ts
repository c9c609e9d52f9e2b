// Tables in a web page, and SpreadsheetML of 2003: what several banks send under the name of .xls.
import { AppError } from '../../base/errors.ts';
import type { RawReading } from '../finish.ts';
import { plainText } from '../markup-text.ts';
import type { ReadOptions } from '../reading.ts';
import { isDataRow, type Row } from '../table/find-tables.ts';
import { MOST_CELLS, readSheets, type Sheet } from './cells.ts';

export async function readHtml(text: string, options: ReadOptions): Promise<RawReading> {
  const isWorkbook = /urn:schemas-microsoft-com:office:spreadsheet/.test(text.slice(0, 20_000)) && /<(?:\w+:)?Worksheet/.test(text);
  const sheets = isWorkbook ? workbookSheets(text) : pageTables(text);
  const thisYear = Number(options.today.slice(0, 4));
  if (!sheets.some(({ rows }) => rows.some(({ cells }) => isDataRow(cells, thisYear))))
    throw new AppError(
      'statement-unsupported',
      'This is a web page without a table of transactions, often the sign-in page of the bank. Sign in and download the statement again',
      { kind: 'web-page' },
    );
  return readSheets('html', sheets, options);
}

const strip = (inner: string): string =>
  plainText(
    inner
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/<(script|style)[\s\S]*?<\/\1>/gi, '')
      .replace(/<[^>]*>/g, ''),
  );

/** All tables of a page as one run of rows; a statement page often has its header in one and its rows in the next. */
function pageTables(text: string): Sheet[] {
  const rows: Row[] = [];
  let count = 0;
  // A row ends where the next begins: "</tr>" is often missing.
  for (const part of text.split(/<tr(?=[\s>])/i).slice(1)) {
    const inner = part.split(/<\/tr|<\/table/i)[0] ?? '';
    const cells: string[] = [];
    for (const cell of inner.split(/<t[dh](?=[\s>])/i).slice(1)) {
      const open = cell.indexOf('>');
      const span = Number(/colspan\s*=\s*["']?(\d+)/i.exec(cell.slice(0, open))?.[1] ?? '1');
      cells.push(strip(cell.slice(open + 1).split(/<\/t[dh]/i)[0] ?? ''));
      for (let more = 1; more < Math.min(span, 50); more += 1) cells.push('');
      if ((count += 1) > MOST_CELLS)
        throw new AppError('statement-too-large', `The page has more than ${MOST_CELLS} cells`, { most: MOST_CELLS });
    }
    rows.push({ line: rows.length + 1, cells });
  }
  return [{ name: 'page', rows }];
}

function workbookSheets(text: string): Sheet[] {
  return text
    .split(/<(?:\w+:)?Worksheet(?=[\s>])/)
    .slice(1)
    .map((part, at) => {
      const rows: Row[] = [];
      for (const [, inner = ''] of part.matchAll(/<(?:\w+:)?Row(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?Row>/g)) {
        const cells: string[] = [];
        for (const [, tag = '', content = ''] of inner.matchAll(/<(?:\w+:)?Cell(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?Cell>)/g)) {
          const index = Number(/Index="(\d+)"/.exec(tag)?.[1] ?? cells.length + 1);
          while (cells.length < Math.min(index - 1, 16_384)) cells.push('');
          cells.push(strip(content).replace(/^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?$/, '$1'));
        }
        rows.push({ line: rows.length + 1, cells });
      }
      return { name: `sheet ${at + 1}`, rows };
    });
}
