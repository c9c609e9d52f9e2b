// Files with money in two columns and a currency beside each ("DEBIT;DEBIT CURRENCY;CREDIT;CREDIT CURRENCY"): a row is in the currency
// of the side it fills. One that fills both in two currencies is an exchange: money out in one and money in in the other.
import { currencyNamed } from '../words/name-currency.ts';
import { isBlank } from './cell-text.ts';
import type { Plan } from './plan-table.ts';

export interface SideCurrencies {
  out: number;
  into: number;
  outCurrency: number;
  intoCurrency: number;
}

/** Null unless each of the two columns has a column of currencies of its own right behind or before it. */
export function sideCurrenciesOf({ money: { model }, profiles }: Plan): SideCurrencies | null {
  if (model.kind !== 'pair') return null;
  const { out, into } = model;
  const isCodes = (column: number): boolean => {
    const profile = profiles[column];
    return profile !== undefined && profile.filled > 0 && profile.codes * 10 >= profile.filled * 9;
  };
  for (const step of [1, -1])
    if (isCodes(out + step) && isCodes(into + step)) return { out, into, outCurrency: out + step, intoCurrency: into + step };
  return null;
}

/** The currency of the side that a row fills. */
export function currencyOfSide(sides: SideCurrencies, cells: readonly string[]): string | null {
  return currencyNamed(cells[isBlank(cells[sides.out]) ? sides.intoCurrency : sides.outCurrency] ?? '');
}

/** Both halves of an exchange, each a row of its own; null for a row of one currency. */
export function halvesOf(sides: SideCurrencies, cells: readonly string[]): [string[], string[]] | null {
  if (isBlank(cells[sides.out]) || isBlank(cells[sides.into])) return null;
  const [paid, got] = [currencyNamed(cells[sides.outCurrency] ?? ''), currencyNamed(cells[sides.intoCurrency] ?? '')];
  if (paid === null || got === null || paid === got) return null;
  return [cells.with(sides.into, ''), cells.with(sides.out, '')];
}
