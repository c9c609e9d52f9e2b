// The INSERT of an import, made for its shape: what all its rows share stands in the statement, columns that none of them fills are
// left out, so that each row binds only what is its own. Binding is what an import of many rows spends its time on.
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

/** What the ledger adds to an entry. */
export interface OwnColumns {
  id: number;
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

export class TransactionInsert {
  readonly #optional: typeof OPTIONAL;
  readonly #made = new Map<string, Prepared>();
  #last: { shared: SharedColumns; statement: Prepared } | null = null;

  constructor(
    private readonly db: Database,
    entries: readonly StatementEntry[],
  ) {
    this.#optional = OPTIONAL.filter(({ of }) => entries.some((entry) => of(entry) !== null));
  }

  run(shared: SharedColumns, entry: StatementEntry, { id, fingerprint, occurrence, payeeId, categoryId }: OwnColumns): void {
    const values: SqlValue[] = [id, entry.line, entry.day, entry.minor, entry.descriptor, fingerprint, occurrence, payeeId, categoryId];
    for (const { of } of this.#optional) values.push(of(entry));
    this.#for(shared).run(values);
  }

  close(): void {
    for (const statement of this.#made.values()) statement.close();
  }

  #for(shared: SharedColumns): Prepared {
    const last = this.#last;
    if (last && isSame(last.shared, shared)) return last.statement;
    const key = JSON.stringify(shared);
    const statement = this.#made.get(key) ?? this.db.prepare(this.#sql(shared));
    this.#made.set(key, statement);
    this.#last = { shared, statement };
    return statement;
  }

  #sql({ statementId, accountId, currency, state }: SharedColumns): string {
    const optional = this.#optional.map(({ column }) => `, ${column}`).join('');
    return `INSERT INTO bank_transaction (statement_id, account_id, currency, state,
      id, line, day, minor, descriptor, fingerprint, occurrence, read_payee_id, read_category_id${optional})
      VALUES (${statementId}, ${accountId}, ${quoted(currency)}, ${quoted(state)}, ?, ?, ?, ?, ?, ?, ?, ?, ?${', ?'.repeat(this.#optional.length)})`;
  }
}

const isSame = (a: SharedColumns, b: SharedColumns) =>
  a.accountId === b.accountId && a.currency === b.currency && a.state === b.state && a.statementId === b.statementId;

/** As an SQL text literal; the texts are a currency of a file and a state. */
const quoted = (text: string) => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
