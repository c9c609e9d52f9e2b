// Makes the postings of rows from their three layers: the bank's row, the rules, and what was said of the row; the last word wins.
// Deterministic, so that an act undone leaves what was there before it. Writes only what differs; flows are settled after it.
import type { Day } from '../../base/days.ts';
import { findCategory } from '../categories.ts';
import type { Database, SqlValue } from '../database.ts';
import { PayeeBook } from '../payees/payee-book.ts';
import { RuleBook } from './rules.ts';
import { readSaid, type Origin, type SaidOfRow } from './said.ts';

export interface Settled {
  /** Days on which a posting changed. */
  days: Set<Day>;
  /** Rows stand under another payee, or in other parts: flows must be settled anew. */
  flowsMayChange: boolean;
}

interface BankRow {
  id: number;
  accountId: number;
  day: Day;
  minor: number;
  currency: string;
  descriptor: string;
  memo: string | null;
  payeeId: number;
  categoryId: number | null;
}

interface Wanted {
  minor: number;
  payeeId: number;
  categoryId: number | null;
  origin: Origin | null;
}

interface Posting extends Wanted {
  id: number;
  flow: string;
}

const PAGE = 2_000;

/** Rows just imported, from this id on: only those that a rule, a name or a word of the person's concerns. */
export function settleNewRows(db: Database, firstId: number): void {
  const hasLayers = `SELECT EXISTS (SELECT 1 FROM rule) OR EXISTS (SELECT 1 FROM said_row) OR EXISTS (SELECT 1 FROM payee WHERE shown_as IS NOT NULL)`;
  if (db.query(hasLayers).rows[0]?.[0] !== 1) return;
  const book = new RuleBook(db);
  const rows = book.readsText
    ? db.query('SELECT id FROM bank_transaction WHERE id >= ?', [firstId]).rows
    : db.query(
        `SELECT t.id FROM bank_transaction AS t WHERE t.id >= ?1 AND (
           t.read_payee_id IN (SELECT id FROM payee WHERE shown_as IS NOT NULL)
           OR t.read_payee_id IN (SELECT payee_id FROM rule WHERE payee_id IS NOT NULL)
           OR (EXISTS (SELECT 1 FROM said_row) AND (
             EXISTS (SELECT 1 FROM said_row AS s WHERE s.account_id = t.account_id AND s.fingerprint = t.fingerprint AND s.occurrence = t.occurrence)
             OR EXISTS (SELECT 1 FROM bank_transaction AS o WHERE o.replaced_by = t.id))))`,
        [firstId],
      ).rows;
  settleRows(
    db,
    rows.map(([id]) => Number(id)),
  );
}

export function settleRows(db: Database, ids: Iterable<number>): Settled {
  const all = [...ids];
  const settled: Settled = { days: new Set(), flowsMayChange: false };
  if (!all.length) return settled;
  const settling = new Settling(db, settled);
  for (let from = 0; from < all.length; from += PAGE) settling.page(all.slice(from, from + PAGE));
  return settled;
}

