// The words for how a statement was read: each guess, each choice, each reason, and why a row was set aside.
import type { Format, GuessKey, Reason, Role, WhySetAside } from '../import/reading.ts';
import { counted } from './en.ts';

export const formatNames: Record<Format, string> = {
  csv: 'CSV',
  ofx: 'OFX',
  qif: 'QIF',
  camt: 'CAMT (ISO 20022)',
  mt940: 'MT940',
  xlsx: 'Excel (XLSX)',
  xls: 'Excel (XLS)',
  html: 'A table in HTML',
  json: 'JSON',
  gnucash: 'GnuCash',
};

const roleNames: Record<Role, string> = {
  day: 'Date',
  'booked-day': 'Booking date',
  'value-day': 'Value date',
  time: 'Time',
  amount: 'Amount',
  debit: 'Money out',
  credit: 'Money in',
  direction: 'In or out',
  balance: 'Balance',
  fee: 'Fee',
  net: 'Net amount',
  currency: 'Currency',
  'original-amount': 'Original amount',
  'original-currency': 'Original currency',
  payee: 'Payee',
  memo: 'Text',
  category: 'Category',
  kind: 'Kind',
  id: 'Reference',
  state: 'State',
  account: 'Account number',
  'account-name': 'Account name',
  'other-account': 'Other account',
  ignore: 'Left out',
};

const keyNames: Record<Exclude<GuessKey, `column:${Role}`>, string> = {
  encoding: 'Characters',
  delimiter: 'Separator',
  'header-line': 'Header line',
  'date-order': 'Dates',
  'decimal-mark': 'Decimal mark',
  sign: 'Sign of amounts',
  fee: 'Fees',
  pending: 'Pending rows',
  currency: 'Currency',
  account: 'Account',
};

const COLUMN = 'column:';
const isColumn = (key: GuessKey): key is `column:${Role}` => key.startsWith(COLUMN);

export const guessName = (key: GuessKey): string => (isColumn(key) ? roleNames[key.slice(COLUMN.length) as Role] : keyNames[key]);

/** Values that need a word, by key; any other value stands for itself. */
const valueNames: Partial<Record<GuessKey, Record<string, string>>> = {
  encoding: { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows, Western Europe' },
  delimiter: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars', '': 'none', ' ': 'blanks' },
  'header-line': { '': 'no header', '0': 'no header' },
  'date-order': { dmy: 'day first', mdy: 'month first', ymd: 'year first' },
  'decimal-mark': { '.': 'decimal point', ',': 'decimal comma', '': 'no decimals' },
  sign: { 'as-written': 'minus is money out', flipped: 'plus is money out' },
  fee: { '0': 'in the amount already', '-1': 'on top of the amount' },
  pending: { keep: 'read them too', 'leave-out': 'leave them out' },
  currency: { '': 'not said' },
  account: { '': 'not said' },
};

const NO_COLUMN = 'no column';

/** A choice as a person reads it: the file's own label first, then our word, then the value. */
export function choiceName(key: GuessKey, { value, label }: { value: string; label?: string }): string {
  if (isColumn(key)) return value === '' ? NO_COLUMN : (label ?? `column ${Number(value) + 1}`);
  const named = valueNames[key]?.[value] ?? label;
  if (named) return named;
  if (key === 'header-line') return `line ${value}`;
  return value.replaceAll('-', ' ');
}

export const whySetAside: Record<WhySetAside, string> = {
  preamble: 'stands before the table',
  footer: 'stands after the table',
  'header-again': 'repeats the header',
  summary: 'is a sum, not a transaction',
  notice: 'is a notice, not a transaction',
  'no-day': 'has no date',
  'bad-day': 'has a date that I cannot read',
  'no-amount': 'has no amount',
  'bad-amount': 'has an amount that I cannot read',
  'never-happened': 'was declined or reverted, so no money moved',
  'pending-without-day': 'is pending and has no date yet',
  'pending-left-out': 'is pending, and pending rows are left out',
  neutral: 'moved no money of its own',
  cut: 'stops in the middle',
  'open-quote': 'opens a quote that never closes',
  'too-many-digits': 'has more digits than an amount can hold',
  'not-cash': 'moves securities, not money',
};

const times = (count: number | undefined) => (count === undefined ? '' : counted(count, 'row', 'rows'));

const reasons: Record<Reason['code'], (reason: Reason) => string> = {
  chosen: () => 'you chose it',
  'header-word': ({ text }) => (text ? `the header says “${text}”` : 'the header says so'),
  shape: () => 'by the shape of its values',
  'only-one': () => 'there is only one',
  mark: () => 'by the marks in the file',
  'strict-utf-8': () => 'every byte fits',
  declared: () => 'the file says so',
  detector: () => 'by how often its characters occur',
  'day-over-12': ({ line, count }) => (line ? `line ${line} leaves no other reading` : `${times(count)} leave no other reading`),
  'year-first': () => 'the year comes first',
  'month-name': () => 'months are written as names',
  'row-order': () => 'only so do the rows run in order',
  'period-line': ({ line }) => (line ? `the period on line ${line} says so` : 'the period in the file says so'),
  future: () => 'the other reading lies in the future',
  locale: () => 'as is usual for this language',
  'both-readings': () => 'the file allows both readings',
  signed: () => 'amounts carry their sign',
  'two-columns': () => 'in and out have their own columns',
  words: ({ text }) => (text ? `the file says “${text}”` : 'words in the file say so'),
  'running-balance': ({ count, of }) =>
    count !== undefined && of !== undefined ? `the balance agrees on ${count} of ${counted(of, 'row', 'rows')}` : 'the balance agrees',
  'spending-card': () => 'it looks like a card: most rows are spending',
  'currency-sign': ({ text }) => (text ? `the file writes ${text}` : 'the file writes its sign'),
  'layout-file': () => 'this layout is known',
  format: () => 'the format says so',
};

export const reasonWords = (reason: Reason): string => reasons[reason.code](reason);
