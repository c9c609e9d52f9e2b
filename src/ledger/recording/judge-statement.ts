// A statement laid beside the ledger: which account each of its parts belongs to, and which of its rows are here already. Reads only.
import type { ReadableDatabase } from '../database.ts';
import type { RowIssue, StatementAccount, StatementEntry } from '../statement.ts';
import { findKnown, type Verdicts } from './find-known.ts';
import { matchAccount, type AccountChoice, type MatchedAccount } from './match-account.ts';
import { accountCurrency, resolveEntries } from './resolve-entries.ts';

/** A file as read, ready to be recorded. */
export interface ReadStatement {
  fileName: string;
  format: string;
  /** SHA-256 of the file's bytes, hex. */
  digest: string;
  /** How the file was read; kept as JSON. */
  layout: unknown;
  /** Equal for files of one layout, whatever they hold; null when the reader knows none. */
  layoutKey?: string | null;
  /** ISO 8601, UTC. */
  importedAt: string;
  accounts: readonly StatementAccount[];
  entries: readonly StatementEntry[];
  setAside: readonly RowIssue[];
}

export interface RecordOptions extends AccountChoice {
  /** For amounts whose file names no currency. */
  homeCurrency: string;
  isSample?: boolean;
}

/** The part of a file that belongs to one account, its entries resolved and judged against the ledger. */
export interface AccountPart {
  source: StatementAccount;
  account: MatchedAccount;
  /** In the minor units of their currency. */
  entries: readonly StatementEntry[];
  /** That of entries which name none. */
  currency: string;
  verdicts: Verdicts;
}

const NAMELESS: Omit<StatementAccount, 'key'> = {
  name: null,
  number: null,
  institution: null,
  currency: null,
  kind: 'unknown',
  closing: null,
  opening: null,
};

/** Judges each account of the file in turn. Reads only, unless the caller writes between two parts. */
export function* judgeStatement(db: ReadableDatabase, statement: ReadStatement, options: RecordOptions): Generator<AccountPart> {
  const byAccount = new Map<string, StatementEntry[]>();
  for (const entry of statement.entries) {
    const group = byAccount.get(entry.account);
    if (group) group.push(entry);
    else byAccount.set(entry.account, [entry]);
  }
  const choice = byAccount.size === 1 ? options : {};
  const claimed = new Set<number>();
  for (const [key, group] of byAccount) {
    const source = statement.accounts.find((account) => account.key === key) ?? { key, ...NAMELESS };
    const { account, entries, currency } = placeAccount(db, statement, source, group, options.homeCurrency, choice, claimed);
    if (account.id !== null) claimed.add(account.id);
    yield { source, account, entries, currency, verdicts: findKnown(db, account.id, entries, currency) };
  }
}

/**
 * A file that names no currency may belong to an account whose currency is known from before: then it is that one, whatever
 * home is now.
 */
function placeAccount(
  db: ReadableDatabase,
  { fileName, layoutKey = null }: ReadStatement,
  source: StatementAccount,
  group: readonly StatementEntry[],
  home: string,
  choice: AccountChoice,
  claimed: ReadonlySet<number>,
): Pick<AccountPart, 'account' | 'entries' | 'currency'> {
  const place = (currency: string) => {
    const entries = resolveEntries(group, currency, source.currency !== null);
    return { entries, currency, account: matchAccount(db, { source, entries, currency, fileName, layoutKey }, choice, claimed) };
  };
  const likeliest = place(accountCurrency(source, group, home));
  if (source.currency || group.some(({ currency }) => currency)) return likeliest;
  if (likeliest.account.id !== null)
    return likeliest.currency === likeliest.account.currency ? likeliest : place(likeliest.account.currency);
  for (const [currency] of db.query('SELECT DISTINCT currency FROM account WHERE currency <> ?', [likeliest.account.currency]).rows) {
    const placed = place(String(currency));
    if (placed.account.id !== null) return placed;
  }
  return likeliest;
}
