// JSON as banks and open-banking interfaces give it: the arrays of objects that hold a date and an amount, nested names joined
// with dots, read as a table whose header is the names. Also one object a line.
import { AppError } from '../base/errors.ts';
import { exponentOf } from '../base/money.ts';
import type { RawReading } from './finish.ts';
import { askUnit, seemInHundredths, unitUnderstood } from './json-unit.ts';
import type { ReadOptions } from './reading.ts';
import { isDataRow, type Row } from './table/find-tables.ts';
import { numberToText } from './sheet/cells.ts';
import { claimsOf } from './words/header-words.ts';
import { readTable } from './table/read-table.ts';
import { rowsOf } from './table/rows.ts';
import { toReading } from './table/to-reading.ts';

type Flat = Map<string, string>;
const MONEY: ReadonlySet<string> = new Set(['amount', 'debit', 'credit', 'net']);
const noRecords = (): AppError =>
  new AppError('statement-no-transactions', 'No list of records with a date and an amount was found in this JSON', { format: 'json' });
const DEEPEST = 12;

export async function readJson(text: string, options: ReadOptions): Promise<RawReading> {
  const thisYear = Number(options.today.slice(0, 4));
  const parsed = parse(text);
  const plain = recordsIn(parsed, thisYear, false);
  // Where no list holds both, the money may lie one list deeper ("legs": [{ "amount": ... }]).
  const found = plain.length > 0 ? plain : recordsIn(parsed, thisYear, true);
  const best = found[0];
  if (!best) throw noRecords();
  // "booked" and "pending" lie side by side in one answer of a bank; lists of other things do not share most names.
  const kin = found.filter((each) => each === best || shares(best.rows[0], each.rows[0]));
  const flat = kin.flatMap(({ path, rows }) =>
    rows.map((row) =>
      kin.length > 1 && !row.has('status') ? new Map([...row, ['status', /pending/i.test(path) ? 'pending' : 'booked']]) : row,
    ),
  );
  const names = namesOf(flat);
  const unit = UNITS_BY_NAMES.find((each) => each.names.every((name) => names.includes(name)));
  const chosen = options.guesses?.unit;
  const open = unit ? [] : seemInHundredths(flat, names, currencyOfRow);
  const money = unit?.money ?? (chosen === 'whole' ? [] : open);
  for (const row of money.length > 0 ? flat : [])
    for (const name of money)
      if (row.has(name)) row.set(name, (unit?.unit === 'thousandths' ? thousandths : minorUnits)(row.get(name) ?? '', currencyOfRow(row)));
  const rows: Row[] = [
    { line: 0, cells: names },
    ...flat.map((row, at) => ({ line: at + 1, cells: names.map((name) => row.get(name) ?? '') })),
  ];
  const guesses = { 'header-line': '', ...options.guesses };
  const table = await readTable(rowsOf(rows), { ...options, guesses });
  if (open.length === 0) return toReading('json', table, [], best.path);
  const reading = toReading('json', table, [unitUnderstood(chosen)], best.path);
  return chosen === undefined ? { ...reading, asks: [askUnit(table.entries), ...reading.asks] } : reading;
}

interface Records {
  path: string;
  rows: Flat[];
  data: number;
}

/** The lists whose records hold a date and an amount, the longest first. `deep`: a list of one record within is part of its own. */
function recordsIn(parsed: unknown, thisYear: number, deep: boolean): Records[] {
  const groups = new Map<string, Flat[]>();
  collect(parsed, '', groups, 0, deep);
  return [...groups]
    .map(([path, rows]) => ({ path, rows, data: rows.slice(0, 500).filter((row) => isDataRow([...row.values()], thisYear)).length }))
    .filter(({ data, rows }) => data > 0 && speaksOfMoney(rows))
    .sort((a, b) => b.data - a.data);
}

