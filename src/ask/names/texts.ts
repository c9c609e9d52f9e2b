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

export function readTexts(db: ReadableDatabase): TextIndex {
  const sql = `SELECT DISTINCT p.payee_id, t.descriptor, coalesce(t.memo, '') FROM posting p JOIN bank_transaction t ON t.id = p.transaction_id ORDER BY p.payee_id`;
  const texts: BankText[] = [];
  const byWord = new Map<string, number[]>();
  const perPayee = new Map<number, number>();
  for (const [id, descriptor, memo] of db.query(sql).rows) {
    const payee = Number(id);
    const words = new Set(
      nameWords(`${String(descriptor)} ${String(memo)}`)
        .filter(isTelling)
        .map(stem),
    );
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
