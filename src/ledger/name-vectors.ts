// The retrieval index by meaning: one vector for each category and payee, made after imports by an embedding model on this device and
// kept with the ledger, so that a backup has it and a lock seals it. Vectors are of length one, rounded to signed bytes.
import type { Database, ReadableDatabase } from './database.ts';

/** A category or payee of this ledger, and the text that stands for it. */
export interface IndexedName {
  what: 'category' | 'payee';
  id: number;
  text: string;
}

/** As the embedding model gave it: of any length. */
export interface NamedVector {
  text: string;
  vector: Float32Array;
}

const SCALE = 127;

const toText = (vector: Int8Array): string => btoa(String.fromCharCode(...new Uint8Array(vector.buffer, vector.byteOffset, vector.length)));

/** Null for what is no base64: a restored file may hold anything. */
function fromText(text: string): Int8Array | null {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  const bytes = atob(text);
  return Int8Array.from({ length: bytes.length }, (_, at) => (bytes.charCodeAt(at) << 24) >> 24);
}

/** A vector of zeros stays one. */
function rounded(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector) || 1;
  return Int8Array.from(vector, (value) => Math.round((value / length) * SCALE));
}

/** Those that have rows, categories first, then payees, those with the most rows first. A payee of a known kind is told with it. */
function indexedNames(db: ReadableDatabase): IndexedName[] {
  const { rows } = db.query(
    `SELECT 'category' AS what, id, name, 0 AS place FROM category WHERE id IN (SELECT category_id FROM day_total)
     UNION ALL
     SELECT 'payee', payee.id, name || ifnull(', ' || kind, ''), -count(*)
     FROM posting JOIN payee ON payee.id = payee_id GROUP BY payee.id
     ORDER BY what, place, 2`,
  );
  return rows.map(([what, id, text]) => ({ what: what === 'category' ? 'category' : 'payee', id: Number(id), text: String(text) }));
}

/** Texts that have no vector of this model yet, in the order in which they matter. */
export function withoutVector(db: ReadableDatabase, model: string, most: number): string[] {
  const known = new Set(db.query('SELECT name FROM name_vector WHERE model = ?', [model]).rows.map(([name]) => name));
  return [...new Set(indexedNames(db).map(({ text }) => text))].filter((text) => !known.has(text)).slice(0, most);
}

/** Keeps the vectors, and forgets those of names that are here no more. Changes no row that a question counts, so the revision stays. */
export function keepVectors(db: Database, model: string, vectors: readonly NamedVector[]): void {
  const here = new Set(indexedNames(db).map(({ text }) => text));
  const put = db.prepare('INSERT OR REPLACE INTO name_vector (name, model, vector) VALUES (?, ?, ?)');
  try {
    for (const { text, vector } of vectors) if (here.has(text)) put.run([text, model, toText(rounded(vector))]);
  } finally {
    put.close();
  }
  sweepVectors(db);
}

/** Names that the ledger does not know any more leave no trace in the index. */
export const sweepVectors = (db: Database): void =>
  db.execute(
    `DELETE FROM name_vector WHERE name NOT IN (SELECT name FROM category UNION ALL SELECT name || ifnull(', ' || kind, '') FROM payee)`,
  );

export interface AlikeName extends IndexedName {
  /** The cosine of the angle between the two, 1 for the same direction. */
  likeness: number;
}

/** For each vector the names whose own, of this model, point most nearly the same way, nearest first. Another length is passed over. */
export function nearestNames(db: ReadableDatabase, model: string, vectors: readonly Float32Array[], most: number): AlikeName[][] {
  const kept = new Map(
    db.query('SELECT name, vector FROM name_vector WHERE model = ?', [model]).rows.map(([name, text]) => [name, fromText(String(text))]),
  );
  const names = indexedNames(db);
  return vectors.map((vector) => {
    const wanted = rounded(vector);
    return names
      .flatMap((name) => {
        const own = kept.get(name.text);
        return own?.length === wanted.length ? [{ ...name, likeness: cosine(wanted, own) }] : [];
      })
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most);
  });
}

function cosine(a: Int8Array, b: Int8Array): number {
  let [product, ofA, ofB] = [0, 0, 0];
  for (const [at, x] of a.entries()) {
    const y = b[at] ?? 0;
    product += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA && ofB ? product / Math.sqrt(ofA * ofB) : 0;
}
