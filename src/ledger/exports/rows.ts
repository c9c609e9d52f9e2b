// What goes out, transaction by transaction, oldest first: the bank's own words beside what they became here. Paged, so that a
// million rows never stand in memory as objects at once.
import { fold } from '../../base/text.ts';
import { exponentOf, toDecimal } from '../../base/money.ts';
import type { ReadableDatabase, SqlValue } from '../database.ts';
import type { AccountKind } from '../statement.ts';

export interface OutAccount {
  id: number;
  name: string;
  number: string | null;
  institution: string | null;
  kind: AccountKind;
  currency: string;
}

export interface OutPart {
  minor: number;
  category: string | null;
  flow: string;
}

export interface OutTransaction {
  id: number;
  account: OutAccount;
  day: string;
  minor: number;
  currency: string;
  payee: string;
  /** The bank's text; where the person gave the payee another name, that name. */
  text: string;
  memo: string | null;
  kind: string | null;
  isPending: boolean;
  note: string | null;
  /** Running balance after it, where the bank gave one. */
  balance: number | null;
  /** At least one; together they are the transaction. */
  parts: OutPart[];
}

const PAGE = 5_000;

export function readAccounts(db: ReadableDatabase): Map<number, OutAccount> {
  const rows = db.query('SELECT id, name, number, institution, kind, currency FROM account ORDER BY id').rows;
  return new Map(
    rows.map(([id, name, number, institution, kind, currency]) => [
      Number(id),
      {
        id: Number(id),
        name: String(name),
        number: text(number),
        institution: text(institution),
        kind: String(kind) as AccountKind,
        currency: String(currency),
      },
    ]),
  );
}

export function* readTransactions(db: ReadableDatabase): Generator<OutTransaction> {
  const accounts = readAccounts(db);
  for (let [day, after] = ['', 0]; ;) {
    const { rows } = db.query(
      `SELECT t.id, t.account_id, t.day, t.minor, t.currency, shown.name, said.name, t.descriptor, t.memo, t.kind, t.state,
              (SELECT value FROM said_row AS s WHERE s.account_id = t.account_id AND s.fingerprint = t.fingerprint
                 AND s.occurrence = t.occurrence AND what = 'note'),
              (SELECT value FROM said_row AS s WHERE s.account_id = t.account_id AND s.fingerprint = t.fingerprint
                 AND s.occurrence = t.occurrence AND what = 'flow'),
              json_group_array(json_object('minor', p.minor, 'category', category.name, 'flow', p.flow) ORDER BY p.id), t.balance
       FROM (SELECT * FROM bank_transaction WHERE replaced_by IS NULL AND (day, id) > (?, ?) ORDER BY day, id LIMIT ${PAGE}) AS t
       JOIN posting AS p ON p.transaction_id = t.id JOIN payee AS shown ON shown.id = p.payee_id
       LEFT JOIN payee AS said ON said.id = t.read_payee_id LEFT JOIN category ON category.id = p.category_id
       GROUP BY t.id ORDER BY t.day, t.id`,
      [day, after],
    );
    for (const row of rows) {
      const transaction = toTransaction(row, accounts);
      if (transaction) yield transaction;
    }
    const last = rows.at(-1);
    if (!last) return;
    [day, after] = [String(last[2]), Number(last[0])];
  }
}

function toTransaction(row: readonly SqlValue[], accounts: ReadonlyMap<number, OutAccount>): OutTransaction | null {
  const [id, accountId, day, minor, currency, payee, readPayee, descriptor, memo, kind, state, note, flow, parts, balance] = row;
  const account = accounts.get(Number(accountId));
  if (!account) return null;
  const isRenamed = typeof readPayee === 'string' && fold(String(payee)) !== fold(readPayee);
  // What was said to be own money is told in a word that banks use for it, so that whoever reads the file knows.
  const saysTransfer = typeof flow === 'string' && flow.includes('"transfer"');
  return {
    id: Number(id),
    account,
    day: String(day),
    minor: Number(minor),
    currency: String(currency),
    payee: String(payee),
    text: isRenamed ? String(payee) : String(descriptor),
    memo: text(memo),
    kind: saysTransfer ? 'own account transfer' : text(kind),
    isPending: state === 'pending',
    note: typeof note === 'string' ? String(JSON.parse(note)) : null,
    balance: typeof balance === 'number' ? balance : null,
    parts: JSON.parse(String(parts)) as OutPart[],
  };
}

const text = (value: SqlValue | undefined): string | null => (value === null || value === undefined ? null : String(value));

export const decimal = (minor: number, currency: string): string => toDecimal({ minor, currency });

/** Every currency with the digits after its mark. */
export const currenciesOf = (db: ReadableDatabase): { code: string; digits: number }[] =>
  db
    .query('SELECT DISTINCT currency FROM posting ORDER BY 1')
    .rows.map(([code]) => ({ code: String(code), digits: exponentOf(String(code)) }));
