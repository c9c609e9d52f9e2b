// What an account is, from what its file says: name, institution, kind. Words of the file first (its account's name, then the name of
// the file), the rows themselves last. The words are in account-words.json.
import { fold } from '../../base/text.ts';
import { looksLikePerson } from '../payees/looks-like-person.ts';
import { readDescriptor } from '../payees/read-payee.ts';
import type { AccountKind, StatementAccount, StatementEntry } from '../statement.ts';
import data from './account-words.json' with { type: 'json' };
import { institutionIn, institutionOfIban, spaced, type Institution } from './institutions.ts';

export { guessHomeCurrency, type CurrencyHints } from './guess-home-currency.ts';

export interface RecognisedAccount {
  name: string;
  institution: string | null;
  kind: AccountKind;
}

type Row = Pick<StatementEntry, 'descriptor' | 'memo' | 'kind' | 'minor'>;

const noise = new Set(data.noise);

export function recogniseAccount(account: StatementAccount, fileName: string, entries: readonly Row[] = []): RecognisedAccount {
  const fileWords = wordsOfFile(fileName);
  const inFile = fileWords.join(' ');
  const known =
    institutionIn(`${account.name ?? ''} ${account.institution ?? ''}`) ?? institutionIn(inFile) ?? institutionOfIban(account.number);
  const own = unquoted(account.name?.trim() ?? '');
  const holder = looksLikePerson(own) && kindIn(own) === null && known !== null && institutionIn(own) === null;
  // A product name that every account of a bank has ("Current"), or whose it is, says less than the name of the file.
  const tells = own !== '' && !isPlainProduct(own) && !holder;
  const said = tells ? [own, inFile] : own === '' || isEveryday(own) ? [inFile, own] : [own, inFile];
  const kind =
    account.kind !== 'unknown' && tells
      ? account.kind
      : (kindIn(said[0] ?? '') ?? kindIn(said[1] ?? '') ?? fallbackKind(account, known, entries));
  const institution = account.institution ?? known?.name ?? null;
  if (tells) return { name: own, institution, kind };
  const name = nameFrom(fileWords, known, kind, account);
  if (holder) return { name: `${name} ${givenFirst(own)}`, institution, kind };
  return { name: own === '' || isEveryday(own) || kindIn(name) === kind ? name : `${name} ${own.toLowerCase()}`, institution, kind };
}

/** A sheet's mark of text before a cell: "'ROBSON M". */
const unquoted = (text: string): string => (/^'[^']+$/.test(text) ? text.slice(1).trim() : text);

/** "ROBSON M" is M Robson, "ROBSON M & T" M & T Robson. */
function givenFirst(holder: string): string {
  const { family, initials } = /^(?<family>\S.*?\S)\s+(?<initials>\p{L}(?:\s*&\s*\p{L})?)$/u.exec(holder)?.groups ?? {};
  return (family === undefined || initials === undefined ? holder : `${initials} ${family}`)
    .split(/\s+/)
    .map((word) => (word.length > 1 && word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word))
    .join(' ');
}

const fallbackKind = (account: StatementAccount, known: Institution | null, entries: readonly Row[]): AccountKind =>
  account.kind !== 'unknown' ? account.kind : (kindOf(known) ?? kindByRows(entries));

const isEveryday = (name: string): boolean =>
  /^(?:current|main|default|standard|account|main account|current account|personal|checking)$/i.test(name);
/** "Current", "Savings", "Checking account": a kind and nothing else. */
const isPlainProduct = (name: string): boolean =>
  isEveryday(name) || /^(?:savings|saving|deposit|pocket|vault|credit card|card|cash)(?: account)?$/i.test(name);

function kindIn(text: string): AccountKind | null {
  const within = spaced(text).replaceAll(' credit union ', ' '); // a kind of bank, and no credit
  for (const { kind, words } of data.kindWords) if (words.some((word) => within.includes(` ${word} `))) return kind as AccountKind;
  return null;
}

const kindOf = (institution: Institution | null): AccountKind | null => (institution?.kind ?? null) as AccountKind | null;

/** "Chase1234_Activity20260101_20260618.CSV" -> chase, 1234; words that say nothing about the account are gone. */
function wordsOfFile(fileName: string): string[] {
  const stem = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/(?:\.(?:csv|tsv|txt|ofx|qfx|qbo|qif|xml|xlsx?|json|sta|mt940|940|zip|dat))+$/i, '');
  const words = stem
    .replace(/\(\d+\)/g, ' ')
    .replace(/\d{4}[-_.]\d{2}[-_.]\d{2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}|\d{4}[-_.]\d{2}(?!\d)/g, ' ')
    .replace(/\p{L}+/gu, apart)
    .replace(/(\p{L})(\d{4,})/gu, '$1 $2')
    .replace(/(\d{4,})(\p{L})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}&']+/u)
    .filter(Boolean)
    // "Bank of Scotland": what a bank is called by, though a bank by itself says nothing.
    .filter((word, at, all) => (!noise.has(fold(word)) || fold(all[at + 1] ?? '') === 'of') && (!isCode(word) || isBank(word)));
  return words;
}

