// Opening plus rows against closing, told by the running balances of a table. Each row leads from one balance to the next; the one
// that nothing leads to is the opening, the one that nothing leads from the closing, in whatever order the rows of a day stand.
// Minor units, one check for each account and currency whose rows carry balances.
import type { StatementAccount, StatementEntry } from '../../ledger/statement.ts';
import type { BalanceCheck } from '../reading.ts';

interface Run {
  entries: StatementEntry[];
  account: string;
  currency: string | null;
}

/** A row, or the rows of a day of which only the last has a balance. */
interface Move {
  from: number;
  to: number;
}

/** Checks in the order of the accounts. An account whose rows have no chain of balances gets none. */
export function checkBalances(entries: readonly StatementEntry[]): BalanceCheck[] {
  if (!carryBalances(entries)) return [];
  const runs = new Map<string, Run>();
  for (const entry of entries) {
    if (entry.state !== 'posted') continue;
    const key = `${entry.account}|${entry.currency ?? ''}`;
    const run = runs.get(key);
    if (run) run.entries.push(entry);
    else runs.set(key, { entries: [entry], account: entry.account, currency: entry.currency });
  }
  return [...runs.values()].flatMap((run) => {
    const check = checkRun(run);
    return check ? [check] : [];
  });
}

/** Whether any row does; most files have none, and need not be looked through for what they would say. */
export const carryBalances = (entries: readonly StatementEntry[]): boolean => entries.some(({ balance }) => balance !== null);

/** What the file says of the account as a whole, where its rows bear it out and are all of one currency. */
export function withBalances(account: StatementAccount, checks: readonly BalanceCheck[]): StatementAccount {
  const own = checks.filter((check) => check.account === account.key);
  const [check] = own;
  if (!check?.agrees || own.length > 1) return account;
  return {
    ...account,
    opening: account.opening ?? { minor: check.opening, day: null },
    closing: account.closing ?? { minor: check.closing, day: null },
  };
}

function checkRun({ entries, account, currency }: Run): BalanceCheck | null {
  if (entries.length < 2) return null;
  const forward = movesOf(entries);
  const backward = movesOf([...entries].reverse());
  const isForward = chained(forward) >= chained(backward);
  const moves = isForward ? forward : backward;
  // Rows after the last balance: where they led to, nothing says.
  if (entries.at(isForward ? -1 : 0)?.balance === null) return null;
  // Most rows must follow from the one before: else the column is no running balance.
  if (moves.length < 2 || chained(moves) * 2 < moves.length - 1) return null;
  const ends = endsOf(moves) ?? { opening: moves[0]?.from ?? 0, closing: moves.at(-1)?.to ?? 0 };
  const rowsMinor = moves.reduce((sum, { from, to }) => sum + to - from, 0);
  return { account, currency, ...ends, rows: entries.length, rowsMinor, agrees: ends.opening + rowsMinor === ends.closing };
}

/** Oldest first; rows without a balance are counted into the next that has one. */
function movesOf(entries: readonly StatementEntry[]): Move[] {
  const moves: Move[] = [];
  let moved = 0;
  for (const { minor, balance } of entries) {
    moved += minor;
    if (balance === null) continue;
    moves.push({ from: balance - moved, to: balance });
    moved = 0;
  }
  return moves;
}

function chained(moves: readonly Move[]): number {
  let count = 0;
  for (let at = 1; at < moves.length; at += 1) if (moves[at - 1]?.to === moves[at]?.from) count += 1;
  return count;
}

/** The one balance that nothing leads to and the one that nothing leads from; null when the rows do not make one chain. */
function endsOf(moves: readonly Move[]): { opening: number; closing: number } | null {
  const degree = new Map<number, number>();
  for (const { from, to } of moves) {
    degree.set(from, (degree.get(from) ?? 0) + 1);
    degree.set(to, (degree.get(to) ?? 0) - 1);
  }
  const open = [...degree].filter(([, count]) => count !== 0);
  const opening = open.find(([, count]) => count === 1);
  const closing = open.find(([, count]) => count === -1);
  return open.length === 2 && opening && closing ? { opening: opening[0], closing: closing[0] } : null;
}
