// OFX 1 (SGML, tags that need not close), OFX 2 (XML), QFX and QBO: one tolerant scan over the tags, which forgives headers
// on one line, closed and unclosed elements, comments and wrong nesting. After OFX 2.2, sections 11.4 and 13.9.
import { AppError } from '../base/errors.ts';
import type { AccountKind } from '../ledger/statement.ts';
import { toMinorUnits } from './amounts.ts';
import type { RawReading } from './finish.ts';
import { plainText } from './markup-text.ts';
import type { ReadOptions } from './reading.ts';
import { exactOf, leadingDay, RecordBook } from './record-book.ts';
import { breathe } from './table/breathe.ts';

const KINDS: Readonly<Record<string, AccountKind>> = {
  CHECKING: 'checking',
  SAVINGS: 'savings',
  MONEYMRKT: 'savings',
  CREDITLINE: 'loan',
  CD: 'savings',
};
/** Kinds of movement that take money out, for banks that write every amount without a sign. */
const OUT_KINDS: ReadonlySet<string> = new Set([
  'DEBIT',
  'FEE',
  'SRVCHG',
  'ATM',
  'POS',
  'CHECK',
  'PAYMENT',
  'CASH',
  'DIRECTDEBIT',
  'REPEATPMT',
]);
/** Securities bought and sold: no movement of cash that the bank reports as one. */
const NOT_CASH = /^(?:BUY|SELL|REINVEST|INCOME|TRANSFER|CLOSUREOPT|RETOFCAP|SPLIT|INVEXPENSE|JRNLFUND|JRNLSEC|MARGININTEREST)/;

interface Account {
  key: string;
  currency: string | null;
}

export async function readOfx(text: string, options: ReadOptions): Promise<RawReading> {
  const book = new RecordBook(options);
  const body = text.includes('<!--') ? text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' ')) : text;
  const tag = /<(\/?)([A-Za-z][\w.:-]*)[^<>]*>([^<]*)/g;
  const scan = {
    account: { key: '', currency: null } as Account,
    fields: null as Map<string, string> | null,
    line: 0,
    inTo: false,
    bank: '',
    balance: '',
  };
  const days: { start?: string; end?: string } = {};
  let closed = false;
  let lineAt = 0;
  let line = 1;
  let count = 0;
  const flush = (whole: boolean): void => {
    if (scan.fields) addEntry(book, scan.fields, scan.account, scan.line, whole);
    scan.fields = null;
  };
  for (let match = tag.exec(body); match; match = tag.exec(body)) {
    for (; lineAt < match.index; lineAt += 1) if (body.charCodeAt(lineAt) === 10) line += 1;
    const close = match[1] === '/';
    const name = (match[2] ?? '').toUpperCase();
    const value = match[3] ?? '';
    if (close) {
      if (name === 'STMTTRN') flush(true);
      else if (name === 'BANKACCTTO' || name === 'CCACCTTO' || name === 'PAYEE') scan.inTo = name === 'PAYEE' ? scan.inTo : false;
      else if (name === 'LEDGERBAL' || name === 'AVAILBAL') scan.balance = '';
      else if (name === 'OFX') closed = true;
      continue;
    }
    switch (name) {
      case 'STMTTRN':
        flush(false);
        scan.fields = new Map();
        scan.line = line;
        book.show(line, body.slice(match.index, match.index + 300).split(/<\/STMTTRN>/i)[0] ?? '');
        if ((count += 1) % 20_000 === 0) await breathe(options, match.index, body.length);
        break;
      case 'STMTRS':
      case 'CCSTMTRS':
      case 'INVSTMTRS':
        scan.account = { key: '', currency: null };
        break;
      case 'CURDEF':
        scan.account.currency = codeOrNull(value);
        break;
      case 'BANKACCTTO':
      case 'CCACCTTO':
        scan.inTo = true;
        break;
      case 'BANKID':
      case 'BROKERID':
        if (!scan.inTo) scan.bank = value.trim();
        break;
      case 'ACCTID':
        if (!scan.inTo && !scan.fields)
          nameAccount(book, scan.account, value, scan.bank, body.slice(Math.max(0, match.index - 400), match.index));
        break;
      case 'SOTTO.ACCTNAME':
        if (!scan.inTo && !scan.fields) book.account(scan.account.key, { name: plainText(value) });
        break;
      case 'ACCTTYPE':
        if (!scan.inTo && !scan.fields && KINDS[value.trim().toUpperCase()])
          book.account(scan.account.key, { kind: KINDS[value.trim().toUpperCase()] ?? 'unknown' });
        break;
      case 'LEDGERBAL':
      case 'AVAILBAL':
        scan.balance = name;
        break;
      case 'BALAMT':
        if (scan.balance === 'LEDGERBAL') setClosing(book, scan.account, value);
        break;
      case 'DTASOF': {
        const closing = book.accounts.get(scan.account.key)?.closing;
        if (scan.balance === 'LEDGERBAL' && closing) closing.day = leadingDay(value);
        break;
      }
      case 'DTSTART':
        days.start = value;
        break;
      case 'DTEND':
        days.end = value;
        break;
      default:
        if (scan.fields) {
          if (!scan.inTo && !scan.fields.has(name) && value.trim() !== '') scan.fields.set(name, value);
        } else if (NOT_CASH.test(name) && /^(?:BUY|SELL|REINVEST)/.test(name)) book.put(line, 'not-cash', name);
    }
  }
  flush(false);
  const [first, last] = [leadingDay(days.start ?? ''), leadingDay(days.end ?? '')];
  if (first && last) book.period = { first, last };
  if (!closed && book.entries.length === 0)
    throw new AppError('statement-cut', 'The file stops before its first whole transaction; download it again', { line, format: 'ofx' });
  if (!closed) book.warnings.push({ line, why: 'cut', text: body.slice(-120) });
  signByKind(book, options);
  return book.reading('ofx', 'The statement holds no transactions');
}

