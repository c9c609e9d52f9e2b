// What names are looked up by, beside the ledger's own index: phrases of accounts and categories, sounds, first letters. One a ledger.
import { soundOf } from '../../base/sound.ts';
import { accountPhrases } from './accounts.ts';
import { categoryPhrases } from './concepts.ts';
import { holdersOf } from './holders.ts';
import type { LedgerNames } from './ledger-names.ts';
import { indexWholeNames } from './whole-names.ts';
import type { WholeNames } from './whole-names.ts';

export interface NameIndex {
  names: LedgerNames;
  accounts: Map<string, number[]>;
  /** Whose accounts they are, where their names say so. */
  holders: Map<string, number[]>;
  categories: Map<string, number[]>;
  /** Sounds of whole names, for ledgers of a person's size. */
  soundsOfNames: Map<string, number[]>;
  /** Stems of names by their first letter. */
  byLetter: Map<string, string[]>;
  /** Whole names by their sound, for the same. */
  wholeNames: WholeNames;
}

/** A ledger with more payees than a person has is not searched by sound. */
export const SOUNDS_UP_TO = 5_000;

const indexes = new WeakMap<LedgerNames, NameIndex>();

export function indexNames(names: LedgerNames): NameIndex {
  const known = indexes.get(names);
  if (known) return known;
  const soundsOfNames = new Map<string, number[]>();
  if (names.payees.size <= SOUNDS_UP_TO) {
    for (const { id, words } of names.payees.values()) {
      for (let length = 1; length <= Math.min(3, words.length); length += 1) {
        const sound = soundOf(words.slice(0, length).join(''));
        const list = soundsOfNames.get(sound);
        if (!list) soundsOfNames.set(sound, [id]);
        else if (!list.includes(id)) list.push(id);
      }
    }
  }
  const byLetter = new Map<string, string[]>();
  for (const word of names.byWord.keys()) {
    const list = byLetter.get(word.slice(0, 1));
    if (list) list.push(word);
    else byLetter.set(word.slice(0, 1), [word]);
  }
  const index = {
    names,
    byLetter,
    accounts: accountPhrases(names),
    holders: holdersOf(names),
    categories: categoryPhrases(names),
    soundsOfNames,
    wholeNames: indexWholeNames(names, SOUNDS_UP_TO),
  };
  indexes.set(names, index);
  return index;
}
