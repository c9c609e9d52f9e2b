// Writes judged entries: a new one as a transaction with its postings, a known one as a sighting. Prepared statements throughout;
// payees and categories are looked up once per import.
import { fold, squeeze } from '../../base/text.ts';
import type { Database, SqlValue } from '../database.ts';
import { readPayee } from '../payees/read-payee.ts';
import type { Verdict } from './find-known.ts';
import type { ResolvedEntry } from './resolve-entries.ts';

interface Prepared {
  run(params: readonly SqlValue[]): void;
  close(): void;
}

/** What `find` gives for a key, looked up once. */
function remembered(keys: Map<string, number>, key: string, find: () => number): number {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const id = find();
  keys.set(key, id);
  return id;
}

export class TransactionWriter {
  added = 0;
  known = 0;
  replaced = 0;
  readonly #transaction: Prepared;
  readonly #posting: Prepared;
  readonly #sighting: Prepared;
  readonly #payees = new Map<string, number>();
  readonly #categories = new Map<string, number>();
  #nextId: number;
  #firstUnposted: number;

  constructor(
    private readonly db: Database,
    private readonly statementId: number,
  ) {
    this.#nextId = Number(db.query('SELECT ifnull(max(id), 0) + 1 FROM bank_transaction').rows[0]?.[0]);
    this.#firstUnposted = this.#nextId;
    this.#transaction = db.prepare(
      `INSERT INTO bank_transaction (id, statement_id, account_id, line, day, minor, currency, descriptor, memo, kind, bank_id, balance,
       state, fingerprint, occurrence, read_payee_id, read_category_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#posting = db.prepare(
      `INSERT INTO posting (transaction_id, account_id, payee_id, category_id, day, minor, currency, flow)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#sighting = db.prepare('INSERT OR IGNORE INTO sighting (transaction_id, statement_id, line) VALUES (?, ?, ?)');
  }

  write(accountId: number, entry: ResolvedEntry, verdict: Verdict): void {
    if (verdict.is === 'known') {
      this.#sighting.run([verdict.transactionId, this.statementId, entry.line]);
      this.known += 1;
      return;
    }
    const id = this.#nextId;
    this.#nextId += 1;
    const payeeId = this.#payee(entry);
    const categoryId = this.#category(entry.category);
    this.#transaction.run([
      id,
      this.statementId,
      accountId,
      entry.line,
      entry.day,
      entry.minor,
      entry.currency,
      entry.descriptor,
      entry.memo,
      entry.kind,
      entry.bankId,
      entry.balance,
      entry.state,
      verdict.fingerprint,
      verdict.occurrence,
      payeeId,
      categoryId,
    ]);
    this.added += 1;
    if (verdict.replaces !== null) this.#replace(verdict.replaces, id);
    if (entry.splits.length) this.#split(id, accountId, payeeId, entry);
  }

  /** Makes the postings of what was written since the last call, all in one statement; call before the rows are asked about. */
  post(): void {
    postTransactions(this.db, 'id >= ? AND id < ? AND id NOT IN (SELECT transaction_id FROM posting WHERE transaction_id >= ?)', [
      this.#firstUnposted,
      this.#nextId,
      this.#firstUnposted,
    ]);
    this.#firstUnposted = this.#nextId;
  }

  close(): void {
    for (const statement of [this.#transaction, this.#posting, this.#sighting]) statement.close();
  }

  /** The pending row stays for an undo, without postings, so that no question counts it. */
  #replace(pendingId: number, id: number): void {
    this.db.execute('DELETE FROM transfer WHERE out_id = ? OR in_id = ?', [pendingId, pendingId]);
    this.db.execute('DELETE FROM posting WHERE transaction_id = ?', [pendingId]);
    this.db.execute('UPDATE bank_transaction SET replaced_by = ? WHERE id = ?', [id, pendingId]);
    this.replaced += 1;
  }

  #split(id: number, accountId: number, payeeId: number, entry: ResolvedEntry): void {
    const write = (minor: number, category: string | null) =>
      this.#posting.run([
        id,
        accountId,
        payeeId,
        this.#category(category),
        entry.day,
        minor,
        entry.currency,
        minor < 0 ? 'expense' : 'income',
      ]);
    for (const split of entry.splits) write(split.minor, split.category ?? entry.category);
    const rest = entry.minor - entry.splits.reduce((sum, { minor }) => sum + minor, 0);
    if (rest !== 0) write(rest, entry.category);
  }

  #category(name: string | null): number | null {
    return name ? remembered(this.#categories, name, () => findCategory(this.db, name)) : null;
  }

  #payee({ descriptor, memo, kind }: ResolvedEntry): number {
    const text = descriptor || (memo ?? '');
    return remembered(this.#payees, `${kind ?? ''}\n${text}`, () => findPayee(this.db, readPayee(text, kind)));
  }
}

function firstId(db: Database, sql: string, params: readonly SqlValue[]): number | null {
  const id = db.query(sql, params).rows[0]?.[0];
  return typeof id === 'number' ? id : null;
}

const newId = (db: Database) => firstId(db, 'SELECT last_insert_rowid()', []) ?? 0;

function findPayee(db: Database, { name, kind }: { name: string; kind: string | null }): number {
  const known = firstId(db, 'SELECT id FROM payee WHERE name = ?', [name]);
  if (known !== null) return known;
  db.execute('INSERT INTO payee (name, kind) VALUES (?, ?)', [name, kind]);
  return newId(db);
}

/** "Groceries" and "GROCERIES " are one category, written as first met. */
function findCategory(db: Database, written: string): number {
  const name = squeeze(written);
  const same = db.query('SELECT id, name FROM category').rows.find((row) => fold(String(row[1])) === fold(name));
  if (same) return Number(same[0]);
  db.execute('INSERT INTO category (name) VALUES (?)', [name]);
  return newId(db);
}

/** One posting for each bank transaction that the condition names, its flow by its sign until flows are settled. */
export function postTransactions(db: Database, condition: string, params: readonly SqlValue[]): void {
  db.execute(
    `INSERT INTO posting (transaction_id, account_id, payee_id, category_id, day, minor, currency, flow)
     SELECT id, account_id, read_payee_id, read_category_id, day, minor, currency, CASE WHEN minor < 0 THEN 'expense' ELSE 'income' END
     FROM bank_transaction WHERE ${condition}`,
    params,
  );
}
