// Writes judged entries: a new one as a transaction with its postings, a known one as a sighting. Prepared statements throughout;
// payees and categories are looked up once per import.
import { AppError } from '../../base/errors.ts';
import { findCategory } from '../categories.ts';
import type { Database, SqlValue } from '../database.ts';
import { kindOfPurpose } from '../payees/kind-of-purpose.ts';
import { hasLocalBrands, localBrand } from '../payees/local-brands.ts';
import { PayeeBook } from '../payees/payee-book.ts';
import { textOf } from '../payees/reference-tails.ts';
import { RowReader } from '../payees/row-reader.ts';
import type { StatementEntry } from '../statement.ts';
import { earlierRows, joinEarlier, type EarlierRow } from './earlier-rows.ts';
import { indexAfter, isBulk } from './index-after.ts';
import type { AccountPart } from './judge-statement.ts';
import { joinCutNames } from './join-cut-names.ts';
import { TransactionInsert } from './transaction-insert.ts';

interface Prepared {
  run(params: readonly SqlValue[]): void;
  close(): void;
}

export class TransactionWriter {
  added = 0;
  known = 0;
  replaced = 0;
  readonly #transaction: TransactionInsert;
  readonly #posting: Prepared;
  readonly #part: Prepared;
  readonly #sighting: Prepared;
  /** By the bank's kind (and the currency, where brands go by it), then by text. */
  readonly #payees = new Map<string | null, Map<string, number>>();
  readonly #book: PayeeBook;
  readonly #reader: RowReader;
  /** The latest rows before this file. */
  readonly #earlier: readonly EarlierRow[];
  readonly #categories = new Map<string, number>();
  /** Every row that this writes has this id or a later one. */
  readonly firstId: number;
  #nextId: number;
  #firstUnposted: number;
  #hasSplits = false;