/** Names of fields always say what they are: without one for money, figures are ids and counts. */
const speaksOfMoney = (rows: readonly Flat[]): boolean =>
  namesOf(rows.slice(0, 500)).some((name) => claimsOf(name).some(({ role, score }) => score >= 40 && MONEY.has(role)));

const namesOf = (rows: readonly Flat[]): string[] => [...new Set(rows.flatMap((row) => [...row.keys()]))];

/** Interfaces that count in small units without saying so in the rows; these names together are each one's own. */
const UNITS_BY_NAMES: readonly { names: string[]; money: string[]; unit: 'thousandths' | 'minor' }[] = [
  // YNAB
  { names: ['cleared', 'approved', 'account_id', 'deleted', 'amount'], money: ['amount'], unit: 'thousandths' },
  // Monzo
  { names: ['amount', 'local_amount', 'local_currency', 'is_load'], money: ['amount', 'local_amount', 'account_balance'], unit: 'minor' },
  // Stripe: balance transactions, charges
  { names: ['amount', 'available_on', 'reporting_category', 'net'], money: ['amount', 'fee', 'net'], unit: 'minor' },
  { names: ['amount', 'amount_captured', 'amount_refunded'], money: ['amount', 'amount_captured', 'amount_refunded'], unit: 'minor' },
];

const currencyOfRow = (row: ReadonlyMap<string, string>): string =>
  (
    [...row].find(([name, value]) => /currency(?:_?code)?$/i.test(name) && !/orig|local|foreign/i.test(name) && value !== '')?.[1] ?? ''
  ).toUpperCase();

function thousandths(text: string): string {
  if (!/^-?\d+$/.test(text)) return text;
  return `${withPoint(text, 3)}0`;
}

const minorUnits = (text: string, currency: string): string => (/^-?\d+$/.test(text) ? withPoint(text, exponentOf(currency)) : text);

