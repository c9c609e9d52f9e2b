// How the ledger's file lies in a store of records that commits whole batches, such as IndexedDB. Large changes are written
// as 64 KiB chunks; small ones as one patch record with just their pages, folded into chunks when they have grown.
// Every block carries a checksum, and the head binds them all (each chunk in its place, each patch in its order), so a block
// that is missing, cut, old or strange is told at loading even if a batch were ever torn. Plain data in, plain data out.
import { AppError } from '../../base/errors.ts';
import { spreadHoles } from './holes.ts';
import { checksum, PAGE_SIZE, type Change, type StoredImage } from './page-store.ts';

const CHUNK_SIZE = 16 * PAGE_SIZE;
const PAGES_PER_CHUNK = CHUNK_SIZE / PAGE_SIZE;
/** A change of more pages than this goes into chunks at once. */
const LARGEST_PATCH = 256;
/** Pages that may lie in patches before they are folded. */
const MOST_PATCHED = 2048;

export interface Chunk {
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Patch {
  /** Numbers of the pages in `bytes`, in their order. */
  pages: number[];
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Head {
  generation: number;
  /** Bytes of the file. */
  size: number;
  /** Pages in patches. */
  patched: number;
  /** The checksum of each chunk. */
  sums: Uint32Array<ArrayBuffer>;
  /** The checksum of each patch, by its generation, oldest first. */
  patches: { generation: number; sum: number }[];
  /** Over all of the above. */
  seal: number;
}

/** Everything that is written in one transaction. */
export interface Batch {
  head: Head;
  chunks: [number, Chunk][];
  patches: [number, Patch][];
  /** Chunks from this number on go, and all patches if `folds`. */
  chunksUntil: number;
  folds: boolean;
}

/** The writes that turn the stored state into the changed one. `patchedPages` is asked for only when patches are folded. */
export async function planCommit(head: Head | null, change: Change, patchedPages: () => Promise<number[]>): Promise<Batch> {
  const { generation, image, pages } = change;
  if (generation !== (head?.generation ?? 0) + 1) {
    throw new AppError('ledger-in-use', `the store is at ${head?.generation ?? 0}, not before ${generation}`);
  }
  const isSmall = pages.length <= LARGEST_PATCH && (head?.patched ?? 0) + pages.length <= MOST_PATCHED;
  if (head && isSmall && image.length >= head.size) return patchBatch(head, change);
  return chunkBatch(head, change, head?.patched ? await patchedPages() : []);
}

function patchBatch(head: Head, { generation, image, pages }: Change): Batch {
  const bytes = new Uint8Array(pages.length * PAGE_SIZE);
  for (const [at, page] of pages.entries()) bytes.set(image.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), at * PAGE_SIZE);
  const patch = { pages: [...pages], bytes };
  return {
    head: sealed({
      ...head,
      generation,
      size: image.length,
      patched: head.patched + pages.length,
      patches: [...head.patches, { generation, sum: patchSum(patch) }],
    }),
    chunks: [],
    patches: [[generation, patch]],
    chunksUntil: head.sums.length,
    folds: false,
  };
}

function chunkBatch(head: Head | null, { generation, image, pages }: Change, patched: readonly number[]): Batch {
  const count = Math.ceil(image.length / CHUNK_SIZE);
  const numbers = new Set([...pages, ...patched].map((page) => Math.floor(page / PAGES_PER_CHUNK)));
  if (head && head.size !== image.length) {
    numbers.add(Math.min(count, head.sums.length) - 1); // a short last chunk grows, a long one is cut
  }
  const sums = new Uint32Array(count);
  sums.set(head?.sums.subarray(0, count) ?? []);
  const chunks: [number, Chunk][] = [];
  for (const number of numbers) {
    if (number < 0 || number >= count) continue;
    const bytes = image.slice(number * CHUNK_SIZE, (number + 1) * CHUNK_SIZE) as Uint8Array<ArrayBuffer>;
    sums[number] = checksum(bytes);
    chunks.push([number, { bytes }]);
  }
  const next = sealed({ generation, size: image.length, patched: 0, sums, patches: [], seal: 0 });
  return { head: next, chunks, patches: [], chunksUntil: count, folds: true };
}

/** The file again. Throws `ledger-damaged` unless every block is exactly what the head says. */
export function assemble(
  head: Head,
  chunks: readonly (readonly [number, Chunk])[],
  patches: readonly (readonly [number, Patch])[],
): StoredImage {
  if (sealed(head).seal !== head.seal) throw damaged('its head is not what was written');
  if (chunks.length !== head.sums.length) throw damaged(`it has ${chunks.length} chunks, not ${head.sums.length}`);
  if (patches.length !== head.patches.length) throw damaged(`it has ${patches.length} patches, not ${head.patches.length}`);
  const bytes = new Uint8Array(head.size);
  const put = (at: number, block: Uint8Array) => {
    if (at + block.length > head.size) throw damaged('a block lies outside the file');
    bytes.set(block, at);
  };
  let covered = 0;
  for (const [at, [number, chunk]] of chunks.entries()) {
    if (number !== at || checksum(chunk.bytes) !== head.sums[number]) throw damaged(`chunk ${at} is not what was written`);
    put(at * CHUNK_SIZE, chunk.bytes);
    covered += chunk.bytes.length;
  }
  const written = new Set<number>();
  for (const [at, [generation, patch]] of patches.entries()) {
    const expected = head.patches[at];
    if (generation !== expected?.generation || patchSum(patch) !== expected.sum)
      throw damaged(`patch ${generation} is not what was written`);
    for (const [place, page] of patch.pages.entries()) {
      put(page * PAGE_SIZE, patch.bytes.subarray(place * PAGE_SIZE, (place + 1) * PAGE_SIZE));
      if (page * PAGE_SIZE >= covered) written.add(page);
    }
  }
  if (covered + written.size * PAGE_SIZE !== head.size) throw damaged('pages are missing');
  return { generation: head.generation, bytes };
}

/**
 * What can be trusted of a damaged store, or null. With every chunk sound it is an earlier state, as whole as it was then: the
 * patches up to the first that is not sound. With a chunk gone and every patch sound it is the latest state with holes of
 * zeros, which SQLite refuses to read (holes.ts); so a question is answered rightly or not at all. Never a mixture of two states.
 */
export function salvage(
  head: Head | null,
  chunks: readonly (readonly [number, Chunk])[],
  patches: readonly (readonly [number, Patch])[],
): StoredImage | null {
  if (!head || sealed(head).seal !== head.seal) return null;
  const sound = chunks.filter(([number, { bytes }]) => checksum(bytes) === head.sums[number]);
  const byGeneration = new Map(patches);
  const wanted = head.patches.map(({ generation, sum }) => {
    const patch = byGeneration.get(generation);
    return patch && patchSum(patch) === sum ? patch : null;
  });
  const broken = wanted.indexOf(null);
  if (sound.length < head.sums.length && broken >= 0) return null;
  const kept = (broken < 0 ? wanted : wanted.slice(0, broken)).filter((patch) => patch !== null);
  const pages = kept.flatMap((patch) => patch.pages);
  const whole = sound.reduce((end, [number, { bytes }]) => Math.max(end, number * CHUNK_SIZE + bytes.length), 0);
  const size = broken < 0 ? head.size : pages.reduce((end, page) => Math.max(end, (page + 1) * PAGE_SIZE), whole);
  const bytes = new Uint8Array(size);
  for (const [number, chunk] of sound) bytes.set(chunk.bytes, number * CHUNK_SIZE);
  for (const patch of kept) {
    for (const [at, page] of patch.pages.entries()) bytes.set(patch.bytes.subarray(at * PAGE_SIZE, (at + 1) * PAGE_SIZE), page * PAGE_SIZE);
  }
  if (sound.length < head.sums.length) spreadHoles(bytes, holesIn(size, sound, new Set(pages)));
  return { generation: broken < 0 ? head.generation : (head.patches[broken]?.generation ?? 1) - 1, bytes };
}

/** Pages that neither a chunk nor a patch has. */
function holesIn(size: number, chunks: readonly (readonly [number, Chunk])[], patched: ReadonlySet<number>): Set<number> {
  const there = new Set(patched);
  for (const [number, { bytes }] of chunks)
    for (let page = 0; page * PAGE_SIZE < bytes.length; page += 1) there.add(number * PAGES_PER_CHUNK + page);
  return new Set(Array.from({ length: size / PAGE_SIZE }, (_, page) => page).filter((page) => !there.has(page)));
}

export const damaged = (what: string) => new AppError('ledger-damaged', `the stored ledger is damaged: ${what}`);

export const patchSum = ({ pages, bytes }: Patch) => (checksum(bytes) ^ checksum(asBytes(Uint32Array.from(pages)))) >>> 0;

/** The head with the seal that its contents want. */
export function sealed(head: Head): Head {
  const { generation, size, patched, sums, patches } = head;
  const rest = Uint32Array.from([generation, size, patched, ...patches.flatMap((patch) => [patch.generation, patch.sum])]);
  return { ...head, seal: (checksum(asBytes(sums)) ^ Math.imul(checksum(asBytes(rest)), 31)) >>> 0 };
}

const asBytes = (numbers: Uint32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
