// The ledger as one table, in CSV (RFC 4180) and in JSON: one record a posting, the same names in both. Sotto reads both again
// (src/import/read-own.ts); text that a spreadsheet would take for a formula is disarmed as OWASP advises.
import { OWN_COLUMNS, OWN_HEADER, OWN_JSON, type OwnColumn, type OwnRecord } from './own-columns.ts';
import { decimal, type OutAccount, type OutTransaction } from './rows.ts';

function* records(transaction: OutTransaction): Generator<OwnRecord> {
  const { id, account, day, currency, payee, text, memo, kind, isPending, note, balance, parts } = transaction;
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
      Balance: balance === null ? '' : decimal(balance, currency),
      'Account kind': account.kind,
      'Account number': account.number ?? '',
      Institution: account.institution ?? '',
      Transaction: String(id),
    };
  }
}

/** Amounts, days and numbers are ours and cannot be formulas; everything else is somebody's text. */
const OURS: ReadonlySet<OwnColumn> = new Set(['Date', 'Amount', 'Currency', 'Flow', 'State', 'Balance', 'Account kind', 'Transaction']);

/** "=1+1" and its like get an apostrophe before them, and so does text that begins with one before such a sign. */
const disarm = (text: string): string => (/^'*[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function* toCsv(transactions: Iterable<OutTransaction>): Generator<string> {
  yield `${OWN_HEADER}\r\n`;
  for (const transaction of transactions) {
    for (const record of records(transaction)) {
      const cells = OWN_COLUMNS.map((column) => quoted(OURS.has(column) ? record[column] : disarm(record[column])));
      yield `${cells.join(',')}\r\n`;
    }
  }
}

/** `closings`: what statements say that accounts held at their end. */
export function* toJson(transactions: Iterable<OutTransaction>, closings: readonly OwnClosing[], at: string): Generator<string> {
  yield `${OWN_JSON},"version":1,"written":${JSON.stringify(at)},"balances":${JSON.stringify(closings.map(toBalance))},"transactions":[`;
  let isFirst = true;
  for (const transaction of transactions) {
    for (const record of records(transaction)) {
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(record)}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}

export interface OwnClosing {
  account: OutAccount;
  minor: number;
  currency: string;
  day: string;
}

const toBalance = ({ account, minor, currency, day }: OwnClosing) => ({
  Account: account.name,
  Balance: decimal(minor, currency),
  Currency: currency,
  Date: day,
});
