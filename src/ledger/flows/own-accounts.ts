// The person's own accounts, and whether a bank's text speaks of one of them: by its number, masked or whole, or by its bank.
import { matchWords } from '../payees/match-words.ts';
import type { Database } from '../database.ts';
import type { AccountKind } from '../statement.ts';

export interface OwnAccount {
  id: number;
  kind: AccountKind;
  currency: string;
  /** The last four digits of its number, or null. */
  tail: string | null;
  number: string | null;
  /** Words of its bank's name as matchWords gives them, or []. */
  bank: string[];
}

export function readOwnAccounts(db: Database): Map<number, OwnAccount> {
  const accounts = new Map<number, OwnAccount>();
  for (const [id, kind, currency, number, institution] of db.query('SELECT id, kind, currency, number, institution FROM account').rows) {
    const digits = String(number ?? '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase();
    accounts.set(Number(id), {
      id: Number(id),
      kind: String(kind) as AccountKind,
      currency: String(currency),
      tail: /\d{4}$/.exec(digits)?.[0] ?? null,
      number: digits.length >= 7 ? digits : null,
      bank: institution === null || institution === undefined ? [] : matchWords(String(institution)),
    });
  }
  return accounts;
}

/** Whether the text names this account: "XXXXXX4471", "*4471", "ending in 4471", its whole number or IBAN, or its bank. */
export function namesAccount(text: string, { tail, number, bank }: OwnAccount): boolean {
  if (
    number !== null &&
    text
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase()
      .includes(number)
  )
    return true;
  if (tail !== null && new RegExp(`(?:[x*.•]{1,}\\s?|ending (?:in )?|\\b\\d{4,}|a\\/c )${tail}\\b`, 'i').test(text)) return true;
  return bank.length > 0 && ` ${matchWords(text).join(' ')} `.includes(` ${bank.join(' ')} `);
}