/** Whole units of which the last `scale` digits stand behind the point. */
function withPoint(text: string, scale: number): string {
  const digits = text.replace('-', '').padStart(scale + 1, '0');
  return `${text.startsWith('-') ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

function parse(text: string): unknown {
  const trimmed = text.trim();
  try {
    return JSON.parse(trimmed);
  } catch (error) {
    const lines = trimmed.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length > 1 && lines.every((line) => line.trim().startsWith('{'))) return parseLines(lines);
    throw new AppError('statement-unreadable', 'This JSON is damaged or cut off', { format: 'json' }, { cause: error });
  }
}

function parseLines(lines: readonly string[]): unknown[] {
  return lines.map((line, at) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (error) {
      throw new AppError(
        'statement-unreadable',
        `Line ${at + 1} is no whole JSON object`,
        { format: 'json', line: at + 1 },
        { cause: error },
      );
    }
  });
}

function collect(value: unknown, path: string, groups: Map<string, Flat[]>, depth: number, deep: boolean): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const objects = value.filter((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
    if (objects.length > 0) {
      const rows = groups.get(path) ?? [];
      for (const each of objects) rows.push(flatten(each as object, deep));
      groups.set(path, rows);
    }
    for (const each of value.slice(0, 1000)) if (Array.isArray(each)) collect(each, path, groups, depth + 1, deep);
    for (const each of objects.slice(0, 1000)) collect(each, `${path}[]`, groups, depth + 1, deep);
    return;
  }
  for (const [name, inner] of Object.entries(value)) collect(inner, path ? `${path}.${name}` : name, groups, depth + 1, deep);
}

function flatten(value: object, deep: boolean): Flat {
  const flat: Flat = new Map();
  const walk = (inner: unknown, name: string, depth: number): void => {
    if (inner === null || inner === undefined || depth > DEEPEST) return;
    if (Array.isArray(inner)) {
      if (inner.every((each) => typeof each === 'string')) flat.set(name, inner.join(' '));
      else if (deep && inner.length === 1) walk(inner[0], name, depth + 1);
      return;
    }
    const named = typeof inner === 'object' ? selfNamed(inner) : null;
    if (named) return walk(named.value, named.name, depth + 1);
    const scaled = typeof inner === 'object' ? scaledAmount(inner) : null;
    if (scaled) {
      for (const [key, each] of scaled) flat.set(name ? `${name}.${key}` : key, each);
      return;
    }
    if (typeof inner === 'object') for (const [key, each] of Object.entries(inner)) walk(each, name ? `${name}.${key}` : key, depth + 1);
    else
      flat.set(
        name,
        typeof inner === 'number' ? numeric(inner, name) : typeof inner === 'boolean' ? String(inner) : String(inner as string),
      );
  };
  walk(value, '', 0);
  return flat;
}

/** A field that names itself, `{ "value": -120.5, "name": "Objem", "id": 1 }`, whatever key it stands under. Null for any other object. */
function selfNamed(inner: object): { name: string; value: unknown } | null {
  const { name, value } = inner as { name?: unknown; value?: unknown };
  const isPlain = Object.keys(inner).every((key) => key === 'name' || key === 'value' || key === 'id');
  return isPlain && typeof name === 'string' && name !== '' && (typeof value === 'string' || typeof value === 'number')
    ? { name, value }
    : null;
}

/**
 * Money in minor units with its scale beside it: `{ value: 1234, precision: 2 }`, `{ unscaledValue: "1234", scale: "2" }`,
 * `{ minorUnits: 1234, currency: "GBP" }`. Null for any other object.
 */
function scaledAmount(value: object): [string, string][] | null {
  const fields = Object.entries(value);
  const digitsOf = (names: RegExp): number | null => {
    const found = fields.find(
      ([key, each]) => names.test(key) && (typeof each === 'number' || typeof each === 'string') && /^-?\d$/.test(String(each)),
    );
    return found ? Math.abs(Number(found[1])) : null;
  };
  const whole = fields.find(
    ([key, each]) =>
      /^(?:value|amount|unscaled_?value|minor_?(?:units?|amount)?|amount_?(?:minor|cents|in_?cents)|cents|units)$/i.test(key) &&
      (typeof each === 'number' || typeof each === 'string') &&
      /^-?\d+$/.test(String(each)),
  );
  if (!whole) return null;
  const currency = fields.find(([key, each]) => /currency|ccy/i.test(key) && typeof each === 'string')?.[1] as string | undefined;
  const scale =
    digitsOf(/^(?:precision|scale|exponent|decimals?|decimal_?places|fraction_?digits|currency_?exponent)$/i) ??
    (/minor|cents/i.test(whole[0]) ? exponentOf((currency ?? '').toUpperCase()) : null);
  if (scale === null) return null;
  const decimal = withPoint(String(whole[1]), scale);
  const rest = fields.filter(
    ([key, each]) =>
      key !== whole[0] && (typeof each === 'string' || typeof each === 'number') && !/^(?:precision|scale|exponent|decimals?)$/i.test(key),
  );
  return [
    ['amount', decimal],
    ...rest.map(([key, each]): [string, string] => [key, typeof each === 'number' ? numeric(each, key) : String(each)]),
  ];
}

/** Milliseconds or seconds since 1970 under a name that speaks of time become a day; other numbers stay. */
function numeric(value: number, name: string): string {
  if (/date|time|ts$|created|at$/i.test(name) && Number.isInteger(value)) {
    if (value > 631_152_000_000 && value < 4_102_444_800_000) return new Date(value).toISOString();
    if (value > 631_152_000 && value < 4_102_444_800) return new Date(value * 1000).toISOString();
  }
  return numberToText(value);
}

function shares(one: Flat | undefined, other: Flat | undefined): boolean {
  if (!one || !other) return false;
  const common = [...other.keys()].filter((name) => one.has(name)).length;
  return common * 3 >= Math.max(one.size, other.size) * 2;
}
