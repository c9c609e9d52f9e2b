// A chosen file read as if dropped, and what the ledger would say to it. Fetched with the first file: it brings every reader and the
// words of statements in many languages with it.
import { plainText } from '../../base/plain-text.ts';
import { makePreview, type Guesses, type ImportPreview } from '../../import/preview.ts';
import { readStatement } from '../../import/read-statement.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import { layoutChoice } from '../../ledger/layout-choices.ts';
import { markEntries, type EntryMark } from '../../ledger/recording/mark-entries.ts';
import { judgeStatement, type ReadStatement, type RecordOptions } from '../../ledger/recording/record-statement.ts';
import type { StatementEntry } from '../../ledger/statement.ts';
import type { KeptReading } from './previews.ts';

export interface FileToRead {
  file: Blob;
  name: string;
  today: string;
  guesses?: Partial<Guesses> | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: (done: number, total: number) => void;
}

/** Reads a file with what was said of its layout before, unless something else is said now. */
export async function readFile(
  db: ReadableDatabase,
  { file, name, today, guesses = {}, signal, onProgress }: FileToRead,
): Promise<KeptReading> {
  const options = { name, today, ...(signal && { signal }), ...(onProgress && { onProgress }) };
  const reading = await readStatement(file, { ...options, guesses });
  const before = layoutChoice(db, reading.fingerprint) as Partial<Guesses>;
  const isNew = Object.keys(before).some((key) => !(key in guesses));
  const shown = plainText(name);
  if (!isNew) return { name: shown, reading, guesses };
  const both = { ...before, ...guesses };
  return { name: shown, reading: await readStatement(file, { ...options, guesses: both }), guesses: both };
}

export function toReadStatement({ name, reading }: KeptReading, importedAt: string): ReadStatement {
  const { format, digest, layout, fingerprint, accounts, entries, setAside } = reading;
  return { fileName: name, format, digest, layout, layoutKey: fingerprint, importedAt, accounts, entries, setAside };
}

/** What the ledger would say to it; nothing is written. */
export function previewOf(db: ReadableDatabase, kept: KeptReading, previewId: number, options: RecordOptions): ImportPreview {
  return makePreview(kept.reading, previewId, kept.name, (entries) => marksOf(db, kept, entries, options));
}

function marksOf(
  db: ReadableDatabase,
  kept: KeptReading,
  entries: readonly StatementEntry[],
  options: RecordOptions,
): (EntryMark | null)[] {
  const byAccount = new Map<string, readonly (EntryMark | null)[]>();
  for (const part of judgeStatement(db, toReadStatement(kept, ''), options)) byAccount.set(part.source.key, markEntries(db, part));
  const next = new Map<string, number>();
  return entries.map(({ account }) => {
    const at = next.get(account) ?? 0;
    next.set(account, at + 1);
    return byAccount.get(account)?.[at] ?? null;
  });
}
