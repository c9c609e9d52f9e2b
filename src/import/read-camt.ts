// ISO 20022 camt.052, camt.053 and camt.054, versions .01 to .13, by local names: one entry a Ntry, or one a TxDtls where a
// batch is told apart with amounts that add up. Entities are never expanded; a file that defines some is refused.
import { XMLParser } from 'fast-xml-parser';
import { AppError } from '../base/errors.ts';
import { toMinorUnits, type Exact } from './amounts.ts';
import type { RawReading } from './finish.ts';
import { plainText } from './markup-text.ts';
import type { ReadOptions } from './reading.ts';
import { exactOf, leadingDay, negated, RecordBook } from './record-book.ts';
import { breathe } from './table/breathe.ts';

type Node = Record<string, unknown>;

const LISTS = new Set(['Stmt', 'Rpt', 'Ntfctn', 'Ntry', 'NtryDtls', 'TxDtls', 'Bal', 'Ustrd', 'Strd']);

export async function readCamt(text: string, options: ReadOptions): Promise<RawReading> {
  if (/<!(?:ENTITY|DOCTYPE)/i.test(text.slice(0, 100_000)))
    throw new AppError('statement-unreadable', 'This file defines entities, which no bank statement needs; they are not expanded', {
      kind: 'entities',
      format: 'camt',
    });
  const root = parse(text);
  const document = node(root['Document']) ?? root;
  const message = node(document['BkToCstmrStmt']) ?? node(document['BkToCstmrAcctRpt']) ?? node(document['BkToCstmrDbtCdtNtfctn']);
  if (!message) throw new AppError('statement-unreadable', 'This XML is no account statement', { format: 'camt' });
  const book = new RecordBook(options);
  const statements = [...list(message['Stmt']), ...list(message['Rpt']), ...list(message['Ntfctn'])];
  let record = 0;
  for (const statement of statements) {
    const account = nameAccount(book, statement);
    const from = book.entries.length;
    const balances = readBalances(statement);
    for (const entry of list(statement['Ntry'])) {
      record += 1;
      if (record % 5000 === 0) await breathe(options, record, record + 5000);
      addEntry(book, entry, account, record);
    }
    settle(book, account, balances, from);
  }
  return book.reading('camt', 'The statement holds no entries');
}

function parse(text: string): Node {
  const parser = new XMLParser({
    processEntities: false,
    ignoreAttributes: false,
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: true,
    isArray: (name) => LISTS.has(name),
  });
  try {
    return node(parser.parse(text)) ?? {};
  } catch (error) {
    throw new AppError(
      'statement-unreadable',
      `The XML is damaged: ${error instanceof Error ? error.message : String(error)}`,
      { format: 'camt' },
      { cause: error },
    );
  }
}

const node = (value: unknown): Node | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null;
const list = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).map(node).filter((each) => each !== null);

/** Text at a path of local names, '' when there is none. Where a list stands in the way, its first. */
function at(from: unknown, ...path: string[]): string {
  let here: unknown = from;
  for (const name of path) {
    const first: unknown = Array.isArray(here) ? here[0] : here;
    here = node(first)?.[name];
  }
  const last: unknown = Array.isArray(here) ? here[0] : here;
  if (typeof last === 'string') return plainText(last);
  const inner = node(last)?.['#text'];
  return typeof inner === 'string' ? plainText(inner) : '';
}

interface Account {
  key: string;
  currency: string | null;
}

function nameAccount(book: RecordBook, statement: Node): Account {
  const account = statement['Acct'];
  const key = at(account, 'Id', 'IBAN') || at(account, 'Id', 'Othr', 'Id') || at(account, 'Id', 'PrtryAcct', 'Id');
  const currency = at(account, 'Ccy') || attribute(list(statement['Bal'])[0]?.['Amt']) || null;
  book.account(key, {
    number: key || null,
    name: at(account, 'Nm') || null,
    currency,
    institution: at(account, 'Svcr', 'FinInstnId', 'Nm') || at(account, 'Svcr', 'FinInstnId', 'BIC') || null,
  });
  return { key, currency };
}

const attribute = (value: unknown): string => {
  const code = node(Array.isArray(value) ? value[0] : value)?.['@_Ccy'];
  return typeof code === 'string' ? code : '';
};

const isDebit = (from: Node): boolean => at(from, 'CdtDbtInd') === 'DBIT';

interface Balances {
  opening: { amount: Exact; currency: string; day: string | null } | null;
  closing: { amount: Exact; currency: string; day: string | null } | null;
}

