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
const keyOf = (name: string): string => (isLatin(name) ? matchWords(name).join(' ') || name : name);

const isLatin = (name: string): boolean => /^[\0-~]*$/.test(name) || !/\p{L}/u.test(name.replace(/\p{Script=Latin}/gu, ''));

/** So many memos of one payee are looked at for what it is; a shop's thousand rows would only tell the same. */
const LOOKS = 4;

export class PayeeBook {
  readonly #byKey = new Map<string, Known>();
  /** By the name as it was asked for: thousands of descriptors of a file read as a few names. */
  readonly #byName = new Map<string, Known>();
  /** Payees whose name tells no kind, and how many memos were looked at. */
  readonly #looked = new Map<number, number>();

  constructor(private readonly db: Database) {
    for (const [id, name, kind] of db.query('SELECT id, name, kind FROM payee ORDER BY id').rows) {
      const key = keyOf(String(name));
      if (!this.#byKey.has(key)) this.#byKey.set(key, { id: Number(id), kind: kind === null || kind === undefined ? null : String(kind) });
    }
  }

  /** The payee's id; a new one is written, and one whose kind was unknown learns it. */
  idOf({ name, kind }: ReadPayee): number {
    const known = this.#byName.get(name) ?? this.#find(name, kind);
    if (known.kind === null && kind !== null) {
      this.db.execute('UPDATE payee SET kind = ? WHERE id = ?', [kind, known.id]);
      known.kind = kind;
    }
    return known.id;
  }

  /** By stem, in words as matchWords gives them: the payees whose name begins with all of it, and how it goes on; '' where it does not. */
  begunBy(stems: ReadonlySet<string>): Map<string, { id: number; rest: string }[]> {
    const begun = new Map<string, { id: number; rest: string }[]>();
    const lengths = new Set([...stems].map(({ length }) => length));
    for (const [key, { id }] of this.#byKey) {
      for (const length of lengths) {
        if (key.length < length) continue;
        const stem = key.slice(0, length);
        if (stems.has(stem)) begun.set(stem, [...(begun.get(stem) ?? []), { id, rest: key.slice(length) }]);
      }
    }
    return begun;
  }

  /** Whether a memo may still tell what this payee is; each asking counts as one look. */
  wantsKind(id: number): boolean {
    const looked = this.#looked.get(id);
    if (looked === undefined || looked >= LOOKS) return false;
    this.#looked.set(id, looked + 1);
    return true;
  }

  /** What the payee was paid for tells what it is, where its name did not. */
  learn(id: number, kind: string | null): void {
    if (kind === null) return;
    this.db.execute('UPDATE payee SET kind = ? WHERE id = ? AND kind IS NULL', [kind, id]);
    this.#looked.delete(id);
    for (const known of this.#byKey.values()) if (known.id === id) known.kind = kind;
  }

  #find(name: string, kind: string | null): Known {
    const key = keyOf(name);
    const known = this.#byKey.get(key) ?? this.#add(name, kind);
    this.#byKey.set(key, known);
    this.#byName.set(name, known);
    return known;
  }

  #add(name: string, kind: string | null): Known {
    this.db.execute('INSERT INTO payee (name, kind) VALUES (?, ?)', [name, kind]); // with RETURNING it takes twice as long as in two
    const id = Number(this.db.query('SELECT last_insert_rowid()').rows[0]?.[0]);
    if (kind === null) this.#looked.set(id, 0);
    return { id, kind };
  }
}
