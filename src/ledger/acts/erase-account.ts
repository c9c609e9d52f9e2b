// An account erased with everything that is known of it. Its rows are kept as they were in the journal, so that it can be brought back.
import { AppError } from '../../base/errors.ts';
import { fold } from '../../base/text.ts';
import type { Database, SqlValue } from '../database.ts';
import { postTransactions } from '../recording/transaction-writer.ts';
import type { ActSays } from './history.ts';
import type { Journal } from './journal.ts';
import { accountName } from './rename-account.ts';

const MINE = 'SELECT id FROM bank_transaction WHERE account_id = ?1';
/** In the order in which rows can be put back. */
const TABLES = [
  { table: 'payee', where: 'id IN (SELECT read_payee_id FROM bank_transaction WHERE account_id = ?1)' },
  {
    table: 'category',
    where: `id IN (SELECT read_category_id FROM bank_transaction WHERE account_id = ?1
      UNION SELECT category_id FROM read_split WHERE transaction_id IN (${MINE}))`,
  },
  { table: 'account', where: 'id = ?1' },
  { table: 'statement', where: 'id IN (SELECT statement_id FROM coverage WHERE account_id = ?1)' },
  { table: 'bank_transaction', where: 'account_id = ?1' },
  { table: 'coverage', where: 'account_id = ?1' },
  { table: 'read_split', where: `transaction_id IN (${MINE})` },
  { table: 'sighting', where: `transaction_id IN (${MINE})` },
] as const;

const CHUNK = 500;

export function eraseAccount(db: Database, journal: Journal, accountId: number): ActSays {
  const account = accountName(db, accountId);
  const rows = Number(
    db.query('SELECT count(*) FROM bank_transaction WHERE account_id = ? AND replaced_by IS NULL', [accountId]).rows[0]?.[0],
  );
  const statements = db.query('SELECT statement_id FROM coverage WHERE account_id = ?', [accountId]).rows.map(([id]) => Number(id));
  let nth = 0;
  for (const { table, where } of TABLES) {
    const { columns, rows: taken } = db.query(`SELECT * FROM ${table} WHERE ${where}`, [accountId]);
    for (let from = 0; from < taken.length; from += CHUNK) {
      const content = taken
        .slice(from, from + CHUNK)
        .map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
      db.execute('INSERT INTO act_kept (act_id, nth, kept_table, content) VALUES (?, ?, ?, ?)', [
        journal.actId,
        nth,
        table,
        JSON.stringify(content),
      ]);
      nth += 1;
    }
  }
  takeAway(db, accountId, statements);
  db.execute('UPDATE act SET account_id = ? WHERE id = ?', [accountId, journal.actId]);
  journal.changes += 1;
  journal.rowsChanged([]);
  return { account, rows };
}

function takeAway(db: Database, accountId: number, statements: readonly number[]): void {
  const of = `(SELECT id FROM bank_transaction WHERE account_id = ?1)`;
  db.execute(`DELETE FROM transfer WHERE out_id IN ${of} OR in_id IN ${of}`, [accountId]);
  for (const table of ['posting', 'read_split', 'sighting']) db.execute(`DELETE FROM ${table} WHERE transaction_id IN ${of}`, [accountId]);
  db.execute('UPDATE bank_transaction SET replaced_by = NULL WHERE account_id = ? AND replaced_by IS NOT NULL', [accountId]);
  db.execute('DELETE FROM bank_transaction WHERE account_id = ?', [accountId]);
  db.execute('DELETE FROM coverage WHERE account_id = ?', [accountId]);
  db.execute('DELETE FROM account WHERE id = ?', [accountId]);
  // A statement of this account alone goes with it; its import is no longer there to be taken back.
  db.execute(
    `DELETE FROM statement WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT statement_id FROM coverage)
       AND id NOT IN (SELECT statement_id FROM bank_transaction) AND id NOT IN (SELECT statement_id FROM sighting)`,
    [JSON.stringify(statements)],
  );
}

type Kept = Record<string, SqlValue>;

