// Writes a statement into the ledger: accounts, new transactions with their postings, and what the statement says as a whole.
// In steps, so that a caller may show progress, stop between two, and decide about the transaction around them.
import { AppError } from '../../base/errors.ts';
import { settleFlows } from '../flows/settle-flows.ts';
import { raiseRevision } from '../settings.ts';
import type { Database } from '../database.ts';
import type { RowIssue, StatementAccount, StatementEntry } from '../statement.ts';
import { findKnown, type Verdict } from './find-known.ts';
import { matchAccount, type AccountChoice, type MatchedAccount } from './match-account.ts';
import { accountCurrency, resolveEntries, scaleTo, type ResolvedEntry } from './resolve-entries.ts';
import { TransactionWriter } from './transaction-writer.ts';

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

export interface ImportResult {
  statementId: number;
  added: number;
  /** Rows that were here already. */
  known: number;
  setAside: RowIssue[];
  pendingReplaced: number;
  accounts: { id: number; name: string; added: number }[];
}

export interface RecordProgress {
  done: number;
  total: number;
}

const STEP = 5_000;

/** The part of a file that belongs to one account, its entries resolved and judged against the ledger. */
export interface AccountPart {
  source: StatementAccount;
  account: MatchedAccount;
  entries: ResolvedEntry[];
  verdicts: Verdict[];
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
export function* judgeStatement(db: Pick<Database, 'query'>, statement: ReadStatement, options: RecordOptions): Generator<AccountPart> {
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
    const { account, entries } = placeAccount(db, statement, source, group, options.homeCurrency, choice, claimed);
    if (account.id !== null) claimed.add(account.id);
    yield { source, account, entries, verdicts: findKnown(db, account.id, entries) };
  }
}

/**
 * A file that names no currency may belong to an account whose currency is known from before: then it is that one, whatever
 * home is now.
 */
function placeAccount(
  db: Pick<Database, 'query'>,
  { fileName, layoutKey = null }: ReadStatement,
  source: StatementAccount,
  group: readonly StatementEntry[],
  home: string,
  choice: AccountChoice,
  claimed: ReadonlySet<number>,
): Pick<AccountPart, 'account' | 'entries'> {
  const place = (currency: string) => {
    const entries = resolveEntries(group, currency, source.currency !== null);
    return { entries, account: matchAccount(db, { source, entries, currency, fileName, layoutKey }, choice, claimed) };
  };
  const likeliest = place(accountCurrency(source, group, home));
  if (source.currency || group.some(({ currency }) => currency)) return likeliest;
  if (likeliest.account.id !== null)
    return likeliest.entries[0]?.currency === likeliest.account.currency ? likeliest : place(likeliest.account.currency);
  for (const [currency] of db.query('SELECT DISTINCT currency FROM account WHERE currency <> ?', [likeliest.account.currency]).rows) {
    const placed = place(String(currency));
    if (placed.account.id !== null) return placed;
  }
  return likeliest;
}

/** Runs inside a transaction that the caller opened. Yields after every few thousand rows. */
export function* recordSteps(db: Database, statement: ReadStatement, options: RecordOptions): Generator<RecordProgress, ImportResult> {
  const statementId = insertStatement(db, statement, options);
  const result: ImportResult = { statementId, added: 0, known: 0, setAside: [...statement.setAside], pendingReplaced: 0, accounts: [] };
  const writer = new TransactionWriter(db, statementId);
  let done = 0;
  try {
    for (const part of judgeStatement(db, statement, options)) {
      const accountId = part.account.id ?? insertAccount(db, part.account);
      const before = writer.added;
      for (const [at, entry] of part.entries.entries()) {
        const verdict = part.verdicts[at];
        if (!verdict) throw new AppError('unexpected', 'an entry was not judged');
        writer.write(accountId, entry, verdict);
        done += 1;
        if (done % STEP === 0) yield { done, total: statement.entries.length };
      }
      writer.post();
      insertCoverage(db, statementId, accountId, part);
      result.accounts.push({ id: accountId, name: part.account.name, added: writer.added - before });
    }
  } finally {
    writer.close();
  }
  Object.assign(result, { added: writer.added, known: writer.known, pendingReplaced: writer.replaced });
  const earlier = earlierStatement(db, statement.digest, statementId);
  if (!result.added && !result.pendingReplaced && earlier !== null) return forget(db, result, earlier);
  db.execute('UPDATE statement SET added = ?, known = ?, pending_replaced = ? WHERE id = ?', [
    result.added,
    result.known,
    result.pendingReplaced,
    statementId,
  ]);
  settleFlows(db);
  raiseRevision(db);
  return result;
}

/** Records in one go, all or nothing. */
export function recordStatement(db: Database, statement: ReadStatement, options: RecordOptions): ImportResult {
  return db.transaction(() => {
    const steps = recordSteps(db, statement, options);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  });
}

function insertStatement(db: Database, statement: ReadStatement, { isSample = false }: RecordOptions): number {
  db.execute(
    'INSERT INTO statement (file_name, format, digest, imported_at, layout, layout_key, added, known, set_aside, is_sample) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?)',
    [
      statement.fileName,
      statement.format,
      statement.digest,
      statement.importedAt,
      JSON.stringify(statement.layout ?? null),
      statement.layoutKey ?? null,
      JSON.stringify(statement.setAside),
      isSample ? 1 : 0,
    ],
  );
  return lastId(db);
}

function insertAccount(db: Database, { name, institution, number, currency, kind }: MatchedAccount): number {
  db.execute('INSERT INTO account (name, institution, number, currency, kind) VALUES (?, ?, ?, ?, ?)', [
    name,
    institution,
    number,
    currency,
    kind,
  ]);
  return lastId(db);
}

const lastId = (db: Database) => Number(db.query('SELECT last_insert_rowid()').rows[0]?.[0]);

function insertCoverage(db: Database, statementId: number, accountId: number, { source, account, entries }: AccountPart): void {
  const days = entries.map(({ day }) => day).sort();
  const inAccount = (minor: number | undefined) =>
    minor === undefined ? null : source.currency ? minor : scaleTo(minor, account.currency);
  db.execute(
    `INSERT INTO coverage (statement_id, account_id, first_day, last_day, opening_minor, opening_day, closing_minor, closing_day)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, statement_id) DO UPDATE SET
       first_day = min(first_day, excluded.first_day), last_day = max(last_day, excluded.last_day)`,
    [
      statementId,
      accountId,
      days[0] ?? '',
      days.at(-1) ?? '',
      inAccount(source.opening?.minor),
      source.opening?.day ?? null,
      inAccount(source.closing?.minor),
      source.closing?.day ?? null,
    ],
  );
}

function earlierStatement(db: Database, digest: string, statementId: number): number | null {
  const id = db.query('SELECT id FROM statement WHERE digest = ? AND id <> ? ORDER BY id LIMIT 1', [digest, statementId]).rows[0]?.[0];
  return typeof id === 'number' ? id : null;
}

/** The very same file once more adds nothing, not even to the history. */
function forget(db: Database, result: ImportResult, earlier: number): ImportResult {
  for (const table of ['sighting', 'coverage']) db.execute(`DELETE FROM ${table} WHERE statement_id = ?`, [result.statementId]);
  db.execute('DELETE FROM statement WHERE id = ?', [result.statementId]);
  return { ...result, statementId: earlier };
}
