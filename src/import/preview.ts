// What a person sees before an import: how the file was understood, its first rows as in the file beside the rows as read,
// what was set aside, and how much of it the ledger already has.
import type { Day } from '../base/days.ts';
import type { StatementAccount, StatementEntry } from '../ledger/statement.ts';
import type { Ask, BalanceCheck, Format, SetAside, StatementReading, Understood } from './reading.ts';

export type { Ask, Format, Guesses, GuessKey, Reason, SetAside, Source, Understood, WhySetAside } from './reading.ts';

export interface PreviewRow {
  line: number;
  /** As in the file. */
  cells: string[];
  /** As read; null when the row was set aside (see `setAside` for why). */
  entry: StatementEntry | null;
  /** Whether the ledger has it already; null when nobody asked. */
  known: boolean | null;
}

export interface ImportPreview {
  previewId: number;
  fileName: string;
  format: Format;
  /** Everything that was understood, each changeable by sending `{ ...guesses, [key]: value }`. */
  understood: Understood[];
  asks: Ask[];
  header: string[] | null;
  rows: PreviewRow[];
  setAside: SetAside[];
  setAsideCount: number;
  warnings: SetAside[];
  /** Transactions read: `fresh` new to the ledger, `known` there already (both null when nobody asked), `pending` not booked yet. */
  total: number;
  fresh: number | null;
  known: number | null;
  pending: number;
  first: Day | null;
  last: Day | null;
  accounts: StatementAccount[];
  /** Signed sums in minor units; two currencies are never added, null is the currency of the account. */
  net: { currency: string | null; minor: number }[];
  rounded: number;
  checks: BalanceCheck[];
  fingerprint: string;
  digest: string;
}

/** For each entry, whether the ledger has it already. Filled by the ledger's side. */
export type FindKnown = (entries: readonly StatementEntry[]) => readonly boolean[];

export function makePreview(reading: StatementReading, previewId: number, fileName: string, findKnown?: FindKnown): ImportPreview {
  const known = findKnown?.(reading.entries) ?? null;
  const byLine = new Map<number, number>();
  const lines = new Set(reading.sample.map(({ line }) => line));
  const net = new Map<string | null, number>();
  let first: Day | null = null;
  let last: Day | null = null;
  let pending = 0;
  let knownCount = 0;
  reading.entries.forEach((entry, index) => {
    if (lines.has(entry.line) && !byLine.has(entry.line)) byLine.set(entry.line, index);
    if (first === null || entry.day < first) first = entry.day;
    if (last === null || entry.day > last) last = entry.day;
    if (entry.state === 'pending') pending += 1;
    if (known?.[index]) knownCount += 1;
    net.set(entry.currency, (net.get(entry.currency) ?? 0) + entry.minor);
  });
  const rows = reading.sample.map(({ line, cells }): PreviewRow => {
    const index = byLine.get(line);
    const entry = index === undefined ? null : (reading.entries[index] ?? null);
    return { line, cells, entry, known: index === undefined ? null : (known?.[index] ?? null) };
  });
  return {
    previewId,
    fileName,
    format: reading.format,
    understood: reading.layout,
    asks: reading.asks,
    header: reading.header?.cells ?? null,
    rows,
    setAside: reading.setAside,
    setAsideCount: reading.setAsideCount,
    warnings: reading.warnings,
    total: reading.entries.length,
    fresh: known ? reading.entries.length - knownCount : null,
    known: known ? knownCount : null,
    pending,
    first,
    last,
    accounts: reading.accounts,
    net: [...net].map(([currency, minor]) => ({ currency, minor })),
    rounded: reading.rounded,
    checks: reading.checks,
    fingerprint: reading.fingerprint,
    digest: reading.digest,
  };
}