const codeOrNull = (value: string): string | null => (/^[A-Za-z]{3}$/.test(value.trim()) ? value.trim().toUpperCase() : null);

function nameAccount(book: RecordBook, account: Account, value: string, bank: string, before: string): void {
  const number = value.trim();
  if (number === '') return;
  account.key = number;
  const isCard = /<CCACCTFROM>[^]*$/i.test(before);
  const isInvestment = /<INVACCTFROM>[^]*$/i.test(before);
  book.account(number, {
    number,
    currency: account.currency,
    institution: bank || null,
    ...(isCard ? { kind: 'card' as const } : isInvestment ? { kind: 'investment' as const } : {}),
  });
}

function setClosing(book: RecordBook, account: Account, value: string): void {
  const exact = exactOf(value);
  const units = exact && exact.scale <= 4 ? toMinorUnits(exact, account.currency ?? '') : null;
  if (units) book.account(account.key, { closing: { minor: units.minor, day: null } });
}

/** One STMTTRN. A last one that the file cuts is set aside. */
function addEntry(book: RecordBook, fields: Map<string, string>, account: Account, line: number, whole: boolean): void {
  const text = (name: string): string => plainText(fields.get(name) ?? '');
  const amountText = text('TRNAMT');
  const summary = [...fields].map(([name, value]) => `${name} ${value.trim()}`).join(', ');
  const day = leadingDay(text('DTPOSTED')) ?? leadingDay(text('DTUSER')) ?? leadingDay(text('DTAVAIL'));
  if (!whole && (amountText === '' || day === null)) return book.put(line, 'cut', summary);
  if (day === null) return book.put(line, text('DTPOSTED') === '' ? 'no-day' : 'bad-day', summary);
  if (amountText === '') return book.put(line, 'no-amount', summary);
  const amount = exactOf(amountText);
  if (!amount) return book.put(line, 'bad-amount', summary);
  const name = text('SOTTO.TEXT') || text('NAME') || text('PAYEE');
  const memo = text('SOTTO.MEMO') || text('MEMO');
  book.add({
    day,
    amount,
    currency: account.currency ?? codeOrNull(text('CURSYM')),
    descriptor: name || memo || text('TRNTYPE'),
    memo: name && memo && memo !== name ? memo : null,
    category: text('CATEGORY') || text('SOTTO.CATEGORY') || null,
    kind: text('SOTTO.KIND') || text('TRNTYPE') || null,
    bankId: text('FITID') || null,
    account: account.key,
    line,
  });
  if (!book.accounts.has(account.key)) book.account(account.key, { currency: account.currency });
}

/** A file in which no amount carries a minus although kinds say money out: the kinds then give the sign, and it is asked. */
function signByKind(book: RecordBook, { guesses }: ReadOptions): void {
  const { entries } = book;
  const turned = (sign: (minor: number, kind: string) => number): void => {
    for (const entry of entries) entry.minor = sign(entry.minor, entry.kind ?? '') || 0;
  };
  if (guesses?.sign === 'flipped') turned((minor) => -minor);
  if (guesses?.sign !== undefined || entries.length < 2) return;
  const outs = entries.filter(({ kind }) => OUT_KINDS.has((kind ?? '').toUpperCase()));
  if (outs.length === 0 || entries.some(({ minor }) => minor < 0)) return;
  const rows = outs.slice(0, 3).map(({ line, descriptor, day, minor, currency }) => ({ line, text: descriptor, day, minor, currency }));
  book.asks.push({
    key: 'sign',
    assumed: 'as-written',
    readings: [
      { value: 'as-written', rows },
      { value: 'flipped', rows: rows.map((row) => ({ ...row, minor: -row.minor })) },
    ],
  });
}
