// Our own export read again, CSV or JSON, exactly: nothing is inferred, parts of one transaction come together again. What became of
// a row here (its flow, its payee's name) is found anew; a category or a payee that a person gave stands in the file as text.
import { AppError } from '../base/errors.ts';
import { toDecimal, toMinor } from '../base/money.ts';
import { OWN_COLUMNS, OWN_JSON, type OwnRecord } from '../ledger/exports/own-columns.ts';
import type { AccountKind } from '../ledger/statement.ts';
import type { RawReading } from './finish.ts';
import type { ReadOptions } from './reading.ts';
import { exactOf, leadingDay, RecordBook } from './record-book.ts';
import { splitText } from './table/split-text.ts';

interface Line {
  line: number;
  record: OwnRecord;
}

const KINDS: ReadonlySet<string> = new Set<AccountKind>(['checking', 'savings', 'card', 'cash', 'loan', 'investment', 'unknown']);
const isKind = (text: string): text is AccountKind => KINDS.has(text);

export function readOwn(text: string, options: ReadOptions): RawReading {
  const isJson = text.startsWith(OWN_JSON);
  const book = new RecordBook({ ...options, guesses: { pending: 'keep', ...options.guesses } });
  const { lines, balances } = isJson ? fromJson(text) : { lines: fromCsv(text), balances: [] };
  for (const group of transactionsOf(lines)) addTransaction(book, group);
  for (const balance of balances) setClosing(book, balance);
  return book.reading(isJson ? 'json' : 'csv', 'This export of Sotto holds no transactions');
}

/** An apostrophe before a sign that begins a formula only keeps a spreadsheet from taking it for one. */
const armed = (cell: string): string => (/^'+[=+\-@＝＋－＠\t\r\n]/.test(cell) ? cell.slice(1) : cell);

function fromCsv(text: string): Line[] {
  const cursor = splitText(text, ',').open();
  cursor.next(); // the header
  const lines: Line[] = [];
  for (let cells = cursor.next(); cells; cells = cursor.next()) {
    const own = cells;
    lines.push({ line: cursor.line, record: toRecord((_, at) => armed(own[at] ?? '')) });
  }
  return lines;
}

const toRecord = (cell: (name: string, at: number) => string): OwnRecord =>
  Object.fromEntries(OWN_COLUMNS.map((name, at) => [name, cell(name, at)])) as OwnRecord;

type Fields = Partial<Record<string, unknown>>;
const textOf = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
const listOf = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter((each): each is Fields => typeof each === 'object' && each !== null) : [];

function fromJson(text: string): { lines: Line[]; balances: Fields[] } {
  let file: Fields;
  try {
    file = JSON.parse(text) as Fields;
  } catch (error) {
    throw new AppError('statement-unreadable', 'This export of Sotto is damaged or cut off', { format: 'json' }, { cause: error });
  }
  const lines = listOf(file['transactions']).map((fields, at) => ({ line: at + 2, record: toRecord((name) => textOf(fields, name)) }));
  return { lines, balances: listOf(file['balances']) };
}

/** Records of one number stand together; one without a number is alone. */
function* transactionsOf(lines: readonly Line[]): Generator<Line[]> {
  let group: Line[] = [];
  for (const line of lines) {
    const id = line.record.Transaction;
    if (group.length > 0 && (id === '' || id !== group[0]?.record.Transaction)) {
      yield group;
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) yield group;
}

function addTransaction(book: RecordBook, group: readonly Line[]): void {
  const [first] = group;
  if (!first) return;
  const { line, record } = first;
  const text = Object.values(record).filter(Boolean).join('  ');
  book.show(line, text);
  const day = leadingDay(record.Date);
  if (!day) return book.put(line, record.Date === '' ? 'no-day' : 'bad-day', text);
  const currency = record.Currency;
  const parts = group.map((each) => ({ minor: toMinor(each.record.Amount, currency), category: each.record.Category || null }));
  const minor = parts.reduce<number | null>((sum, part) => (sum === null || part.minor === null ? null : sum + part.minor), 0);
  const amount = minor === null ? null : exactOf(toDecimal({ minor, currency }));
  if (!amount || !/^[A-Z]{3}$/.test(currency)) return book.put(line, record.Amount === '' ? 'no-amount' : 'bad-amount', text);
  const kind = record['Account kind'];
  book.account(record.Account, {
    name: record.Account,
    currency,
    institution: record.Institution || null,
    ...(isKind(kind) ? { kind } : {}),
  }).number = record['Account number'] || null;
  const isBooked = book.add({
    day,
    amount,
    currency,
    descriptor: record['Bank text'],
    memo: record.Memo || null,
    category: group.length > 1 ? null : record.Category || null,
    kind: record['Bank kind'] || null,
    bankId: null,
    account: record.Account,
    line,
    state: record.State === 'pending' ? 'pending' : 'posted',
    splits: [],
  });
  const entry = isBooked ? book.entries.at(-1) : null;
  if (!entry) return;
  entry.balance = toMinor(record.Balance, currency);
  if (parts.length > 1) entry.splits = parts.map(({ minor, category }) => ({ minor: minor ?? 0, category, memo: null }));
}

function setClosing(book: RecordBook, fields: Fields): void {
  const account = book.accounts.get(textOf(fields, 'Account'));
  const closing = toMinor(textOf(fields, 'Balance'), textOf(fields, 'Currency'));
  if (account && closing !== null) account.closing = { minor: closing, day: leadingDay(textOf(fields, 'Date')) };
}
