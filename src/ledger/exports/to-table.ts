// The ledger as one table, in CSV (RFC 4180) and in JSON: one record a posting, the same names in both. Sotto reads both again
// (src/import/layouts/sotto.json); text that a spreadsheet would take for a formula is disarmed as OWASP advises.
import { decimal, type OutTransaction } from './rows.ts';

export const COLUMNS = [
  'Date',
  'Payee',
  'Category',
  'Account',
  'Amount',
  'Currency',
  'Flow',
  'Bank text',
  'Memo',
  'Bank kind',
  'State',
  'Note',
  'Transaction',
] as const;

type Record = { [C in (typeof COLUMNS)[number]]: string };

function* records({ id, account, day, currency, payee, text, memo, kind, isPending, note, parts }: OutTransaction): Generator<Record> {
  for (const { minor, category, flow } of parts) {
    yield {
      Date: day,
      Payee: payee,
      Category: category ?? '',
      Account: account.name,
      Amount: decimal(minor, currency),
      Currency: currency,
      Flow: flow,
      'Bank text': text,
      Memo: memo ?? '',
      'Bank kind': kind ?? '',
      State: isPending ? 'pending' : 'booked',
      Note: note ?? '',
      Transaction: String(id),
    };
  }
}

/** Amounts, days and numbers are ours and cannot be formulas; everything else is somebody's text. */
const OURS: ReadonlySet<string> = new Set(['Date', 'Amount', 'Currency', 'Flow', 'State', 'Transaction']);

/** "=1+1" and its like get an apostrophe before them, and so does text that begins with one before such a sign. */
const disarm = (text: string): string => (/^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

/** JSON is no spreadsheet; only what would be taken for a disarmed text is disarmed. */
const asRead = (text: string): string => (/^'+[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function* toCsv(transactions: Iterable<OutTransaction>): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for (const transaction of transactions) {
    for (const record of records(transaction)) {
      const cells = COLUMNS.map((column) => quoted(OURS.has(column) ? record[column] : disarm(record[column])));
      yield `${cells.join(',')}\r\n`;
    }
  }
}

export function* toJson(transactions: Iterable<OutTransaction>, at: string): Generator<string> {
  yield `{"format":"sotto-ledger","version":1,"written":${JSON.stringify(at)},"transactions":[`;
  let isFirst = true;
  for (const transaction of transactions) {
    for (const record of records(transaction)) {
      const plain = Object.fromEntries(COLUMNS.map((column) => [column, asRead(record[column])]));
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(plain)}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}
