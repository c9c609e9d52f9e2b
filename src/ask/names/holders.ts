// Whose an account is, where its name says so ("Bank of Ireland Declan"): "Declan's account", and what Declan spent.
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import { nameWords, stem } from './keys.ts';
import type { LedgerNames } from './ledger-names.ts';
import type { NameSearch } from './name-search.ts';
import type { Name } from './subject.ts';

/** A bank's own name is no holder's: Chase, Ally and Marcus are given to people too. */
const isOfBank = (word: string, { accounts }: LedgerNames): boolean =>
  accounts.some(({ institution }) => institution !== null && nameWords(institution).includes(word));

/** Given names in the accounts' names, none of them a payee's; each with the accounts that bear it. */
export function holdersOf(names: LedgerNames): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const { id, name } of names.accounts) {
    const words = nameWords(name);
    for (const word of words) {
      if (words.length < 2 || word.length < 3 || !isGivenName(word) || isOfBank(word, names)) continue;
      if (!(names.byWord.get(stem(word)) ?? []).every((payee) => names.moved.has(payee))) continue;
      holders.set(word, [...(holders.get(word) ?? []), id]);
    }
  }
  return holders;
}

/** What the accounts of a holder are called: "declan's account", "declan's bank of ireland". */
export const holderPhrases = (names: LedgerNames): { phrase: string; id: number }[] =>
  [...holdersOf(names)].flatMap(([holder, ids]) =>
    names.accounts
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ id, name }) => {
        const rest = nameWords(name)
          .filter((word) => word !== holder)
          .join(' ');
        return ['account', 'accounts', 'card', 'bank account', 'money', rest, `${rest} account`].map((tail) => ({
          phrase: `${holder}'s ${tail}`,
          id,
        }));
      }),
  );

const ASKS = /^(?:did|has|have|does|is|was)$/;
const SPENDS = /^(?:spend|spends|spent|spending|pay|pays|paid|paying|buy|buys|bought|buying|blow|blown|put)$/;

/** "how much did Declan spend": what went out of the accounts that are called so. */
export function asHolder(search: NameSearch, at: number, length: number): Name | null {
  const word = search.words[at]?.text ?? '';
  const ids = length === 1 ? search.index.holders.get(word) : undefined;
  if (!ids || !ASKS.test(search.before(at)) || !SPENDS.test(search.words[at + 1]?.text ?? '')) return null;
  const called = word.charAt(0).toUpperCase() + word.slice(1);
  return { is: 'account', ids, words: `${called}'s account${ids.length > 1 ? 's' : ''}` };
}
