// A ledger that comes back from a file is what somebody wrote, like a statement: its texts are made plain and cut to what anybody writes,
// those within JSON too, and what has no shape of ours (a day that is none, JSON that is none) refuses the file.
import { AppError } from '../../base/errors.ts';
import { fitText, LONGEST } from '../../base/plain-text.ts';
import type { SqlValue } from '../database.ts';
import type { SqlJsDatabase } from '../sql-js-database.ts';

const ANY = ['null', 'true', 'false', 'integer', 'real', 'text', 'array', 'object'];
/** Columns that hold JSON, and what it must be; the rest is text. */
const JSON_TYPES: Readonly<Record<string, readonly string[]>> = {
  'statement.layout': ANY,
  'statement.set_aside': ['array'],
  'layout_choice.guesses': ['object'],
  'setting.value': ANY,
  'said_row.value': ANY,
  'act.says': ['object'],
  'act_change.before': ANY,
  'act_change.after': ANY,
  'act_kept.content': ['array'],
};
const DAY = /^(?:.*_)?day$/;
const MOMENT = /^(?:.*_)?at$/;
/** What a column of this name may hold, as SQL over it. */
const SHAPES: readonly { name: RegExp; is: (column: string) => string }[] = [
  { name: DAY, is: (column) => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'` },
  { name: MOMENT, is: (column) => `length(${column}) <= 40 AND ${column} NOT GLOB '*[^-0-9TZ:.+]*'` },
  { name: /^currency$/, is: (column) => `length(${column}) <= 12 AND ${column} NOT GLOB '*[^A-Z0-9]*'` },
];
/** Text by which rows are told apart: two that differed only in what cannot be seen stay two. */
const KEYED = new Set(['name', 'phrase', 'layout_key']);

interface Table {
  name: string;
  texts: string[];
  key: string[];
}

function tablesOf(db: SqlJsDatabase): Table[] {
  const names = db.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").rows;
  return names.map(([name]) => {
    const columns = db.query('SELECT name, type, pk FROM pragma_table_info(?)', [name ?? null]).rows;
    const key = columns.filter(([, , place]) => Number(place) > 0).map(([column]) => String(column));
    const texts = columns.filter(([, type]) => type === 'TEXT').map(([column]) => String(column));
    return { name: String(name), texts, key: key.length ? key : ['rowid'] };
  });
}

/** Throws `ledger-damaged`. */
export function cleanTexts(db: SqlJsDatabase): void {
  db.transaction(() => {
    for (const table of tablesOf(db)) {
      refuseStrange(db, table);
      cleanTable(db, table);
    }
  });
}

function refuseStrange(db: SqlJsDatabase, { name, texts }: Table): void {
  for (const column of texts) {
    const types = JSON_TYPES[`${name}.${column}`];
    const shape = SHAPES.find((each) => each.name.test(column))?.is(column);
    const is = types ? `json_valid(${column}) AND json_type(${column}) IN (${types.map((type) => `'${type}'`).join(', ')})` : shape;
    if (is && db.query(`SELECT 1 FROM ${name} WHERE ${column} IS NOT NULL AND NOT (${is}) LIMIT 1`).rows.length)
      throw new AppError('ledger-damaged', `${name}.${column} of this file holds what Sotto never writes`);
  }
}

/** What needs no second look: printable ASCII that is not too long, in JSON without a mark that was written as a number. */
const suspect = (column: string, isJson: boolean): string =>
  `${column} GLOB '*[^ -~]*' OR octet_length(${column}) <> length(${column}) OR length(${column}) > ${LONGEST}${isJson ? ` OR instr(${column}, '\\')` : ''}`;

function cleanTable(db: SqlJsDatabase, { name, texts, key }: Table): void {
  if (!texts.length) return;
  const where = texts.map((column) => suspect(column, `${name}.${column}` in JSON_TYPES)).join(' OR ');
  const { rows } = db.query(`SELECT ${[...key, ...texts].join(', ')} FROM ${name} WHERE ${where}`);
  const update = `UPDATE ${name} SET ${texts.map((column) => `${column} = ?`).join(', ')} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`;
  for (const row of rows) {
    const [place, before] = [row.slice(0, key.length), row.slice(key.length)];
    const after = before.map((value, at) => cleanCell(name, texts[at] ?? '', value));
    if (after.some((value, at) => value !== before[at])) put(db, update, texts, after, place);
  }
}

/** Names that became the same by it get a number. */
function put(db: SqlJsDatabase, update: string, texts: readonly string[], after: readonly SqlValue[], place: readonly SqlValue[]): void {
  for (let nth = 1; ; nth += 1) {
    const values = after.map((value, at) => (nth > 1 && KEYED.has(texts[at] ?? '') ? `${String(value)} (${nth})` : value));
    try {
      return db.execute(update, [...values, ...place]);
    } catch (error) {
      const isTaken = error instanceof Error && error.message.includes('UNIQUE') && texts.some((column) => KEYED.has(column));
      if (!isTaken) throw error;
    }
  }
}

function cleanCell(table: string, column: string, value: SqlValue): SqlValue {
  if (typeof value !== 'string') return value;
  if (!(`${table}.${column}` in JSON_TYPES)) return fitText(value);
  return JSON.stringify(cleanJson(JSON.parse(value) as unknown));
}

/** Rows that an act keeps hold JSON of their own. */
function cleanJson(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return name === 'layout' || name === 'set_aside' ? cleanWithin(value) : fitText(value);
  if (Array.isArray(value)) return value.map((each: unknown) => cleanJson(each));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [fitText(key), cleanJson(each, key)]));
}

function cleanWithin(text: string): string {
  try {
    return JSON.stringify(cleanJson(JSON.parse(text) as unknown));
  } catch (error) {
    throw new AppError('ledger-damaged', 'a row that is kept for an undo is none', undefined, { cause: error });
  }
}
