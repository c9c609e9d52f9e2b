// The words for how a statement was read: each guess, each choice, each reason, and why a row was set aside.
// src/ui/import-words.ts puts them to the codes of src/import, and does not compile when a code has no words.
import { counted } from './en.ts';
import { inUse } from './in-use.ts';

/** What a reason may name: a line, a count of rows, a text of the file. */
interface Named {
  line?: number;
  count?: number;
  of?: number;
  text?: string;
}

export const formatNames = inUse({
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
});

export const roleNames = inUse({
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
});

export const keyNames = inUse({
  encoding: 'Characters',
  delimiter: 'Separator',
  'header-line': 'Header line',
  'date-order': 'Dates',
  'decimal-mark': 'Decimal mark',
  unit: 'Unit of amounts',
  sign: 'Sign of amounts',
  fee: 'Fees',
  pending: 'Pending rows',
  carried: 'Opening balance',
  currency: 'Currency',
  account: 'Account',
});

/** Values that need a word, by key; any other value stands for itself. */
export const valueNames: Record<string, Record<string, string>> = inUse({
  encoding: { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows, Western Europe' },
  delimiter: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars', '': 'none', ' ': 'blanks' },
  'header-line': { '': 'no header', '0': 'no header' },
  'date-order': { dmy: 'day first', mdy: 'month first', ymd: 'year first' },
  'decimal-mark': { '.': 'decimal point', ',': 'decimal comma', '': 'no decimals' },
  unit: { hundredths: 'cents, hundredths of a unit', whole: 'whole units' },
  sign: { 'as-written': 'minus is money out', flipped: 'plus is money out' },
  fee: { '0': 'in the amount already', '-1': 'on top of the amount' },
  pending: { keep: 'read them too', 'leave-out': 'leave them out' },
  carried: { keep: 'a transaction', 'leave-out': 'a balance, no transaction' },
  currency: { '': 'not said' },
  account: { '': 'not said' },
});

export const choiceWords = inUse({
  noColumn: 'no column',
  column: (number: number) => `column ${number}`,
  line: (line: string) => `line ${line}`,
});

export const whySetAside = inUse({
  preamble: 'stands before the table',
  footer: 'stands after the table',
  'header-again': 'repeats the header',
  summary: 'is a sum, not a transaction',
  notice: 'is a notice, not a transaction',
  'no-day': 'has no date',
  'bad-day': 'has a date that I cannot read',
  'no-amount': 'has no amount',
  'bad-amount': 'has an amount that I cannot read',
  'no-text': 'has an amount and no text, as a balance would; every other row has one',
  'never-happened': 'was declined or reverted, so no money moved',
  'pending-without-day': 'is pending and has no date yet',
  'pending-left-out': 'is pending, and pending rows are left out',
  neutral: 'moved no money of its own',
  cut: 'stops in the middle',
  'open-quote': 'opens a quote that never closes',
  'too-many-digits': 'has more digits than an amount can hold',
  'not-cash': 'moves securities, not money',
});

const times = (count: number | undefined) => (count === undefined ? '' : counted(count, 'row', 'rows'));

export const reasons = inUse({
  chosen: () => 'you chose it',
  'header-word': ({ text }: Named) => (text ? `the header says “${text}”` : 'the header says so'),
  shape: () => 'by the shape of its values',
  'only-one': () => 'there is only one',
  mark: () => 'by the marks in the file',
  'strict-utf-8': () => 'every byte fits',
  declared: () => 'the file says so',
  detector: () => 'by how often its characters occur',
  'day-over-12': ({ line, count }: Named) => (line ? `line ${line} leaves no other reading` : `${times(count)} leave no other reading`),
  'year-first': () => 'the year comes first',
  'month-name': () => 'months are written as names',
  'row-order': () => 'only so do the rows run in order',
  'period-line': ({ line }: Named) => (line ? `the period on line ${line} says so` : 'the period in the file says so'),
  future: () => 'the other reading lies in the future',
  locale: () => 'as is usual for this language',
  'both-readings': () => 'the file allows both readings',
  signed: () => 'amounts carry their sign',
  'two-columns': () => 'in and out have their own columns',
  words: ({ text }: Named) => (text ? `the file says “${text}”` : 'words in the file say so'),
  'running-balance': ({ count, of }: Named) =>
    count !== undefined && of !== undefined ? `the balance agrees on ${count} of ${counted(of, 'row', 'rows')}` : 'the balance agrees',
  'spending-card': () => 'it looks like a card: most rows are spending',
  'currency-sign': ({ text }: Named) => (text ? `the file writes ${text}` : 'the file writes its sign'),
  'layout-file': () => 'this layout is known',
  format: () => 'the format says so',
});
