// What a person should look at before an import: new rows that are much like one the account has (another day, the same amount), and
// new rows whose other half stands on another own account. Reads only; marks change nothing, the import decides as ever.
import { addDays, dayNumber, type Day } from '../../base/days.ts';
import { toCandidate } from '../flows/candidates.ts';
import { readOwnAccounts, type OwnAccount } from '../flows/own-accounts.ts';
import { isLikelyPair } from '../flows/pair-transfers.ts';
import type { ReadableDatabase, SqlValue } from '../database.ts';
import type { StatementEntry } from '../statement.ts';
import { textOf } from './fingerprint.ts';
import type { AccountPart } from './judge-statement.ts';

export type EntryMark =
  /** The ledger has it. */
  | { kind: 'known' }
  /** Takes the place of a pending row. */
  | { kind: 'replaces' }
  /** Much like a row of that day, which the account has. */
  | { kind: 'twin'; day: Day }
  /** Its other half stands on that account. */
  | { kind: 'transfer'; account: string };

/** Days between two rows that may be one, reported twice. */
const TWIN_DAYS = 3;
const TRANSFER_DAYS = 5;
/** A file with more new rows is told by its counts alone; and no more rows of the ledger than this are laid beside it. */
const MOST_ENTRIES = 20_000;
const MOST_ROWS = 200_000;
const NEW_ACCOUNT = -1;

/** One mark or null for each entry of the part, by its place. */
export function markEntries(db: ReadableDatabase, { account, source, entries, currency, verdicts }: AccountPart): (EntryMark | null)[] {
  const marks = entries.map((_, at): EntryMark | null =>
    verdicts.known.has(at) ? { kind: 'known' } : verdicts.replaces.has(at) ? { kind: 'replaces' } : null,
  );
  const fresh = [...entries.keys()].filter((at) => marks[at] === null);
  if (fresh.length === 0 || fresh.length > MOST_ENTRIES) return marks;
  const taken = new Set([...verdicts.known.values(), ...verdicts.replaces.values()]);
  if (account.id !== null) markTwins(db, account.id, { entries, currency, fresh, taken }, marks);
  const own = readOwnAccounts(db);
  const id = account.id ?? NEW_ACCOUNT;
  if (!own.has(id)) own.set(id, asOwn(id, account, source.number));
  markTransfers(db, own, id, { entries, currency, fresh, taken }, marks);
  return marks;
}

interface Fresh {
  entries: readonly StatementEntry[];
  currency: string;
  /** Places of the new entries. */
  fresh: readonly number[];
  /** Transactions that other entries of the file are. */
  taken: ReadonlySet<number>;
}

type Marks = (EntryMark | null)[];

const asOwn = (id: number, { kind, currency, institution }: AccountPart['account'], number: string | null): OwnAccount => ({
  id,
  kind,
  currency,
  number,
  tail: /\d{4}$/.exec((number ?? '').replace(/\W/g, ''))?.[0] ?? null,
  holder: null,
  bank: institution ? institution.toUpperCase().split(/\s+/) : [],
  title: [],
});

function spanOf({ entries, fresh }: Fresh, margin: number): [Day, Day] {
  let [first, last] = ['9999-12-31', '0001-01-01'];
  for (const at of fresh) {
    const day = entries[at]?.day ?? first;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return [addDays(first, -margin), addDays(last, margin)];
}

function markTwins(db: ReadableDatabase, accountId: number, given: Fresh, marks: Marks): void {
  const { rows } = db.query(
    `SELECT id, day, minor, currency, descriptor, memo FROM bank_transaction
     WHERE account_id = ? AND replaced_by IS NULL AND day BETWEEN ? AND ? LIMIT ${MOST_ROWS}`,
    [accountId, ...spanOf(given, TWIN_DAYS)],
  );
  const byAmount = new Map<string, { day: Day; text: string }[]>();
  for (const [id, day, minor, currency, descriptor, memo] of rows) {
    if (given.taken.has(Number(id))) continue;
    const text = textOf({ descriptor: String(descriptor), memo: typeof memo === 'string' ? memo : null });
    push(byAmount, `${minor}|${currency}`, { day: String(day), text });
  }
  for (const at of given.fresh) {
    const entry = given.entries[at];
    const rivals = entry && byAmount.get(`${entry.minor}|${entry.currency ?? given.currency}`);
    const twin = rivals?.find(
      ({ day, text }) =>
        Math.abs(dayNumber(day) - dayNumber(entry?.day ?? day)) <= TWIN_DAYS && text === textOf(entry ?? { descriptor: '', memo: null }),
    );
    if (twin) marks[at] = { kind: 'twin', day: twin.day };
  }
}

function markTransfers(db: ReadableDatabase, own: ReadonlyMap<number, OwnAccount>, accountId: number, given: Fresh, marks: Marks): void {
  if (own.size < 2) return;
  const { rows } = db.query(
    `SELECT t.id, t.account_id, t.day, t.minor, t.currency, t.read_payee_id, payee.kind, t.descriptor, t.memo, t.kind, account.name
     FROM bank_transaction t LEFT JOIN payee ON payee.id = t.read_payee_id JOIN account ON account.id = t.account_id
     WHERE t.account_id <> ? AND t.replaced_by IS NULL AND t.minor <> 0 AND t.day BETWEEN ? AND ? LIMIT ${MOST_ROWS}`,
    [accountId, ...spanOf(given, TRANSFER_DAYS)],
  );
  const byAmount = new Map<string, SqlValue[][]>();
  for (const row of rows) push(byAmount, `${row[3]}|${row[4]}`, row);
  const spoken = new Set<SqlValue | undefined>();
  for (const at of given.fresh) {
    const entry = given.entries[at];
    if (!entry || marks[at] !== null) continue;
    const halves = byAmount.get(`${-entry.minor}|${entry.currency ?? given.currency}`)?.filter((row) => !spoken.has(row[0])) ?? [];
    const near = halves.filter((row) => Math.abs(dayNumber(String(row[2])) - dayNumber(entry.day)) <= TRANSFER_DAYS);
    if (near.length === 0) continue;
    const one = toCandidate(asRow(entry, accountId, given.currency), own);
    const half = near.find((row) => {
      const other = toCandidate(row, own);
      return one !== null && other !== null && isLikelyPair(one, other);
    });
    if (!half) continue;
    spoken.add(half[0]);
    marks[at] = { kind: 'transfer', account: String(half[10]) };
  }
}

/** An entry as candidateColumns would give it, of a payee that nobody read yet. */
const asRow = ({ day, minor, currency, descriptor, memo, kind }: StatementEntry, accountId: number, usual: string): SqlValue[] => [
  -1,
  accountId,
  day,
  minor,
  currency ?? usual,
  null,
  null,
  descriptor,
  memo,
  kind,
];

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const group = into.get(key);
  if (group) group.push(value);
  else into.set(key, [value]);
}
