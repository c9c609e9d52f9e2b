// Writes a statement into the ledger: accounts, new transactions with their postings, and what the statement says as a whole.
// In steps, so that a caller may show progress, stop between two, and decide about the transaction around them.
import type { Day } from '../../base/days.ts';
import { noteImport } from '../acts/import-act.ts';
import { settleNewRows } from '../acts/settle-rows.ts';
import { settleFlows } from '../flows/settle-flows.ts';
import { countChange, raiseRevision } from '../settings.ts';
import { watchTotals } from '../totals.ts';
import type { Database } from '../database.ts';
import type { RowIssue } from '../statement.ts';
import { dropIndexes, isBulk, MANY } from './index-after.ts';
import { judgeStatement, type AccountPart, type ReadStatement, type RecordOptions } from './judge-statement.ts';
import type { MatchedAccount } from './match-account.ts';
import { checksReferences, proveReferences } from './prove-references.ts';
import { scaleTo } from './resolve-entries.ts';
import { TransactionWriter } from './transaction-writer.ts';

export type { ReadStatement, RecordOptions } from './judge-statement.ts';
export { judgeStatement } from './judge-statement.ts';

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

/**
 * Runs inside a transaction that the caller opened. Yields after every few thousand rows. For a bulk the caller may leave the references
 * unchecked (`leaveReferences`): then they are proved at the end, all together.
 */
export function* recordSteps(db: Database, statement: ReadStatement, options: RecordOptions): Generator<RecordProgress, ImportResult> {
  const statementId = insertStatement(db, statement, options);
  const result: ImportResult = { statementId, added: 0, known: 0, setAside: [...statement.setAside], pendingReplaced: 0, accounts: [] };
  const totals = statement.entries.length < MANY ? watchTotals(db) : null;
  const writer = new TransactionWriter(db, statementId, statement.entries);
  let done = 0;
  try {
    for (const part of judgeStatement(db, statement, options)) {
      const accountId = part.account.id ?? insertAccount(db, part.account);
      const before = writer.added;
      const isMany = isBulk(db, 'bank_transaction', part.entries.length - part.verdicts.known.size);
      const dropped = isMany ? dropIndexes(db, 'bank_transaction', (column) => writer.fills(column)) : null;
      for (let at = 0; at < part.entries.length; at += 1) {
        writer.write(accountId, part, at);
        done += 1;
        if (done % STEP === 0) yield { done, total: statement.entries.length };
      }
      writer.giveWay(part.verdicts.fellAway);
      writer.flush();
      dropped?.makeAgain(); // what judges the next part reads them
      writer.post();
      insertCoverage(db, statementId, accountId, part);
      result.accounts.push({ id: accountId, name: part.account.name, added: writer.added - before });
    }
  } finally {
    writer.close();
  }
  writer.joinEarlier();
  Object.assign(result, { added: writer.added, known: writer.known, pendingReplaced: writer.replaced });
  const earlier = earlierStatement(db, statement.digest, statementId);
  if (!result.added && !result.pendingReplaced && earlier !== null) {
    totals?.refresh();
    return proved(db, forget(db, result, earlier));
  }
  db.execute('UPDATE statement SET added = ?, known = ?, pending_replaced = ? WHERE id = ?', [
    result.added,
    result.known,
    result.pendingReplaced,
    statementId,
  ]);
  settleNewRows(db, writer.firstId);
  noteImport(db, statement, { statementId, added: result.added, isSample: options.isSample ?? false });
  settleFlows(db);
  if (totals) {
    totals.refresh();
    countChange(db);
  } else raiseRevision(db);
  return proved(db, result);
}

function proved(db: Database, result: ImportResult): ImportResult {
  if (!checksReferences(db)) proveReferences(db);
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
    `INSERT INTO statement (id, file_name, format, digest, imported_at, layout, layout_key, added, known, set_aside, is_sample)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)`,
    [
      freshId(db, 'statement'),
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
  db.execute('INSERT INTO account (id, name, institution, number, currency, kind) VALUES (?, ?, ?, ?, ?, ?)', [
    freshId(db, 'account'),
    name,
    institution,
    number,
    currency,
    kind,
  ]);
  return lastId(db);
}

/** The history may still speak of one that is gone, so its number is not given again. */
const freshId = (db: Database, table: 'account' | 'statement') =>
  Number(
    db.query(
      `SELECT 1 + max(ifnull((SELECT max(id) FROM ${table}), 0), ifnull((SELECT max(${table}_id) FROM act), 0),
                      ${table === 'account' ? 'ifnull((SELECT max(account_id) FROM said_row), 0)' : 0})`,
    ).rows[0]?.[0],
  );

const lastId = (db: Database) => Number(db.query('SELECT last_insert_rowid()').rows[0]?.[0]);

function insertCoverage(db: Database, statementId: number, accountId: number, { source, account, entries }: AccountPart): void {
  const [first, last] = firstAndLast(entries);
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
      first,
      last,
      inAccount(source.opening?.minor),
      source.opening?.day ?? null,
      inAccount(source.closing?.minor),
      source.closing?.day ?? null,
    ],
  );
}

function firstAndLast(entries: AccountPart['entries']): [Day, Day] {
  let [first, last] = [entries[0]?.day ?? '', entries[0]?.day ?? ''];
  for (const { day } of entries) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return [first, last];
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