/** Throws `act-blocked` where the account is in the ledger again. */
export function restoreAccount(db: Database, journal: Journal): void {
  const kept = new Map<string, Kept[]>();
  for (const [table, content] of db.query('SELECT kept_table, content FROM act_kept WHERE act_id = ? ORDER BY nth', [journal.actId]).rows) {
    kept.set(String(table), [...(kept.get(String(table)) ?? []), ...(JSON.parse(String(content)) as Kept[])]);
  }
  const account = kept.get('account')?.[0];
  if (!account || isHereAgain(db, account)) throw new AppError('act-blocked', 'the account is in the ledger again');
  // A statement that was taken back since then takes its rows of this account with it.
  const undone = new Set(
    db.query('SELECT statement_id FROM act WHERE statement_id IS NOT NULL AND undone_at IS NOT NULL').rows.map(([id]) => Number(id)),
  );
  const stays = ({ statement_id: id }: Kept) => !undone.has(Number(id));
  const shift = shiftOf(db, kept.get('bank_transaction') ?? []);
  const moved = (id: SqlValue | undefined) => (id === null || id === undefined ? null : Number(id) + shift);
  const transactions = (kept.get('bank_transaction') ?? []).filter(stays);
  const ids = new Set(transactions.map(({ id }) => Number(id)));
  const ofThese = ({ transaction_id: id }: Kept) => ids.has(Number(id));

  const payees = named(db, 'payee', kept.get('payee') ?? []);
  const categories = named(db, 'category', kept.get('category') ?? []);
  const nameOf = (ids: ReadonlyMap<number, number>, id: SqlValue | undefined) => (typeof id === 'number' ? (ids.get(id) ?? null) : null);

  insert(db, 'account', [account]);
  const here = new Set(db.query('SELECT id FROM statement').rows.map(([id]) => Number(id)));
  insert(
    db,
    'statement',
    (kept.get('statement') ?? []).filter(({ id }) => !here.has(Number(id)) && !undone.has(Number(id))),
  );
  insert(
    db,
    'bank_transaction',
    transactions.map((row) => ({
      ...row,
      id: moved(row['id']),
      replaced_by: null,
      read_payee_id: nameOf(payees, row['read_payee_id']),
      read_category_id: nameOf(categories, row['read_category_id']),
    })),
  );
  for (const { id, replaced_by: by } of transactions) {
    if (by !== null && ids.has(Number(by))) db.execute('UPDATE bank_transaction SET replaced_by = ? WHERE id = ?', [moved(by), moved(id)]);
  }
  insert(db, 'coverage', (kept.get('coverage') ?? []).filter(stays));
  const shifted = (row: Kept): Kept => ({ ...row, transaction_id: moved(row['transaction_id']) });
  const parts = (kept.get('read_split') ?? []).filter(ofThese).map(shifted);
  insert(
    db,
    'read_split',
    parts.map((row) => ({ ...row, category_id: nameOf(categories, row['category_id']) })),
  );
  insert(db, 'sighting', (kept.get('sighting') ?? []).filter(ofThese).filter(stays).map(shifted));
  db.execute('DELETE FROM act_kept WHERE act_id = ?', [journal.actId]);
  postTransactions(db, 'account_id = ? AND replaced_by IS NULL', [Number(account['id'])]);
  journal.rowsChanged([...ids].map((id) => id + shift));
}

function isHereAgain(db: Database, account: Kept): boolean {
  const names = [account['name'], account['read_name']].filter((name) => typeof name === 'string').map((name) => fold(String(name)));
  return db
    .query('SELECT name, read_name FROM account')
    .rows.some((row) => row.some((name) => typeof name === 'string' && names.includes(fold(name))));
}

/** Payees or categories of these names, by the number that they had; what went meanwhile is written again. */
function named(db: Database, table: 'payee' | 'category', rows: readonly Kept[]): Map<number, number> {
  const ids = new Map<number, number>();
  for (const row of rows) {
    const find = () => db.query(`SELECT id FROM ${table} WHERE name = ?`, [row['name'] ?? null]).rows[0]?.[0];
    if (find() === undefined) db.execute(`INSERT INTO ${table} (name) VALUES (?)`, [row['name'] ?? null]);
    if (table === 'payee') db.execute('UPDATE payee SET kind = ifnull(kind, ?) WHERE id = ?', [row['kind'] ?? null, find() ?? null]);
    ids.set(Number(row['id']), Number(find()));
  }
  return ids;
}

/** Numbers may have been given to other rows since. */
function shiftOf(db: Database, rows: readonly Kept[]): number {
  const least = rows.reduce((lowest, { id }) => Math.min(lowest, Number(id)), Infinity);
  const highest = Number(db.query('SELECT ifnull(max(id), 0) FROM bank_transaction').rows[0]?.[0]);
  return rows.length && least <= highest ? highest + 1 - least : 0;
}

function insert(db: Database, table: (typeof TABLES)[number]['table'], rows: readonly Kept[]): void {
  if (!rows.length) return;
  const columns = db.query(`SELECT name FROM pragma_table_info('${table}')`).rows.map(([name]) => String(name));
  const statement = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  try {
    for (const row of rows) statement.run(columns.map((column) => row[column] ?? null));
  } finally {
    statement.close();
  }
}