function readBalances(statement: Node): Balances {
  const found: Balances = { opening: null, closing: null };
  for (const balance of list(statement['Bal'])) {
    const code = at(balance, 'Tp', 'CdOrPrtry', 'Cd');
    const exact = exactOf(at(balance, 'Amt'));
    if (!exact) continue;
    const value = { amount: isDebit(balance) ? negated(exact) : exact, currency: attribute(balance['Amt']), day: dayAt(balance, 'Dt') };
    if (code === 'OPBD' || code === 'PRCD') found.opening ??= value;
    else if (code === 'CLBD') found.closing = value;
  }
  return found;
}

const dayAt = (from: unknown, name: string): string | null =>
  leadingDay(at(from, name, 'Dt')) ?? leadingDay(at(from, name, 'DtTm')) ?? leadingDay(at(from, name));

function settle(book: RecordBook, account: Account, { opening, closing }: Balances, from: number): void {
  for (const [name, balance] of [
    ['opening', opening],
    ['closing', closing],
  ] as const) {
    const units = balance && toMinorUnits(balance.amount, balance.currency);
    if (balance && units) book.account(account.key, { [name]: { minor: units.minor, day: balance.day } });
  }
  if (opening && closing && opening.currency === closing.currency)
    book.check(account.key, closing.currency || null, opening.amount, closing.amount, from);
}

function addEntry(book: RecordBook, entry: Node, account: Account, record: number): void {
  const text = `${at(entry, 'Amt')} ${at(entry, 'CdtDbtInd')} ${at(entry, 'AddtlNtryInf')}`;
  book.show(record, `${dayAt(entry, 'BookgDt') ?? ''} ${text}`);
  const day = dayAt(entry, 'BookgDt') ?? dayAt(entry, 'ValDt');
  if (!day) return book.put(record, 'no-day', text);
  const amount = exactOf(at(entry, 'Amt'));
  if (!amount) return book.put(record, at(entry, 'Amt') === '' ? 'no-amount' : 'bad-amount', text);
  const out = isDebit(entry);
  const status = at(entry, 'Sts', 'Cd') || at(entry, 'Sts');
  if (status === 'INFO') return book.put(record, 'notice', text);
  const currency = attribute(entry['Amt']) || account.currency;
  const details = list(entry['NtryDtls']).flatMap((each) => list(each['TxDtls']));
  const first = details[0] ?? entry;
  const party = partyOf(first, out);
  const purpose = purposeOf(first) || at(entry, 'AddtlNtryInf');
  const batch = list(entry['NtryDtls']).some((each) => node(each['Btch']) !== null) || details.length > 1;
  book.add({
    day,
    amount: out ? outward(amount) : amount,
    currency: currency || null,
    descriptor: (batch ? at(entry, 'AddtlNtryInf') : party) || party || purpose || at(entry, 'AddtlNtryInf'),
    memo: batch
      ? details
          .map((each) => [partyOf(each, out), purposeOf(each)].filter(Boolean).join(': '))
          .join('; ')
          .slice(0, 1000) || null
      : party && purpose
        ? purpose
        : null,
    category: null,
    kind: at(entry, 'BkTxCd', 'Prtry', 'Cd') || at(entry, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') || null,
    bankId: at(entry, 'AcctSvcrRef') || at(first, 'Refs', 'AcctSvcrRef') || at(entry, 'NtryRef') || null,
    state: status === 'PDNG' || status === 'FUTR' ? 'pending' : 'posted',
    account: account.key,
    line: record,
  });
}

/** Out means out: a few banks write the minus as well. */
const outward = (amount: Exact): Exact => ({ ...amount, negative: true });

/** The other side: who was paid, or who paid. */
function partyOf(details: Node, out: boolean): string {
  const parties = details['RltdPties'];
  const [first, second] = out ? ['Cdtr', 'Dbtr'] : ['Dbtr', 'Cdtr'];
  const name = (role: string): string =>
    at(parties, role, 'Nm') ||
    at(parties, role, 'Pty', 'Nm') ||
    at(parties, `Ultmt${role}`, 'Nm') ||
    at(parties, `Ultmt${role}`, 'Pty', 'Nm');
  return name(first ?? 'Cdtr') || (node(parties) && !at(parties, 'Dbtr', 'Nm') ? name(second ?? 'Dbtr') : '');
}

function purposeOf(details: Node): string {
  const remittance = node(details['RmtInf']);
  const lines = remittance?.['Ustrd'];
  const free = (Array.isArray(lines) ? lines : []).map((line) => (typeof line === 'string' ? plainText(line) : '')).join(' ');
  return free.trim() || at(remittance, 'Strd', 'CdtrRefInf', 'Ref') || at(details, 'AddtlTxInf');
}
