// The steps from a typed or transcribed question to words in their normal form, in their order.
import { distance } from '../../base/distance.ts';
import { isBrandWord } from '../names/brands.ts';
import { stem } from '../names/keys.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import { shortenAsPrinted } from './abbreviations.ts';
import { readComparingSigns } from './comparing-signs.ts';
import { openContractionsBut } from './contractions.ts';
import { dropAskingLeads } from './asking-lead.ts';
import { writeCurrencySigns } from './currency-signs.ts';
import { dropFillers } from './fillers.ts';
import { writeNumbersBut } from './numbers.ts';
import { callAsPrinted } from './given-names.ts';
import { joinOwnNames } from './own-names.ts';
import { readSetPhrases } from './set-phrases.ts';
import { mendSpelling } from './spelling.ts';
import type { Utterance } from './utterance.ts';
import { hear } from './utterance.ts';

export function hearQuestion(question: string, names: LedgerNames): Utterance {
  const { byWord, bySquash } = names;
  return hear(question, [
    joinOwnNames(names),
    shortenAsPrinted(names),
    callAsPrinted(names),
    openContractionsBut((word) => word.length > 2 && bySquash.has(word)),
    dropFillers,
    dropAskingLeads,
    readSetPhrases((word) => bySquash.has(word)),
    readComparingSigns,
    writeCurrencySigns((word) => bySquash.has(word)),
    writeNumbersBut((word, next) => isHeadOfName(word, next, names)),
    mendSpelling(
      (word) => byWord.has(stem(word)) || byWord.has(word) || bySquash.has(word) || isBrandWord(word),
      (word) => isNearName(word, names),
    ),
  ]);
}

/** More names than this are not looked through for one slip. */
const NAMES_UP_TO = 20_000;

const isNearName = (word: string, { bySquash }: LedgerNames): boolean =>
  bySquash.size <= NAMES_UP_TO &&
  [...bySquash.keys()].some((name) => name[0] === word[0] && Math.abs(name.length - word.length) <= 1 && distance(word, name, 1) <= 1);

/** Three Rivers Heating: a number in letters and the word behind it, as the bank prints them at the head of a name. */
const isHeadOfName = (word: string, next: string, { byWord, payees }: LedgerNames): boolean =>
  /^[a-z]{3,}$/.test(word) &&
  next.length > 2 &&
  (byWord.get(word) ?? byWord.get(stem(word)) ?? []).some((id) => {
    const [first = '', second = ''] = payees.get(id)?.words ?? [];
    return first === word && stem(second) === stem(next);
  });
