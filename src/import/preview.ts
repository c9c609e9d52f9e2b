// What a person sees before an import: how the file was understood, its first rows as in the file beside the rows as read,
// what was set aside, and how much of it the ledger already has.
import type { Day } from '../base/days.ts';
import type { EntryMark } from '../ledger/recording/mark-entries.ts';
import type { StatementAccount, StatementEntry } from '../ledger/statement.ts';
import type { Ask, BalanceCheck, Format, SetAside, StatementReading, Understood } from './reading.ts';

export type { EntryMark } from '../ledger/recording/mark-entries.ts';
export type { Ask, BalanceCheck, Format, Guesses, GuessKey, Reason, SetAside, Source, Understood, WhySetAside } from './reading.ts';

export interface PreviewRow {
  line: number;
  /** As in the file; empty for rows beyond the first ones. */
  cells: string[];
  /** As read; null when the row was set aside (see `setAside` for why). */
  entry: StatementEntry | null;
  /** Whether the ledger has it already; null when nobody asked. */
  known: boolean | null;
  /** What is worth a look before it is imported. */
  mark: EntryMark | null;
}

/** The rows behind a count, the first MOST_LISTED of them. */
export interface PreviewLists {
  fresh: PreviewRow[];
  known: PreviewRow[];
  /** New rows with a mark: likely duplicates and halves of transfers. */
  marked: PreviewRow[];
}

export const MOST_LISTED = 200;

export interface ImportPreview {
  previewId: number;
  fileName: string;
  format: Format;
  /** Everything that was understood, each changeable by sending `{ ...guesses, [key]: value }`. */
  understood: Understood[];
  asks: Ask[];
  header: string[] | null;
  rows: PreviewRow[];
  lists: PreviewLists;
  /** New rows that look like one the account has, and that are the other half of a transfer. */
  twins: number;
  transfers: number;
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

/** For each entry what the ledger says of it. Filled by the ledger's side. */
export type MarkEntries = (entries: readonly StatementEntry[]) => readonly (EntryMark | null)[];

export function makePreview(reading: StatementReading, previewId: number, fileName: string, markEntries?: MarkEntries): ImportPreview {
  const marks = markEntries?.(reading.entries) ?? null;
  const byLine = new Map<number, number>();
  const lines = new Set(reading.sample.map(({ line }) => line));
  const net = new Map<string | null, number>();
  let first: Day | null = null;
  let last: Day | null = null;
  let pending = 0;
  let knownCount = 0;
  let twins = 0;
  let transfers = 0;
  const lists: PreviewLists = { fresh: [], known: [], marked: [] };
  reading.entries.forEach((entry, index) => {
    if (lines.has(entry.line) && !byLine.has(entry.line)) byLine.set(entry.line, index);
    if (first === null || entry.day < first) first = entry.day;
    if (last === null || entry.day > last) last = entry.day;
    if (entry.state === 'pending') pending += 1;
    if (marks?.[index]?.kind === 'known') knownCount += 1;
    if (marks?.[index]?.kind === 'twin') twins += 1;
    if (marks?.[index]?.kind === 'transfer') transfers += 1;
    if (marks) list(lists, { line: entry.line, cells: [], entry, known: marks[index]?.kind === 'known', mark: marks[index] ?? null });
    net.set(entry.currency, (net.get(entry.currency) ?? 0) + entry.minor);
  });
  const rows = reading.sample.map(({ line, cells }): PreviewRow => {
    const index = byLine.get(line);
    const entry = index === undefined ? null : (reading.entries[index] ?? null);
    const mark = index === undefined ? null : (marks?.[index] ?? null);
    return { line, cells, entry, known: index === undefined || !marks ? null : mark?.kind === 'known', mark };
  });
  const asInFile = new Map(reading.sample.map(({ line, cells }) => [line, cells]));
  for (const row of [...lists.fresh, ...lists.known, ...lists.marked]) row.cells = asInFile.get(row.line) ?? [];
  return {
    previewId,
    fileName,
    format: reading.format,
    understood: reading.layout,
    asks: reading.asks,
    header: reading.header?.cells ?? null,
    rows,
    lists,
    twins,
    transfers,
    setAside: reading.setAside,
    setAsideCount: reading.setAsideCount,
    warnings: reading.warnings,
    total: reading.entries.length,
    fresh: marks ? reading.entries.length - knownCount : null,
    known: marks ? knownCount : null,
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

function list(lists: PreviewLists, row: PreviewRow): void {
  const into = row.known ? lists.known : lists.fresh;
  if (into.length < MOST_LISTED) into.push(row);
  const isMarked = row.mark?.kind === 'twin' || row.mark?.kind === 'transfer';
  if (isMarked && lists.marked.length < MOST_LISTED) lists.marked.push(row);
}
