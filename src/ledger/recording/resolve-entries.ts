// The currency of entries that name none. A reader that knew no currency counted two decimals; a currency with more or
// fewer needs the amount scaled, and one that cannot hold the amount (yen with decimals) was not the currency: then it is XXX.
import { exponentOf } from '../../base/money.ts';
import type { StatementAccount, StatementEntry } from '../statement.ts';

/** ISO 4217: no currency known. */
const NO_CURRENCY = 'XXX';

/** From two decimals to those of the currency. */
export const scaleTo = (minor: number, currency: string): number => minor * 10 ** (exponentOf(currency) - 2);

const isWholeIn = ({ minor, balance, splits }: StatementEntry, currency: string): boolean =>
  Number.isSafeInteger(scaleTo(minor, currency)) &&
  (balance === null || Number.isSafeInteger(scaleTo(balance, currency))) &&
  splits.every((split) => Number.isSafeInteger(scaleTo(split.minor, currency)));

/** The currency for entries that name none: the account's, else the one its other entries share, else home. */
export function accountCurrency(account: StatementAccount, entries: readonly StatementEntry[], home: string): string {
  if (account.currency) return account.currency;
  const counts = new Map<string, number>();
  for (const { currency } of entries) if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const named = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  if (named) return named;
  return exponentOf(home) === 2 || entries.every((entry) => isWholeIn(entry, home)) ? home : NO_CURRENCY;
}

/** The entries with amounts in the minor units of `currency` where they name none. `wasKnown`: the file counted in it already. */
export function resolveEntries(entries: readonly StatementEntry[], currency: string, wasKnown: boolean): readonly StatementEntry[] {
  if (wasKnown || exponentOf(currency) === 2) return entries;
  return entries.map((entry) => {
    if (entry.currency) return entry;
    const splits = entry.splits.map((split) => ({ ...split, minor: scaleTo(split.minor, currency) }));
    const balance = entry.balance === null ? null : scaleTo(entry.balance, currency);
    return { ...entry, minor: scaleTo(entry.minor, currency), balance, splits };
  });
}
