// Opening plus rows against closing, told by the running balances of a table: the first balance less its own amount, plus all
// amounts, is the last balance. Minor units, one check for each account and currency whose rows carry balances.
import type { StatementAccount, StatementEntry } from '../../ledger/statement.ts';
import type { BalanceCheck } from '../reading.ts';

interface Run {
  entries: StatementEntry[];
  account: string;
  currency: string | null;
}

/** Checks in the order of the accounts. An account whose rows have no chain of balances gets none. */
export function checkBalances(entries: readonly StatementEntry[]): BalanceCheck[] {
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

/** Most rows must follow from the one before, in the order of the file or against it: else the column is no running balance. */
function checkRun({ entries, account, currency }: Run): BalanceCheck | null {
  if (entries.length < 2 || entries.some(({ balance }) => balance === null)) return null;
  let forward = 0;
  let backward = 0;
  for (let at = 1; at < entries.length; at += 1) {
    const [before, after] = [entries[at - 1], entries[at]];
    if (!before || !after) continue;
    if ((before.balance ?? 0) + after.minor === after.balance) forward += 1;
    if ((after.balance ?? 0) + before.minor === before.balance) backward += 1;
  }
  const hits = Math.max(forward, backward);
  if (hits * 2 < entries.length - 1) return null;
  const oldest = forward >= backward ? entries[0] : entries.at(-1);
  const youngest = forward >= backward ? entries.at(-1) : entries[0];
  if (!oldest || !youngest) return null;
  const opening = (oldest.balance ?? 0) - oldest.minor;
  const closing = youngest.balance ?? 0;
  const agrees = entries.reduce((sum, { minor }) => sum + minor, opening) === closing;
  return { account, currency, opening, closing, rows: entries.length, agrees };
}
