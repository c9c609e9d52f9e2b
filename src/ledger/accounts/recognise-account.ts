// What an account is, from what its file says: name, institution, kind; and the home currency of several.
import type { AccountKind, StatementAccount, StatementEntry } from '../statement.ts';

export interface RecognisedAccount {
  name: string;
  institution: string | null;
  kind: AccountKind;
}

export function recogniseAccount(account: StatementAccount, fileName: string, _entries: readonly StatementEntry[] = []): RecognisedAccount {
  const stem = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  const name = account.name ?? (stem || 'Account');
  return { name: name.charAt(0).toUpperCase() + name.slice(1), institution: account.institution, kind: account.kind };
}

export interface CurrencyHints {
  /** The person's own choice, which wins. */
  chosen?: string | null;
  entries?: readonly StatementEntry[];
  fileNames?: readonly string[];
}

export function guessHomeCurrency(accounts: readonly { currency: string | null }[], hints: CurrencyHints = {}): string {
  if (hints.chosen) return hints.chosen;
  return accounts.find(({ currency }) => currency)?.currency ?? 'USD';
}
