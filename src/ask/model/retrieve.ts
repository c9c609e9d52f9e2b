// What of this ledger a question may be about beyond what the rules found in it: payees and categories near the words that were not read,
// by spelling and by sound; and a few rows as examples. The index is that of the names (names/ledger-names.ts), made once for each
// revision of the ledger. By meaning: by-meaning.ts.
import { distance, slipsAllowed } from '../../base/distance.ts';
import { soundOf } from '../../base/sound.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import { stem } from '../names/keys.ts';
import type { Subject } from '../names/subject.ts';
import type { Reading } from '../reading.ts';
import { asData } from './data-text.ts';
import type { NearName } from './vocabulary.ts';

/** How many of each are offered at most. */
const MOST_PAYEES = 12;
const MOST_CATEGORIES = 24;
const SHORTEST_WORD = 3;

/** Words that nothing explained, those that follow each other as one phrase: "date nights". */
export function unreadPhrases({ said, unheard }: Reading): string[] {
  const phrases: string[][] = [];
  let last = -2;
  for (const at of unheard) {
    const word = said.words[at]?.was ?? '';
    if (at === last + 1) phrases.at(-1)?.push(word);
    else phrases.push([word]);
    last = at;
  }
  return phrases.map((words) => words.join(' ')).filter((phrase) => phrase.length >= SHORTEST_WORD);
}

export const payeeOf = (id: number, words: string): Subject => ({ words, payees: [id], categories: [], loose: [], what: 'payee' });
export const categoryOf = (id: number, words: string): Subject => ({ words, payees: [], categories: [id], loose: [], what: 'category' });

/** Stems of names that are spelled or sound nearly like the word. */
function nearStems(word: string, { byWord, bySound }: LedgerNames): string[] {
  const key = stem(word);
  const slips = slipsAllowed(key.length) + 1;
  const spelled = [...byWord.keys()]
    .filter((other) => other[0] === key[0] && (distance(key, other, slips) <= slips || (key.length > 3 && other.startsWith(key))))
    .sort((a, b) => distance(key, a, slips) - distance(key, b, slips));
  return [...new Set([...spelled, ...(bySound.get(soundOf(key)) ?? [])])];
}

function nearPayees(phrase: string, names: LedgerNames): NearName[] {
  const ids = phrase
    .split(' ')
    .filter((word) => word.length >= SHORTEST_WORD)
    .flatMap((word) => nearStems(word, names).flatMap((key) => names.byWord.get(key) ?? []));
  return [...new Set(ids)]
    .flatMap((id) => names.payees.get(id) ?? [])
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PAYEES)
    .map(({ id, name }) => ({ subject: payeeOf(id, name), nearTo: phrase }));
}

/** Names near what was not read; with nothing unread, nothing. Categories are few, so all of them stand for choice. */
export function nearNames(reading: Reading, names: LedgerNames): NearName[] {
  const phrases = unreadPhrases(reading);
  const [first] = [...phrases].sort((a, b) => b.length - a.length);
  if (first === undefined) return [];
  const payees = phrases.flatMap((phrase) => nearPayees(phrase, names)).slice(0, MOST_PAYEES);
  const used = names.payeesIn;
  const categories = names.categories
    .filter(({ id }) => used.size === 0 || used.has(id))
    .slice(0, MOST_CATEGORIES)
    .map(({ id, name }): NearName => ({ subject: categoryOf(id, name), nearTo: first }));
  return [...categories, ...payees];
}

/** A few rows so that a model sees what columns hold. Payees and the bank's words are personal and never among them. */
export function exampleRows(db: ReadableDatabase): string[] {
  // One of each flow and category, so that few rows show much.
  const { rows } = db.query(
    `SELECT day, category, amount, currency, flow FROM (SELECT *, row_number() OVER (PARTITION BY flow, category ORDER BY day DESC) AS place FROM transactions)
     WHERE place = 1 ORDER BY day DESC LIMIT 5`,
  );
  return rows.map((row) => row.map((cell) => (cell === null ? 'NULL' : asData(String(cell)))).join(', '));
}
