// What a person once said of a layout of files, so that nobody is asked the same twice.
import type { Database, ReadableDatabase } from './database.ts';

export function layoutChoice(db: ReadableDatabase, layoutKey: string): Record<string, string> {
  const guesses = db.query('SELECT guesses FROM layout_choice WHERE layout_key = ?', [layoutKey]).rows[0]?.[0];
  return typeof guesses === 'string' ? (JSON.parse(guesses) as Record<string, string>) : {};
}

/** Adds to what was said before. */
export function rememberLayoutChoice(db: Database, layoutKey: string, guesses: Readonly<Record<string, string>>): void {
  if (!Object.keys(guesses).length) return;
  db.execute(
    'INSERT INTO layout_choice (layout_key, guesses) VALUES (?, ?) ON CONFLICT (layout_key) DO UPDATE SET guesses = excluded.guesses',
    [layoutKey, JSON.stringify({ ...layoutChoice(db, layoutKey), ...guesses })],
  );
}
