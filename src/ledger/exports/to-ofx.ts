// OFX 2.2: one statement for each account and currency. What OFX has no field for stands in private tags (OFX 2.2, section 2.7.2),
// which other programs pass over. A transaction in parts is one, its parts are not told.
import type { OwnClosing } from './to-table.ts';
import { decimal, type OutAccount, type OutTransaction } from './rows.ts';

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Without the signs that XML 1.0 forbids. */
const escape = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (sign) => XML[sign] ?? sign);

const moment = (day: string): string => `${day.replaceAll('-', '')}120000`;
const tag = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>`;

const MOST_NAME = 32;
const MOST_MEMO = 255;

function entry({ id, day, minor, currency, text, memo, kind, parts }: OutTransaction): string {
  const [part] = parts;
  const category = parts.length === 1 ? (part?.category ?? null) : null;
  const isCut = text.length > MOST_NAME || (memo ?? '').length > MOST_MEMO || text.trim() === '' || text !== text.trim();
  return [
    '<STMTTRN>',
    tag('TRNTYPE', minor < 0 ? 'DEBIT' : 'CREDIT'),
    tag('DTPOSTED', moment(day)),
    tag('TRNAMT', decimal(minor, currency)),
    tag('FITID', `sotto-${id}`),
    tag('NAME', text.slice(0, MOST_NAME).trim() || '-'),
    memo === null ? '' : tag('MEMO', memo.slice(0, MOST_MEMO)),
    isCut ? tag('SOTTO.TEXT', text) + (memo === null ? '' : tag('SOTTO.MEMO', memo)) : '',
    kind === null ? '' : tag('SOTTO.KIND', kind),
    category === null ? '' : tag('SOTTO.CATEGORY', category),
    '</STMTTRN>\n',
  ].join('');
}

const TYPES: Readonly<Record<string, string>> = { savings: 'SAVINGS', loan: 'CREDITLINE' };

function from(account: OutAccount): string {
  const id = tag('ACCTID', (account.number ?? account.name).slice(0, 64)) + tag('SOTTO.ACCTNAME', account.name);
  return account.kind === 'card'
    ? `<CCACCTFROM>${id}</CCACCTFROM>`
    : `<BANKACCTFROM>${tag('BANKID', account.institution ?? '0')}${id}${tag('ACCTTYPE', TYPES[account.kind] ?? 'CHECKING')}</BANKACCTFROM>`;
}

/** `transactions` is read once for each statement. */
export function* toOfx(
  statements: readonly { account: OutAccount; currency: string }[],
  transactions: () => Iterable<OutTransaction>,
  closings: readonly OwnClosing[],
  at: string,
): Generator<string> {
  const now = at.replace(/\D/g, '').slice(0, 14).padEnd(14, '0');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n`;
  yield `<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><DTSERVER>${now}</DTSERVER><LANGUAGE>ENG</LANGUAGE></SONRS></SIGNONMSGSRSV1>\n`;
  for (const isCard of [false, true]) {
    const own = statements.filter(({ account }) => (account.kind === 'card') === isCard);
    if (!own.length) continue;
    const [set, response, statement] = isCard ? ['CREDITCARDMSGSRSV1', 'CCSTMTTRNRS', 'CCSTMTRS'] : ['BANKMSGSRSV1', 'STMTTRNRS', 'STMTRS'];
    yield `<${set}>`;
    for (const [at, { account, currency }] of own.entries()) {
      yield `<${response}><TRNUID>${at + 1}</TRNUID><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><${statement}>${tag('CURDEF', currency)}${from(account)}<BANKTRANLIST>`;
      yield* period(transactions, account, currency);
      for (const each of transactions()) if (each.account.id === account.id && each.currency === currency) yield entry(each);
      yield `</BANKTRANLIST>${ledgerBalance(closings.find((each) => each.account.id === account.id && each.currency === currency))}</${statement}></${response}>\n`;
    }
    yield `</${set}>`;
  }
  yield '</OFX>\n';
}

const ledgerBalance = (closing: OwnClosing | undefined): string =>
  closing ? `<LEDGERBAL>${tag('BALAMT', decimal(closing.minor, closing.currency))}${tag('DTASOF', moment(closing.day))}</LEDGERBAL>` : '';

function* period(transactions: () => Iterable<OutTransaction>, account: OutAccount, currency: string): Generator<string> {
  let [first, last] = ['', ''];
  for (const each of transactions()) {
    if (each.account.id !== account.id || each.currency !== currency) continue;
    if (!first) first = each.day;
    last = each.day;
  }
  yield `<DTSTART>${moment(first)}</DTSTART><DTEND>${moment(last)}</DTEND>\n`;
}