class Settling {
  readonly #rules: RuleBook;
  #payees: PayeeBook | null = null;
  readonly #categories = new Map<string, number>();
  readonly #ruled = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly settled: Settled,
  ) {
    this.#rules = new RuleBook(db);
  }

  page(ids: readonly number[]): void {
    const said = readSaid(this.db, ids);
    const parts = this.#fileParts(ids);
    const postings = this.#postings(ids);
    for (const row of this.#rows(ids)) {
      const wanted = this.#wanted(row, said.get(row.id) ?? {}, parts.get(row.id) ?? []);
      this.#write(row, postings.get(row.id) ?? [], wanted);
    }
  }

  #wanted(row: BankRow, said: SaidOfRow, fileParts: readonly Pick<Wanted, 'minor' | 'categoryId'>[]): Wanted[] {
    const renamed = this.#rules.payeeFor(row)?.payee ?? null;
    const payeeId = renamed === null ? row.payeeId : this.#payeeNamed(renamed);
    const rule = this.#rules.categoryFor(row, payeeId);
    const ruled = rule?.category ?? null;
    const byFile = (minor: number, categoryId: number | null): Wanted =>
      ruled !== null && (categoryId === null || rule?.overFile)
        ? { minor, payeeId, categoryId: this.#category(ruled), origin: 'rule' }
        : { minor, payeeId, categoryId, origin: null };
    if (said.split && said.split.reduce((sum, { minor }) => sum + minor, 0) === row.minor)
      return said.split.map(({ minor, category }) => ({ minor, payeeId, categoryId: this.#category(category), origin: 'person' }));
    if (said.category) return [{ minor: row.minor, payeeId, categoryId: this.#category(said.category.name), origin: said.category.by }];
    if (fileParts.length) return fileParts.map(({ minor, categoryId }) => byFile(minor, categoryId));
    return [byFile(row.minor, row.categoryId)];
  }

  #write(row: BankRow, now: readonly Posting[], wanted: readonly Wanted[]): void {
    const [had, wants] = [now[0], wanted[0]];
    if (now.length === wanted.length && wanted.every((part, at) => isSame(part, now[at]))) return;
    this.settled.days.add(row.day);
    this.settled.flowsMayChange ||= now.length !== wanted.length || now.some(({ payeeId }) => payeeId !== wants?.payeeId);
    if (had && wants && now.length === 1 && wanted.length === 1) {
      this.db.execute('UPDATE posting SET category_id = ?, origin = ? WHERE id = ?', [wants.categoryId, wants.origin, had.id]);
      // by itself, for SQLite writes the index of a payee anew even where it stays the same
      if (wants.payeeId !== had.payeeId) this.db.execute('UPDATE posting SET payee_id = ? WHERE id = ?', [wants.payeeId, had.id]);
      return;
    }
    const settledFlow = now.find(({ minor, flow }) => flow !== bySign(minor))?.flow ?? null;
    this.db.execute('DELETE FROM posting WHERE transaction_id = ?', [row.id]);
    for (const { minor, payeeId, categoryId, origin } of wanted) {
      this.db.execute(
        `INSERT INTO posting (transaction_id, account_id, payee_id, category_id, day, minor, currency, flow, origin)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [row.id, row.accountId, payeeId, categoryId, row.day, minor, row.currency, settledFlow ?? bySign(minor), origin],
      );
    }
  }

  #category(name: string | null): number | null {
    if (!name) return null;
    const known = this.#categories.get(name);
    if (known !== undefined) return known;
    const id = findCategory(this.db, name);
    this.#categories.set(name, id);
    return id;
  }

  #payeeNamed(name: string): number {
    const known = this.#ruled.get(name);
    if (known !== undefined) return known;
    this.#payees ??= new PayeeBook(this.db);
    const id = this.#payees.idOf({ name, kind: null });
    const shown = Number(this.db.query('SELECT ifnull(shown_as, id) FROM payee WHERE id = ?', [id]).rows[0]?.[0]);
    this.#ruled.set(name, shown);
    return shown;
  }

  #rows(ids: readonly number[]): BankRow[] {
    return this.db
      .query(
        `SELECT t.id, t.account_id, t.day, t.minor, t.currency, t.descriptor, t.memo, ifnull(payee.shown_as, payee.id), t.read_category_id
         FROM json_each(?) AS asked CROSS JOIN bank_transaction AS t ON t.id = asked.value JOIN payee ON payee.id = t.read_payee_id
         WHERE t.replaced_by IS NULL`,
        [JSON.stringify(ids)],
      )
      .rows.map(([id, accountId, day, minor, currency, descriptor, memo, payeeId, categoryId]) => ({
        id: Number(id),
        accountId: Number(accountId),
        day: String(day),
        minor: Number(minor),
        currency: String(currency),
        descriptor: String(descriptor),
        memo: memo === null || memo === undefined ? null : String(memo),
        payeeId: Number(payeeId),
        categoryId: idOrNull(categoryId),
      }));
  }

  #fileParts(ids: readonly number[]): Map<number, Pick<Wanted, 'minor' | 'categoryId'>[]> {
    const rows = this.db.query(
      `SELECT transaction_id, minor, category_id FROM json_each(?) AS asked CROSS JOIN read_split ON transaction_id = asked.value
       ORDER BY transaction_id, nth`,
      [JSON.stringify(ids)],
    ).rows;
    return grouped(rows, ([, minor, categoryId]) => ({ minor: Number(minor), categoryId: idOrNull(categoryId) }));
  }

  #postings(ids: readonly number[]): Map<number, Posting[]> {
    const rows = this.db.query(
      `SELECT transaction_id, posting.id, minor, payee_id, category_id, flow, origin FROM json_each(?) AS asked
       CROSS JOIN posting ON transaction_id = asked.value ORDER BY posting.id`,
      [JSON.stringify(ids)],
    ).rows;
    return grouped(rows, ([, id, minor, payeeId, categoryId, flow, origin]) => ({
      id: Number(id),
      minor: Number(minor),
      payeeId: Number(payeeId),
      categoryId: idOrNull(categoryId),
      flow: String(flow),
      origin: origin === null || origin === undefined ? null : (String(origin) as Origin),
    }));
  }
}

const idOrNull = (value: SqlValue | undefined): number | null => (value === null || value === undefined ? null : Number(value));

const bySign = (minor: number): string => (minor < 0 ? 'expense' : 'income');

const isSame = (wanted: Wanted, now: Posting | undefined): boolean =>
  now?.minor === wanted.minor && now.payeeId === wanted.payeeId && now.categoryId === wanted.categoryId && now.origin === wanted.origin;

function grouped<T>(rows: readonly SqlValue[][], read: (row: SqlValue[]) => T): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const id = Number(row[0]);
    const group = groups.get(id);
    if (group) group.push(read(row));
    else groups.set(id, [read(row)]);
  }
  return groups;
}
