// What the person said that a word of theirs means. The ledger only keeps it: what it does to a question, the question knows.
import type { Database, ReadableDatabase } from './database.ts';
import { countChange } from './settings.ts';

export interface Meaning {
  /** In small letters, without "the" or "my". */
  phrase: string;
  /** A name as it was said. */
  means: string;
}

/** In the order of the alphabet. */
export const readMeanings = (db: ReadableDatabase): Meaning[] =>
  db.query('SELECT phrase, means FROM meaning ORDER BY phrase').rows.map(([phrase, means]) => ({
    phrase: String(phrase),
    means: String(means),
  }));

/** A phrase has one meaning: the newest. */
export function teachMeaning(db: Database, { phrase, means }: Meaning, taughtAt: string): void {
  db.execute(
    `INSERT INTO meaning (phrase, means, taught_at) VALUES (?, ?, ?)
     ON CONFLICT (phrase) DO UPDATE SET means = excluded.means, taught_at = excluded.taught_at`,
    [phrase, means, taughtAt],
  );
  countChange(db);
}

export function forgetMeaning(db: Database, phrase: string): void {
  db.execute('DELETE FROM meaning WHERE phrase = ?', [phrase]);
  countChange(db);
}
