// Whether amounts of JSON are whole units or hundredths of them: "amount": -4510 is £45.10 in one interface and £4,510 in another, and
// nothing in the file may say which. Where the figures look like hundredths, they are read so, and it is asked.
import { exponentOf } from '../base/money.ts';
import type { StatementEntry } from '../ledger/statement.ts';
import type { Ask, Guesses, Role, Understood } from './reading.ts';
import { claimsOf } from './words/header-words.ts';

type Flat = ReadonlyMap<string, string>;

const AMOUNTS: ReadonlySet<Role | 'noise'> = new Set<Role | 'noise'>(['amount', 'debit', 'credit', 'net']);
const MONEY: ReadonlySet<Role | 'noise'> = new Set<Role | 'noise'>([...AMOUNTS, 'balance', 'fee', 'original-amount']);
/** Two decimals by the book, none in daily life. */
const WHOLE_IN_LIFE: ReadonlySet<string> = new Set([
  'HUF',
  'IDR',
  'COP',
  'TWD',
  'RSD',
  'LKR',
  'PKR',
  'AMD',
  'ALL',
  'KZT',
  'NGN',
  'TZS',
  'IRR',
]);
const ENOUGH = 4;
const ROWS_SHOWN = 3;

/** The fields that seem to count in hundredths; none where one amount has a point, a currency has no cents, or the figures are round. */
export function seemInHundredths(rows: readonly Flat[], names: readonly string[], currencyOf: (row: Flat) => string): string[] {
  const fields = names.filter((name) => MONEY.has(claimsOf(name)[0]?.role ?? 'ignore'));
  const amounts = fields.filter((name) => AMOUNTS.has(claimsOf(name)[0]?.role ?? 'ignore'));
  const figures = rows.flatMap((row) => amounts.flatMap((name) => row.get(name) ?? []));
  const filled = figures.filter((figure) => figure !== '' && figure !== '0');
  if (filled.length < ENOUGH || !filled.every((figure) => /^-?\d{1,12}$/.test(figure))) return [];
  if (rows.some((row) => exponentOf(currencyOf(row)) !== 2 || WHOLE_IN_LIFE.has(currencyOf(row)))) return [];
  const sizes = filled.map((figure) => Math.abs(Number(figure))).sort((a, b) => a - b);
  const odd = sizes.filter((size) => size % 10 !== 0).length;
  if ((sizes[sizes.length >> 1] ?? 0) < 300 || odd * 10 < sizes.length * 6) return [];
  return fields.filter((name) => rows.every((row) => /^-?\d*$/.test(row.get(name) ?? '')));
}

export const unitUnderstood = (chosen: Guesses['unit'] | undefined): Understood => ({
  key: 'unit',
  value: chosen ?? 'hundredths',
  options: [{ value: 'hundredths' }, { value: 'whole' }],
  source: chosen === undefined ? 'asked' : 'chosen',
  reason: { code: chosen === undefined ? 'both-readings' : 'chosen' },
});

/** `entries`: as read in hundredths. */
export function askUnit(entries: readonly StatementEntry[]): Ask {
  const rows = entries
    .slice(0, ROWS_SHOWN)
    .map(({ line, descriptor, day, minor, currency }) => ({ line, text: descriptor, day, minor, currency }));
  return {
    key: 'unit',
    assumed: 'hundredths',
    readings: [
      { value: 'hundredths', rows },
      { value: 'whole', rows: rows.map((row) => ({ ...row, minor: row.minor * 100 })) },
    ],
  };
}
