// XLSX: our own short reader of the parts that hold values (ECMA-376, part 1, section 18). The zip is opened with caps; formulas
// are never computed, only their stored values read.
import { AppError } from '../../base/errors.ts';
import { decode } from '../decode.ts';
import type { RawReading } from '../finish.ts';
import { plainText } from '../markup-text.ts';
import type { ReadOptions } from '../reading.ts';
import { breathe } from '../table/breathe.ts';
import type { Row } from '../table/find-tables.ts';
import { unzip } from '../unpack.ts';
import { isBuiltInDate, isDateFormat, MOST_CELLS, numberToText, readSheets, serialToText, type Sheet } from './cells.ts';

interface Book {
  strings: string[];
  /** Style number -> whether it shows a date. */
  dates: boolean[];
  since1904: boolean;
}

export async function readXlsx(bytes: Uint8Array, options: ReadOptions): Promise<RawReading> {
  const files = unzip(bytes, (name) =>
    /^\/?xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(name),
  );
  const part = async (name: string): Promise<string> => {
    const found = files.get(name) ?? [...files].find(([key]) => key.replace(/^\//, '').toLowerCase() === name.toLowerCase())?.[1];
    return found ? (await decode(found)).text : '';
  };
  const workbook = await part('xl/workbook.xml');
  if (workbook === '')
    throw new AppError('statement-unreadable', 'The spreadsheet is damaged: it has no workbook. Download it again', { kind: 'xlsx' });
  const book: Book = {
    strings: sharedStrings(await part('xl/sharedStrings.xml')),
    dates: dateStyles(await part('xl/styles.xml')),
    since1904: /date1904="(?:1|true)"/.test(workbook),
  };
  const paths = sheetPaths(workbook, await part('xl/_rels/workbook.xml.rels'));
  const sheets: Sheet[] = [];
  for (const [at, { name, path }] of paths.entries()) {
    await breathe(options, at, paths.length);
    const xml = await part(path);
    if (xml !== '') sheets.push({ name, rows: readSheet(xml, book) });
  }
  return readSheets('xlsx', sheets, options);
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

function sheetPaths(workbook: string, relations: string): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
  const found: { name: string; path: string }[] = [];
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const target = targets.get(attribute(tag, '\\w+:id'));
    const path = target ? (target.startsWith('/') ? target.slice(1) : `xl/${target}`) : `xl/worksheets/sheet${found.length + 1}.xml`;
    found.push({ name: plainText(attribute(tag, 'name')), path });
  }
  return found;
}

function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, inner = '']) => textOf(inner));
}

/** Runs of text joined; phonetic hints (rPh) left out. */
const textOf = (inner: string): string =>
  [...inner.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '').matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text = '']) => plainText(text))
    .join('');

function dateStyles(xml: string): boolean[] {
  const formats = new Map<number, string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g))
    formats.set(Number(attribute(tag, 'numFmtId')), plainText(attribute(tag, 'formatCode')));
  const cellFormats = /<(?:\w+:)?cellXfs[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? '';
  return [...cellFormats.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId'));
    const code = formats.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code);
  });
}

function readSheet(xml: string, book: Book): Row[] {
  const rows: Row[] = [];
  let cellCount = 0;
  const row = /<(?:\w+:)?row(\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
  for (let match = row.exec(xml); match; match = row.exec(xml)) {
    const line = Number(/\br="(\d+)"/.exec(match[1] ?? '')?.[1] ?? rows.length + 1);
    const cells: string[] = [];
    const cell = /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
    const inner = match[2] ?? '';
    for (let found = cell.exec(inner); found; found = cell.exec(inner)) {
      const tag = found[1] ?? '';
      const column = columnOf(/\br="([A-Z]+)\d+"/.exec(tag)?.[1]) ?? cells.length;
      if (column > 16_384) continue;
      while (cells.length < column) cells.push('');
      cells[column] = valueOf(tag, found[2] ?? '', book);
      cellCount += 1;
      if (cellCount > MOST_CELLS)
        throw new AppError('statement-too-large', `The sheet has more than ${MOST_CELLS} cells`, { most: MOST_CELLS });
    }
    if (cells.length > 0) rows.push({ line, cells });
  }
  return rows;
}

/** "AB" -> 27, from 0. */
function columnOf(letters: string | undefined): number | null {
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function valueOf(tag: string, inner: string, book: Book): string {
  const type = attribute(tag, 't');
  if (type === 'inlineStr') return textOf(inner);
  const raw = plainText(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1] ?? '');
  if (raw === '') return '';
  if (type === 's') return book.strings[Number(raw)] ?? '';
  if (type === 'str' || type === 'd') return raw.replace(/^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?$/, '$1');
  if (type === 'e') return '';
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const isDate = book.dates[Number(attribute(tag, 's') || '0')] ?? false;
  return isDate && number >= 1 && number < 2_958_466 ? serialToText(number, book.since1904) : numberToText(number);
}
