// Which account of the ledger an account of a file is: by its number, by rows they share, by its name; else a new one.
import { fold } from '../../base/text.ts';
import { recogniseAccount } from '../accounts/recognise-account.ts';
import type { ReadableDatabase } from '../database.ts';
import type { AccountKind, StatementAccount, StatementEntry } from '../statement.ts';
import { fingerprint } from './fingerprint.ts';

export interface MatchedAccount {
  /** Null: not in the ledger yet. */
  id: number | null;
  name: string;
  institution: string | null;
  kind: AccountKind;
  number: string | null;
  currency: string;
}

/** What the person chose in the preview. */
export interface AccountChoice {
  accountId?: number | null;
  accountName?: string | null;
}

/** An account as a file speaks of it. */
export interface FileAccount {
  source: StatementAccount;
  entries: readonly StatementEntry[];
  currency: string;
  fileName: string;
  layoutKey: string | null;
}

interface KnownAccount {
  id: number;
  name: string;
  /** The name that files give it, where the person gave another. */
  readName: string | null;
  number: string | null;
  currency: string;
}

const accountsOf = (db: ReadableDatabase): KnownAccount[] =>
  db.query('SELECT id, name, read_name, number, currency FROM account ORDER BY id').rows.map(([id, name, readName, number, currency]) => ({
    id: Number(id),
    name: String(name),
    readName: readName === null || readName === undefined ? null : String(readName),
    number: number === null || number === undefined ? null : String(number),
    currency: String(currency),
  }));

const bare = (number: string) => number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
const tail = (number: string) => /\d{4}$/.exec(bare(number))?.[0] ?? null;
const isMasked = (number: string) => /[xX*•·.]{2,}|…/.test(number) || bare(number).length <= 4;

/** Equal, or equal at the end where one of the two is written masked ("XXXX4471"). */
const isSameNumber = (a: string, b: string) =>
  bare(a) === bare(b) || ((isMasked(a) || isMasked(b)) && tail(a) !== null && tail(a) === tail(b));

const isCalled = ({ name, readName }: KnownAccount, wanted: string) => [name, readName ?? name].some((each) => fold(each) === fold(wanted));

/** How many rows are looked at to find the account that already holds them. */
const PROBES = 200;

function byRows(db: ReadableDatabase, candidates: readonly KnownAccount[], { entries, currency }: FileAccount): KnownAccount | undefined {
  const step = Math.max(1, Math.floor(entries.length / PROBES));
  const probes = entries.filter((_, at) => at % step === 0);
  const hits = candidates.map((account) => {
    const { first, last } = coveredDays(db, account.id);
    const within = probes.filter(({ day }) => first !== null && last !== null && day >= first && day <= last);
    const found = within.filter((entry) => holds(db, account.id, fingerprint(entry, entry.currency ?? currency)));
    return { account, found: found.length, share: within.length ? found.length / within.length : 0 };
  });
  const [best, second] = hits.filter(({ found, share }) => found >= 2 && share > 0.5).sort((a, b) => b.found - a.found);
  return best && best.found > (second?.found ?? 0) ? best.account : undefined;
}

function coveredDays(db: ReadableDatabase, accountId: number): { first: string | null; last: string | null } {
  const [first, last] = db.query('SELECT min(first_day), max(last_day) FROM coverage WHERE account_id = ?', [accountId]).rows[0] ?? [];
  return { first: typeof first === 'string' ? first : null, last: typeof last === 'string' ? last : null };
}

const holds = (db: ReadableDatabase, accountId: number, print: number) =>
  db.query('SELECT 1 FROM bank_transaction WHERE account_id = ? AND fingerprint = ? LIMIT 1', [accountId, print]).rows.length > 0;

/**
 * A name that comes from the file's name only ("transactions.csv") says little: it is the same account when an earlier
 * statement of it had the same layout, or nothing is known of layouts.
 */
function hasLayout(db: ReadableDatabase, accountId: number, layoutKey: string | null): boolean {
  if (layoutKey === null) return true;
  const keys = db.query(
    `SELECT DISTINCT layout_key FROM statement JOIN coverage ON coverage.statement_id = statement.id
     WHERE account_id = ? AND layout_key IS NOT NULL`,
    [accountId],
  ).rows;
  return !keys.length || keys.some(([key]) => key === layoutKey);
}

function freeName(wanted: string, taken: readonly KnownAccount[], hints: readonly (string | null)[]): string {
  const isTaken = (name: string) => taken.some((account) => fold(account.name) === fold(name));
  const tries = [wanted, ...hints.filter((hint) => hint !== null).map((hint) => `${wanted} ${hint}`)];
  const free = tries.find((name) => !isTaken(name));
  if (free) return free;
  for (let count = 2; ; count += 1) if (!isTaken(`${wanted} ${count}`)) return `${wanted} ${count}`;
}

/** Reads only; `id` is null for an account to be made. `claimed`: accounts that another account of the same file already is. */
export function matchAccount(
  db: ReadableDatabase,
  file: FileAccount,
  choice: AccountChoice = {},
  claimed: ReadonlySet<number> = new Set(),
): MatchedAccount {
  const { source: account, entries, currency, fileName, layoutKey } = file;
  const known = accountsOf(db);
  const recognised = recogniseAccount(account, fileName, entries);
  const described = { institution: recognised.institution, kind: recognised.kind, number: account.number, currency };
  const existing = ({ id, name, currency: its }: KnownAccount): MatchedAccount => ({ ...described, id, name, currency: its });

  const chosen = known.find(({ id }) => id === choice.accountId);
  if (chosen) return existing(chosen);
  if (choice.accountName) {
    const wanted = fold(choice.accountName);
    const named = known.find(({ name }) => fold(name) === wanted);
    return named ? existing(named) : { ...described, id: null, name: choice.accountName };
  }
  const { number } = account;
  const fitting = known.filter(
    (each) => !claimed.has(each.id) && each.currency === currency && (!each.number || !number || isSameNumber(each.number, number)),
  );
  const match =
    fitting.find((each) => each.number && number) ??
    byRows(db, fitting, file) ??
    fitting.find((each) => isCalled(each, recognised.name) && (account.name || hasLayout(db, each.id, layoutKey)));
  if (match) return existing(match);
  return { ...described, id: null, name: freeName(recognised.name, known, [number && tail(number), currency]) };
}
