// The vocabularies of a few questions, as a turn makes them: what the grammars and readers are proved on.
import { newConversation } from '../../../src/ask/conversation.ts';
import { readQuestion } from '../../../src/ask/ask.ts';
import { nearNames } from '../../../src/ask/model/retrieve.ts';
import { vocabularyOf } from '../../../src/ask/model/vocabulary.ts';
import type { Vocabulary } from '../../../src/ask/model/vocabulary.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { american, british } from '../support/ledger.ts';
import { TODAY } from '../support/today.ts';

export function vocabularyFor(db: ReadableDatabase, question: string): Vocabulary {
  const ledger = namesOf(db);
  const { reading } = readQuestion(db, question, TODAY, newConversation(), ledger);
  return vocabularyOf({ reading, ledger, last: null, near: nearNames(reading, ledger) });
}

/** Names of every sort: payees, categories, notions, accounts, sizes, weekdays, several stretches, words nobody knows. */
export const QUESTIONS: readonly (readonly [ReadableDatabase, string])[] = [
  [american, 'how much did I spend on lunches in February'],
  [american, 'how much coffee and groceries at Whole Foods over 50 dollars on weekends in January and February'],
  [american, 'how much on the credit card except Netflix between 10 and 20 dollars'],
  [american, 'how much did I spend'],
  [british, 'how much on fripperies and rent from the joint account since January'],
  [british, 'how much did I spend in euros in Lisbon on cakes'],
];
