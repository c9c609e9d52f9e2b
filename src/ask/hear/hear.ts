// The steps from a typed or transcribed question to words in their normal form, in their order.
import { isBrandWord } from '../names/brands.ts';
import { stem } from '../names/keys.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import { shortenAsPrinted } from './abbreviations.ts';
import { readComparingSigns } from './comparing-signs.ts';
import { openContractionsBut } from './contractions.ts';
import { dropAskingLeads } from './asking-lead.ts';
import { writeCurrencySigns } from './currency-signs.ts';
import { dropFillers } from './fillers.ts';
import { writeNumbers } from './numbers.ts';
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
    openContractionsBut((word) => word.length > 2 && bySquash.has(word)),
    dropFillers,
    dropAskingLeads,
    readSetPhrases((word) => bySquash.has(word)),
    readComparingSigns,
    writeCurrencySigns((word) => bySquash.has(word)),
    writeNumbers,
    mendSpelling((word) => byWord.has(stem(word)) || byWord.has(word) || bySquash.has(word) || isBrandWord(word)),
  ]);
}
