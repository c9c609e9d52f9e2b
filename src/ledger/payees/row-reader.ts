// Whose a row is, read beside its siblings: what one text alone does not tell (a reference, a place, a note) the rows around it show.
import { readDescriptor, type ReadPayee } from './read-payee.ts';
import { ReferenceTails, textOf, type DescribedRow } from './reference-tails.ts';
import { ShownNotes } from './shown-notes.ts';
import { ShownPlaces } from './shown-places.ts';

const MEMORY = 10_000;
/** So many different texts tell enough of places and notes. */
const LOOKS = 5_000;

export class RowReader {
  readonly #tails: ReferenceTails;
  readonly #places = new ShownPlaces();
  readonly #notes = new ShownNotes();
  readonly #memory = new Map<string, ReadPayee>();

  constructor(...sources: Iterable<DescribedRow>[]) {
    this.#tails = new ReferenceTails(...sources);
    for (const row of differentRows(sources)) {
      this.#places.see(textOf(row), row.descriptor ? row.memo : null);
      this.#notes.see(textOf(row), row.kind);
    }
  }

  /** Rows repeat. */
  read(text: string, kind: string | null): ReadPayee {
    const key = kind === null ? text : `${kind}\u0000${text}`;
    let read = this.#memory.get(key);
    if (read === undefined) {
      read = this.#read(text, kind);
      if (this.#memory.size < MEMORY) this.#memory.set(key, read);
    }
    return read;
  }

  #read(text: string, kind: string | null): ReadPayee {
    const noted = this.#notes.read(text, kind);
    if (noted !== null) return noted;
    const placeless = this.#places.without(text, kind);
    return placeless === null ? this.#tails.read(text, kind) : readDescriptor(placeless, kind);
  }
}

/** The first rows of each text with the memo beside it. */
function* differentRows(sources: readonly Iterable<DescribedRow>[]): Generator<DescribedRow> {
  const seen = new Set<string>();
  for (const rows of sources) {
    for (const row of rows) {
      if (seen.size >= LOOKS) return;
      const key = `${row.descriptor}\n${row.memo ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield row;
    }
  }
}