  constructor(
    private readonly db: Database,
    private readonly statementId: number,
    entries: readonly StatementEntry[],
  ) {
    this.#book = new PayeeBook(db);
    this.#earlier = earlierRows(db);
    this.#reader = new RowReader(this.#earlier, entries);
    this.#nextId = Number(db.query('SELECT ifnull(max(id), 0) + 1 FROM bank_transaction').rows[0]?.[0]);
    this.firstId = this.#nextId;
    this.#firstUnposted = this.#nextId;
    this.#transaction = new TransactionInsert(db, entries);
    this.#posting = db.prepare(
      `INSERT INTO posting (transaction_id, account_id, payee_id, category_id, day, minor, currency, flow)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#part = db.prepare('INSERT INTO read_split (transaction_id, nth, minor, category_id) VALUES (?, ?, ?, ?)');
    this.#sighting = db.prepare('INSERT OR IGNORE INTO sighting (transaction_id, statement_id, line) VALUES (?, ?, ?)');
  }

  /** Writes entry number `at` of the part as it was judged. */
  write(
    accountId: number,
    { entries, verdicts, currency: unsaid }: Pick<AccountPart, 'entries' | 'verdicts' | 'currency'>,
    at: number,
  ): void {
    const entry = entries[at];
    if (!entry) throw new RangeError(`no entry ${at}`);
    const knownId = verdicts.known.get(at);
    if (knownId !== undefined) {
      this.#sighting.run([knownId, this.statementId, entry.line]);
      this.known += 1;
      return;
    }
    const id = this.#nextId;
    this.#nextId += 1;
    const currency = entry.currency ?? unsaid;
    const payeeId = this.#payee(entry, currency);
    const shared = { statementId: this.statementId, accountId, currency, state: entry.state };
    const [fingerprint = 0, occurrence = 1] = [verdicts.fingerprints[at], verdicts.occurrences[at]];
    this.#transaction.add(shared, entry, { fingerprint, occurrence, payeeId, categoryId: this.#category(entry.category) });
    this.added += 1;
    const pendingId = verdicts.replaces.get(at);
    if (pendingId !== undefined) this.#replace(pendingId, id);
    if (entry.splits.length) this.#split(id, accountId, payeeId, currency, entry);
  }

  /** Pending rows that never came to be give way to the first row that the statement added; with that undone they come back. */
  giveWay(fellAway: readonly number[]): void {
    if (this.#firstUnposted === this.#nextId) return; // a statement that adds nothing is no news
    for (const pendingId of fellAway) this.#replace(pendingId, this.#firstUnposted);
  }

  /** Whether many rows of this file may have it; of what was pending or gave way there are always few. */
  fills(column: string): boolean {
    return this.#transaction.fills(column);
  }

  /** Writes the rows that wait; call before the table is asked about or indexed. */
  flush(): void {
    this.#transaction.flush();
  }

  /** Makes the postings of what was written since the last call, all in one statement; call before the rows are asked about. */
  post(): void {
    this.#transaction.flush();
    const [from, until] = [this.#firstUnposted, this.#nextId];
    const last = Number(this.db.query('SELECT ifnull(max(id), 0) FROM bank_transaction').rows[0]?.[0]);
    if (last !== until - 1) throw new AppError('unexpected', `the rows of this import end at ${last}, not at ${until - 1}`);
    const insert = () => {
      if (this.#hasSplits) {
        const already = 'SELECT transaction_id FROM posting WHERE transaction_id >= ?';
        postTransactions(this.db, `id >= ? AND id < ? AND id NOT IN (${already})`, [from, until, from]);
      } else postTransactions(this.db, 'id >= ? AND id < ?', [from, until]);
    };
    if (isBulk(this.db, 'posting', until - from)) indexAfter(this.db, 'posting', insert);
    else insert();
    this.#firstUnposted = until;
  }

  /** What this file's rows show of the end of earlier ones, and of names that a bank cut; call once all is posted. */
  joinEarlier(): void {
    joinEarlier(this.db, this.#earlier, this.#reader, this.#book);
    joinCutNames(this.db, this.#book);
  }

  close(): void {
    for (const statement of [this.#transaction, this.#posting, this.#part, this.#sighting]) statement.close();
  }

  /** The pending row stays for an undo, without postings, so that no question counts it. */
  #replace(pendingId: number, id: number): void {
    this.#transaction.flush();
    this.db.execute('DELETE FROM transfer WHERE out_id = ? OR in_id = ?', [pendingId, pendingId]);
    this.db.execute('DELETE FROM posting WHERE transaction_id = ?', [pendingId]);
    this.db.execute('UPDATE bank_transaction SET replaced_by = ? WHERE id = ?', [id, pendingId]);
    this.replaced += 1;
  }

  #split(id: number, accountId: number, payeeId: number, currency: string, entry: StatementEntry): void {
    this.#hasSplits = true;
    this.#transaction.flush();
    let nth = 0;
    const write = (minor: number, category: string | null) => {
      nth += 1;
      const categoryId = this.#category(category);
      this.#part.run([id, nth, minor, categoryId]);
      this.#posting.run([id, accountId, payeeId, categoryId, entry.day, minor, currency, minor < 0 ? 'expense' : 'income']);
    };
    for (const split of entry.splits) write(split.minor, split.category ?? entry.category);
    const rest = entry.minor - entry.splits.reduce((sum, { minor }) => sum + minor, 0);
    if (rest !== 0) write(rest, entry.category);
  }

  #category(name: string | null): number | null {
    if (!name) return null;
    let id = this.#categories.get(name);
    if (id === undefined) {
      id = findCategory(this.db, name);
      this.#categories.set(name, id);
    }
    return id;
  }

  #payee(entry: StatementEntry, currency: string): number {
    const { memo, kind, minor } = entry;
    const text = textOf(entry);
    const isLocal = hasLocalBrands(currency);
    const of = isLocal ? `${kind ?? ''}\u0000${currency}` : kind;
    let payees = this.#payees.get(of);
    if (!payees) {
      payees = new Map();
      this.#payees.set(of, payees);
    }
    let id = payees.get(text);
    if (id === undefined) {
      id = this.#book.idOf((isLocal ? localBrand(text, currency) : null) ?? this.#reader.read(text, kind));
      payees.set(text, id);
    }
    if (memo !== null && text !== memo && this.#book.wantsKind(id)) this.#book.learn(id, kindOfPurpose(memo, minor));
    return id;
  }
}

/** One posting for each bank transaction that the condition names, or one for each part, its flow by its sign until flows are settled. */
export function postTransactions(db: Database, condition: string, params: readonly SqlValue[]): void {
  db.execute(
    `INSERT INTO posting (transaction_id, account_id, payee_id, category_id, day, minor, currency, flow)
     SELECT id, account_id, read_payee_id, read_category_id, day, minor, currency, CASE WHEN minor < 0 THEN 'expense' ELSE 'income' END
     FROM bank_transaction WHERE ${condition}`,
    params,
  );
}
