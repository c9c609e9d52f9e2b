// The payees of a ledger by name, so that two spellings of one shop ("Joe's Place", "JOES PLACE") are one row. Read once, kept while
// an import runs.
import type { Database } from '../database.ts';
import { matchWords } from './match-words.ts';
import type { ReadPayee } from './read-payee.ts';

interface Known {
  id: number;
  kind: string | null;
}

/** matchWords knows Latin letters only; a name in others stands for itself. */
const keyOf = (name: string): string => (/\p{L}/u.test(name.replace(/\p{Script=Latin}/gu, '')) ? name : matchWords(name).join(' ') || name);

export class PayeeBook {
  readonly #byKey = new Map<string, Known>();

  constructor(private readonly db: Database) {
    for (const [id, name, kind] of db.query('SELECT id, name, kind FROM payee ORDER BY id').rows) {
      const key = keyOf(String(name));
      if (!this.#byKey.has(key)) this.#byKey.set(key, { id: Number(id), kind: kind === null || kind === undefined ? null : String(kind) });
    }
  }

  /** The payee's id; a new one is written, and one whose kind was unknown learns it. */
  idOf({ name, kind }: ReadPayee): number {
    const key = keyOf(name);
    const known = this.#byKey.get(key);
    if (known === undefined) return this.#add(key, name, kind);
    if (known.kind === null && kind !== null) {
      this.db.execute('UPDATE payee SET kind = ? WHERE id = ?', [kind, known.id]);
      known.kind = kind;
    }
    return known.id;
  }

  #add(key: string, name: string, kind: string | null): number {
    this.db.execute('INSERT INTO payee (name, kind) VALUES (?, ?)', [name, kind]);
    const id = Number(this.db.query('SELECT last_insert_rowid()').rows[0]?.[0]);
    this.#byKey.set(key, { id, kind });
    return id;
  }
}
