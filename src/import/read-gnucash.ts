// GnuCash XML, packed or not: every split in an account of one's own becomes an entry there; splits in income and expense
// accounts are its category. Amounts are fractions ("12345/100"). After gnucash-v2.rnc.
import { lookUp } from '../base/look-up.ts';
import { AppError } from '../base/errors.ts';
import type { AccountKind } from '../ledger/statement.ts';
import type { Exact } from './amounts.ts';
import type { RawReading } from './finish.ts';
import { plainText } from './markup-text.ts';
import type { ReadOptions } from './reading.ts';
import { leadingDay, RecordBook } from './record-book.ts';
import { breathe } from './table/breathe.ts';

const OWN: Readonly<Record<string, AccountKind>> = {
  BANK: 'checking',
  CASH: 'cash',
  CREDIT: 'card',
  ASSET: 'unknown',
  LIABILITY: 'loan',
  RECEIVABLE: 'unknown',
  PAYABLE: 'loan',
};

interface Account {
  name: string;
  type: string;
  parent: string;
  currency: string | null;
}

export async function readGnuCash(text: string, options: ReadOptions): Promise<RawReading> {
  const book = new RecordBook(options);
  const accounts = readAccounts(text);
  const blocks = text.split(/<gnc:transaction(?=[\s>])/).slice(1);
  for (const [at, block] of blocks.entries()) {
    if (at % 5000 === 4999) await breathe(options, at, blocks.length);
    addTransaction(book, block.split('</gnc:transaction>')[0] ?? '', accounts, at + 1, block.includes('</gnc:transaction>'));
  }
  if (blocks.length === 0 && !text.includes('</gnc-v2>'))
    throw new AppError('statement-cut', 'The GnuCash file stops before its first transaction', { format: 'gnucash' });
  return book.reading('gnucash', 'The GnuCash book holds no transactions in accounts of one’s own');
}

const inner = (block: string, tag: string): string => plainText(new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]*)</${tag}>`).exec(block)?.[1] ?? '');

function readAccounts(text: string): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const block of text.split(/<gnc:account(?=[\s>])/).slice(1)) {
    const part = block.split('</gnc:account>')[0] ?? '';
    const isMoney = /<cmdty:space>(?:CURRENCY|ISO4217)<\/cmdty:space>/.test(part);
    accounts.set(inner(part, 'act:id'), {
      name: inner(part, 'act:name'),
      type: inner(part, 'act:type'),
      parent: inner(part, 'act:parent'),
      currency: isMoney ? inner(part, 'cmdty:id') : null,
    });
  }
  return accounts;
}

/** "Expenses:Food", without the root and the topmost name. */
function pathOf(id: string, accounts: Map<string, Account>): string {
  const names: string[] = [];
  for (
    let account = accounts.get(id), steps = 0;
    account && account.type !== 'ROOT' && steps < 20;
    account = accounts.get(account.parent), steps += 1
  )
    names.unshift(account.name);
  return (names.length > 1 ? names.slice(1) : names).join(':');
}

function fraction(text: string): Exact | null {
  const match = /^(-?)(\d+)\/(10*)$/.exec(text);
  if (match) return { digits: match[2] ?? '0', scale: (match[3] ?? '1').length - 1, negative: match[1] === '-' };
  const other = /^(-?)(\d+)\/(\d+)$/.exec(text);
  if (!other || Number(other[3]) === 0) return null;
  const cents = Math.round((Number(other[2]) / Number(other[3])) * 1e6);
  return { digits: String(cents), scale: 6, negative: other[1] === '-' };
}

function addTransaction(book: RecordBook, block: string, accounts: Map<string, Account>, record: number, whole: boolean): void {
  const description = inner(block, 'trn:description');
  const posted = /<trn:date-posted>\s*<ts:date>([^<]*)</.exec(block)?.[1] ?? '';
  const day = leadingDay(posted);
  if (!whole) return book.put(record, 'cut', description);
  if (!day) return book.put(record, 'bad-day', `${posted} ${description}`);
  const splits = block
    .split(/<trn:split>/)
    .slice(1)
    .map((part) => ({
      account: inner(part, 'split:account'),
      amount: fraction(inner(part, 'split:quantity')),
      memo: inner(part, 'split:memo'),
      id: inner(part, 'split:id'),
    }));
  const categories = splits.filter(({ account }) => /^(?:INCOME|EXPENSE)$/.test(accounts.get(account)?.type ?? ''));
  book.show(
    record,
    `${day} ${description} ${splits.map(({ account, amount }) => `${accounts.get(account)?.name ?? ''} ${amount?.digits ?? ''}`).join(' ')}`,
  );
  for (const split of splits) {
    const account = accounts.get(split.account);
    const kind = account && lookUp(OWN, account.type);
    if (!account || !kind) continue;
    if (!split.amount || account.currency === null) {
      book.put(record, split.amount ? 'not-cash' : 'bad-amount', description);
      continue;
    }
    book.account(split.account, { name: pathOf(split.account, accounts), number: null, currency: account.currency, kind });
    book.add({
      day,
      amount: split.amount,
      currency: account.currency,
      descriptor: description || split.memo,
      memo: description && split.memo ? split.memo : null,
      category: categories.length === 1 ? pathOf(categories[0]?.account ?? '', accounts) : null,
      kind: null,
      bankId: split.id || null,
      account: split.account,
      line: record,
      splits:
        categories.length > 1 && splits.length === categories.length + 1
          ? categories.flatMap(({ amount, account: id, memo }) =>
              amount ? [{ amount: { ...amount, negative: !amount.negative }, category: pathOf(id, accounts), memo: memo || null }] : [],
            )
          : [],
    });
  }
}
