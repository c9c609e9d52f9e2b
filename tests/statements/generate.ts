// Invented statement files with known truth: language x delimiter x sign x date order x header x encoding x noise. The same seed
// makes the same file.
import { addDays, toDay, type Day } from '../../src/base/days.ts';
import { LANGUAGES, type DateStyle, type Language } from './languages.ts';
import { encodeAs } from './encode.ts';

export interface Truth {
  rows: number;
  /** Signed sum in the smallest units. */
  minor: number;
  first: Day;
  last: Day;
  currency: string | null;
  /** Digits after the point that `minor` counts. */
  digits: number;
  /** Every date reads both ways, and the rows are in no order that proves one. */
  openDates: boolean;
  /** Nothing in the file says which way money went. */
  openSign: boolean;
}

export interface Generated {
  seed: number;
  name: string;
  bytes: Uint8Array;
  truth: Truth;
  recipe: Record<string, string | number | boolean>;
}

/** Mulberry32: small, even, the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type SignStyle =
  'signed' | 'plus' | 'trailing' | 'parentheses' | 'suffix' | 'columns' | 'columns-zero' | 'columns-minus' | 'word' | 'unsigned';
const SIGNS: readonly SignStyle[] = [
  'signed',
  'signed',
  'signed',
  'plus',
  'trailing',
  'parentheses',
  'suffix',
  'columns',
  'columns',
  'columns',
  'columns-zero',
  'columns-minus',
  'word',
  'word',
  'unsigned',
];
const MONTHS: Readonly<Record<string, string>> = { en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec' };

const two = (value: number) => String(value).padStart(2, '0');

function writeDay(day: Day, style: DateStyle, time: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  switch (style) {
    case 'iso':
      return day;
    case 'isotime':
      return `${day} ${time}`;
    case 'dmy.':
      return `${date}.${month}.${year}`;
    case 'dmytime':
      return `${date}.${month}.${year} ${time}`;
    case 'dmy/':
      return `${date}/${month}/${year}`;
    case 'dmy-':
      return `${date}-${month}-${year}`;
    case 'mdy/':
      return `${month}/${date}/${year}`;
    case 'ymd/':
      return `${year}/${month}/${date}`;
    case 'ymd.':
      return `${year}.${month}.${date}.`;
    case 'compact':
      return `${year}${month}${date}`;
    case 'dmy.2':
      return `${date}.${month}.${year.slice(2)}`;
    case 'dmy/2':
      return `${date}/${month}/${year.slice(2)}`;
    case 'named':
      return `${date} ${(MONTHS['en'] ?? '').split(' ')[Number(month) - 1]} ${year}`;
  }
}

interface Row {
  day: Day;
  minor: number;
  text: string;
  payee: string;
}

export function generate(seed: number): Generated {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const chance = (share: number) => next() < share;
  const language = pick(LANGUAGES);
  const digits = language.currency === 'JPY' || language.currency === 'KRW' ? 0 : 2;
  const style = pick(language.dates);
  let sign = pick(SIGNS);
  const count = pick([3, 4, 6, 9, 15, 30, 60, 120]);
  const rows = makeRows(language, count, digits, next);
  if (sign === 'suffix' && !['en-US', 'en-GB', 'en-IN'].includes(language.name)) sign = 'trailing';
  const newestFirst = chance(0.5);
  const hasBalance = chance(0.5) || (sign === 'unsigned' && chance(0.7));
  const hasSecond = chance(0.35);
  const hasCurrency = chance(0.4);
  const hasPayee = chance(0.4);
  const delimiter = language.mark === ',' ? pick([';', ';', ';', '\t', '|', ',']) : pick([',', ',', ',', ';', '\t', '|']);
  const quoteAll = chance(0.25);
  const grouped = chance(0.6);
  const preamble = chance(0.35);
  const footer = chance(0.25);
  const header = sign === 'unsigned' || chance(0.92);
  const encoding = chance(0.45) ? pick(language.encodings) : 'utf-8';
  const line = pick(['\n', '\r\n']);
  const recipe = {
    language: language.name,
    style,
    sign,
    count,
    newestFirst,
    hasBalance,
    hasSecond,
    hasCurrency,
    hasPayee,
    delimiter,
    quoteAll,
    grouped,
    preamble,
    footer,
    header,
    encoding,
  };

  const money = (minor: number): string => amount(Math.abs(minor), digits, language, grouped);
  const opening = 100_000 * (digits === 0 ? 10 : 100) + Math.floor(next() * 90_000);
  let balance = opening;
  const withBalance = rows.map((row) => ({ ...row, balance: (balance += row.minor) }));
  const ordered = newestFirst ? [...withBalance].reverse() : withBalance;

  type Column = { head: string; cell: (row: (typeof ordered)[number]) => string };
  const time = () => `${two(8 + Math.floor(next() * 12))}:${two(Math.floor(next() * 60))}:${two(Math.floor(next() * 60))}`;
  const columns: Column[] = [{ head: pick(language.date), cell: (row) => writeDay(row.day, style, time()) }];
  const lag = chance(0.5) ? 0 : 1;
  if (hasSecond)
    columns.push({
      head: pick(language.second),
      cell: (row) => writeDay(addDays(row.day, lag), style === 'isotime' || style === 'dmytime' ? style : style, time()),
    });
  if (hasPayee) columns.push({ head: pick(language.payee), cell: (row) => row.payee });
  columns.push({ head: pick(language.text), cell: (row) => row.text });
  columns.push(...moneyColumns(sign, language, money, pick));
  if (hasCurrency) columns.push({ head: pick(language.money), cell: () => language.currency });
  if (hasBalance) columns.push({ head: pick(language.balance), cell: (row) => `${row.balance < 0 ? '-' : ''}${money(row.balance)}` });
  if (chance(0.2)) columns.push({ head: 'ID', cell: (row) => `R${String(row.day).replaceAll('-', '')}${Math.abs(row.minor)}` });

  const cell = (text: string): string =>
    quoteAll || text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  const lines: string[] = [];
  if (preamble) {
    for (const head of language.head) lines.push(cell(head));
    lines.push('');
  }
  if (header) lines.push(columns.map(({ head }) => cell(head)).join(delimiter));
  ordered.forEach((row, at) => {
    lines.push(columns.map((column) => cell(column.cell(row))).join(delimiter));
    if (chance(0.01) && at < ordered.length - 1) lines.push('');
  });
  if (footer) lines.push('', [language.total, ...columns.slice(1).map(() => '')].map(cell).join(delimiter));
  const body = lines.join(line) + (chance(0.85) ? line : '');
  const bom = encoding === 'utf-8' && chance(0.2) ? '\ufeff' : '';

  const days = rows.map(({ day }) => day).sort();
  const ambiguousStyle = ['dmy/', 'dmy-', 'dmy.', 'mdy/', 'dmy.2', 'dmy/2', 'dmytime'].includes(style);
  return {
    seed,
    name: `${language.name}-${seed}.csv`,
    bytes: encodeAs(bom + body, encoding),
    truth: {
      rows: rows.length,
      minor: rows.reduce((sum, { minor }) => sum + minor, 0),
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      currency: hasCurrency ? language.currency : null,
      digits,
      openDates:
        ambiguousStyle &&
        rows.every(({ day }) => Number(day.slice(8)) <= 12) &&
        (!hasSecond || rows.every(({ day }) => Number(addDays(day, lag).slice(8)) <= 12)),
      // The balance says nothing of the first row: what it was before is not known.
      openSign: sign === 'unsigned' || (!header && ['columns', 'columns-zero'].includes(sign)),
    },
    recipe,
  };
}

function makeRows(language: Language, count: number, digits: number, next: () => number): Row[] {
  const rows: Row[] = [];
  let day = toDay(2021 + Math.floor(next() * 5), 1 + Math.floor(next() * 12), 1 + Math.floor(next() * 28));
  const shift = next() < 0.2 ? 0.3 : 2.5;
  for (let at = 0; at < count; at += 1) {
    const income = next() < 0.18;
    const texts = income ? language.income : language.spending;
    const text = texts[Math.floor(next() * texts.length)] ?? 'x';
    const size = income ? 50_000 + Math.floor(next() * 400_000) : 150 + Math.floor(next() * next() * 90_000);
    const minor = digits === 0 ? Math.max(1, Math.floor(size / 10)) : size;
    rows.push({
      day,
      minor: income ? minor : -minor,
      text: next() < 0.1 ? `${text}, ${100 + Math.floor(next() * 900)}` : text,
      payee: text.split(' ')[0] ?? text,
    });
    day = addDays(day, Math.floor(next() * (1 + shift * 2)));
  }
  // Both ways at least once, so that a sign can be told at all.
  const first = rows[0];
  if (first && rows.every(({ minor }) => minor < 0)) rows[0] = { ...first, minor: -first.minor, text: language.income[0] ?? '' };
  else if (first && rows.every(({ minor }) => minor > 0)) rows[0] = { ...first, minor: -first.minor, text: language.spending[0] ?? '' };
  return rows;
}

function amount(minor: number, digits: number, language: Language, grouped: boolean): string {
  const text = String(minor).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, language.thousands) : whole;
  return digits === 0 ? shown : `${shown}${language.mark}${text.slice(-digits)}`;
}

function moneyColumns(
  sign: SignStyle,
  language: Language,
  money: (minor: number) => string,
  pick: <T>(items: readonly T[]) => T,
): { head: string; cell: (row: Row) => string }[] {
  const head = pick(language.amount);
  const one = (write: (row: Row) => string) => [{ head, cell: write }];
  switch (sign) {
    case 'signed':
      return one(({ minor }) => `${minor < 0 ? '-' : ''}${money(minor)}`);
    case 'plus':
      return one(({ minor }) => `${minor < 0 ? '-' : '+'}${money(minor)}`);
    case 'trailing':
      return one(({ minor }) => `${money(minor)}${minor < 0 ? '-' : ''}`);
    case 'parentheses':
      return one(({ minor }) => (minor < 0 ? `(${money(minor)})` : money(minor)));
    case 'suffix':
      return one(({ minor }) => `${money(minor)} ${minor < 0 ? 'DR' : 'CR'}`);
    case 'unsigned':
      return one(({ minor }) => money(minor));
    case 'word':
      return [
        ...one(({ minor }) => money(minor)),
        { head: pick(language.direction), cell: ({ minor }) => (minor < 0 ? language.out : language.into) },
      ];
    default: {
      const zero = sign === 'columns-zero' ? money(0) : '';
      const minus = sign === 'columns-minus' ? '-' : '';
      return [
        { head: pick(language.debit), cell: ({ minor }) => (minor < 0 ? `${minus}${money(minor)}` : zero) },
        { head: pick(language.credit), cell: ({ minor }) => (minor > 0 ? money(minor) : zero) },
      ];
    }
  }
}
