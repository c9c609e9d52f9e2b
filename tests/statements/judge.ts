// Compares a reading with the truth that a generated file was made from.
import { exponentOf } from '../../src/base/money.ts';
import { readStatement } from '../../src/import/read-statement.ts';
import type { Rich } from './generate-rich.ts';
import type { Generated } from './generate.ts';

export interface Verdict {
  right: boolean;
  /** Wrong, and nothing was asked, no row was named, no error raised. */
  silent: boolean;
  why: string;
  asks: string[];
}

export const TODAY = '2026-11-20';

export async function judge({ bytes, name, truth }: Generated): Promise<Verdict> {
  let reading;
  try {
    reading = await readStatement(bytes, { name, today: TODAY });
  } catch (error) {
    return { right: false, silent: false, why: `refused: ${String(error)}`, asks: [] };
  }
  const asks = reading.asks.map(({ key }) => key);
  const days = reading.entries.map(({ day }) => day).sort();
  // Truth counts in the smallest unit of the country; an entry without a currency counts hundredths.
  const sum = reading.entries.reduce((total, { minor, currency }) => total + minor / 10 ** exponentOf(currency ?? ''), 0);
  const wanted = truth.minor / 10 ** truth.digits;
  const wrong: string[] = [];
  if (reading.entries.length !== truth.rows) wrong.push(`rows ${reading.entries.length} for ${truth.rows}`);
  if (Math.abs(sum - wanted) > 0.001) wrong.push(`net ${sum} for ${wanted}`);
  if (days[0] !== truth.first || days.at(-1) !== truth.last)
    wrong.push(`days ${days[0]}..${days.at(-1)} for ${truth.first}..${truth.last}`);
  if (truth.currency !== null && reading.entries.some(({ currency }) => currency !== truth.currency))
    wrong.push(`currency ${reading.entries[0]?.currency} for ${truth.currency}`);
  const noted = asks.length > 0 || reading.warnings.length > 0;
  return { right: wrong.length === 0, silent: wrong.length > 0 && !noted, why: wrong.join('; '), asks };
}

/** The same for a file of several currencies and states. `open`: wrong where nobody could know, and it asked. */
export async function judgeRich(file: Rich): Promise<Verdict & { open: boolean }> {
  const verdict = await judge({ ...file, truth: { ...file.truth, currency: null } });
  const open = (file.truth.openDates && verdict.asks.includes('date-order')) || file.open.some((key) => verdict.asks.includes(key));
  if (!verdict.right) return { ...verdict, open };
  const { entries } = await readStatement(file.bytes, { name: file.name, today: TODAY });
  const net = new Map<string, number>();
  for (const { currency, minor } of entries) net.set(currency ?? '', (net.get(currency ?? '') ?? 0) + minor);
  const wrong: string[] = [];
  for (const [currency, minor] of file.net ?? [])
    if (net.get(currency) !== minor) wrong.push(`${currency} ${net.get(currency)} for ${minor}`);
  const pending = entries.filter(({ state }) => state === 'pending').length;
  if (pending !== file.pending) wrong.push(`pending ${pending} for ${file.pending}`);
  return { ...verdict, right: wrong.length === 0, silent: wrong.length > 0 && verdict.asks.length === 0, why: wrong.join('; '), open };
}
