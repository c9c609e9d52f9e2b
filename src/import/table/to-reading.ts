// A table as read -> the reading that all formats share.
import type { RawReading } from '../finish.ts';
import type { Format, Understood } from '../reading.ts';
import { checkBalances, withBalances } from './check-balances.ts';
import type { TableReading } from './read-table.ts';

export function toReading(format: Format, table: TableReading, layout: Understood[], mark: string): RawReading {
  const { maker } = table;
  const checks = checkBalances(table.entries);
  return {
    format,
    accounts: [...maker.accounts.values()].map((account) => withBalances(account, checks)),
    entries: table.entries,
    setAside: table.setAside,
    setAsideCount: table.setAsideCount,
    warnings: table.warnings,
    asks: table.asks,
    layout: [...layout, ...table.layout],
    header: table.header,
    sample: table.sample,
    net: [...maker.money.sums].map(([currency, sum]) => ({ currency, decimal: sum.toString() })),
    rounded: maker.rounded,
    checks,
    period: table.period,
    fingerprint: `${mark}\n${table.fingerprint}`,
  };
}
