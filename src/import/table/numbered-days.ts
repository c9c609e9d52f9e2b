// Days as numbers (of a spreadsheet: 45672; 240310; seconds, milliseconds or microseconds since 1970, UTC) and amounts in cents: columns
// whose header says so and whose every cell bears it out are rewritten as they pass; everything after knows days and whole units.
import { fromDayNumber, isRealDay } from '../../base/days.ts';
import { codeOf } from '../words/currencies.ts';
import { exponentOf } from '../../base/money.ts';
import { claimsOf } from '../words/header-words.ts';
import { directionRewrite } from './direction-marks.ts';
import type { Row } from './find-tables.ts';
import { datePartsOf } from './profile.ts';
import { mapRows, type RowSource } from './rows.ts';

type Rewrite = (cell: string, cells: readonly string[]) => string;

const DAY_ROLES = new Set<string>(['day', 'booked-day', 'value-day', 'time']);
const MONEY_ROLES = new Set<string>(['amount', 'debit', 'credit', 'balance', 'fee', 'net', 'original-amount']);
/** Seconds a day, by the length of the number. */
const UNITS: readonly { digits: RegExp; perDay: number }[] = [
  { digits: /^\d{9,10}(?:\.\d+)?$/, perDay: 86_400 },
  { digits: /^\d{12,13}$/, perDay: 86_400_000 },
  { digits: /^\d{15,16}$/, perDay: 86_400_000_000 },
];
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
/** The first day that a spreadsheet counts from, in days since 1970. */
const SERIAL_ZERO = -25_569;
const IN_CENTS =
  /(?:^|[\s_(/-])(?:in[\s_])?(?:cents?|minor(?:[\s_]?units?)?|pence|pennies|centimes|centimos|céntimos|centavos|öre|øre|ore|grosze|groszy|haléře|fillér|bani|kopecks|копейки|kuruş|sen|paise)\)?$/iu;

/** The rows with those columns rewritten; null when there are none, or the header stands beyond the first lines. */
export function withWrittenOut(source: RowSource, head: readonly Row[], thisYear: number): RowSource | null {
  for (const [place, { cells: header, line }] of head.slice(0, 40).entries()) {
    const rewrites = new Map<number, Rewrite>();
    const below = head.slice(place + 1, place + 400);
    const isDated = () => header.some((_, column) => below.some((row) => datePartsOf((row.cells[column] ?? '').trim(), thisYear) !== null));
    header.forEach((name, column) => {
      const cells = filledCells(below, column);
      const rewrite =
        name.length > 60 || cells.length === 0
          ? null
          : (dayRewrite(name, cells, thisYear, isDated) ?? centsRewrite(name, cells, header) ?? directionRewrite(name, cells));
      if (rewrite) rewrites.set(column, rewrite);
    });
    if (rewrites.size > 0)
      return mapRows(source, (row, at) => (at <= line ? row : row.map((cell, column) => rewrites.get(column)?.(cell.trim(), row) ?? cell)));
  }
  return null;
}

/** By a loop: it is asked of each column below each of forty lines. */
function filledCells(rows: readonly Row[], column: number): string[] {
  const filled: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[column]?.trim();
    if (cell) filled.push(cell);
  }
  return filled;
}

/** `isDated`: whether another column holds whole days already, so that six digits are rather a time. */
function dayRewrite(name: string, cells: readonly string[], thisYear: number, isDated: () => boolean): Rewrite | null {
  const dayOf = (cell: string): number | null => {
    if (SERIAL.test(cell)) return SERIAL_ZERO + Math.floor(Number(cell.replace(',', '.')));
    const unit = UNITS.find(({ digits }) => digits.test(cell));
    return unit ? Math.floor(Number(cell) / unit.perDay) : null;
  };
  const earliest = (1980 - 1970) * 365;
  const latest = (thisYear + 2 - 1970) * 366;
  const fits = (cell: string): boolean => {
    const number = dayOf(cell);
    return number !== null && number >= earliest && number <= latest;
  };
  const best = claimsOf(name)[0];
  if (!best || best.score < 40 || !DAY_ROLES.has(best.role)) return null;
  if (best.role !== 'time' && cells.every(isSixDigits) && !isDated())
    return (cell) => (isSixDigits(cell) ? cell.replace(/(..)(?=.)/g, '$1/') : cell);
  if (!cells.every(fits)) return null;
  return (cell) => (fits(cell) ? fromDayNumber(dayOf(cell) ?? 0) : cell);
}

/** "240310" under a word for a day: its parts are told apart here, and their order where that of all days is. */
const isSixDigits = (cell: string): boolean => {
  const [, a = 0, b = 0, c = 0] = /^(\d\d)(\d\d)(\d\d)$/.exec(cell)?.map(Number) ?? [];
  return a > 0 && b > 0 && c > 0 && b <= 31 && (isRealDay(2000 + a, b, c) || isRealDay(2000 + c, b, a) || isRealDay(2000 + c, a, b));
};

function centsRewrite(name: string, cells: readonly string[], header: readonly string[]): Rewrite | null {
  const spoken = name.trim().replace(/([a-z])([A-Z])/g, '$1 $2');
  const unit = IN_CENTS.exec(spoken);
  if (!unit || !cells.every((cell) => /^[-+]?\d+$/.test(cell))) return null;
  const rest = spoken.slice(0, unit.index);
  if (rest === '' ? !/^cents$/i.test(spoken) : !claimsOf(rest).some(({ role, score }) => MONEY_ROLES.has(role) && score >= 40)) return null;
  const currency = header.findIndex((each) => claimsOf(each)[0]?.role === 'currency');
  const isMinor = /minor/i.test(name);
  return (cell, row) => {
    const [, sign = '', digits] = /^([-+]?)(\d+)$/.exec(cell) ?? [];
    if (digits === undefined) return cell;
    const scale = isMinor ? exponentOf(codeOf(row[currency] ?? '') ?? '') : 2;
    const padded = digits.padStart(scale + 1, '0');
    return scale === 0 ? cell : `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  };
}
