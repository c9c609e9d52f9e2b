// The INSERT of an import, made for its shape: what all its rows share stands in the statement, columns that none of them fills are
// left out, so that each row binds only what is its own; and many rows go in with one statement, for to begin and end one costs about
// as much as the row itself. Rows wait here until there are that many: whoever asks the table about them calls `flush` first.
import type { Database, SqlValue } from '../database.ts';
import type { StatementEntry } from '../statement.ts';

interface Prepared {
  run(params: readonly SqlValue[]): void;
  close(): void;
}

export interface SharedColumns {
  statementId: number;
  accountId: number;
  currency: string;
  state: StatementEntry['state'];
}

/** What the ledger adds to an entry. The engine numbers the rows, one after another: to look whether a given number is taken took a twelfth of the time. */
export interface OwnColumns {
  fingerprint: number;
  occurrence: number;
  payeeId: number;
  categoryId: number | null;
}

const OPTIONAL: readonly { column: string; of: (entry: StatementEntry) => SqlValue }[] = [
  { column: 'memo', of: ({ memo }) => memo },
  { column: 'kind', of: ({ kind }) => kind },
  { column: 'bank_id', of: ({ bankId }) => bankId },
  { column: 'balance', of: ({ balance }) => balance },
];

/** Of 100,000 rows one by one 0.50 s of processor time, 8 at a time 0.34 s, 50 at a time 0.28 s, and no less with more. */
const ROWS = 50;

export class TransactionInsert {
  readonly #optional: typeof OPTIONAL;
  readonly #made = new Map<string, Prepared>();
  #shared: SharedColumns | null = null;
  /** The values of the rows that wait, one after another; all of them are of `#shared`. */
  #waiting: SqlValue[] = [];

  constructor(
    private readonly db: Database,
    entries: readonly StatementEntry[],
  ) {
    this.#optional = OPTIONAL.filter(({ of }) => entries.some((entry) => of(entry) !== null));
  }

  fills(column: string): boolean {
    return this.#optional.some((one) => one.column === column);
  }

  add(shared: SharedColumns, entry: StatementEntry, { fingerprint, occurrence, payeeId, categoryId }: OwnColumns): void {
    if (this.#shared && !isSame(this.#shared, shared)) this.flush();
    this.#shared = shared;
    const waiting = this.#waiting;
    waiting.push(entry.line, entry.day, entry.minor, entry.descriptor, fingerprint, occurrence, payeeId, categoryId);
    for (const { of } of this.#optional) waiting.push(of(entry));
    if (waiting.length === ROWS * this.#width) this.flush();
  }

  /** Writes the rows that wait. */
  flush(): void {
    const [shared, waiting] = [this.#shared, this.#waiting];
    if (!shared || waiting.length === 0) return;
    this.#waiting = [];
    if (waiting.length === ROWS * this.#width) this.#for(shared, ROWS).run(waiting);
    else for (let at = 0; at < waiting.length; at += this.#width) this.#for(shared, 1).run(waiting.slice(at, at + this.#width));
  }

  close(): void {
    for (const statement of this.#made.values()) statement.close();
  }

  get #width(): number {
    return OWN + this.#optional.length;
  }

  #for(shared: SharedColumns, rows: number): Prepared {
    const key = JSON.stringify([shared, rows]);
    const statement = this.#made.get(key) ?? this.db.prepare(this.#sql(shared, rows));
    this.#made.set(key, statement);
    return statement;
  }

  #sql({ statementId, accountId, currency, state }: SharedColumns, rows: number): string {
    const optional = this.#optional.map(({ column }) => `, ${column}`).join('');
    const row = `(${statementId}, ${accountId}, ${quoted(currency)}, ${quoted(state)}${', ?'.repeat(this.#width)})`;
    return `INSERT INTO bank_transaction (statement_id, account_id, currency, state,
      line, day, minor, descriptor, fingerprint, occurrence, read_payee_id, read_category_id${optional})
      VALUES ${Array<string>(rows).fill(row).join(', ')}`;
  }
}

/** Values that every row binds. */
const OWN = 8;

const isSame = (a: SharedColumns, b: SharedColumns) =>
  a.accountId === b.accountId && a.currency === b.currency && a.state === b.state && a.statementId === b.statementId;

/** As an SQL text literal; the texts are a currency of a file and a state. */
const quoted = (text: string) => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