/** "CheckingAccount" is two words; "PayPal" and "BofA" are how those banks write themselves. */
const apart = (word: string): string => (institutionIn(word) ? word : word.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

/** "capitalone360": long, and with figures, and yet no code. */
const isBank = (word: string): boolean => institutionIn(word) !== null;

/** Years, long numbers, hashes. Four digits stay: the end of an account number. */
const isCode = (word: string): boolean =>
  /^(?:19|20)\d{2}$/.test(word) ||
  /^\d{5,}$/.test(word) ||
  /^\d{1,2}$/.test(word) ||
  (/\d/.test(word) && /^[0-9a-f]{6,}$/i.test(word)) ||
  /^(?=.*\d)[a-z0-9]{12,}$/i.test(word);

const CURRENCIES = /^(?:usd|eur|gbp|chf|cad|aud|nzd|jpy|sek|nok|dkk|pln|czk|huf|inr|brl|mxn|sgd|hkd|zar)$/i;
const UPPER = /^(?:isa|lisa|atm|usa|uk|us|ii|iii|hsbc|tsb|rbs|n26|dkb|ing|mbna|pnc|usaa|bbva|aib|td|cc)$/i;

const KIND_NAMES: Readonly<Record<AccountKind, string>> = {
  checking: 'Checking account',
  savings: 'Savings',
  card: 'Credit card',
  cash: 'Cash',
  loan: 'Loan',
  investment: 'Investments',
  unknown: 'Account',
};

function nameFrom(
  words: readonly string[],
  known: Institution | null,
  kind: AccountKind,
  { number, institution }: StatementAccount,
): string {
  const letters = words.filter((word) => /\p{L}/u.test(word));
  const tail = words.find((word) => /^\d{4}$/.test(word)) ?? /\d{4}$/.exec((number ?? '').replace(/[^\p{L}\p{N}]/gu, ''))?.[0] ?? null;
  if (letters.length === 0) {
    const bank = institution ?? known?.name ?? null;
    return [bank ?? KIND_NAMES[kind], bank && kind !== 'unknown' && kind !== 'checking' ? KIND_NAMES[kind].toLowerCase() : null, tail]
      .filter(Boolean)
      .join(' ');
  }
  const plain = letters.map((word) =>
    CURRENCIES.test(word) || UPPER.test(word)
      ? word.toUpperCase()
      : word === word.toUpperCase() && letters.length > 1
        ? word.toLowerCase()
        : word,
  );
  const text = known === null ? plain.join(' ') : withBankName(plain.join(' '), known);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${words.some((word) => word === tail) ? ` ${tail ?? ''}` : ''}`;
}

/** "amex gold" -> American Express gold; a name that is the bank's alone stays the bank's. */
function withBankName(text: string, { name, match }: Institution): string {
  for (const words of [...match].sort((a, b) => b.length - a.length)) {
    const pattern = new RegExp(`(^|\\s)${words.split(' ').join('\\s')}(?=\\s|$)`, 'i');
    if (pattern.test(text)) return text.replace(pattern, `$1${name}`);
  }
  return text;
}

/** From the rows: payments received make a card, interest and transfers alone a savings account, wages and cash a current account. */
function kindByRows(rows: readonly Row[]): AccountKind {
  const sample = rows.length > 400 ? rows.filter((_, at) => at % Math.ceil(rows.length / 400) === 0) : rows;
  const counts = { payments: 0, moved: 0, everyday: 0, sales: 0 };
  for (const { descriptor, memo, kind, minor } of sample) {
    const { movement, isPay, channel } = readDescriptor(descriptor || (memo ?? ''), kind);
    if (minor > 0 && movement === 'card-payment') counts.payments += 1;
    else if (movement === 'transfer' || (movement === 'interest' && minor > 0)) counts.moved += 1;
    else if (isPay || movement === 'cash' || movement === 'check' || channel === 'debit' || channel === 'bank') counts.everyday += 1;
    else counts.sales += 1;
  }
  if (counts.payments > 0 && counts.everyday <= counts.payments) return 'card';
  if (counts.moved > 0 && counts.moved >= sample.length * 0.6) return 'savings';
  if (counts.everyday > 0) return 'checking';
  return 'unknown';
}
