// Which rows of a file the account already has. Everything is matched one to one, so the n-th equal row of a file meets the n-th
// equal row of the ledger: true twins stay, overlaps add only what is new. In this order: the bank's own id (used only where
// it proves stable and unique), equal day, amount and text, then equal day and amount with one text inside the other
// (the same row from another format). A pending row gives way to the posted one, and never comes back after it.
import { addDays } from '../../base/days.ts';
import type { ReadableDatabase } from '../database.ts';
import { fingerprint, fingerprintsOf, textOf } from './fingerprint.ts';
import { MARGIN, Matching, type Row } from './match-rows.ts';
import type { StatementEntry } from '../statement.ts';

/** What the ledger says to each entry, by its place. */
export interface Verdicts {
  /** Entry -> the transaction that it is. All others are new. */
  known: ReadonlyMap<number, number>;
  /** Entry -> the pending transaction that gives way to it. */
  replaces: ReadonlyMap<number, number>;
  /** Pending transactions that the file should report, long after their day, and does not: they never came to be. */
  fellAway: readonly number[];
  fingerprints: readonly number[];
  /** For new entries: the how-manieth equal row of the account it will be. */
  occurrences: Uint32Array;
}

/** Reads only. `currency` is that of entries which name none. */
export function findKnown(db: ReadableDatabase, accountId: number | null, entries: readonly StatementEntry[], currency: string): Verdicts {
  const prints = entries.map((entry) => fingerprint(entry, entry.currency ?? currency));
  const rows = accountId === null ? [] : rowsAround(db, accountId, entries);
  if (!rows.length) return verdictsOf(prints, [], new Map(), new Map(), []);
  const matching = new Matching(entries, prints, rows, currency);
  matching.byBankId();
  matching.byFingerprint();
  matching.byLikeness();
  matching.pendingToPosted();
  matching.pendingToOtherAmount();
  matching.postedToPending();
  return verdictsOf(prints, rows, matching.known, matching.replaced, matching.fellAway());
}

function verdictsOf(
  prints: readonly number[],
  rows: readonly Row[],
  known: ReadonlyMap<number, Row>,
  replaced: ReadonlyMap<number, Row>,
  fellAway: readonly number[],
): Verdicts {
  const highest = new Map<number, number>();
  for (const row of rows) highest.set(row.fingerprint, Math.max(highest.get(row.fingerprint) ?? 0, row.occurrence));
  const twins = repeated(prints);
  const occurrences = new Uint32Array(prints.length);
  for (let at = 0; at < prints.length; at += 1) {
    const print = prints[at] ?? 0;
    if (known.has(at)) continue;
    const occurrence = (highest.get(print) ?? 0) + 1;
    if (twins.has(print)) highest.set(print, occurrence);
    occurrences[at] = occurrence;
  }
  const ids = (matches: ReadonlyMap<number, Row>) => new Map([...matches].map(([at, { id }]) => [at, id]));
  return { known: ids(known), replaces: ids(replaced), fellAway, fingerprints: prints, occurrences };
}

/** The few that stand more than once; most files have none, and to count each would cost more than to sort them. */
function repeated(prints: readonly number[]): Set<number> {
  const sorted = Float64Array.from(prints).sort();
  const found = new Set<number>();
  for (let at = 1; at < sorted.length; at += 1) {
    const print = sorted[at];
    if (print !== undefined && print === sorted[at - 1]) found.add(print);
  }
  return found;
}

function rowsAround(db: ReadableDatabase, accountId: number, entries: readonly StatementEntry[]): Row[] {
  let [first, last] = [entries[0]?.day, entries[0]?.day];
  if (first === undefined || last === undefined) return [];
  for (const { day } of entries) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return db
    .query(
      `SELECT id, fingerprint, occurrence, bank_id, day, minor, currency, descriptor, memo, state, replaced_by
       FROM bank_transaction WHERE account_id = ? AND fingerprint BETWEEN ? AND ? ORDER BY fingerprint, occurrence`,
      [accountId, ...fingerprintsOf(addDays(first, -MARGIN), addDays(last, MARGIN))],
    )
    .rows.map(([id, print, occurrence, bankId, day, minor, currency, descriptor, memo, state, replacedBy]) => ({
      id: Number(id),
      fingerprint: Number(print),
      occurrence: Number(occurrence),
      bankId: bankId === null || bankId === undefined ? null : String(bankId),
      day: String(day),
      minor: Number(minor),
      currency: String(currency),
      text: textOf({ descriptor: String(descriptor), memo: memo === null || memo === undefined ? null : String(memo) }),
      state: state === 'pending' ? 'pending' : 'posted',
      replaced: replacedBy !== null,
      taken: false,
    }));
}
