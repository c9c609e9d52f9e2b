// How the records of records.ts stand in a store: as they are, or sealed (lock/sealed-coder.ts). What is read back is checked for
// its shape here, so that a strange record is told as damage and not as an accident of the program.
import { damaged, type Batch, type Chunk, type Head, type Patch } from './records.ts';

/** Everything that is written in one transaction, as it will stand. */
export interface StoredBatch {
  head: unknown;
  chunks: [number, unknown][];
  patches: [number, unknown][];
  /** Chunks from this number on go, and all patches if `folds`. */
  chunksUntil: number;
  folds: boolean;
  /** Written beside them, where it is there: what wraps the key of a locked ledger. */
  lock?: unknown;
}

export interface Coder {
  /** Each throws `ledger-damaged`. */
  openHead(stored: unknown): Promise<Head>;
  openChunk(stored: unknown, number: number, head: Head): Promise<Chunk>;
  openPatch(stored: unknown, generation: number): Promise<Patch>;
  /** `before` is what `openHead` gave. */
  encode(batch: Batch, before: Head | null): Promise<StoredBatch>;
  /** Tells one written head from any other. */
  markOf(stored: unknown): string;
}

export const plainCoder: Coder = {
  openHead: async (stored) => asHead(stored),
  openChunk: async (stored) => asChunk(stored),
  openPatch: async (stored) => asPatch(stored),
  encode: async (batch) => batch,
  markOf: (stored) => (stored === null ? '' : `${asHead(stored).generation} ${asHead(stored).seal}`),
};

export function asHead(stored: unknown): Head {
  const head = Object(stored) as Head;
  const numbers = [head.generation, head.size, head.patched, head.seal];
  const isPatch = (patch: unknown) => {
    const { generation, sum } = Object(patch) as Head['patches'][number];
    return typeof generation === 'number' && typeof sum === 'number';
  };
  const isHead =
    numbers.every((number) => Number.isSafeInteger(number) && number >= 0) &&
    head.sums instanceof Uint32Array &&
    Array.isArray(head.patches) &&
    head.patches.every(isPatch);
  if (!isHead) throw damaged('its head is none');
  return head;
}

function asChunk(stored: unknown): Chunk {
  const chunk = Object(stored) as Chunk;
  if (!(chunk.bytes instanceof Uint8Array) || chunk.bytes.byteOffset % 4) throw damaged('a chunk is none');
  return chunk;
}

function asPatch(stored: unknown): Patch {
  const patch = Object(stored) as Patch;
  const isPatch = patch.bytes instanceof Uint8Array && patch.bytes.byteOffset % 4 === 0 && Array.isArray(patch.pages);
  if (!isPatch || !patch.pages.every((page) => Number.isSafeInteger(page) && page >= 0)) throw damaged('a patch is none');
  return patch;
}
