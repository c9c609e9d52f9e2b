// QIF: records of one letter a line, ended by "^". Dates in any order (decided from all of them), amounts with either mark,
// splits, account lists. Investment sections move securities, not cash, and are set aside. After Quicken's own description.
import { fold } from '../base/text.ts';
import type { AccountKind } from '../ledger/statement.ts';
import { markOf, takeAmountApart, valueOf, type DecimalMark, type Exact } from './amounts.ts';
import { dayUnder, takeApart, type DateParts } from './dates.ts';
import type { RawReading } from './finish.ts';
import type { DateOrder, ReadOptions } from './reading.ts';
import { RecordBook } from './record-book.ts';
import { breathe } from './table/breathe.ts';
import { OrderEvidence } from './table/date-order.ts';

const KINDS: Readonly<Record<string, AccountKind>> = {
  bank: 'checking',
  cash: 'cash',
  ccard: 'card',
  'oth a': 'unknown',
  'oth l': 'loan',
  invst: 'investment',
  port: 'investment',
};

interface QifRecord {
  line: number;
  kind: string;
  account: string;
  fields: Map<string, string>;
  splits: { category: string | null; memo: string | null; amount: string; percent: boolean }[];
  /** Whether a "^" ended it. */
  ended: boolean;
}

export async function readQif(text: string, options: ReadOptions): Promise<RawReading> {
  const records = scan(text);
  const book = new RecordBook(options);
  const thisYear = Number(options.today.slice(0, 4));
  const entries = records.filter(({ kind }) => Object.hasOwn(KINDS, kind));
  const order = decideOrder(entries, options, thisYear, book);
  const mark = decideMark(entries);
  let count = 0;
  for (const record of entries) {
    if ((count += 1) % 20_000 === 0) await breathe(options, count, entries.length);
    book.show(record.line, [...record.fields].map(([letter, value]) => letter + value).join('  '));
    addRecord(book, record, order, mark, thisYear);
  }
  return book.reading('qif', 'The file has lists but no transactions');
}

/** The records of the file with the section and account that each stands in. */
function scan(text: string): QifRecord[] {
  const records: QifRecord[] = [];
  let kind = 'bank';
  let account = '';
  let current: QifRecord | null = null;
  const lines = text.split(/\r\n|\r|\n/);
  lines.forEach((raw, index) => {
    const line = raw.trimEnd();
    if (line.startsWith('!')) {
      current = null;
      const section = fold(line.slice(1).trim());
      if (section.startsWith('type:')) kind = section.slice(5).trim();
      else if (section.startsWith('account')) kind = '!account';
      return;
    }
    if (line.startsWith('^')) {
      if (current) current.ended = true;
      if (current && kind === '!account') account = current.fields.get('N')?.trim() ?? account;
      current = null;
      return;
    }
    if (line.trim() === '' || line.startsWith('#')) return;
    if (!current) {
      current = { line: index + 1, kind, account, fields: new Map(), splits: [], ended: false };
      records.push(current);
    }
    addField(current, line[0]?.toUpperCase() ?? '', line.slice(1));
  });
  return records;
}

function addField(record: QifRecord, letter: string, value: string): void {
  const split = record.splits.at(-1);
  if (letter === 'S') record.splits.push({ category: value.trim() || null, memo: null, amount: '', percent: false });
  else if (letter === 'E' && split) split.memo = value.trim() || null;
  else if (letter === '$' && split) split.amount = value;
  else if (letter === '%' && split) split.percent = true;
  else if (!record.fields.has(letter)) record.fields.set(letter, value);
}

function decideOrder(records: readonly QifRecord[], { today, guesses }: ReadOptions, thisYear: number, book: RecordBook): DateOrder {
  const evidence = new OrderEvidence(today);
  const dated: { line: number; text: string; parts: DateParts }[] = [];
  for (const { fields, line } of records) {
    const text = fields.get('D')?.trim() ?? '';
    const parts = takeApart(text, thisYear, true);
    if (!parts || 'fixed' in parts) continue;
    evidence.add(parts, text, line, true);
    if (dated.length < 50) dated.push({ line, text, parts });
  }
  const verdict = evidence.decide(null);
  const chosen = guesses?.['date-order'];
  const order = chosen === 'dmy' || chosen === 'mdy' || chosen === 'ymd' ? chosen : verdict.order;
  const isChosen = order === chosen;
  if (dated.length > 0)
    book.layout.push({
      key: 'date-order',
      value: order,
      options: (['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value })),
      source: isChosen ? 'chosen' : verdict.source,
      reason: isChosen ? { code: 'chosen' } : verdict.reason,
    });
  if (!isChosen && verdict.source === 'asked') {
    const rows = dated.filter(({ parts }) => !('fixed' in parts) && parts.a !== parts.b).slice(0, 3);
    book.asks.push({
      key: 'date-order',
      assumed: order,
      readings: verdict.open.map((value) => ({
        value,
        rows: rows.map(({ line, text, parts }) => ({ line, text, day: dayUnder(parts, value, thisYear), minor: null, currency: null })),
      })),
    });
  }
  return order;
}

/** The decimal mark that the amounts prove; a point, Quicken's own, when none does. */
function decideMark(records: readonly QifRecord[]): DecimalMark {
  const votes = { '.': 0, ',': 0 };
  for (const { fields } of records) {
    const mark = markOf(takeAmountApart(fields.get('T') ?? fields.get('U') ?? '')?.body ?? '');
    if (mark === '.' || mark === ',') votes[mark] += 1;
  }
  return votes[','] > votes['.'] ? ',' : '.';
}

function addRecord(book: RecordBook, record: QifRecord, order: DateOrder, mark: DecimalMark, thisYear: number): void {
  const { fields, line, kind } = record;
  const text = (letter: string): string => fields.get(letter)?.trim() ?? '';
  const summary = [...fields].map(([letter, value]) => letter + value).join(', ');
  if (kind === 'invst' || kind === 'port') return book.put(line, 'not-cash', summary);
  const exact = (value: string): Exact | null => {
    const parts = takeAmountApart(value);
    return parts && valueOf(parts, mark);
  };
  const amountText = text('T') || text('U');
  const parts = takeApart(text('D'), thisYear, true);
  const day = parts && dayUnder(parts, order, thisYear);
  const amount = exact(amountText);
  if (!record.ended && (!day || !amount || fields.size < 3)) return book.put(line, 'cut', summary);
  if (!day) return book.put(line, text('D') === '' ? 'no-day' : 'bad-day', summary);
  if (amountText === '') return book.put(line, 'no-amount', summary);
  if (!amount) return book.put(line, 'bad-amount', summary);
  const category = text('L');
  book.account(record.account, { name: record.account || null, number: null, kind: KINDS[kind] ?? 'unknown' });
  book.add({
    day,
    amount,
    currency: null,
    descriptor: text('P') || text('M') || text('N'),
    memo: text('P') ? text('M') || null : null,
    category: category === '' || category === '--Split--' ? null : category,
    kind: null,
    bankId: text('N') || null,
    account: record.account,
    line,
    splits: record.splits.flatMap((split) => {
      const part = exact(split.amount);
      return part && !split.percent ? [{ amount: part, category: split.category, memo: split.memo }] : [];
    }),
  });
}
