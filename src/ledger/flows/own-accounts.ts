// The person's own accounts, and whether a bank's text speaks of one of them by its number, masked or whole, or a payee is the bank of one.
import { looksLikePerson } from '../payees/looks-like-person.ts';
import { matchWords } from '../payees/match-words.ts';
import type { ReadableDatabase } from '../database.ts';
import type { AccountKind } from '../statement.ts';
import accountWords from '../accounts/account-words.json' with { type: 'json' };

export interface OwnAccount {
  id: number;
  kind: AccountKind;
  currency: string;
  /** The last four digits of its number, or null. */
  tail: string | null;
  number: string | null;
  /** Its name where that is a person's. */
  holder: string | null;
  /** Words of its bank's name as matchWords gives them, or []. */
  bank: readonly string[];
  /** Words of its own name that not anyone's account has: SHYFT of "Shyft USD"; none for "Joint savings". */
  title: string[];
}

export function readOwnAccounts(db: ReadableDatabase): Map<number, OwnAccount> {
  const accounts = new Map<number, OwnAccount>();
  for (const [id, kind, currency, number, institution, name] of db.query(
    'SELECT id, kind, currency, number, institution, ifnull(read_name, name) FROM account',
  ).rows) {
    const digits = String(number ?? '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase();
    accounts.set(Number(id), {
      id: Number(id),
      kind: String(kind) as AccountKind,
      currency: String(currency),
      tail: /\d{4}$/.exec(digits)?.[0] ?? null,
      number: digits.length >= 7 ? digits : null,
      holder: looksLikePerson(String(name)) ? String(name) : null,
      bank: institution === null || institution === undefined ? [] : matchWords(String(institution)),
      title: tellingWords(String(name)),
    });
  }
  return accounts;
}

/** Whether a text has this account's number: "XXXXXX4471", "*4471", "ending in 4471", all of it, or its IBAN. */
export function namesNumber(text: string, { tail, number }: OwnAccount): boolean {
  if (
    number !== null &&
    text
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase()
      .includes(number)
  )
    return true;
  return tail !== null && new RegExp(`(?:[x*.•]+\\s?|ending (?:in )?|\\b\\d{4,}|a\\/c )${tail}\\b`, 'i').test(text);
}

/** Whether a payee's name is the bank of this account. */
export const namesBank = (payee: string, { bank }: OwnAccount): boolean => {
  const words = matchWords(payee);
  return bank.length > 0 && (startsWith(words, bank) || startsWith(bank, words));
};

/** Whether a text speaks of this account's bank and of an account there: "HALIFAX JOINT A/C", "LLOYDS SAVER HOLIDAY". */
export function namesAccountThere(text: string, { bank }: OwnAccount): boolean {
  const words = matchWords(text);
  return bank.length > 0 && startsWith(words, bank) && accountNouns.has(words[bank.length] ?? '');
}

/** Whether the bank's name stands anywhere in a text: "M ROBSON NATWEST". */
export function mentionsBank(text: string, { bank }: OwnAccount): boolean {
  const words = matchWords(text);
  return bank.length > 0 && words.some((_, at) => startsWith(words.slice(at), bank));
}

/** What people call the place where this account lies: its bank, or its own name where the bank is not known. */
export const nameOfPlace = ({ bank, title }: OwnAccount): readonly string[] => (bank.length > 0 ? bank : title);

/** Whether that, or every word of the account's own name, stands in a text: "C OSEI RAINY DAY" at "OSEI C RAINY DAY". */
export function mentionsAccount(text: string, account: OwnAccount): boolean {
  const { bank, title } = account;
  const words = matchWords(text);
  return mentionsBank(text, account) || (title.length > (bank.length > 0 ? 1 : 0) && title.every((word) => words.includes(word)));
}

/** Whether a text speaks of an account, anywhere: "OSEI FINCH JOINT MONZO". */
export const saysAccount = (text: string): boolean => matchWords(text).some((word) => accountNouns.has(word));

const accountNouns = new Set([
  'JOINT',
  'ACCOUNT',
  'ACC',
  'ACCT',
  'CURRENT',
  'CURR',
  'SAVER',
  'SAVERS',
  'SAVING',
  'SAVINGS',
  'ISA',
  'CHECKING',
  'POT',
]);

const plain = new Set(
  [...accountWords.noise, ...accountWords.kindWords.flatMap(({ words }) => words.join(' ').split(' ')), ...accountWords.anyones].map(
    (word) => word.toUpperCase(),
  ),
);
const tellingWords = (name: string): string[] => matchWords(name).filter((word) => !plain.has(word) && !/\d/.test(word));

/** Whether a payee is this account by its own name: "Shyft wallet load" is the account "Shyft USD", "Discovery Health" is not "Discovery card"; a
 *  bank may have cut its end: "Douglas Credit U". */
export function namesTitle(payee: string, { title }: OwnAccount): boolean {
  const words = tellingWords(payee);
  const isCut = (word: string, at: number): boolean => at > 0 && at === words.length - 1 && title.some((whole) => whole.startsWith(word));
  return words.length > 0 && words.every((word, at) => title.includes(word) || isCut(word, at)) && words.some((word) => word.length >= 4);
}

const startsWith = (words: readonly string[], beginning: readonly string[]): boolean =>
  beginning.length > 0 && beginning.every((word, at) => words[at] === word);
