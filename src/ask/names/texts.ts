// The words of the bank's own texts and memos: "boilers" in "D FIRTH PLUMBING BOILERS", "rent" in the memo of a transfer to a person.
// Built once for each revision from the distinct texts; digits count only as whole numbers ("check 1042").
import type { ReadableDatabase } from '../../ledger/database.ts';
import { nameWords, stem } from './keys.ts';

export interface BankText {
  payee: number;
  words: ReadonlySet<string>;
}

export interface TextIndex {
  texts: readonly BankText[];
  /** Stem -> places in `texts`. */
  byWord: ReadonlyMap<string, readonly number[]>;
  /** How many distinct texts a payee has. */
  perPayee: ReadonlyMap<number, number>;
}

/** A payee and whether each of its texts carries the words. */
export interface Carrier {
  payee: number;
  always: boolean;
}

const isTelling = (word: string) => word.length > 2 && (!/\d/.test(word) || /^\d{3,6}$/.test(word));

export interface ReadTexts {
  index: TextIndex;
  /** Category -> payees with rows in it; null stands for rows without one. */
  payeesIn: Map<number | null, Set<number>>;
}

/** More distinct texts than this are of a bank that writes a number into each; they would fill the memory and name nobody. */
const TEXTS_UP_TO = 100_000;

/** Rows of one reading, so that a ledger of a million is read in several that each keep within the time that one may take. */
const AT_ONCE = 200_000;

/** In one pass over the rows, in the order in which they lie. */
export function readTexts(db: ReadableDatabase): ReadTexts {
  const sql = `SELECT DISTINCT p.payee_id, t.descriptor, coalesce(t.memo, ''), p.category_id
FROM posting p NOT INDEXED CROSS JOIN bank_transaction t ON t.id = p.transaction_id
WHERE p.id > ? AND p.id <= ?`;
  const seen = new Map<string, [payee: number, text: string]>();
  const payeesIn: ReadTexts['payeesIn'] = new Map();
  const last = Number(db.query('SELECT max(id) FROM posting').rows[0]?.[0] ?? 0);
  for (let from = 0; from < last; from += AT_ONCE) {
    for (const [id, descriptor, memo, category] of db.query(sql, [from, from + AT_ONCE]).rows) {
      const [payee, text, key] = [Number(id), `${String(descriptor)} ${String(memo)}`, category === null ? null : Number(category)];
      payeesIn.set(key, (payeesIn.get(key) ?? new Set()).add(payee));
      if (seen.size <= TEXTS_UP_TO) seen.set(`${payee} ${text}`, [payee, text]);
    }
  }
  const inOrder = [...seen.values()].sort(([a], [b]) => a - b);
  return { index: seen.size > TEXTS_UP_TO ? noTexts : indexOf(inOrder), payeesIn };
}

function indexOf(read: readonly (readonly [payee: number, text: string])[]): TextIndex {
  const texts: BankText[] = [];
  const byWord = new Map<string, number[]>();
  const perPayee = new Map<number, number>();
  for (const [payee, text] of read) {
    const words = new Set(nameWords(text).filter(isTelling).map(stem));
    for (const word of words) {
      const list = byWord.get(word);
      if (list) list.push(texts.length);
      else byWord.set(word, [texts.length]);
    }
    texts.push({ payee, words });
    perPayee.set(payee, (perPayee.get(payee) ?? 0) + 1);
  }
  return { texts, byWord, perPayee };
}

export const noTexts: TextIndex = { texts: [], byWord: new Map(), perPayee: new Map() };

/** The payees one of whose texts carries all these words. */
export function carriersOf(words: readonly string[], { texts, byWord, perPayee }: TextIndex): Carrier[] {
  const stems = words.map(stem);
  const lists = stems.map((word) => byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
  const counts = new Map<number, number>();
  for (const at of lists[0] ?? []) {
    const text = texts[at];
    if (text && stems.every((word) => text.words.has(word))) counts.set(text.payee, (counts.get(text.payee) ?? 0) + 1);
  }
  return [...counts].map(([payee, count]) => ({ payee, always: count === perPayee.get(payee) }));
}
